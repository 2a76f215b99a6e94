"""Hides what stands in a window while it is locked; what was typed stays beneath."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.widgets.text_label import TextLabel


class LockCover(QWidget):
    """Covers its parent wholly, menu bar and all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#page {{ background: {Appearance.present().tokens.bg}; }}")
        self.setAccessibleName("已锁定")
        picture = TextLabel()
        picture.setPixmap(pixmap("lock", Appearance.present().tokens.faint, 40, self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.addStretch(2)
        for part in (picture, TextLabel("已锁定", role="title")):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
        return False
