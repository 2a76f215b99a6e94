"""What the registry shows, as a value that can be saved, typed and said in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum

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

    Dates are local days, both included. `excluded` holds the same parts with a leading minus.
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

VIEWS: Mapping[str, tuple[str, Filter]] = {
    "all": ("登记簿", Filter()),
    "to_assess": ("待评估", Filter(statuses=(Status.REGISTERED,))),
    "to_transfer": ("待转送", Filter(statuses=(Status.ASSESSED,))),
    "at_section": ("待科室", Filter(statuses=(Status.TRANSFERRED, Status.RECEIVED))),
    "to_approve": ("待审批", Filter(statuses=(Status.HANDLED, Status.DEPUTY_AGREED))),
    "to_reply": ("待回复", Filter(statuses=(Status.APPROVED,))),
    "to_close": ("待办结", Filter(statuses=(Status.REPLIED, Status.NO_REPLY, Status.REPLY_SUSPENDED))),
    "interim_debt": ("先行回复未补", Filter(interim_debt=True)),
    "overdue": ("已逾期", Filter(overdue=True)),
    "due_today": ("今天到期", Filter(due_today=True)),
    "trash": ("回收站", Filter(trashed=True)),
}
"""The lists the navigation and the counted cards open: key → (word, filter)."""

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
_TOKEN = re.compile(r'(-?)(?:([^\s:："]+)[:：])?("[^"]*"|\S+)')


def parse(text: str) -> Filter:
    """A typed filter (`科室:规划 状态:待审批 is:逾期 -来源:微博 预约`) as a value. Raises BadInput for an unknown word."""
    wanted, unwanted = Filter(), Filter()
    for minus, name, value in _TOKEN.findall(text):
        plain = value.strip('"')
        if minus:
            unwanted = _with(unwanted, name, plain)
        else:
            wanted = _with(wanted, name, plain)
    return replace(wanted, excluded=unwanted) if not unwanted.is_empty else wanted


def _with(filter_: Filter, name: str, value: str) -> Filter:
    if name in ("is", "是"):
        if value not in _FLAGS:
            raise BadInput({"filter": f"没有“is:{value}”，可用：{'、'.join(_FLAGS)}"})
        return replace(filter_, **{_FLAGS[value]: True})
    if name in _WORDS:
        return _with_word(filter_, name, value)
    if name in _TEXTS:
        part = _TEXTS[name]
        return replace(filter_, **{part: (*getattr(filter_, part), *_split(value))})
    if name in _DAYS:
        first, last = _days(value)
        return replace(filter_, **{f"{_DAYS[name]}_from": first, f"{_DAYS[name]}_to": last})
    words = f"{name}:{value}" if name else value
    return replace(filter_, words=(*filter_.words, words))


def _with_word(filter_: Filter, name: str, value: str) -> Filter:
    part, vocabulary = _WORDS[name]
    members = []
    for label in _split(value):
        member = vocabulary.from_label(label)
        if member is None:
            known = "、".join(word.label for word in vocabulary)
            raise BadInput({"filter": f"没有{name}“{label}”，可用：{known}"})
        members.append(member)
    return replace(filter_, **{part: (*getattr(filter_, part), *members)})


def _split(value: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,，、|]", value) if part)


def _days(value: str) -> tuple[date | None, date | None]:
    """2026-11-24, or a range 2026-11-01..2026-11-24 open at either end."""
    first, dots, last = value.partition("..")
    try:
        start = date.fromisoformat(first) if first else None
        if not dots:
            return start, start
        return start, date.fromisoformat(last) if last else None
    except ValueError:
        raise BadInput({"filter": f"日期“{value}”应写作 2026-11-24 或 2026-11-01..2026-11-24"}) from None


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
        if values := getattr(filter_, part):
            parts.append(f"{name}:{_quoted('、'.join(values))}")
    for name, part in _DAYS.items():
        first, last = getattr(filter_, f"{part}_from"), getattr(filter_, f"{part}_to")
        if first or last:
            parts.append(f"{name}:{first or ''}" if first == last else f"{name}:{first or ''}..{last or ''}")
    parts += [f"is:{word}" for word, flag in _FLAGS.items() if getattr(filter_, flag)]
    return [*parts, *(_quoted(word) for word in filter_.words)]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value


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
