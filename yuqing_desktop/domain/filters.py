"""What the registry shows, as a value that can be saved, typed and said in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from yuqing_desktop.domain.spans import Span
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status, Word
from yuqing_desktop.problems import BadInput


class SortKey(StrEnum):
    """What a list may be sorted by."""

    NUMBER = "number"
    PUBLISHED = "published_at"
    FOUND = "found_at"
    TITLE = "title"
    PLATFORM = "platform"
    SECTION = "section"
    READS = "reads"
    FORWARDS = "forwards"
    REPLIES = "replies"
    LEVEL = "level"
    STATUS = "status"
    DUE = "due_at"


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort key and its direction; ties go by number, absent values come last both ways."""

    key: SortKey = SortKey.NUMBER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items: every part given must hold; a part left empty does not narrow.

    Dates are local days, both included; `…_in` moves with the day. `excluded` holds the same parts with a leading minus.
    """

    words: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    levels: tuple[Level, ...] = ()
    kinds: tuple[CommentKind, ...] = ()
    needs: tuple[ReplyNeed, ...] = ()
    duties: tuple[DutyKind, ...] = ()
    sections: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    registered_from: date | None = None
    registered_to: date | None = None
    published_in: Span | None = None
    registered_in: Span | None = None
    unfinished: bool = False
    overdue: bool = False
    due_today: bool = False
    interim_debt: bool = False
    trashed: bool = False
    batch_id: int | None = None
    excluded: "Filter | None" = field(default=None)

    @property
    def is_empty(self) -> bool:
        """Whether it narrows nothing."""
        return self == Filter()


UNFINISHED = tuple(status for status in Status if not status.is_final)

VIEWS: Mapping[str, Filter] = {
    "all": Filter(),
    "to_assess": Filter(statuses=(Status.REGISTERED,)),
    "to_transfer": Filter(statuses=(Status.ASSESSED,)),
    "at_section": Filter(statuses=(Status.TRANSFERRED, Status.RECEIVED)),
    "to_approve": Filter(statuses=(Status.HANDLED, Status.DEPUTY_AGREED)),
    "to_reply": Filter(statuses=(Status.APPROVED,)),
    "to_close": Filter(statuses=(Status.REPLIED, Status.NO_REPLY, Status.REPLY_SUSPENDED)),
    "interim_debt": Filter(interim_debt=True),
    "overdue": Filter(overdue=True),
    "due_today": Filter(due_today=True),
    "trash": Filter(trashed=True),
}
"""The lists the navigation and the counted cards open, named in view_names."""

_FLAGS = {
    "逾期": "overdue", "今天到期": "due_today", "先行未补": "interim_debt", "在办": "unfinished", "回收站": "trashed",
}  # fmt: skip
_WORDS: dict[str, tuple[str, type[Word]]] = {
    "状态": ("statuses", Status),
    "等级": ("levels", Level),
    "类别": ("kinds", CommentKind),
    "回复": ("needs", ReplyNeed),
    "待办": ("duties", DutyKind),
}
_TEXTS = {"科室": "sections", "平台": "platforms", "领域": "topics", "来源": "sources"}
_DAYS = {"发布": "published", "登记": "registered"}
_BATCH = "批次"
_TOKEN = re.compile(r'(-?)(?:([^\s:："]+)[:：])?(?:"((?:[^"]|"")*)"|“([^”]*)”|(\S+))')
_SPECIAL = re.compile(r'[\s:："|,，、]|^[-“]')
_NUMBER = re.compile(r"[0-9]{1,9}")

Parts = dict[str, Any]
"""The parts of a Filter that are given, by field name."""


def parse(text: str) -> Filter:
    """A typed filter (`科室:规划 状态:待审批 is:逾期 -来源:微博 预约`) as a value. Raises BadInput for an unknown word.

    What stands in quotes, straight (one within is doubled) or Chinese, is one value, whatever is in it.
    """
    wanted: Parts = {}
    unwanted: Parts = {}
    for minus, name, quoted, chinese, plain in _TOKEN.findall(text):
        _take(unwanted if minus else wanted, name, quoted.replace('""', '"') or chinese, plain)
    if unwanted:
        wanted["excluded"] = Filter(**unwanted)
    return Filter(**wanted)


def _take(parts: Parts, name: str, quoted: str, plain: str) -> None:
    value = quoted or plain
    if not value:
        return
    if name in ("is", "是"):
        parts[_flag(value)] = True
    elif name in _WORDS:
        part, vocabulary = _WORDS[name]
        _append(parts, part, (_member(name, vocabulary, label) for label in _split(value)))
    elif name in _TEXTS:
        _append(parts, _TEXTS[name], (quoted,) if quoted else _split(plain))
    elif name in _DAYS:
        parts |= _when(_DAYS[name], value)
    elif name == _BATCH and _NUMBER.fullmatch(value):
        parts["batch_id"] = int(value)
    else:
        _append(parts, "words", (f"{name}:{value}" if name else value,))


def _append(parts: Parts, part: str, values: Iterable[str]) -> None:
    parts[part] = (*parts.get(part, ()), *values)


def _flag(word: str) -> str:
    if word not in _FLAGS:
        raise BadInput({"filter": f"没有“is:{word}”，可用：{'、'.join(_FLAGS)}"})
    return _FLAGS[word]


def _member(name: str, vocabulary: type[Word], label: str) -> Word:
    member = vocabulary.from_label(label)
    if member is None:
        known = "、".join(word.label for word in vocabulary)
        raise BadInput({"filter": f"没有{name}“{label}”，可用：{known}"})
    return member


def _split(value: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,，、|]", value) if part)


def _when(part: str, value: str) -> Parts:
    """A span by its name, else days."""
    if value in set(Span):
        return {f"{part}_in": Span(value)}
    first, last = _days(value)
    return {f"{part}_from": first, f"{part}_to": last}


def _days(value: str) -> tuple[date | None, date | None]:
    """2026-11-24, or a range 2026-11-01..2026-11-24 open at either end."""
    first, dots, last = value.partition("..")
    try:
        start = date.fromisoformat(first) if first else None
        if not dots:
            return start, start
        return start, date.fromisoformat(last) if last else None
    except ValueError:
        ways = f"2026-11-24、2026-11-01..2026-11-24，或{'、'.join(Span)}"
        raise BadInput({"filter": f"日期“{value}”应写作 {ways}"}) from None


def say(filter_: Filter) -> str:
    """The filter as it would be typed; `parse` reads it back."""
    parts = _said(filter_)
    if filter_.excluded is not None:
        parts += [f"-{part}" for part in _said(filter_.excluded)]
    return " ".join(parts)


def _said(filter_: Filter) -> list[str]:
    parts: list[str] = []
    for name, (part, _) in _WORDS.items():
        members = getattr(filter_, part)
        if members:
            parts.append(f"{name}:{'、'.join(member.label for member in members)}")
    for name, part in _TEXTS.items():
        parts += [f"{name}:{value}" for value in _said_texts(getattr(filter_, part))]
    for name, part in _DAYS.items():
        first, last = getattr(filter_, f"{part}_from"), getattr(filter_, f"{part}_to")
        if first or last:
            parts.append(f"{name}:{first or ''}" if first == last else f"{name}:{first or ''}..{last or ''}")
        if span := getattr(filter_, f"{part}_in"):
            parts.append(f"{name}:{span}")
    parts += [f"is:{word}" for word, flag in _FLAGS.items() if getattr(filter_, flag)]
    if filter_.batch_id is not None:
        parts.append(f"{_BATCH}:{filter_.batch_id}")
    return [*parts, *(_quoted(word) for word in filter_.words)]


def _said_texts(values: tuple[str, ...]) -> list[str]:
    """Plain values in one list; where one needs quotes each stands alone."""
    if any(_SPECIAL.search(value) for value in values):
        return [_quoted(value) for value in values]
    return ["、".join(values)] if values else []


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if _SPECIAL.search(value) else value


def merged(base: Filter, extra: Filter) -> Filter:
    """Both filters at once: the parts of `extra` replace those of `base` where they narrow."""
    blank = Filter()
    given = {
        f.name: getattr(extra, f.name)
        for f in fields(Filter)
        if getattr(extra, f.name) != getattr(blank, f.name)
    }
    if base.words and extra.words:
        given["words"] = base.words + extra.words
    return replace(base, **given)
