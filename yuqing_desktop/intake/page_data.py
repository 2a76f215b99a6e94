"""An article that a page holds as data for its scripts to draw, where nothing of it can be seen."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import unquote

from yuqing_desktop.domain.figures import UNKNOWN, Figure, number, read_figure
from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.domain.text import bare, one_line
from yuqing_desktop.intake.page_blocks import Element, blocks_of
from yuqing_desktop.intake.page_hosts import HostFacts
from yuqing_desktop.intake.readings import Counts

_ASSIGNED = re.compile(
    r"(?:window\.|\b(?:var|let|const)\s+)?[\w$]{4,40}\s*=\s*(?:(?=\{\s*\")|JSON\.parse\(\s*(?=\"))"
)
_UNDEFINED = re.compile(r"(?<=[:,\[])\s*undefined(?=\s*[,}\]])")
_TITLES = ("title", "articletitle", "headline", "subject")
_TEXTS = ("content", "articlecontent", "articlebody", "body", "html", "text", "desc", "caption")
_TIMES = ("datepublished", "publishtime", "publishdate", "publishedat", "publishat", "pubtime", "pubdate", "ptime",
          "createtime", "createdat", "time", "timestamp")  # fmt: skip
_SOURCES = ("source", "sourcename", "medianame", "media", "publisher")
_AUTHORS = ("author", "authorname", "nickname", "username", "user", "authorinfo", "owner")
_READS = ("readcount", "readnum", "viewcount", "viewnum", "views", "pv", "playcount", "clickcount", "view")
_FORWARDS = ("sharecount", "sharenum", "forwardcount", "repostcount", "repostscount", "share")
_REPLIES = ("commentcount", "commentnum", "commentscount", "replycount", "reply")
_LEAST_TEXT = 20
_MOST_NODES = 50_000
_MOST_DATA = 20


def data_facts(root: Element, read_at: datetime) -> HostFacts:
    """The thing with a title and the longest text among the page's data; nothing where there is none."""
    things = [thing for data in _data(root) for thing in _things(data) if _told(thing, _TITLES)]
    best = max(things, key=lambda thing: len(_told(thing, _TEXTS)), default={})
    facts = _facts(best, read_at)
    return facts if len(facts.text) >= _LEAST_TEXT else HostFacts()


def facts_of(title: str, root: Element, read_at: datetime) -> HostFacts:
    """The thing among the page's data that bears the page's title, or whose text is that title; else nothing."""
    wanted = bare(title)
    if not wanted:
        return HostFacts()
    for data in _data(root):
        for thing in _things(data):
            if wanted in (bare(_told(thing, _TITLES)), bare(_told(thing, _TEXTS))):
                facts = _facts(thing, read_at)
                if facts.published_at is not None:
                    return facts
    return HostFacts()


def _facts(thing: Mapping[str, Any], read_at: datetime) -> HostFacts:
    moments = (read_moment(thing[name], read_at).value for name in _TIMES if thing.get(name))
    told = [thing, *(_plain_names(value) for value in thing.values() if isinstance(value, dict))]
    counts = (_figure(told, names) for names in (_READS, _FORWARDS, _REPLIES))
    return HostFacts(
        title=one_line(_told(thing, _TITLES)),
        published_at=next((moment for moment in moments if moment is not None), None),
        source=one_line(_told(thing, _SOURCES)),
        author=one_line(_told(thing, _AUTHORS)),
        text=_without_tags(_told(thing, _TEXTS)),
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
    """Every object in it, as `_plain_names`."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(), seen + 1
        if isinstance(node, dict):
            yield _plain_names(node)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _plain_names(node: Mapping[str, Any]) -> Mapping[str, Any]:
    return {str(name).lower().replace("_", ""): value for name, value in node.items()}


def _told(thing: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these that is words, or an object with a name."""
    for name in names:
        value = thing.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("nickname")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _figure(told: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Figure:
    """A count of the thing itself or of what it holds (stat, interactInfo); a nought may be one that is not shown."""
    values = (thing.get(name) for thing in told for name in names)
    figures = (read_figure(value).value for value in values if isinstance(value, str | int | float))
    return next((figure for figure in figures if figure not in (None, UNKNOWN, number(0))), None) or UNKNOWN


def _without_tags(text: str) -> str:
    import lxml.html

    if "<" not in text:
        return text.strip()
    try:
        return "\n".join(block.text for block in blocks_of(lxml.html.fragment_fromstring(text, "div")))
    except (lxml.etree.LxmlError, ValueError):
        return ""
