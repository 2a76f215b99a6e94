"""Lets files be dropped on a widget; a dashed frame says that they are welcome (E39)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.styling import restyle


class DropTarget(QObject):
    """`take(paths)` gets the dropped files with one of these `endings` (any file when there are none)."""

    def __init__(
        self, widget: QWidget, take: Callable[[list[Path]], object], endings: Sequence[str] = ()
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._take = take
        self._endings = tuple(endings)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, leave, drop."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if self._files(event):
                event.acceptProposedAction()
                restyle(self._widget, "target", True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            restyle(self._widget, "target", False)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            restyle(self._widget, "target", False)
            event.acceptProposedAction()
            self._take(self._files(event))
            return True
        return False

    def _files(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if not self._endings or path.suffix.lower() in self._endings]
