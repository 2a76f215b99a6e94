"""The program's own SVG drawings, coloured when read (QtSvg paints currentColor black)."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from yuqing_desktop.paths import resources

_SIZES = (16, 20, 24, 32, 48)


def svg(name: str, color: str) -> str:
    """The drawing's text with its stroke in this colour."""
    return _drawing(name).replace("currentColor", color)


@cache
def _drawing(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _folder() -> Path:
    return resources() / "icons"


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing `size` device-independent pixels wide, sharp at this device pixel ratio."""
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(svg(name, color).encode()))
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, color: str, *, disabled: str = "") -> QIcon:
    """An icon in this colour, sharp up to 200 %, with another colour for its disabled state."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, color, size))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


def write_drawings(folder: Path, colors: dict[str, dict[str, str]]) -> None:
    """Write drawings for the style sheet: `colors` maps a file name to {drawing: colour}. Raises OSError."""
    folder.mkdir(exist_ok=True)
    for file_name, drawing in colors.items():
        for name, color in drawing.items():
            (folder / file_name).write_text(svg(name, color), encoding="utf-8")
