"""Title, time, source and author of a page: its metadata, and the line under the title."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from yuqing_desktop.domain.moments import DATE_ONLY, read_moment
from yuqing_desktop.domain.text import bare, one_line
from yuqing_desktop.intake.page_blocks import Block, Element, hints, is_aside
from yuqing_desktop.intake.readings import FoundMoment, moments_in

_TIME_METAS = (
    *(
        "article:published_time",
        "og:article:published_time",
        "og:release_date",
        "og:published_time",
        "pubdate",
    ),
    *(
        "publishdate",
        "publish_date",
        "publishtime",
        "publish_time",
        "publish-date",
        "dc.date",
        "dc.date.issued",
    ),
    *(
        "datepublished",
        "date",
        "weibo:article:create_at",
        "bytedance:published_time",
        "release_date",
        "pubtime",
    ),
)
_TITLE_METAS = ("og:title", "articletitle", "title", "twitter:title", "headline", "dc.title")
_SOURCE_METAS = ("contentsource", "source", "og:article:source", "article:source", "copyrightfrom")
_AUTHOR_METAS = ("article:author", "og:article:author", "author", "dc.creator")
_SUFFIX = re.compile(r"\s*(?:[-_|｜–—·]+|\s[-–—]\s)\s*[^-_|｜–—]{1,30}$")
_SOURCE = re.compile(
    r"(?:稿件|信息|文章|新闻|内容)?(?:来\s*源|来\s*自|转自|稿源)\s*(?:于)?\s*[:：]\s*([^\n]{0,60})"
)
_SOURCE_END = re.compile(
    r"\s{2,}|[\s|｜]*(?:作\s*者|编\s*辑|责任编辑|责编|记\s*者|发布|发稿|时\s*间|日\s*期|浏览|阅读|点击"
    r"|字\s*[体号]|【|\[|分享|评论|打印|来源)"
    r"|[\s|｜(（]*\d{4}[-年/.]|[|｜]"
)
_AUTHOR = re.compile(
    r"(?:作\s*者|文\s*/|撰文|记者)\s*[:：︱|]\s*([^\s:：|｜【\[,，。；;]{1,20}(?:[ 、]\S{2,6}){0,2})"
)
_EDITOR = re.compile(r"(?:责任编辑|责编|编辑|审核|校对)\s*[:：]\s*(\w{2,4})")
_PUBLISHED = re.compile(r"发布|发稿|发表|发文|时间|日期|date|time|pub", re.IGNORECASE)
_MODIFIED = re.compile(r"更新|修改|modif|updat|截至|今天是|当前时间", re.IGNORECASE)
_LABELLED = re.compile(r"time|date|pub|info|source|meta|msg|laiyuan|shijian|riqi|title", re.IGNORECASE)


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


def title_of(root: Element, metadata: Metadata) -> str:
    """The headline: what a heading and the window's title agree on, else the metadata's, no site's name."""
    whole = metadata.page_title
    stated = metadata.first(_TITLE_METAS) or metadata.linked("headline")
    headings = [one_line(element.text_content()) for element in root.iter("h1", "h2", "h3")]
    headings += [
        one_line(element.text_content())
        for element in root.iter("div", "p", "span", "td")
        if re.search(r"title|headline|biaoti", hints(element), re.IGNORECASE) and len(element) < 4
    ]
    agreed = [text for text in headings if len(bare(text)) >= 4 and bare(text) in bare(whole)]
    if agreed:
        return _without_site(max(agreed, key=lambda text: len(bare(text))), metadata)
    if stated:
        return _without_site(stated, metadata)
    first = next(
        (one_line(element.text_content()) for element in root.iter("h1") if element.text_content().strip()),
        "",
    )
    return _without_site(whole, metadata) or first


def _without_site(title: str, metadata: Metadata) -> str:
    """标题_栏目_某网 → 标题: the parts behind the last bars, while enough is left."""
    site = metadata.metas.get("og:site_name", "")
    while (shorter := _SUFFIX.sub("", title)) != title and len(bare(shorter)) >= 5:
        suffix = title[len(shorter) :]
        if not re.search(r"[_|｜]|\s[-–—]\s|网|报|社|频道|中心|台|政府|局|新闻|资讯", suffix) and bare(
            suffix
        ) != bare(site):
            break
        title = shorter
    return title


def published_of(
    blocks: list[Block], span: range, metadata: Metadata, read_at: datetime
) -> tuple[datetime | None, str]:
    """(publish time, remark): the metadata's and the visible one weighed against each other.

    `span` is where between the title and the article's end the line with the time can stand.
    """
    stated = [
        reading
        for text in (
            metadata.linked("datePublished"),
            *(metadata.metas.get(name, "") for name in _TIME_METAS),
        )
        if (reading := read_moment(text, read_at)).value is not None
    ]
    clocked = next((reading.value for reading in stated if reading.remark != DATE_ONLY), None)
    visible = _visible_moment(blocks, span, read_at, day=stated[0].value if stated else None)
    if clocked is not None and (
        visible is None or not visible.has_clock or not _is_same(clocked, visible.moment)
    ):
        return clocked, ""
    if visible is not None and (visible.has_clock or not stated):
        fuller = clocked if clocked is not None and clocked.second and not visible.moment.second else None
        is_shifted = fuller is not None and abs(fuller - visible.moment) > timedelta(minutes=1)
        moment = visible.moment if fuller is None or is_shifted else fuller
        return moment, "" if visible.has_clock else DATE_ONLY
    return (stated[0].value, DATE_ONLY) if stated else (None, "")


def _is_same(stated: datetime, visible: datetime) -> bool:
    """The same minute, or eight hours off: a page that writes local time and calls it UTC."""
    gap = abs(stated - visible)
    return gap < timedelta(minutes=1) or gap == timedelta(hours=8)


def _visible_moment(
    blocks: list[Block], span: range, read_at: datetime, *, day: datetime | None
) -> FoundMoment | None:
    ranked = [
        (_likeliness(blocks[index], found, day), -index, -found.start, found)
        for index in span
        if len(blocks[index].text) <= 200 and blocks[index].linked <= 0.8
        for found in moments_in(blocks[index].text, read_at)
        if found.moment <= read_at + timedelta(days=1)
    ]
    return max(ranked, key=lambda entry: entry[:3])[3] if ranked else None


def _likeliness(block: Block, found: FoundMoment, day: datetime | None) -> float:
    parent = block.element.getparent()
    words = hints(block.element) + ("" if parent is None else hints(parent))
    before = block.text[max(0, found.start - 8) : found.start + 2]
    return (
        (4.0 if found.has_clock else 0.0)
        + (3.0 if _PUBLISHED.search(before) else 0.0)
        + (2.0 if _LABELLED.search(words) else 0.0)
        + (2.0 if _SOURCE.search(block.text) else 0.0)
        + (3.0 if day is not None and day.date() == found.moment.date() else 0.0)
        + (1.0 if len(block.text) < 60 else 0.0)
        - (3.0 if _MODIFIED.search(before) else 0.0)
        - (4.0 if is_aside(block.element) else 0.0)
    )


def source_of(blocks: list[Block], span: range, metadata: Metadata) -> str:
    """The paper, office or account named after 来源, else the metadata's."""
    for index in span:
        block = blocks[index]
        match = _SOURCE.search(block.text) if len(block.text) < 300 else None
        if match is None:
            continue
        named = _tidy(match[1])
        if not named and index + 1 in span and len(blocks[index + 1].text) < 30:
            named = _tidy(blocks[index + 1].text)
        if named:
            return named
    return _tidy(metadata.first(_SOURCE_METAS)) or metadata.linked("publisher")


def _tidy(words: str) -> str:
    text = _SOURCE_END.split(one_line(words).replace("\u3000", " "), maxsplit=1)[0]
    return text.strip(" :：·-—()（）[]【】《》<>\"'，,。")


def author_of(blocks: list[Block], span: range, metadata: Metadata) -> str:
    """The writer named on the page, else the metadata's; never the editor in charge."""
    for index in span:
        match = _AUTHOR.search(blocks[index].text) if len(blocks[index].text) < 120 else None
        if match is not None:
            return _tidy(match[1])
    stated = metadata.linked("author") or metadata.first(_AUTHOR_METAS)
    editors = {match[1] for block in blocks if len(block.text) < 80 for match in _EDITOR.finditer(block.text)}
    is_editor = any(name in stated for name in editors)
    return "" if is_editor or "://" in stated or len(stated) > 30 else stated
