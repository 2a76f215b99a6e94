"""A tab of the case file: scrolls, and fills itself only while it is in front."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.scroll_column import ScrollColumn
from yuqing_desktop.domain.listing import Dossier


class Tab(ScrollColumn):
    """A subclass writes `fill(dossier)`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._waiting: Dossier | None = None
        self.column.setContentsMargins(2, 10, 6, 10)

    def show_dossier(self, dossier: Dossier) -> None:
        """Another item, or the same one changed."""
        self._waiting = dossier
        self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """The tab comes to the front."""
        super().showEvent(event)
        self._catch_up()

    def fill(self, dossier: Dossier) -> None:
        """Show it."""
        raise NotImplementedError

    def _catch_up(self) -> None:
        if self._waiting is None or not self.isVisible():
            return
        dossier, self._waiting = self._waiting, None
        self.fill(dossier)
        self.verticalScrollBar().setValue(0)
