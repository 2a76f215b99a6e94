"""How fast a year's figures over 100,000 items come: `python -m tools.bench_figures`.

The floor is SQLite adding up one number of each row a period reports on, from the same covering indexes.
"""

import random
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from tools.bench_core import filled
from tools.bench_papers import seconds
from yuqing_desktop.core import Core
from yuqing_desktop.domain.overview import CLOCKS
from yuqing_desktop.domain.periods import Period, week_of, year_of

ITEMS, LIMIT = 100_000, 0.3
PERIODS = (
    week_of(date(2026, 11, 18)),
    year_of(date(2026, 1, 1)),
    Period(date(2024, 12, 1), date(2026, 11, 23)),
)


def give_duties(path: Path) -> None:
    """Close most items and give each the duties a real one has; a scratch registry only."""
    chance = random.Random(1)
    with closing(sqlite3.connect(path)) as database:
        if database.execute("SELECT count(*) FROM duty").fetchone()[0] > ITEMS:
            return
        database.execute(
            "UPDATE item SET closed_at = datetime(registered_at, '+3 days') WHERE status = 'closed'"
        )
        items = database.execute(
            "SELECT id, registered_at, section_id, closed_at FROM item WHERE section_id > 0"
        )
        rows = [row for item in items.fetchall() for row in _duties(chance, *item)]
        database.executemany(
            "INSERT INTO duty (item_id, kind, section_id, opened_at, due_at, rule, assumed, extended, closed_at,"
            " closed_by, met, spent) VALUES (?, ?, ?, ?, ?, '', 0, '', ?, '', ?, ?)",
            rows,
        )
        database.commit()


def _duties(
    chance: random.Random, item_id: int, registered: str, section: int, closed: str | None
) -> list[tuple[object, ...]]:
    opened, made = datetime.fromisoformat(registered), []
    for kind in CLOCKS:
        spent = int(chance.expovariate(1 / 300)) + 1
        waiting = closed is None and chance.random() < 0.5
        done = None if waiting else str(opened + timedelta(minutes=2 * spent))
        due = str(opened + timedelta(hours=chance.choice((10, 24, 30))))
        known = None if waiting else spent
        made.append((item_id, kind.value, section, registered, due, done, not waiting, known))
    return made


def measure(core: Core) -> None:
    """One line a period."""
    with closing(sqlite3.connect(core.paths.database)) as raw:
        for period in PERIODS:
            floor = seconds(partial(_added, raw, period))
            took = seconds(partial(core.statistics.overview, period))
            verdict = "ok" if took <= LIMIT else "TOO SLOW"
            words = f"figures of {period.name}, {core.statistics.overview(period).registered:,} items"
            told = f"floor {floor * 1000:5.0f} ms   (≤ {LIMIT * 1000:.0f}) {verdict}"
            print(f"{words:<56}{took * 1000:7.0f} ms   {told}")


def _added(raw: sqlite3.Connection, period: Period) -> None:
    span = (f"{period.first} 00:00:00", f"{period.last + timedelta(days=1)} 00:00:00")
    counted = (
        "SELECT count(*) FROM item WHERE trashed_at IS NULL AND registered_at >= ? AND registered_at < ?"
    )
    raw.execute(counted, span).fetchall()
    raw.execute("SELECT sum(met) FROM duty WHERE kind = 'feedback'").fetchall()


def main() -> None:
    """Fill a scratch registry and measure."""
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch))


def run(folder: Path) -> None:
    """Measure over a scratch registry kept in this folder, filled where it is not."""
    with closing(filled(folder, ITEMS)) as core:
        give_duties(core.paths.database)
        measure(core)


if __name__ == "__main__":
    main()
