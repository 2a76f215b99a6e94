"""A table of words and figures on a card: as a report lists them, with a quiet bar for the share."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel

_FIGURE_WIDTH = 88


class FigureCard(Card):
    """Rows (word, count) with bars, or lines of several words under `heads`."""

    def __init__(self, title: str, heads: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._heads = tuple(heads)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._labels: list[QWidget] = []
        self.rows: list[tuple[str, ...]] = []
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_counts(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Words with their counts; bars as long as their share."""
        self._clear([(word, f"{count:,}") for word, count in pairs])
        most = max((count for _, count in pairs), default=0) or 1
        self._grid.setColumnStretch(1, 1)
        for row, (word, count) in enumerate(pairs):
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, most)
            bar.setValue(count)
            bar.setAccessibleName(f"{word} {count}")
            self._put(TextLabel(word), row, 0)
            self._put(bar, row, 1)
            self._put(TextLabel(f"{count:,}", role="section" if count else "faint"), row, 2, right=True)

    def show_lines(self, lines: Sequence[tuple[str, ...]]) -> None:
        """Lines under the heads: the first left, the others right."""
        self._clear(list(lines))
        self._grid.setColumnStretch(0, 1)
        for at in range(1, len(self._heads)):
            self._grid.setColumnMinimumWidth(at, _FIGURE_WIDTH)
        for at, head in enumerate(self._heads):
            self._put(TextLabel(head, role="muted"), 0, at, right=at > 0)
        for row, line in enumerate(lines, start=1):
            for at, words in enumerate(line):
                self._put(TextLabel(words), row, at, right=at > 0)
        if not lines:
            self._put(TextLabel("本期没有", role="muted"), 1, 0)

    def _clear(self, rows: list[tuple[str, ...]]) -> None:
        self.rows = rows
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []

    def _put(self, widget: QWidget, row: int, column: int, *, right: bool = False) -> None:
        centre = Qt.AlignmentFlag.AlignVCenter
        self._labels.append(widget)
        if isinstance(widget, QProgressBar):
            self._grid.addWidget(widget, row, column, centre)
            return
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, row, column, side | centre)
