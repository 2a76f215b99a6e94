"""上班时间: usual spans with the lunch break, seasons, single days; typed a line each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.pages.seat import Seat
from ui.pages.settings.form_panel import FormPanel
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.office_hours import OfficeHours
from yuqing_desktop.domain.rules_typed import (
    exception_said,
    read_exceptions,
    read_seasons,
    read_spans,
    season_said,
    spans_said,
)

_USUAL = (
    Field("usual", "平时", required=True, placeholder="08:30—12:00、14:00—17:30", help="各段之间是午休；工作小时只在这些时段里计算。"),
)  # fmt: skip
_OTHER = (
    Field("seasons", "季节", "text", lines=3, placeholder="夏季 5-1 至 9-30 08:00—12:00、15:00—18:00",
          help="一行一个；可以跨年，最先合上的一行有效。"),
    Field("exceptions", "个别日子", "text", lines=4, placeholder="2026-11-24 停电 不上班\n2026-12-31 年终结算 08:30—12:00",
          help="一行一天：日期、缘由、时段或“不上班”；优先于放假通知。"),
)  # fmt: skip


class HoursPanel(FormPanel):
    """Saves the whole of the office hours at once."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(
            seat,
            "上班时间",
            "改动后重算在办事项的时限并留痕（第十四条）。",
            (("平时", _USUAL), ("例外", _OTHER)),
            parent,
        )
        self.refresh()

    def shown(self) -> dict[str, object]:
        """The hours in force."""
        hours = self.seat.core.settings.rules().calendar.hours
        return {
            "usual": spans_said(hours.usual),
            "seasons": "\n".join(map(season_said, hours.seasons)),
            "exceptions": "\n".join(map(exception_said, hours.exceptions)),
        }

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """Other hours."""
        core, actor = self.seat.core, self.seat.actor
        hours = OfficeHours(
            read_spans(str(values["usual"])),
            read_seasons(str(values["seasons"])),
            read_exceptions(str(values["exceptions"])),
        )
        return lambda: core.calendar.set_hours(actor, hours)
