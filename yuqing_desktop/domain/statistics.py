"""The figures of a period (第四条), from its entries: one pure count, for the ledger and the window alike."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its section's name and all its duties, as a report counts it."""

    item: Item
    section: str
    duties: tuple[Duty, ...]

    def duty(self, kind: DutyKind) -> Duty | None:
        """The last duty of a kind."""
        return next((duty for duty in reversed(self.duties) if duty.kind is kind), None)

    def late(self, now: datetime) -> tuple[Duty, ...]:
        """Every duty that was met too late, or is open past its time."""
        return tuple(duty for duty in self.duties if (duty.met or duty.is_open) and duty.is_late(now))

    def is_overdue(self, now: datetime) -> bool:
        """Whether something is owed past its time now."""
        return any(duty.is_open and duty.is_late(now) for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; `share` is None of none."""

    part: int
    whole: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class SectionFigures:
    """A section's items of the period: sent to it, feedbacks in time, late (given late or open past the time), median hours."""

    section: str
    sent: int
    on_time: int
    late: int
    median_hours: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything counted of a period. Pairs are (word, number), in the order of the lists they come from."""

    registered: int
    before: int
    by_need: tuple[tuple[str, int], ...]
    by_level: tuple[tuple[str, int], ...]
    by_kind: tuple[tuple[str, int], ...]
    by_platform: tuple[tuple[str, int], ...]
    sections: tuple[SectionFigures, ...]
    first_reply: Share
    interim_debts: tuple[Entry, ...]
    overdue: tuple[Entry, ...]
    important: tuple[Entry, ...]


def figures(
    registered: Iterable[Entry],
    carried: Iterable[Entry],
    *,
    before: int,
    sections: Mapping[int, str],
    now: datetime,
) -> Figures:
    """Count a period: `registered` in it, `carried` over unfinished, `before` registered in the period before.

    `sections` names the sections by id.
    """
    new, old = tuple(registered), tuple(carried)
    items = [entry.item for entry in new]
    return Figures(
        registered=len(new),
        before=before,
        by_need=_said((item.reply_need for item in items), ReplyNeed),
        by_level=_said((item.level for item in items), Level),
        by_kind=_said((item.comment_kind for item in items), CommentKind),
        by_platform=tuple(Counter(item.platform for item in items).most_common()),
        sections=_sections(new + old, sections, now),
        first_reply=_first_reply(new, now),
        interim_debts=tuple(entry for entry in new + old if _open(entry, DutyKind.FULL_REPLY)),
        overdue=tuple(entry for entry in new + old if entry.is_overdue(now)),
        important=tuple(entry for entry in new if entry.item.level_or_ordinary.needs_head),
    )


def tenths(minutes: int) -> int:
    """Minutes to the nearest tenth of an hour, as times are counted and shown."""
    return (minutes + 3) // 6 * 6


def median_hours(counted: Sequence[tuple[int, int]]) -> float | None:
    """The median, in hours, of (minutes, how many) in order; between the two in the middle of an even number."""
    total = sum(count for _, count in counted)
    if not total:
        return None
    reached = list(accumulate(count for _, count in counted))
    low, high = (counted[bisect_left(reached, rank)][0] for rank in ((total + 1) // 2, total // 2 + 1))
    return tenths((low + high) // 2) / 60


def _said(values: Iterable[object], words: type) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    said = tuple((word.label, counted[word]) for word in words)  # type: ignore[attr-defined]
    return (*said, ("未评估", counted[None])) if counted[None] else said


def _open(entry: Entry, kind: DutyKind) -> bool:
    duty = entry.duty(kind)
    return duty is not None and duty.is_open


def _sections(
    entries: tuple[Entry, ...], names: Mapping[int, str], now: datetime
) -> tuple[SectionFigures, ...]:
    """第五条: a slip counts where it went, a feedback where it was owed, though the item be elsewhere by now."""
    sent: dict[str, set[int]] = {}
    owed: dict[str, list[Duty]] = {}
    for entry in entries:
        if entry.item.slip_number and entry.section:
            sent.setdefault(entry.section, set()).add(entry.item.id)
        for duty in entry.duties:
            name = names.get(duty.section_id or 0)
            if name is None:
                continue
            sent.setdefault(name, set()).add(entry.item.id)
            if duty.kind is DutyKind.FEEDBACK:
                owed.setdefault(name, []).append(duty)
    return tuple(_section(name, len(sent[name]), owed.get(name, []), now) for name in sorted(sent))


def _section(name: str, sent: int, duties: list[Duty], now: datetime) -> SectionFigures:
    done = [duty for duty in duties if duty.met]
    minutes = Counter(tenths(duty.spent) for duty in done if duty.spent is not None)
    return SectionFigures(
        section=name,
        sent=sent,
        on_time=sum(not duty.is_late(now) for duty in done),
        late=sum(duty.is_late(now) for duty in duties if duty.met or duty.is_open),
        median_hours=median_hours(sorted(minutes.items())),
    )


def _first_reply(entries: tuple[Entry, ...], now: datetime) -> Share:
    """第十二条: of the first replies due by now or already given, how many came in time; after a reopening there is another."""
    duties = [duty for entry in entries for duty in entry.duties if duty.kind is DutyKind.FIRST_REPLY]
    counted = [duty for duty in duties if duty.met or (duty.is_open and duty.is_late(now))]
    return Share(sum(duty.met and not duty.is_late(now) for duty in counted), len(counted))
