"""One line of the left rail: words left, count or mark right, the present one on the accent's soft ground."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.wording.tones import Tone

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_ICON = 18


class RailButton(QAbstractButton):
    """A checkable line; `show_count` puts a count or a word at its right."""

    def __init__(
        self, text: str, *, icon: str = "", sub: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._sub = sub
        self._count = ""
        self._tone: Tone = "muted"
        self._narrow = False
        self._low = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)

    @property
    def count(self) -> str:
        """What stands at the right."""
        return self._count

    def show_count(self, count: str, tone: Tone = "muted") -> None:
        """Another count or mark; red is written bold."""
        if (count, tone) == (self._count, self._tone):
            return
        self._count, self._tone = count, tone
        self.setAccessibleName(f"{self.text()} {count}".strip())
        if self._narrow:
            self.setToolTip(self.accessibleName())
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Only the icon, its words in the tool tip; a view under a page has none and goes away."""
        self._narrow = narrow
        self.setVisible(not (narrow and self._sub))
        self.setToolTip(self.accessibleName() if narrow else "")
        self.updateGeometry()

    def set_low(self, *, low: bool) -> None:
        """Closer together, where the window is too low for all of them."""
        self._low = low
        self.updateGeometry()

    @property
    def full_height(self) -> int:
        """Its height where there is room."""
        return Appearance.present().look.control - (3 if self._sub else 0) + 1

    def sizeHint(self) -> QSize:
        """One line."""
        look = Appearance.present().look
        least = look.small + 12 if self._sub else look.base + 15
        height = min(self.full_height, least) if self._low else self.full_height
        return QSize(36 if self._narrow else 120, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, count."""
        appearance = Appearance.present()
        tokens = appearance.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(tokens.soft if self.isChecked() else tokens.line))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 0, -1, -1), 6, 6)
        if self._narrow:
            self._paint_icon(painter, box)
        else:
            self._paint_words(painter, box.adjusted(10, 0, -8, 0))

    def _paint_icon(self, painter: QPainter, box: QRect) -> None:
        """The icon in the middle; a count in red keeps its dot."""
        tokens = Appearance.present().tokens
        ink = tokens.accent if self.isChecked() else tokens.text
        left, top = box.x() + (box.width() - _ICON) // 2, box.y() + (box.height() - _ICON) // 2
        painter.drawPixmap(left, top, pixmap(self._icon, ink, _ICON, self.devicePixelRatioF()))
        if self._count and self._tone == "danger":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.danger))
            painter.drawEllipse(left + _ICON - 2, top - 3, 7, 7)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        appearance = Appearance.present()
        tokens = appearance.tokens
        ink = tokens.accent if self.isChecked() else tokens.muted if self._sub else tokens.text
        room = box.width()
        if self._count:
            painter.setFont(appearance.font(small=True, bold=self._tone in ("danger", "warn")))
            painter.setPen(QColor(tokens.ink(self._tone)))
            painter.drawText(box, _RIGHT, self._count)
            room -= painter.fontMetrics().horizontalAdvance(self._count) + 6
        left = box.x()
        if self._icon and not self._sub:
            top = box.y() + (box.height() - _ICON) // 2
            painter.drawPixmap(left, top, pixmap(self._icon, ink, _ICON, self.devicePixelRatioF()))
        indent = _ICON + 10
        painter.setFont(appearance.font(small=self._sub, bold=self.isChecked()))
        painter.setPen(QColor(ink))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room - indent)
        painter.drawText(box.adjusted(indent, 0, 0, 0), _LEFT, words)
