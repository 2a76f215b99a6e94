"""An office's own columns: ticked, in order, under its own headings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from ui.pages.seat import Seat
from ui.widgets.act_dialog import ActDialog
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.layouts import Layout, LayoutColumn
from yuqing_desktop.services.layouts import standard

_FIELD = Qt.ItemDataRole.UserRole


class EditionsLayoutDialog(ActDialog):
    """`layout` is what it starts from; a new one gets a name of its own."""

    chapter = "ledger"

    def __init__(self, seat: Seat, layout: Layout, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, seat.prompts, title="新建版式" if new else "修改版式", main="保存", width=600,
            record="保存后台账按此版式导出和签发；序号列总在最前。",
        )  # fmt: skip
        self._seat = seat
        self._old = "" if new else layout.name
        self.form = self.add_form(
            (Field("name", "版式名称", required=True),), Surroundings(now=lambda: seat.now)
        )
        self.form.set_values({"name": self._old})
        self.columns = QTreeWidget()
        self._fill(layout)
        self._lay_out_columns()
        self.submitted.connect(self._save)

    def move_current(self, step: int) -> None:
        """One place up (-1) or down (1)."""
        at = self.columns.indexOfTopLevelItem(self.columns.currentItem())
        if at < 0 or not 0 <= at + step < self.columns.topLevelItemCount():
            return
        item = self.columns.takeTopLevelItem(at)
        self.columns.insertTopLevelItem(at + step, item)
        self.columns.setCurrentItem(item)

    def chosen(self) -> Layout:
        """The layout as it stands here."""
        items = [self.columns.topLevelItem(at) for at in range(self.columns.topLevelItemCount())]
        return Layout(
            str(self.form.values().get("name") or ""),
            tuple(
                LayoutColumn(str(item.data(0, _FIELD)), item.text(1))
                for item in items
                if item.checkState(0) is Qt.CheckState.Checked
            ),
        )

    def _save(self) -> None:
        seat, made, old = self._seat, self.chosen(), self._old
        self.set_busy(busy=True)
        seat.runner.write(
            lambda: seat.core.layouts.save(seat.actor, made, instead_of=old),
            self._saved,
            self.show_problem,
            owner=self,
        )

    def _saved(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.accept()

    def _fill(self, layout: Layout) -> None:
        own = {one.field: one for one in layout.columns}
        known = {one.field: one.heading for one in standard().columns}
        for field in (*own, *(field for field in known if field not in own)):
            heading = own[field].heading if field in own else ""
            item = QTreeWidgetItem([known[field], heading or known[field]])
            item.setData(0, _FIELD, field)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if field in own else Qt.CheckState.Unchecked)
            self.columns.addTopLevelItem(item)

    def _lay_out_columns(self) -> None:
        tree = self.columns
        tree.setAccessibleName("列")
        tree.setHeaderLabels(["列", "本单位的标题（双击可改）"])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setMinimumHeight(300)
        tree.setColumnWidth(0, 240)
        tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        tree.itemDoubleClicked.connect(lambda item, column: tree.editItem(item, 1) if column == 1 else None)
        up, down, rename = QPushButton("上移"), QPushButton("下移"), QPushButton("改标题")
        up.clicked.connect(lambda: self.move_current(-1))
        down.clicked.connect(lambda: self.move_current(1))
        rename.clicked.connect(lambda: tree.editItem(tree.currentItem(), 1))
        row = QHBoxLayout()
        row.addWidget(TextLabel("勾选要导出的列", role="muted"), 1)
        for button in (up, down, rename):
            button.setAutoDefault(False)
            row.addWidget(button)
        card = Card("列", quiet=True)
        card.body.addLayout(row)
        card.body.addWidget(tree)
        self.add_card(card)
        tree.setCurrentItem(tree.topLevelItem(0))
