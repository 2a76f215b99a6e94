"""词表: the office's own words, kept by the office, tried out before they take effect (第七条)."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.pages.settings.house_rules_columns import rule_columns
from ui.pages.settings.house_rules_editor import HouseRulesEditor
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.house_rules import HouseRule

_HINT = "登记时按文中的词建议领域、等级和科室，由人决定。"


class HouseRulesPanel(QWidget):
    """The table of rules, or in its place the one being edited. `told(words)` when something was saved."""

    told = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._rules: dict[int, HouseRule] = {}
        self.add, self.edit = QPushButton("添加"), QPushButton("修改")
        self.table = PagedTable(rule_columns(self._sections), self._rows)
        self.panel = TablePanel(self.table, EmptyState("还没有词表", _HINT, ("添加", self._add)))
        self.editor = HouseRulesEditor(seat)
        self._place = ScrollColumn("一条词")
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def is_dirty(self) -> bool:
        """Whether a rule was typed and not saved."""
        return self.editor.is_dirty

    def keep(self) -> None:
        """Save the rule being typed; one not tried out yet stays."""
        if self.editor.save.isEnabled():
            self.editor.keep()

    def refresh(self) -> None:
        """Read the table."""
        self._seat.runner.read(self._seat.core.house_rules.all, self._show, owner=self)

    def _show(self, rules: list[HouseRule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self.panel.show_ids(array("q", self._rules))
        self.table.rows.forget()
        self.edit.setEnabled(self.table.current_id() is not None)

    def _rows(self, ids: Sequence[int]) -> list[HouseRule | None]:
        return [self._rules.get(one) for one in ids]

    def _sections(self) -> dict[int, str]:
        return {one.id: one.name for one in self._seat.core.people.sections(all_of_them=True)}

    def _add(self) -> None:
        self._open(HouseRule())

    def _edit(self) -> None:
        if (rule := self._rules.get(self.table.current_id() or 0)) is not None:
            self._open(rule)

    def _open(self, rule: HouseRule) -> None:
        self._place.show()
        self.panel.hide()
        self.add.hide()
        self.edit.hide()
        self.editor.show_rule(rule)

    def _close(self) -> None:
        self._place.hide()
        self.editor.hide()
        for part in (self.panel, self.add, self.edit):
            part.show()

    def _saved(self, changes: Changes) -> None:
        self._close()
        self._seat.hub.changed.emit(changes)
        self.refresh()
        self.told.emit(changes.result)

    def _lay_out(self) -> None:
        self.table.setAccessibleName("词表")
        for button, verb in ((self.add, "添加"), (self.edit, "修改")):
            button.setAccessibleName(f"{verb}一条词")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel("词表", role="title"))
        head.addWidget(TextLabel(_HINT, role="muted"), 1)
        head.addWidget(self.add)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        self._place.column.addWidget(self.editor)
        self._place.column.addStretch(1)
        column.addWidget(self._place, 1)
        self._close()

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.table.picked.connect(lambda _: self.edit.setEnabled(self.table.current_id() is not None))
        self.table.opened.connect(lambda _: self._edit())
        self.editor.saved.connect(self._saved)
        self.editor.left.connect(self._close)
