"""What every dialog of an act works with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.workdays import DayKind


@dataclass(frozen=True, slots=True)
class Scene:
    """The registry, the runner, who may be asked, who hears of changes, who acts, over which window."""

    core: Core
    runner: Runner
    prompts: Prompts
    hub: Hub
    actor: Actor
    parent: QWidget | None = None

    @property
    def now(self) -> datetime:
        """The present moment by the program's clock."""
        return self.core.clock.now()

    def around(self, choose_files: Callable[[], Sequence[Path]] | None = None) -> Surroundings:
        """What inputs need of the world."""
        if choose_files is None:
            return Surroundings(now=self.core.clock.now, marks=self._mark)
        return Surroundings(now=self.core.clock.now, marks=self._mark, choose_files=choose_files)

    def _mark(self, day: date) -> str:
        """休 or 班 where the calendar differs from the week, else nothing."""
        kind = self.core.settings.rules().calendar.kind(day)
        if kind is DayKind.MAKEUP:
            return "班"
        return "休" if kind is DayKind.REST and day.weekday() < 5 else ""
