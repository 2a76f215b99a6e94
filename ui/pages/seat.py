"""A seat at the window: who sits there, and what every page works with."""

from dataclasses import dataclass
from datetime import datetime

from ui.pages.acts import Acts
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from yuqing_desktop.core import Core
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed


@dataclass(frozen=True, slots=True)
class Seat:
    """Handed to every page."""

    core: Core
    runner: Runner
    prompts: Prompts
    hub: Hub
    actor: Actor
    acts: Acts
    geometry: Geometry

    def refusal(self, deed: Deed) -> str:
        """Why the person here may not do it, in words; empty when allowed."""
        return rights.refusal(self.actor, deed).rstrip("。")

    @property
    def now(self) -> datetime:
        """The program's time."""
        return self.core.clock.now()
