"""A copied paragraph → what it tells by itself: labelled lines, an app's share words, a title line, time, counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.links import LinkFacts, link_facts, links_in
from yuqing_desktop.domain.moments import DATE_ONLY, read_moment
from yuqing_desktop.domain.text import clean, excerpt, one_line
from yuqing_desktop.intake.pages import Page
from yuqing_desktop.intake.readings import Counts, counts_in, moments_in
from yuqing_desktop.intake.synonyms import FIELD_OF, ItemField, plain

_SHARED = (
    re.compile(r"看看【(?P<author>.{1,30}?)的(?:图文|视频)?作品】(?P<title>.*)"),
    re.compile(r"【(?P<title>.{2,100}?)\s*[-–—]\s*(?P<author>.{1,30}?)\s*[|｜]\s*小红书[^】]*】"),
    re.compile(r"^[\d\s]*(?P<author>\S{1,30}?)发布了一篇小红书笔记(?P<title>)"),
    re.compile(r"^快手作品《(?P<title>.{2,100}?)》(?P<author>)"),
    re.compile(r"^【(?P<title>[^【】]{8,100})】(?P<author>)"),
    re.compile(r"^@(?P<author>[\w-]{2,30})[:：]\s*(?P<title>.*)"),
)
"""How apps say what is shared: 抖音, 小红书, 快手, a title in 【】, a forwarded post."""
_AFTER = re.compile(r"https?://.*|//@.*|\s*(?:收起|展开)[a-z]?$|(?:\s*#\s*[^\s#]+)+$|[.…\s]+$")
_SENT_FROM = re.compile(r"\s*(?:来自|发布于|ip属地)", re.IGNORECASE)
_LONGEST_LABEL, _LONGEST_NAME, _LONGEST_INFORMATION, _MOST_BESIDE = 8, 20, 120, 12
_LOOKED_AT = 400
"""Characters of a line among which its title is looked for: no longer line may hold the window up."""
_STOPS = re.compile(r"[，。！？；、：:#【】@]")
_TEXTS = (ItemField.CONTENT, ItemField.SUMMARY)


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the lines tell: the time with its remark, counts, and those that are prose."""

    moment: datetime | None
    remark: str
    counts: Counts
    prose: tuple[str, ...]
    author: str = ""


def read_text(text: str, *, read_at: datetime) -> Page:
    """The facts of a copied paragraph, times relative to `read_at`; empty where it tells nothing."""
    found = links_in(text)
    facts = link_facts(found[0]) if found else LinkFacts()
    lines = clean(text).split("\n")
    told = _labelled(lines)
    read = _read(lines, found, read_at)
    body = clean("\n".join(read.prose))
    stated = read_moment(told.get(ItemField.PUBLISHED_AT, ""), read_at)
    title, author = _titled(read.prose, told, facts)
    return Page(
        title=title,
        published_at=stated.value or read.moment,
        source=one_line(told.get(ItemField.SOURCE, "")) or facts.source,
        author=one_line(told.get(ItemField.AUTHOR, "")) or author or read.author,
        text=body,
        reads=read.counts.reads,
        forwards=read.counts.forwards,
        replies=read.counts.replies,
        link=facts.link,
        platform=facts.platform,
        remark=read.remark if stated.value is None else stated.remark,
    )


def _read(lines: Sequence[str], links: Sequence[str], read_at: datetime) -> _Lines:
    counts, moment, remark, author = Counts(), None, "", ""
    prose: list[str] = []
    for line in lines:
        told = counts_in(line, read_at)
        counts = counts.or_else(told)
        found = moments_in(line, read_at) if len(line) < _LONGEST_INFORMATION else []
        best = next((one for one in found if one.has_clock), found[0] if found else None)
        if best is not None and (moment is None or (remark and best.has_clock)):
            moment, remark = best.moment, "" if best.has_clock else DATE_ONLY
        is_sent_from = best is not None and _SENT_FROM.match(line, best.end) is not None
        is_information = is_sent_from or (
            best is not None and len(line) - (best.end - best.start) < _MOST_BESIDE
        )
        if is_sent_from and len(prose) == 1 and len(lines) > 2 and _is_name(prose[0]):
            author = prose.pop()
        if not is_information and told == Counts() and line not in links:
            prose.append(line)
    return _Lines(moment, remark, counts, tuple(prose), author)


def _is_name(line: str) -> bool:
    """Who posted stands above when and whence: a short line that is no sentence."""
    return len(line) <= _LONGEST_NAME and _STOPS.search(line) is None and "http" not in line


def _labelled(lines: Sequence[str]) -> dict[ItemField, str]:
    """What a form's lines tell, by their labels; the lines below a text's label belong to it."""
    told: dict[ItemField, str] = {}
    current: ItemField | None = None
    for line in lines:
        label, colon, value = line.replace(":", "：", 1).partition("：")
        field = FIELD_OF.get(plain(label)) if colon and len(label) <= _LONGEST_LABEL else None
        if field is not None:
            current = field if field not in told else None
            told.setdefault(field, value.strip())
        elif current in _TEXTS:
            told[current] = f"{told[current]}\n{line}"
    return told


def _titled(prose: Sequence[str], told: dict[ItemField, str], facts: LinkFacts) -> tuple[str, str]:
    """(title, author): by its label, by the words of the app it was shared from, or the first sentence."""
    if told.get(ItemField.TITLE):
        return one_line(told[ItemField.TITLE]), ""
    text = next((told[name] for name in _TEXTS if told.get(name)), "") if len(told) > 1 else ""
    shown = (line[:_LOOKED_AT] for line in prose)
    first = text[:_LOOKED_AT] or next((line for line in shown if _AFTER.sub("", line)), "")
    before = _AFTER.sub("", first) or first
    for form in _SHARED:
        if (shared := form.search(before)) is not None:
            return _without_site(shared["title"], facts), one_line(shared["author"])
    return _without_site(before, facts), ""


def _without_site(words: str, facts: LinkFacts) -> str:
    """The first sentence, without the site's name behind it: 标题 - 知乎."""
    names = "|".join(re.escape(name) for name in (facts.source, facts.platform) if name)
    shorter = re.sub(rf"\s*[-–—_|｜]+\s*(?:{names})\S*$", "", words) if names else words
    trimmed = _AFTER.sub("", shorter.strip())
    return excerpt(trimmed) if trimmed else ""
