"""A kept picture shown small; other files by their sign."""

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

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
    """`opened` fires on a double click."""

    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnail")
        self.setFixedSize(WIDTH + 2, HEIGHT + 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(f"{name} 缩略图")
        self.setToolTip("双击打开（只读副本）")
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        self.opened.emit()
