"""Writes a file the person chose beside the other work, and gives it into her hands (E29, E30).

A file that cannot be written because it is open in Excel or WPS may be tried again or written elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.tasks.quiet_memory import during
from ui.tasks.runner import Runner
from yuqing_desktop.problems import FileBusy, Problem
from yuqing_desktop.progress import Progress

AGAIN, ELSEWHERE, LEAVE = "重试", "另存为…", "不保存"


class _Place(Protocol):
    """A seat or a scene: what delivering needs of it."""

    @property
    def runner(self) -> Runner: ...
    @property
    def prompts(self) -> Prompts: ...
    @property
    def hub(self) -> Hub: ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """`question` heads the file chooser; `make(out, progress)` writes and gives the path.

    `done(path)` is called on the UI thread when it is there, and gives the banner's words.
    """

    question: str
    suggested: Path
    kinds: str
    make: Callable[[Path, Progress], Path]
    words: str = "正在保存…"
    done: Callable[[Path], str] = lambda path: f"已保存 {path.name}"


def deliver(place: _Place, wanted: Delivery, owner: QObject) -> None:
    """Ask where to, write, tell: the banner offers to open the file or its folder."""
    out = place.prompts.save_file(wanted.question, wanted.suggested, kinds=wanted.kinds)
    if out is not None:
        write_to(place, out, wanted, owner)


def write_to(place: _Place, out: Path, wanted: Delivery, owner: QObject) -> None:
    """The same where the place is known."""

    def refused(problem: Problem) -> None:
        if not isinstance(problem, FileBusy):
            place.hub.trouble.emit(problem)
            return
        question, detail = f"“{out.name}”现在存不进去", f"{problem.advice}{problem.kept}"
        way = place.prompts.choose(question, (AGAIN, ELSEWHERE, LEAVE), detail=detail)
        if way == 0:
            write_to(place, out, wanted, owner)
        elif way == 1:
            deliver(place, replace(wanted, suggested=_another(out)), owner)

    place.runner.long(
        during(lambda progress: wanted.make(out, progress)),
        lambda path: place.hub.delivered.emit(wanted.done(path), path),
        refused,
        owner=owner,
        words=wanted.words,
        writing=True,
    )


def _another(path: Path) -> Path:
    return path.with_name(f"{path.stem}（另存）{path.suffix}")
