"""A table on its card: the strip of new arrivals above, the empty state when there is nothing to show."""

from array import array
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ui.tables.paged_table import PagedTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel


class TablePanel(QFrame):
    """`refresh_asked` fires when the person wants the newcomers shown."""

    refresh_asked = Signal()

    def __init__(self, table: PagedTable, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.table = table
        self.empty = empty
        self._words = TextLabel()
        self._announced: Callable[[], object] = self.refresh_asked.emit
        self._strip = self._make_strip()
        self._stack = QStackedLayout()
        self._stack.addWidget(table)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(self._stack, 1)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card's edge shows that the table has the keyboard (E45)."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "focused", event.type() == QEvent.Type.FocusIn)
        return False

    def show_ids(self, ids: "array[int]") -> None:
        """Show this list, or the empty state."""
        self.table.set_ids(ids)
        self._strip.hide()
        self._stack.setCurrentWidget(self.table if len(ids) else self.empty)

    def take_changes(self, touched: Iterable[int], fitting: "array[int]") -> None:
        """After an act: touched rows are read anew, rows that no longer fit greyed, newcomers announced.

        `fitting` is the list as it would be now; it is shown when the person asks for it.
        """
        shown, now = set(self.table.rows.ids), set(fitting)
        newcomers = len(now - shown)
        if not shown:
            self.show_ids(fitting)
            return
        self.table.refresh_rows(touched)
        self.table.rows.leave_behind(shown - now)
        self._strip.hide()
        if newcomers:
            self.announce(f"{newcomers:,} 条新", self.refresh_asked.emit)

    def announce(self, words: str, show: Callable[[], object]) -> None:
        """Say in the strip what is not in sight; its button and F5 `show` it."""
        self._words.setText(words)
        self._announced = show
        self._strip.show()

    def ask(self) -> None:
        """F5: what was announced, else the list anew."""
        show = self.refresh_asked.emit if self._strip.isHidden() else self._announced
        show()

    @property
    def newcomers(self) -> str:
        """What the strip says; empty when hidden."""
        return "" if self._strip.isHidden() else self._words.text()

    def _make_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 2, 8, 2)
        show = QPushButton("显示 F5")
        show.setProperty("kind", "link")
        show.clicked.connect(self.ask)
        row.addWidget(self._words)
        row.addWidget(show)
        row.addStretch(1)
        strip.hide()
        return strip
