"""Files: a list with a button, and a place to drop them (E39)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.inputs.input import Input
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel
from ui.wording.sizes import file_size

Choose = Callable[[], Sequence[Path]]


class FileInput(Input):
    """Its value is a tuple of paths; `choose` asks for more (Prompts.open_files)."""

    def __init__(
        self, choose: Choose, *, hint: str = "或把文件拖到这里", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._paths: list[Path] = []
        self._frame = QFrame()
        self._frame.setObjectName("drop")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.button = QPushButton("添加文件…")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.add(self._choose()))
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addWidget(TextLabel(hint, role="muted"))
        line.addStretch(1)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 2, 2, 2)
        column.addLayout(self._list)
        column.addLayout(line)
        self.row.addWidget(self._frame, 1)
        self.setAcceptDrops(True)

    @property
    def target(self) -> QWidget:
        """The button."""
        return self.button

    def value(self) -> tuple[Path, ...]:
        """The files."""
        return tuple(self._paths)

    def set_value(self, value: Sequence[Path] | None) -> None:
        """Show these files."""
        self._paths = list(value or ())
        self._show()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files that are not there yet."""
        fresh = [path for path in paths if path not in self._paths]
        if fresh:
            self._paths += fresh
            self._show()
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome, and the place says so."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            restyle(self._frame, "target", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        restyle(self._frame, "target", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are here."""
        restyle(self._frame, "target", False)
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in self._paths:
            self._list.addWidget(self._line(path))

    def _line(self, path: Path) -> QWidget:
        size = file_size(path.stat().st_size) if path.is_file() else "文件不在了"
        remove = QToolButton()
        remove.setIcon(icon("close", Appearance.present().tokens.muted))
        remove.setAccessibleName(f"移除 {path.name}")
        remove.setToolTip("移除")
        remove.clicked.connect(lambda: self._remove(path))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedLabel(path.name), 1)
        row.addWidget(TextLabel(size, role="muted"))
        row.addWidget(remove)
        return line

    def _remove(self, path: Path) -> None:
        self._paths.remove(path)
        self._show()
        self.changed.emit()
