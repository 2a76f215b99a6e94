"""An article that a page holds as data for its scripts to draw, where nothing of it can be seen."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import unquote

from yuqing_desktop.domain.figures import UNKNOWN, Figure, read_figure
from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.intake.page_blocks import Element, blocks_of
from yuqing_desktop.intake.page_hosts import HostFacts
from yuqing_desktop.intake.readings import Counts

_ASSIGNED = re.compile(
    r"(?:window\.|\b(?:var|let|const)\s+)?[\w$]{4,40}\s*=\s*(?:(?=\{\s*\")|JSON\.parse\(\s*(?=\"))"
)
_UNDEFINED = re.compile(r"(?<=[:,\[])\s*undefined(?=\s*[,}\]])")
_TITLES = ("title", "articletitle", "headline", "subject")
_TEXTS = ("content", "articlecontent", "articlebody", "body", "html", "text")
_TIMES = ("datepublished", "publishtime", "publishdate", "publishedat", "publishat", "pubtime", "pubdate", "ptime",
          "createtime", "createdat")  # fmt: skip
_SOURCES = ("source", "sourcename", "medianame", "media", "publisher")
_AUTHORS = ("author", "authorname", "nickname", "username", "user")
_READS = ("readcount", "readnum", "viewcount", "viewnum", "views", "pv", "playcount", "clickcount")
_FORWARDS = ("sharecount", "sharenum", "forwardcount", "repostcount", "repostscount")
_REPLIES = ("commentcount", "commentnum", "commentscount", "replycount")
_LEAST_TEXT = 20
_MOST_NODES = 50_000
_MOST_DATA = 20


def data_facts(root: Element, read_at: datetime) -> HostFacts:
    """The thing with a title and the longest text among the page's data; nothing where there is none."""
    things = [thing for data in _data(root) for thing in _things(data) if _told(thing, _TITLES)]
    best = max(things, key=lambda thing: len(_told(thing, _TEXTS)), default=None)
    text = _without_tags(_told(best, _TEXTS)) if best is not None else ""
    if best is None or len(text) < _LEAST_TEXT:
        return HostFacts()
    moments = (read_moment(best[name], read_at).value for name in _TIMES if best.get(name))
    counts = (_figure(best, names) for names in (_READS, _FORWARDS, _REPLIES))
    return HostFacts(
        title=one_line(_told(best, _TITLES)),
        published_at=next((moment for moment in moments if moment is not None), None),
        source=one_line(_told(best, _SOURCES)),
        author=one_line(_told(best, _AUTHORS)),
        text=text,
        counts=Counts(*counts),
    )


def _data(root: Element) -> Iterator[Any]:
    for script in root.iter("script"):
        text, kind = (script.text or "").strip(), script.get("type") or ""
        if kind.endswith("json"):
            yield _loaded(unquote(text) if text.startswith("%") else text)
            continue
        text = _UNDEFINED.sub("null", text) if "undefined" in text else text
        for start in islice(_ASSIGNED.finditer(text), _MOST_DATA):
            assigned = _loaded(text, start.end())
            yield _loaded(assigned) if isinstance(assigned, str) else assigned


def _loaded(text: str, start: int = 0) -> Any:
    """The JSON that begins there; None for what is none."""
    try:
        return json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in it, names in small letters without underscores."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(), seen + 1
        if isinstance(node, dict):
            yield {str(name).lower().replace("_", ""): value for name, value in node.items()}
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _told(thing: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these that is words, or an object with a name."""
    for name in names:
        value = thing.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("nickname")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _figure(thing: Mapping[str, Any], names: Sequence[str]) -> Figure:
    stated = next((thing[name] for name in names if thing.get(name) not in (None, "")), None)
    return UNKNOWN if stated is None else read_figure(stated).value or UNKNOWN


def _without_tags(text: str) -> str:
    import lxml.html

    if "<" not in text:
        return text.strip()
    try:
        return "\n".join(block.text for block in blocks_of(lxml.html.fragment_fromstring(text, "div")))
    except (lxml.etree.LxmlError, ValueError):
        return ""
