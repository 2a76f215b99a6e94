"""What a page says of itself in its head, and its headline."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yuqing_desktop.domain import sites
from yuqing_desktop.domain.text import bare, one_line
from yuqing_desktop.intake.page_blocks import Block, Element, hints, is_aside, stands_in
from yuqing_desktop.intake.synonyms import SYNONYMS, ItemField, plain

_TITLE_METAS = ("og:title", "articletitle", "title", "twitter:title", "headline", "dc.title")
_SUFFIX = re.compile(r"\s*(?:[-_|｜–—·]+|\s[-–—]\s)\s*[^-_|｜–—]{1,30}$")
_TITLED = re.compile(r"title|headline|subject|biaoti|(?:^|[-_ ])(?:bt|tit|h1)(?:$|[-_ ])", re.IGNORECASE)
_KNOWN_SITES = frozenset(bare(name) for names in sites.SITE_OF_HOST.values() for name in names if name)
_LONGEST_TITLE, _LONGEST_LABEL = 100, 8
_NO_TITLE = re.compile(
    r"(?:微博|新闻|文章|信件|留言|来信|帖子|内容|信息|动态|查看|网页)?(?:正文|详情|详细|详细内容|内容|信件|首页|微博)?页?"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself in its head: meta tags by small name, JSON-LD objects, its <title>."""

    metas: dict[str, str] = field(default_factory=dict)
    objects: tuple[dict[str, object], ...] = ()
    page_title: str = ""

    def first(self, names: Sequence[str]) -> str:
        """The first of these meta tags that says anything."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")

    def linked(self, name: str) -> str:
        """A text of the JSON-LD objects, a nested object's name or a list's first."""
        for thing in self.objects:
            value = thing.get(name)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                return one_line(value)
        return ""


def metadata_of(root: Element) -> Metadata:
    """Meta tags, JSON-LD and microdata of a page."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        content = one_line(element.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    dated = next((element.get("datetime") for element in root.iter("time") if element.get("datetime")), "")
    metas.setdefault("datepublished", one_line(dated))
    title = next((one_line(element.text_content()) for element in root.iter("title")), "")
    return Metadata(metas, tuple(_json_objects(root)), title)


def _json_objects(root: Element) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            loaded = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        things = loaded if isinstance(loaded, list) else [loaded]
        for thing in things:
            if isinstance(thing, dict):
                graph = thing.get("@graph")
                yield thing
                yield from (
                    node for node in (graph if isinstance(graph, list) else ()) if isinstance(node, dict)
                )


def title_of(root: Element, metadata: Metadata, blocks: Sequence[Block], article: Element | None) -> str:
    """The headline: what a heading and the window's title agree on, else the metadata's, no site's name."""
    labelled = _labelled_title(blocks)
    if labelled:
        return labelled
    whole = metadata.page_title
    stated = metadata.first(_TITLE_METAS) or metadata.linked("headline")
    headings = [one_line(element.text_content()) for element in root.iter("h1", "h2", "h3")]
    headings += [
        one_line(element.text_content())
        for element in root.iter("div", "p", "span", "td")
        if _TITLED.search(hints(element)) and len(element) < 4
    ]
    agreed = [text for text in headings if len(bare(text)) >= 4 and bare(text) in bare(whole)]
    if agreed:
        return _without_site(max(agreed, key=lambda text: len(bare(text))), metadata)
    if stated:
        return _without_site(stated, metadata)
    return _heading_before(blocks, article) or _telling(_without_site(whole, metadata))


def _labelled_title(blocks: Sequence[Block]) -> str:
    """What a line calls the title: 信件标题：…"""
    for block in blocks:
        label, colon, words = block.text.partition("：" if "：" in block.text else ":")
        is_title = colon and len(label) <= _LONGEST_LABEL and plain(label) in SYNONYMS[ItemField.TITLE]
        if is_title and 5 <= len(words.strip()) <= _LONGEST_TITLE and not is_aside(block.element):
            return words.strip()
    return ""


def _telling(title: str) -> str:
    """The window's title, or nothing where it names a kind of page: 微博正文 - 微博, 信件详情."""
    return "" if _NO_TITLE.fullmatch(re.split(r"[\s\-_|｜]", title, maxsplit=1)[0]) else title


def _heading_before(blocks: Sequence[Block], article: Element | None) -> str:
    """What is set as a heading just before the text, where the window's title names only the site."""
    first = next(
        (i for i, block in enumerate(blocks) if article is not None and stands_in(block.element, article)), 0
    )
    for block in blocks[max(0, first - 8) : first + 3]:
        element = block.element
        is_heading = element.tag in ("h1", "h2", "h3") or _TITLED.search(hints(element))
        fits = 5 <= len(block.text) <= _LONGEST_TITLE and block.linked < 0.5 and "\n" not in block.text
        if is_heading and fits and (element.tag == "h1" or not is_aside(element)):
            return block.text
    return ""


def _without_site(title: str, metadata: Metadata) -> str:
    """标题_栏目_某网 → 标题: the parts behind the last bars, while enough is left."""
    site = metadata.metas.get("og:site_name", "")
    while (shorter := _SUFFIX.sub("", title)) != title and len(bare(shorter)) >= 5:
        suffix = title[len(shorter) :]
        is_marked = re.search(r"[_|｜]|\s[-–—]\s|网|报|社|频道|中心|台|政府|局|新闻|资讯", suffix)
        if not is_marked and bare(suffix) not in (bare(site), *_KNOWN_SITES):
            break
        title = shorter
    return title
