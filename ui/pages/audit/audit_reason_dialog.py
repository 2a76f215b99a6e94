"""A reason that goes on the record, before something that asks for one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.pages.seat import Seat
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.problems import BadInput


class AuditReasonDialog(ActDialog):
    """Runs `job(reason)` on the writer; `outcome` is what came of it."""

    chapter = "checkup"

    def __init__(
        self,
        seat: Seat,
        title: str,
        main: str,
        record: str,
        job: Callable[[str], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, seat.prompts, title=title, main=main, record=record, width=560)
        self.outcome: Any = None
        self._seat = seat
        self._job = job
        around = Surroundings(now=lambda: seat.now)
        self.form = self.add_form([Field("reason", "事由", "text", required=True, lines=3)], around)
        self.submitted.connect(self._take)

    def _take(self) -> None:
        try:
            reason = str(self.form.require()["reason"])
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        self._seat.runner.write(lambda: self._job(reason), self._done, self.show_problem, owner=self)

    def _done(self, outcome: Any) -> None:
        self.outcome = outcome
        self.accept()
