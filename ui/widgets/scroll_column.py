"""A column that scrolls: as high as its words need at the width there is, no higher."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """Put widgets into `column`; it never scrolls sideways."""

    def __init__(self, name: str, *, spacing: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = _Inside()
        inside.setObjectName("plain")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self.setWidget(inside)

    def clear(self) -> None:
        """Nothing in the column any more."""
        while (held := self.column.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class _Inside(QWidget):
    def minimumSizeHint(self) -> QSize:
        # Wrapped labels guess a narrow, tall least size; the height for the real width is asked for anyway.
        layout = self.layout()
        assert layout is not None
        return QSize(0, 0 if layout.hasHeightForWidth() else layout.minimumSize().height())
