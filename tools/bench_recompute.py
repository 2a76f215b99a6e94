"""How long a new holiday notice takes over 10,000 open items, each with its duties judged anew on the record."""

import json
import tempfile
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage.work import UnitOfWork

NOW = datetime(2026, 12, 31, 9, 0, tzinfo=SHANGHAI)
ITEMS = 10_000
NOTICE = {
    "year": 2027,
    "papers": [],
    "days": [{"name": "元旦", "date": f"2027-01-0{day}", "isOffDay": True} for day in (1, 2, 3)],
}


def run() -> list[tuple[str, float, float, str]]:
    """(what, measured, limit, unit)."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_core(Paths(Path(folder)), FixedClock(NOW))) as core,
    ):
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
        clerk = core.people.actor_named("张敏")

        def fill(work: UnitOfWork) -> None:
            for serial in range(ITEMS):
                found = NOW - timedelta(minutes=serial % 400)
                core.register.add(work, {"title": f"事项{serial}", "platform": "微博", "found_at": found})

        core.store.perform(clerk, "register", fill)
        begun = perf_counter()
        changes = core.calendar.import_notice(clerk, json.dumps(NOTICE).encode())
        spent = perf_counter() - begun
        assert f"{ITEMS}件" in changes.result, changes.result
    return [(f"a notice over {ITEMS:,} open items, every one changed", spent, 2.0, "s")]
