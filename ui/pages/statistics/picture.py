"""A painted figure whose parts can be pointed at, walked through with the keyboard, and opened."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.shell.appearance import Appearance

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Picture(QWidget):
    """A subclass says `count()`, `place(at)`, `words(at)` and `draw(painter)`; `opened(at)` on click or Enter."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.current = -1
        self.hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        Appearance.present().changed.connect(self._take_look)

    def count(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    def place(self, at: int) -> QRectF:
        """Where a part can be clicked."""
        raise NotImplementedError

    def words(self, at: int) -> str:
        """What a part says, for the tooltip and screen readers."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint everything."""
        raise NotImplementedError

    def told(self) -> None:
        """Other figures are shown."""
        self.current = min(self.current, self.count() - 1)
        self.hovered = -1
        every = "；".join(self.words(at).replace("\n", "，") for at in range(self.count()))
        self.setAccessibleName(f"{self.name}：{every or '没有数据'}")
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part under the pointer lies on a soft ground, the one with the keyboard in a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(Appearance.present().font(small=True))
        tokens = Appearance.present().tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if 0 <= self.hovered < self.count():
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(self.place(self.hovered), 4, 4)
        self.draw(painter)
        if self.hasFocus() and 0 <= self.current < self.count():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(self.place(self.current).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The words of the part under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(at) if at >= 0 else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Another part is under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None is any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the part."""
        at = self._at(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.current = at
            self.opened.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens."""
        if event.key() in _OPEN and 0 <= self.current < self.count():
            self.opened.emit(self.current)
        elif event.key() in (*_BACK, *_ON) and self.count():
            step = 1 if event.key() in _ON else -1
            self.current = min(max(self.current + step, 0), self.count() - 1)
            self.setAccessibleDescription(self.words(self.current))
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard stands on a part from the first."""
        self.current = max(self.current, 0)
        super().focusInEvent(event)

    def _at(self, point: QPointF) -> int:
        return next((at for at in range(self.count()) if self.place(at).contains(point)), -1)

    def _hover(self, at: int) -> None:
        if at != self.hovered:
            self.hovered = at
            hand = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()
