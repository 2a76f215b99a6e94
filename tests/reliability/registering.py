"""Run as a script with a data folder: registers items without end, saying each number once it is kept."""

import sys
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS


def main(folder: Path) -> None:
    core = open_core(
        Paths(folder, folder / "workstation"), FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
    )
    if core.founding.is_empty():
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
    clerk = core.people.actor_named("张敏")
    values = {"title": "预约系统打不开", "summary": "网民反映预约系统打不开。" * 20, "platform": "微博"}
    print("ready", flush=True)
    while True:
        print(core.register.register(clerk, values).result, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
