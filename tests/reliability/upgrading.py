"""Run as a script: kills (kill -9) a program that brings an old registry up to date, and looks at what is there."""

import argparse
import contextlib
import random
import shutil
import signal
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reliability.deeds import Place, made
from tests.reliability.killing import LONGER, SHORTER, Say, killed, load_everything
from yuqing_desktop.storage import database, migrating
from yuqing_desktop.storage.checks import structure
from yuqing_desktop.storage.migrations import MIGRATIONS, Migration
from yuqing_desktop.storage.snapshot import of_live

STEPS = (
    Migration(("""ALTER TABLE "item" ADD COLUMN "mood" TEXT NOT NULL DEFAULT ''""",), reshapes=("item",)),
    Migration(
        ('CREATE TABLE "shelf" ("id" INTEGER PRIMARY KEY)', 'CREATE INDEX "duty_shelf" ON "duty" ("kind")')
    ),
    Migration(
        ("""ALTER TABLE "duty" ADD COLUMN "mood" TEXT""", """ALTER TABLE "draft" ADD COLUMN "mood" TEXT"""),
        reshapes=("duty", "draft"),
    ),
)


def release() -> None:
    """A later version of the program."""
    for module in (database, migrating, structure):
        module.MIGRATIONS = (*MIGRATIONS, *STEPS)  # type: ignore[attr-defined]


def one_by_one() -> None:
    """A planted fault: every statement of a migration is kept at once."""
    migrate = database.Database.migrate

    def careless(self: database.Database, number: int) -> None:
        migrate(self, number)
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA integrity_check")  # long enough to be hit
        self.connection.execute("BEGIN IMMEDIATE")

    database.Database.migrate = careless  # type: ignore[method-assign]


def look(place: Place) -> int:
    """The version found: wholly that one and no other; then the program opens it and finds nothing."""
    with contextlib.closing(sqlite3.connect(place.paths.database)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    with of_live(place.paths.database) as rows:
        found = list(structure.check(rows))
        assert found == [], found
        told = rows.rows("SELECT count(*) FROM event WHERE act = 'migrate'")
        assert told == [(version - len(MIGRATIONS),)], (version, told)
    with contextlib.closing(place.open()) as core:
        core.pages.require_whole()
        report = core.checkup.check()
        assert report.findings == (), report.findings
        assert core.store.database.version == len(MIGRATIONS) + len(STEPS)
    return version


def main() -> int:
    """Kill so many times; which versions were found, as words."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--plant", action="store_true")
    options = parser.parse_args()
    load_everything()
    template = made(options.folder / "template")
    chance, seconds, found = random.Random(1), 0.05, set[int]()
    release()
    if options.plant:
        one_by_one()
    for number in range(options.kills):
        place = Place(options.folder / "place", template.seen)
        shutil.rmtree(place.folder, ignore_errors=True)
        shutil.copytree(template.folder, place.folder)

        def work(say: Say, place: Place = place) -> None:
            say("begin", "upgrade")
            core = place.open()
            say("done", "upgrade")
            signal.pause()
            core.close()

        try:
            _, finished = killed(work, chance.uniform(0, seconds))
            found.add(look(place))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
            print(f"kill {number + 1}: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
        seconds *= SHORTER if finished else LONGER
    print(*sorted(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
