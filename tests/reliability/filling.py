"""Run as a script with a folder on a small disk: works until the disk is full, then goes on once there is room.

Says as one JSON document what was refused in words, and what was acknowledged before.
"""

import json
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.founding import SAMPLE_MEMBERS

BALLAST = 3_000_000
"""Bytes that are given free at last: the journal is folded into the file then."""


def main(folder: Path) -> None:
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(BALLAST))
    clock = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI))
    said: dict[str, object] = {}
    with closing(open_core(Paths(folder / "data", folder / "workstation"), clock)) as core:
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
        said["numbers"], said["act"] = fill(core)
        said["attachment"] = refused(lambda: core.attachments.attach_bytes(clerk(core), 1, "图.png", PNG))
        said["backup"] = refused(lambda: core.backing.back_up())
        ballast.unlink()
        said["after"] = core.register.register(clerk(core), {"title": "又能登记", "platform": "微博"}).result
        said["findings"] = [one.what for one in core.checkup.check().findings]
    with closing(open_core(Paths(folder / "data", folder / "workstation"), clock)) as core:
        said["there"] = [row[0] for row in core.store.database.rows("SELECT number FROM item ORDER BY id")]
        said["left"] = [str(path) for path in core.paths.data.rglob(".~*")]
    print(json.dumps(said, ensure_ascii=False))


PNG = b"\x89PNG\r\n\x1a\n" + bytes(3_000_000)


def clerk(core: Core):  # type: ignore[no-untyped-def]
    return core.people.actor_named("张敏")


def fill(core: Core) -> tuple[list[str], str]:
    numbers: list[str] = []
    actor = clerk(core)
    while len(numbers) < 5000:
        try:
            done = core.register.register(
                actor, {"title": "满", "platform": "微博", "content": "长文" * 2000}
            )
        except Problem as problem:
            return numbers, str(problem)
        numbers.append(core.registry.item(done.item_ids[0]).number)
    return numbers, ""


def refused(deed) -> str:  # type: ignore[no-untyped-def]
    try:
        deed()
    except Problem as problem:
        return str(problem)
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
