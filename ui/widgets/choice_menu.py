"""A menu of choices in which letters find a choice by its pinyin initials."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.letter_search import LetterSearch, letter_of


class ChoiceMenu(QMenu):
    """Otherwise a menu like any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = LetterSearch(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter marks the next choice it may mean."""
        letter = letter_of(event)
        if not letter:
            super().keyPressEvent(event)
            return
        actions = [action for action in self.actions() if not action.isSeparator() and action.isEnabled()]
        marked = self.activeAction()
        present = actions.index(marked) if marked in actions else -1
        at = self._search.place([action.text() for action in actions], letter, present)
        if at >= 0:
            self.setActiveAction(actions[at])
