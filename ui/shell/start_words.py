"""What is to be said once the window stands: a place that is no place, a chain's end that differs, forms left half filled."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.shell.window import MainWindow
from yuqing_desktop.services.workstation import amiss

if TYPE_CHECKING:
    from ui.pages.seat import Seat
    from yuqing_desktop.domain.findings import Finding

REGISTER = "register"
_Left = list[tuple[str, int | None]]


class StartWords(QObject):
    """Says the gravest of it, in the banner. A child of the window."""

    def __init__(self, seat: "Seat", window: MainWindow) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        core, actor = seat.core, seat.actor
        seat.runner.read(lambda: (amiss(core.store), core.forms.waiting(actor)), self._say, owner=self)

    def _say(self, read: "tuple[tuple[Finding, ...], _Left]") -> None:
        findings, left = read
        if findings:
            self._warn(findings[0])
        elif self._seat.core.warning:
            self._window.banner.error(self._seat.core.warning)
        elif left:
            self._offer(left)

    def _warn(self, first: "Finding") -> None:
        words = f"{first.what}（{first.where}）。{first.advice}"
        if "checkup" in self._window.keys:
            self._window.banner.error(words, action="体检", run=lambda: self._window.open("checkup"))
        else:
            self._window.banner.error(words)

    def _offer(self, left: _Left) -> None:
        form, item_id = left[0]
        more = f"，另有{len(left) - 1}份" if len(left) > 1 else ""
        if form == REGISTER and item_id is None:
            self._window.banner.hint(
                f"上次登记没有填完，内容还在{more}。",
                action="继续填写",
                run=lambda: self._seat.acts.register(),
            )
        elif item_id is not None:
            number = self._seat.core.registry.item(item_id).number
            self._window.banner.hint(
                f"{number}上次有表单没有填完{more}，再次办理时接着填。",
                action="查看事项",
                run=lambda: self._window.open("registry").open_with(number),
            )
