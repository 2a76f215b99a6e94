"""A kept picture shown small; other files by their sign."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QImage, QImageReader, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap

WIDTH, HEIGHT = 88, 64
_MOST_MEGABYTES = 256
_SHARP = 2


def small_picture(content: bytes) -> QImage:
    """The picture no larger than the small frame at twice its size; a null image for what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _MOST_MEGABYTES * 2**20:
        return QImage()
    frame = QSize(WIDTH * _SHARP, HEIGHT * _SHARP)
    if size.width() > frame.width() or size.height() > frame.height():
        reader.setScaledSize(size.scaled(frame, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class EvidencePicture(QLabel):
    """`opened` fires on a double click, `held` when the mouse is pressed: who answers with a copy lets it be dragged out."""

    opened = Signal()
    held = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnail")
        self.setFixedSize(WIDTH + 2, HEIGHT + 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(f"{name} 缩略图")
        self.setToolTip("双击打开只读副本；可拖到其他文件夹或程序")
        self._copy: Path | None = None
        self._pressed_at = QPoint()
        self.setPixmap(pixmap("file", Appearance.present().tokens.faint, 28, self.devicePixelRatioF()))

    def show_picture(self, image: QImage) -> None:
        """Show it, where the file is a picture at all and this still stands."""
        if image.isNull() or not shiboken6.isValid(self):
            return
        ratio = self.devicePixelRatioF()
        frame = QSize(round(WIDTH * ratio), round(HEIGHT * ratio))
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = image.scaled(frame, kept, smooth) if image.width() > frame.width() else image
        shown = QPixmap.fromImage(small)
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)

    def give_copy(self, path: Path) -> None:
        """The copy a drag carries; the kept file itself never leaves (E41)."""
        if shiboken6.isValid(self):
            self._copy = path

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the copy before the mouse moves: a drag can't wait for it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self.held.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough, and the copy is there: it goes along."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._copy is None or far < QApplication.startDragDistance():
            return
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(self._copy))])
        self._copy = None
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.setPixmap(self.pixmap())
        drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        self.opened.emit()
