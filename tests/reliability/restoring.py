"""Run as a script with a data folder and a backup: attaches, backs up and restores without end."""

import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.restore import Restore

PNG = b"\x89PNG\r\n\x1a\n"


def main(folder: Path, backup: Path) -> None:
    paths = Paths(folder / "data", folder / "workstation")
    clock = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI))
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        with closing(open_core(paths, clock)) as core:
            clerk = core.people.actor_named("张敏")
            content = PNG + str(number).encode() * 5000
            core.attachments.attach_bytes(clerk, 1, f"{number}.png", content)
            core.backing.back_up_if_due(now=True)
        Restore(paths, clock).restore(SYSTEM, backup)
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
