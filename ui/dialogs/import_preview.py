"""The table of an import's rows with its counts: all, new, duplicate, new figures of a known post, refused."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.dialogs.import_rows_model import LIKELY, SOURCE, TITLE, WHY, ImportRowsModel
from ui.widgets.card import Card
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.affairs import Alike
from yuqing_desktop.services.importing import Preview

_WORDS = ("", "新增", LIKELY, "重复", "补读数", "不收")
_TELLING, _LEAST = 440, 140
_ROW, _HEIGHT, _LOW, _AROUND, _INSET = 30, 452, 240, 348, 7


class ImportPreview(Card):
    """Rows as they would be taken; `ticked(numbers, wanted)` when a person wants rows or not (click, Space, all)."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("每一行将怎样导入", note="去掉勾选的行不导入", quiet=True)
        self.model = ImportRowsModel()
        self.table = _Rows()
        self.without, self.with_all = QPushButton("疑似的都不导入"), QPushButton("疑似的都导入")
        self.table.setModel(self.model)
        self.table.setObjectName("preview")
        self.table.setAccessibleName("预览")
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(_Inset(self.table))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setStyleSheet("QTableView::item { padding: 0 8px; }")
        self.table.setMinimumHeight(self._room())
        for column, width in enumerate(ImportRowsModel.widths):
            self.table.setColumnWidth(column, width)
        self._filter: Segmented | None = None
        self._bar = QHBoxLayout()
        self._bar.setSpacing(8)
        for button, wanted in ((self.without, False), (self.with_all, True)):
            button.setAutoDefault(False)
            button.setProperty("kind", "link")
            button.clicked.connect(
                lambda _=False, wanted=wanted: self.ticked.emit(self.model.numbers(LIKELY), wanted)
            )
            self._bar.addWidget(button)
        self.body.addLayout(self._bar)
        self.body.addWidget(self.table)
        self.reason = TextLabel(role="muted", wrap=True)
        self.body.addWidget(self.reason)
        self.table.selectionModel().currentRowChanged.connect(lambda current: self._say_why(current.row()))
        self.model.modelReset.connect(lambda: self._say_why(-1))
        self.model.ticked.connect(self.ticked)

    def show_preview(self, seen: Preview, likes: Mapping[int, Alike] | None = None) -> None:
        """Show a file's rows, and what some of them are like where that was looked for."""
        self.model.only("")
        self.model.show_rows(seen.rows, likes)
        counts = Counter(map(self.model.word, seen.rows))
        labels = [f"全部 {len(seen.rows):,}", *(f"{word} {counts[word]:,}" for word in _WORDS[1:])]
        if self._filter is not None:
            self._bar.removeWidget(self._filter)
            self._filter.deleteLater()
        self._filter = Segmented(list(zip(_WORDS, labels, strict=True)))
        self._filter.set_names("显示")
        self._filter.choose("")
        self._filter.changed.connect(self.model.only)
        self._bar.insertWidget(0, self._filter, 1)
        for button in (self.without, self.with_all):
            button.setVisible(bool(counts[LIKELY]))

    def _room(self) -> int:
        """As high as is good, on a small screen as high as leaves the rest of the dialog in sight."""
        return max(_LOW, min(_HEIGHT, self.screen().availableGeometry().height() - _AROUND))

    def _say_why(self, row: int) -> None:
        """All of what the row's last cell may have no room for."""
        words = self.model.why_at(row)
        self.reason.setText(f"第 {self.model.index(row, 0).data()} 行：{words}" if words else "")
        self.reason.setVisible(bool(words))

    def choose(self, seen: Preview) -> None:
        """Other rows are wanted."""
        self.model.choose_rows(seen.rows)

    def set_low(self, *, low: bool) -> None:
        """Leave room for the report above: the rows were taken."""
        self.table.setMinimumHeight(_LOW if low else self._room())
        if low:
            self.model.settle()
            self.note.hide()
            for button in (self.without, self.with_all):
                button.hide()

    def show_only(self, word: str) -> None:
        """Show one verdict's rows."""
        if self._filter is not None:
            self._filter.choose(word)
        self.model.only(word)


class _Rows(QTableView):
    """Space turns the ticks of the chosen rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(held, ImportRowsModel):
            held.tick(index.row() for index in self.selectionModel().selectedRows())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the source goes and the title shrinks, before the reason is cut."""
        super().resizeEvent(event)
        widths = ImportRowsModel.widths
        room = self.viewport().width() - sum(widths) + widths[TITLE] + widths[WHY]
        is_narrow = room < _TELLING
        self.setColumnHidden(SOURCE, is_narrow)
        room += widths[SOURCE] if is_narrow else 0
        self.setColumnWidth(TITLE, min(widths[TITLE], max(_LEAST, room * 2 // 5)))


class _Inset(QStyledItemDelegate):
    """Words begin where the headings begin."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_INSET, 0, -_INSET, 0)  # type: ignore[attr-defined]
