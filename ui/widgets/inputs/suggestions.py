"""What may be meant while a line is typed: by any part of the words, or by their pinyin initials (D7)."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from ui.wording.initials import initials

_SOUGHT = Qt.ItemDataRole.UserRole


class Suggestions(QCompleter):
    """`typed(text)` comes first: letters have the initials read, once."""

    def __init__(self, words: Sequence[str], parent: QObject) -> None:
        self._items = QStandardItemModel()
        super().__init__(self._items, parent)
        self._items.setParent(self)
        for text in words:
            item = QStandardItem(text)
            item.setData(text, _SOUGHT)
            self._items.appendRow(item)
        self._read = False
        self.setCompletionRole(_SOUGHT)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def typed(self, text: str) -> None:
        """Something was typed."""
        if self._read or not (text.isascii() and text.isalpha()):
            return
        self._read = True
        for at in range(self._items.rowCount()):
            item = self._items.item(at)
            item.setData(f"{item.text()}\n{initials(item.text())}", _SOUGHT)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """The words themselves go into the line."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
