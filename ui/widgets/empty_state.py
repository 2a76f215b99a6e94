"""Nothing to show: what would be here, why it is not, how to get it (E32, E33)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.widgets.text_label import TextLabel

_WIDEST = 420
_NARROWEST = 240
_MARGIN = 24


class EmptyState(QWidget):
    """`what` · `why` · buttons: (verb, what it does); the first is the main one."""

    def __init__(
        self,
        what: str,
        why: str = "",
        *buttons: tuple[str, Callable[[], object]],
        icon: str = "empty",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = TextLabel()
        self._what = TextLabel(what, role="title")
        self._why = TextLabel(why, role="muted", wrap=True)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.set_buttons(*buttons)
        self.say(what, why)
        self._draw()
        Appearance.present().changed.connect(self._fit)

    def say(self, what: str, why: str = "") -> None:
        """Say something else: a filter hides all, a search found none."""
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._fit()

    def set_buttons(self, *buttons: tuple[str, Callable[[], object]]) -> None:
        """Offer other ways out."""
        while (held := self._buttons.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch(1)
        for number, (verb, run) in enumerate(buttons):
            button = QPushButton(verb)
            button.setProperty("kind", "main" if number == 0 else "")
            button.clicked.connect(lambda _=False, act=run: act())
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few words: the why wraps."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another wrapping."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _fit(self) -> None:
        # A centred label is not asked its height for a width: it is told both.
        why = self._why.text()
        metrics = self._why.fontMetrics()
        room = max(_NARROWEST, self.width()) - 2 * _MARGIN
        width = min(_WIDEST, room, metrics.horizontalAdvance(why) + 12)
        flags = int(Qt.TextFlag.TextWordWrap)
        self._why.setFixedSize(width, metrics.boundingRect(0, 0, width, 1000, flags, why).height() + 6)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._picture, 0, centre)
        column.addWidget(self._what, 0, centre)
        column.addWidget(self._why, 0, centre)
        self._why.setAlignment(centre)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def _draw(self) -> None:
        color = Appearance.present().tokens.faint
        self._picture.setPixmap(pixmap(self._icon, color, 40, self.devicePixelRatioF()))
