"""The issued ledgers as columns of a list."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.moments import full_moment, moment
from yuqing_desktop.domain.editions import Edition


def edition_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Number, period, who signed, when, hash, changed rows."""
    return (
        Column("number", "期号 · 周期", _number, 168, sortable=False),
        Column("mark", "", _mark, 104, sortable=False),
        Column(
            "signer", "签发人", lambda one: Cell(one.signer, f"经办 {one.issued_by}"), 110, sortable=False
        ),
        Column("issued", "签发时间", lambda one: _issued(one, now()), 112, sortable=False),
        Column("changed", "更正的事项", _changed, 110, sortable=False, stretch=True),
        Column("hash", "文件摘要", _hash, 122, sortable=False),
    )


def _number(edition: Edition) -> Cell:
    return Cell(edition.number, edition.period.name)


def _mark(edition: Edition) -> Cell:
    if edition.mark:
        return Cell(edition.mark, tone="warn", pill=True)
    return Cell("已签发", tone="ok", pill=True)


def _issued(edition: Edition, now: datetime) -> Cell:
    return Cell(moment(edition.issued_at, now), tip=full_moment(edition.issued_at))


def _changed(edition: Edition) -> Cell:
    if not edition.changed:
        return ABSENT
    count = edition.changed.count("、") + 1
    return Cell(edition.changed, f"{count} 件有改动", tip=edition.changed)


def _hash(edition: Edition) -> Cell:
    return Cell(
        edition.sha256[:12], f"留痕 {edition.head}", tip=f"SHA-256 {edition.sha256}\n留痕摘要 {edition.head}"
    )
