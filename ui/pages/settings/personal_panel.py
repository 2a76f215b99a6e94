"""个人信息 (第十一条): how long it is kept after an item's end, whose is due, and taking it away."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from ui.dialogs.purge_dialog import purge_dialog
from ui.dialogs.scene import Scene
from ui.pages.seat import Seat
from ui.pages.settings.form_panel import FormPanel
from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.wording.moments import moment
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.personal import purge_words
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.personal import Overdue
from yuqing_desktop.services.personal_files import OverdueFile

_FIELDS = (
    Field(
        "personal_days",
        "保存期限",
        required=True,
        help="事项办结（并案、误报、移交）后保存的天数；到期列在下面。",
    ),
)
_HINT = "投诉举报人的姓名、电话、证件号、地址，和可能含有这些内容的导入原文件；到期须清除，清除不能撤销（第十一条）。"


class PersonalPanel(FormPanel):
    """Saves the term; lists what is due, whose (masked), and takes it away once confirmed in words."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, "个人信息", _HINT, (("保存期限", _FIELDS),))
        self._due: dict[int, Overdue | OverdueFile] = {}
        self.purge = QPushButton("清除到期的…")
        self.table = PagedTable(_columns(lambda: seat.now), lambda ids: [self._due.get(one) for one in ids])
        why = "办结后满保存期限的个人信息，和所收事项都已办结、满期限的导入原文件，会列在这里。"
        self.panel = TablePanel(self.table, EmptyState("没有到期的个人信息", why))
        self.card = Card("到期的个人信息", quiet=True)
        self._put_in()
        self.purge.clicked.connect(self._purge)

    def shown(self) -> dict[str, object]:
        """The term in force."""
        return {"personal_days": str(self.seat.core.personal.days())}

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """Save it. Raises BadInput."""
        days = str(values["personal_days"]).strip()
        if not (days.isascii() and days.isdigit()):
            raise BadInput({"personal_days": "请填写整数"})
        core, actor = self.seat.core, self.seat.actor
        return lambda: core.settings.change(actor, {"personal_days": int(days)})

    def refresh(self) -> None:
        """Read the list too."""
        super().refresh()
        personal = self.seat.core.personal
        self.seat.runner.read(lambda: (personal.due(), personal.due_files()), self._show, owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        """What is due changes with every day and every act."""
        if not self.is_dirty:
            self.refresh()
        super().showEvent(event)

    def _show(self, found: tuple[Sequence[Overdue], Sequence[OverdueFile]]) -> None:
        due, files = found
        self._due = {one.item_id: one for one in due} | {-one.records[0].id: one for one in files}
        self.panel.show_ids(array("q", self._due))
        self.table.rows.forget()
        self.purge.setText(f"{purge_words(len(due), len(files))}…" if self._due else "清除到期的…")
        self.purge.setEnabled(bool(self._due) and not rights.refusal(self.seat.actor, Deed.PURGE_PERSONAL))

    def _purge(self) -> None:
        seat = self.seat
        scene = Scene(seat.core, seat.runner, seat.prompts, seat.hub, seat.actor, self.window())
        due = [one for one in self._due.values() if isinstance(one, Overdue)]
        files = [one for one in self._due.values() if isinstance(one, OverdueFile)]
        dialog = purge_dialog(scene, due, files)
        if seat.prompts.show(dialog) and dialog.changes is not None:
            self.told.emit(dialog.changes.result)
        dialog.deleteLater()
        self.refresh()

    def _put_in(self) -> None:
        self.table.setAccessibleName("到期的个人信息")
        self.purge.setProperty("kind", "danger")
        self.card.body.addWidget(self.panel)
        self.panel.setMinimumHeight(260)
        self.card.body.addWidget(self.purge, 0, Qt.AlignmentFlag.AlignRight)
        self.area.column.insertWidget(1, self.card, 1)


def _columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    return (
        Column("item", "事项", lambda one: Cell(one.title, one.number), 220, sortable=False, stretch=True),
        Column("whose", "何人 · 何物", lambda one: Cell(one.whose), 200, sortable=False),
        Column("ended", "办结", lambda one: Cell(moment(one.ended_at, now())), 140, sortable=False),
    )
