"""A tab of the case file: scrolls, and fills itself only while it is in front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from yuqing_desktop.domain.listing import Dossier


class Tab(QScrollArea):
    """A subclass writes `fill(dossier)`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: Dossier | None = None
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("plain")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(2, 10, 6, 10)
        self.column.setSpacing(10)
        self.setWidget(inside)

    def show_dossier(self, dossier: Dossier) -> None:
        """Another item, or the same one changed."""
        self._waiting = dossier
        self._catch_up()

    def bring_up(self) -> None:
        """The tab comes to the front."""
        self._catch_up()

    def fill(self, dossier: Dossier) -> None:
        """Show it."""
        raise NotImplementedError

    def clear(self) -> None:
        """Nothing in the column any more."""
        while (held := self.column.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _catch_up(self) -> None:
        if self._waiting is None or not self.isVisible():
            return
        dossier, self._waiting = self._waiting, None
        self.fill(dossier)
        self.verticalScrollBar().setValue(0)
