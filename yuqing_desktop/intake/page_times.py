"""When a page was published: its metadata and the line under its title, weighed against each other."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from yuqing_desktop.domain.moment_forms import is_clock
from yuqing_desktop.domain.moments import DATE_ONLY, read_moment
from yuqing_desktop.intake.page_blocks import Block, hints, is_aside
from yuqing_desktop.intake.page_head import Metadata
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
        "datecreated",
    ),
)
_PUBLISHED = re.compile(r"发布|发稿|发表|发文|时间|日期|date|time|pub", re.IGNORECASE)
_MODIFIED = re.compile(r"更新|修改|modif|updat|截至|今天是|当前时间", re.IGNORECASE)
_LABELLED = re.compile(r"time|date|pub|info|source|meta|msg|laiyuan|shijian|riqi|title", re.IGNORECASE)
_SOURCE = re.compile(r"来\s*源\s*[:：]")
_LINKED_TIME = re.compile(r"\s*(?:发布|发表|编辑)?于?[\s\d:：年月日/.\-今昨前天分钟小时刚]{2,25}")
_DAY_IN_LINK = re.compile(r"(?<!\d)(20\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")
LINK_DAY = "取自链接，只有日期"
_SCRIPTED = re.compile(
    r"[\"']?(?:pub(?:lish)?_?(?:time|date)|ptime|datePublished|createTime|create_time)[\"']?\s*[:=]\s*[\"']?"
    r"(\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\d{1,2}:\d{2}[^\"',;}]{0,12}|1\d{9}(?:\d{3})?\b)",
    re.IGNORECASE,
)


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
        if len(blocks[index].text) <= 200 and not _is_listing(blocks[index])
        for found in _moments(blocks, index, read_at)
        if found.moment <= read_at + timedelta(days=1)
    ]
    return max(ranked, key=lambda entry: entry[:3])[3] if ranked else None


def _moments(blocks: list[Block], index: int, read_at: datetime) -> list[FoundMoment]:
    """The times of a block; a day alone with the time of day that is all of the next block."""
    found = moments_in(blocks[index].text, read_at)
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if len(found) != 1 or found[0].has_clock or not is_clock(following):
        return found
    day = found[0]
    whole = read_moment(f"{day.moment:%Y-%m-%d} {following}", read_at).value
    return found if whole is None else [FoundMoment(whole, True, day.start, day.end)]


def _is_listing(block: Block) -> bool:
    """A line of another article: mostly its linked headline, not its linked time."""
    if block.linked > 0.2 and any(
        _LINKED_TIME.fullmatch(link.text_content()) for link in block.element.iter("a")
    ):
        return False
    return block.linked > 0.5 or (block.linked > 0.2 and is_aside(block.element))


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


def scripted_moment(page: str, read_at: datetime) -> datetime | None:
    """The time a page's scripts name, where they all name the same one: pages drawn by script show none."""
    moments = {
        reading.value.replace(second=0)
        for text in _SCRIPTED.findall(page)
        if (reading := read_moment(text, read_at)).value is not None and reading.value <= read_at
    }
    return moments.pop() if len(moments) == 1 else None


def day_in(link: str, read_at: datetime) -> datetime | None:
    """The day that a link names where its page tells none: /2026/1120/c123.html, t20261120_456.html."""
    for year, month, day in _DAY_IN_LINK.findall(urlsplit(link).path):
        moment = read_moment(f"{year}-{month}-{day}", read_at).value
        if moment is not None and moment <= read_at:
            return moment
    return None
