"""Run as a script: kills (kill -9) a working process again and again, and looks at the registry after each kill.

One process has everything imported and forks workers: a kill, the look included, takes a few hundredths of a second.
Prints one JSON document: how often each deed was under way when it was killed. Exit code 1 with words on stderr as
soon as something acknowledged is missing or anything is there by halves.
"""

import argparse
import contextlib
import importlib
import json
import os
import pkgutil
import random
import select
import shutil
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yuqing_desktop
from tests.reliability import planted
from tests.reliability.deeds import DEEDS, NOW, Place, Worker, made
from yuqing_desktop import durable
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core
from yuqing_desktop.services.restore import Restore

LIBRARIES = ("openpyxl", "docxtpl", "lxml.etree", "rapidfuzz", "segno")
_EVENTS = "SELECT id, act, hash FROM event"
KILLS_A_PLACE = 40
"""A registry that has grown is put aside for a fresh one: looking at it would take the time."""
SHORTER, LONGER = 0.75, 1.08
"""How the time within which a deed is killed follows how busy the computer is: about one deed in five is finished."""
LONG = 60.0
"""Seconds after which a worker is taken for hung."""


Say = Callable[[str, str], None]


class Killer:
    """Kills workers over one place, and remembers what they acknowledged."""

    def __init__(
        self, place: Place, chance: random.Random, deeds: Sequence[str], plant: Callable[[], None]
    ) -> None:
        self.place = place
        self.chance = chance
        self.deeds = deeds
        self.plant = plant
        self.known: dict[int, str] = {}
        """Every event that once stood, by its hash."""

    def kill(self, deed: str, seconds: float | None = None) -> tuple[list[tuple[str, str]], float]:
        """A worker killed in a deed: what it said, and how long the deed took if it was finished."""
        seed = self.chance.random()

        def work(say: Say) -> None:
            self.plant()
            worker = Worker(self.place, random.Random(seed), say)
            worker.do(deed)
            while True:
                worker.do(worker.chance.choice(self.deeds))

        return killed(work, seconds)

    def look(self, said: list[tuple[str, str]]) -> None:
        """Sound, everything acknowledged there, nothing by halves."""
        with contextlib.closing(self.place.open()) as core:
            core.pages.require_whole()
            report = core.checkup.check()
            assert report.findings == (), report.findings
            self._look_at_acts(core, [what for kind, what in said if kind == "act"])
            under_way = list(core.paths.data.rglob(f"{durable.TEMPORARY}*"))
            assert not under_way, under_way
            for path in core.blobs.all():
                assert durable.file_sha256(path) == path.name, f"half an attachment: {path}"
        self._look_at_files([what for kind, what in said if kind == "file" and what])

    def _look_at_acts(self, core: Core, said: list[str]) -> None:
        """Whatever was acknowledged stands, unless a backup was put back since, which ends earlier on its own record."""
        events = {number: (act, digest) for number, act, digest in core.store.database.rows(_EVENTS)}
        put_back = any(
            act == "restore_backup" and self.known.get(number) != digest
            for number, (act, digest) in events.items()
        )
        lost = [number for number, digest in self.known.items() if events.get(number, ("", ""))[1] != digest]
        for words in said:
            number, act = words.split()
            if events.get(int(number), ("", ""))[0] != act:
                lost.append(int(number))
        assert not lost or put_back, f"acknowledged, missing: {lost}"
        self.known = {number: digest for number, (_, digest) in events.items()}

    def _look_at_files(self, acknowledged: list[str]) -> None:
        for name in acknowledged:
            assert Path(name).is_file(), f"acknowledged, missing: {name}"
        for path in (*self.place.paths.exports.iterdir(), *self.place.usb.glob("[!.]*")):
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None, path
        newest = sorted(self.place.paths.backups.glob("*.zip"))[-1:]
        for path in newest:
            assert Restore(self.place.paths, FixedClock(NOW)).preview(path).report.ok, path


def killed(work: Callable[[Say], None], seconds: float | None = None) -> tuple[list[tuple[str, str]], float]:
    """Fork, and kill it so long after it said that it begins, or when it is done; what it said, and how long it

    took if it was done. Raises AssertionError when it ended by itself.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        said = _said(reading, pid, seconds)
    finally:
        os.close(reading)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError(f"the worker ended by itself: {said[-1:]}")
    times = [at for at, kind, _ in said if kind in ("begin", "done")]
    return [(kind, what) for _, kind, what in said], times[1] - times[0] if len(times) > 1 else 0.0


def _work(work: Callable[[Say], None], pipe: int) -> NoReturn:
    def say(kind: str, what: str) -> None:
        os.write(pipe, f"{kind} {what}\n".encode())

    try:
        work(say)
    except BaseException as error:  # noqa: BLE001 - a forked process must not run its parent's code
        say("failed", f"{type(error).__name__}: {error}".replace("\n", " "))
    os._exit(1)


def _said(pipe: int, pid: int, seconds: float | None) -> list[tuple[float, str, str]]:
    """What the worker says until it is killed, with the time of each word; a torn last line is left out.

    It is killed so many seconds after it began its first deed, or once that is done.
    """
    text, said, deadline = b"", list[tuple[float, str, str]](), time.perf_counter() + LONG
    while chunk := _read(pipe, pid, deadline):
        *lines, text = (text + chunk).split(b"\n")
        for line in lines:
            kind, _, what = line.decode().partition(" ")
            now = time.perf_counter()
            if kind == "begin" and seconds is not None and not any(word == "begin" for _, word, _ in said):
                deadline = now + seconds
            if kind == "done" and seconds is None:
                deadline = now
            said.append((now, kind, what))
    return said


def _read(pipe: int, pid: int, deadline: float) -> bytes:
    """The next words; at the deadline the worker is killed, and what it said before is read to the end."""
    readable, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.perf_counter()))
    if not readable:
        os.kill(pid, signal.SIGKILL)
    return os.read(pipe, 65536)


def load_everything() -> None:
    """Once, here, and not in each worker."""
    for name in (
        *LIBRARIES,
        *(one.name for one in pkgutil.walk_packages(yuqing_desktop.__path__, "yuqing_desktop.")),
    ):
        importlib.import_module(name)


def main() -> int:
    """Kill so many times; what was under way, as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plant", default="", choices=planted.FAULTS)
    parser.add_argument("--deeds", nargs="*", default=DEEDS)
    options = parser.parse_args()
    load_everything()
    chance, took = random.Random(options.seed), dict[str, float]()
    under_way, acknowledged = Counter[str](), 0
    template = made(options.folder / "template")
    for number in range(options.kills):
        if number % KILLS_A_PLACE == 0:
            folder = options.folder / f"place-{number}"
            shutil.copytree(template.folder, folder)
            shutil.rmtree(options.folder / f"place-{number - KILLS_A_PLACE}", ignore_errors=True)
            place = Place(folder, template.seen)
            killer = Killer(place, chance, options.deeds, planted.FAULTS[options.plant])
        deed = options.deeds[number % len(options.deeds)]
        try:
            if deed not in took:
                said, took[deed] = killer.kill(deed)
                killer.look(said)
            said, finished = killer.kill(deed, chance.uniform(0, took[deed]))
            killer.look(said)
            took[deed] *= SHORTER if finished else LONGER
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
            print(f"kill {number + 1} in “{deed}”: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
        begun, done = (sum(kind == word for kind, _ in said) for word in ("begin", "done"))
        acknowledged += done
        under_way[next(what for kind, what in reversed(said) if kind == "begin")] += begun > done
    told = {"kills": options.kills, "acknowledged": acknowledged, "under_way": under_way}
    print(json.dumps(told, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
