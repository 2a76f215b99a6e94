"""Every shortcut on one sheet (Ctrl+/)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.card import Card
from ui.widgets.pill import Pill
from ui.widgets.scrolled import scrolled
from ui.widgets.text_label import TextLabel

ELSEWHERE = (
    ("对话框", "确认并保存", "Ctrl+Enter"),
    ("对话框", "保存并新增", "Ctrl+Shift+N"),
    ("对话框", "取消", "Esc"),
    ("对话框", "日期：现在 / 加一天 / 减一天", "t  +  -"),
    ("对话框", "选第几项", "1–9"),
    ("对话框", "本步骤的帮助", "F1"),
    ("每日巡查", "未发现", "空格"),
    ("每日巡查", "打开链接", "O"),
    ("每日巡查", "登记", "R"),
)
"""Keys that are not in the menu bar, as (where, what, keys)."""


class ShortcutSheet(QDialog):
    """Cards of (menu, words, keys)."""

    def __init__(self, shortcuts: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键一览")
        self.rows = [*shortcuts, *ELSEWHERE]
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        for half in self._halves():
            column = QVBoxLayout()
            column.setSpacing(12)
            for title in half:
                column.addWidget(self._card(title))
            column.addStretch(1)
            columns.addLayout(column)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.addWidget(scrolled(inside, "快捷键"), 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(close)
        outer.addLayout(line)
        self.resize(760, 620)

    def _halves(self) -> tuple[list[str], list[str]]:
        titles = list(dict.fromkeys(title for title, _, _ in self.rows))
        sizes = {title: sum(held == title for held, _, _ in self.rows) + 2 for title in titles}
        left: list[str] = []
        while titles and sum(sizes[title] for title in left) < sum(sizes.values()) / 2:
            left.append(titles.pop(0))
        return left, titles

    def _card(self, title: str) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows = [(words, keys) for held, words, keys in self.rows if held == title]
        for row, (words, keys) in enumerate(rows):
            grid.addWidget(TextLabel(words.rstrip("…")), row, 0)
            grid.addWidget(Pill(keys), row, 1, Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(grid)
        return card
