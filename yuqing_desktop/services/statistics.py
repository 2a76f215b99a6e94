"""统计 (第四条): the figures of a week to two years, each of them openable as a list."""

from collections import Counter
from dataclasses import dataclass

from yuqing_desktop.domain import overview
from yuqing_desktop.domain.overview import CLOCKS, Overview, Tally
from yuqing_desktop.domain.people import Section
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.vocabulary import CommentKind, Level, ReplyNeed, Word
from yuqing_desktop.problems import BadInput
from yuqing_desktop.storage.queries import statistics as query
from yuqing_desktop.storage.store import Store

LONGEST_DAYS = 732


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of periods."""

    store: Store

    def overview(self, period: Period) -> Overview:
        """Count a period as it stands now. Raises BadInput for one longer than two years."""
        if (period.last - period.first).days > LONGEST_DAYS:
            raise BadInput({"period": "统计的期间最长两年"})
        database, now = self.store.database, self.store.clock.now()
        steps = overview.steps(period)
        counts = query.registered(database, ((first, last) for _, first, last in steps))
        groups = query.breakdown(database, period)
        debts, overdue = query.count_owing(database, period, now)
        feedback, *others = query.duty_counts(database, CLOCKS, period, now)
        return Overview(
            period=period,
            registered=sum(counts),
            before=query.registered(database, ((period.previous.first, period.previous.last),))[0],
            carried=query.count_carried(database, period),
            trend=tuple((word, count) for (word, _, _), count in zip(steps, counts, strict=True)),
            by_need=_said(groups, 1, ReplyNeed),
            by_level=_said(groups, 2, Level),
            by_kind=_said(groups, 3, CommentKind),
            by_platform=tuple(_counted(groups, 0).most_common()),
            sections=self._sections(feedback),
            clocks=tuple(
                (kind, overview.tally(row[1:] for row in rows))
                for kind, rows in zip(CLOCKS, (feedback, *others), strict=True)
            ),
            interim_debts=debts,
            overdue=overdue,
        )

    def _sections(self, rows: list[query.DutyCount]) -> tuple[tuple[str, Tally], ...]:
        names = {section.id: section.name for section in self.store.find(Section)}
        of_section: dict[int, list[query.DutyCount]] = {}
        for row in rows:
            if row.section_id is not None:
                of_section.setdefault(row.section_id, []).append(row)
        return tuple(
            (names[one], overview.tally(row[1:] for row in of_section[one])) for one in sorted(of_section)
        )


def _counted(groups: list[tuple[str, str, str, str, int]], column: int) -> Counter[str]:
    counted: Counter[str] = Counter()
    for group in groups:
        counted[str(group[column])] += group[4]
    return counted


def _said(
    groups: list[tuple[str, str, str, str, int]], column: int, words: type[Word]
) -> tuple[tuple[str, int], ...]:
    counted = _counted(groups, column)
    said = tuple((word.label, counted[word.value]) for word in words)
    return (*said, ("未评估", counted[""])) if counted[""] else said
