"""What waits, for whom: the list at the left, earliest limit first."""

from array import array
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.approvals.waiting_columns import WAITS_FOR, waiting_columns
from ui.pages.seat import Seat
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.listing import RegistryRow
from yuqing_desktop.domain.vocabulary import Role

_ALL = "all"
_WHOSE = {_ALL: "全部", Role.DEPUTY.value: "副组长", Role.HEAD.value: "组长"}
_EMPTY = "科室报送处置情况和拟回复后，事项在这里等领导同意（第九条）。"


class WaitingList(QWidget):
    """`read(id)` when another item is to be read (None: none), `chosen()` when other rows are chosen."""

    read = Signal(object)
    chosen = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[int, RegistryRow] = {}
        self.whose = Segmented(tuple(_WHOSE.items()))
        self.table = PagedTable(
            waiting_columns(lambda: seat.now), lambda ids: [self.rows.get(one) for one in ids]
        )
        self.panel = TablePanel(self.table, EmptyState("没有等待审批的事项", _EMPTY, icon="check"))
        leading = [role.value for role in (Role.DEPUTY, Role.HEAD) if role in seat.actor.roles]
        self.whose.choose(leading[0] if leading else _ALL)
        self._lay_out()
        self.whose.changed.connect(lambda _: self.narrow())
        self.table.picked.connect(self.read)
        self.table.chosen_changed.connect(self.chosen)

    @property
    def counts(self) -> str:
        """等副组长 2 · 等组长 1."""
        waiting = Counter(WAITS_FOR[row.status] for row in self.rows.values())
        return " · ".join(f"等{role.label} {waiting[role]}" for role in (Role.DEPUTY, Role.HEAD))

    @property
    def stated(self) -> str:
        """What the list is chosen by: 等副组长; empty for all."""
        return "" if self.whose.value == _ALL else f"等{_WHOSE[self.whose.value]}"

    def show_rows(self, rows: Sequence[RegistryRow]) -> None:
        """Everything that waits."""
        self.rows = {row.id: row for row in rows}
        self.narrow()

    def narrow(self) -> None:
        """Show whose turn was asked for; the place stays, so that the next one comes under the eye."""
        wanted = self.whose.value
        shown = [row.id for row in self.rows.values() if wanted in (_ALL, WAITS_FOR[row.status].value)]
        before = self.table.currentIndex().row()
        self.panel.show_ids(array("q", shown))
        self.table.rows.forget()
        if shown and self.table.current_id() is None:
            self.table.go_to(shown[min(max(before, 0), len(shown) - 1)])
        self.read.emit(self.table.current_id())

    def chosen_ids(self) -> list[int]:
        """The chosen items, else the one under the cursor."""
        current = self.table.current_id()
        return list(self.table.chosen_ids()) or ([current] if current is not None else [])

    def role(self) -> Role | None:
        """Whose turn it is: one role for all that is chosen, None when they differ."""
        roles = {WAITS_FOR[self.rows[one].status] for one in self.chosen_ids() if one in self.rows}
        return roles.pop() if len(roles) == 1 else None

    def _lay_out(self) -> None:
        self.table.setAccessibleName("等待审批的事项")
        self.whose.set_names("等谁")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(TextLabel("审批", role="title"))
        head.addWidget(self.whose, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        self.setMinimumWidth(300)
