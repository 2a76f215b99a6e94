"""A month to pick a day from, with 休 and 班 marked; a tool window, so that input methods live on (E24)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.month_grid import MonthGrid
from ui.widgets.text_label import TextLabel


class CalendarPopup(QFrame):
    """`picked(date)` fires once; it closes when it loses the window's focus."""

    picked = Signal(object)

    def __init__(
        self, day: date, today: date, marks: Callable[[date], str] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setWindowTitle("选日期")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.grid = MonthGrid(day, today, marks or (lambda _: ""))
        self._month = TextLabel(role="section")
        self.grid.moved.connect(self._say_month)
        self.grid.picked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(self._head())
        column.addWidget(self.grid)
        self._say_month()

    def show_below(self, widget: QWidget) -> None:
        """Open under a line, inside the screen."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        if at.y() + self.height() > screen.bottom():
            at.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(at)
        self.show()
        self.activateWindow()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Somebody clicked elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.isVisible():
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves without a choice."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._turn("chevron-left", "上个月", -1))
        row.addStretch(1)
        row.addWidget(self._month)
        row.addStretch(1)
        row.addWidget(self._turn("chevron-right", "下个月", 1))
        return row

    def _turn(self, drawing: str, name: str, months: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing, Appearance.present().tokens.muted))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.grid.turn(months))
        return button

    def _say_month(self) -> None:
        day = self.grid.day
        self._month.setText(f"{day.year} 年 {day.month} 月")

    def _pick(self, day: date) -> None:
        self.picked.emit(day)
        self.close()
