"""An act on several items, each for itself, and what came of it (D22)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import Problem


class Outcome(NamedTuple):
    """What came of the act on one item: what it changed, or why it was refused."""

    number: str
    changes: Changes | None
    problem: Problem | None


def each(jobs: Sequence[tuple[str, Callable[[], Changes]]]) -> list[Outcome]:
    """Every act for itself: what is refused holds nothing else up."""
    outcomes = []
    for number, job in jobs:
        try:
            outcomes.append(Outcome(number, job(), None))
        except Problem as problem:
            outcomes.append(Outcome(number, None, problem))
    return outcomes


def summed(act: str, outcomes: Sequence[Outcome]) -> Changes | None:
    """All that was done as one, its words the count of done and refused; None when nothing was."""
    done = [one.changes for one in outcomes if one.changes is not None]
    if not done:
        return None
    refused = len(outcomes) - len(done)
    words = f"{act}：{len(done)} 件已办" + (f"，{refused} 件没有办成" if refused else "")
    rows = tuple(row for one in done for row in one.rows)
    items = tuple(dict.fromkeys(item_id for one in done for item_id in one.item_ids))
    return Changes(done[0].act, done[-1].event, rows, items, words)
