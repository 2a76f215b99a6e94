"""Gives the title its room in a narrow table: figures, level and state step aside, and come back."""

from PySide6.QtCore import QEvent, QObject

from ui.shell.appearance import Appearance
from ui.tables.paged_table import PagedTable

_STEPS = ((640, "spread"), (600, "level"), (470, "status"))
"""Below this width (at 13 px text) the column steps aside; the case file shows what it says."""


class NarrowColumns(QObject):
    """Hides only what is shown, and shows again only what it hid itself."""

    def __init__(self, table: PagedTable) -> None:
        super().__init__(table)
        self._table = table
        self._places = {column.key: at for at, column in enumerate(table.rows.columns)}
        self._aside: set[str] = set()
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def bring_back(self) -> None:
        """Show everything that stepped aside: the columns are about to be kept."""
        for key in list(self._aside):
            self._show(key)

    def columns_state(self) -> str:
        """The columns as the person set them, what stepped aside among them."""
        self.bring_back()
        state = self._table.columns_state()
        self._fit()
        return state

    def restore_columns(self, text: str) -> None:
        """Put kept columns back; what has no room now steps aside again."""
        self._aside.clear()
        self._table.restore_columns(text)
        self._fit()

    def _fit(self) -> None:
        width = self._table.width() * 13 / Appearance.present().look.base
        for least, key in _STEPS:
            if width < least and not self._table.head.isSectionHidden(self._places[key]):
                self._aside.add(key)
                self._table.head.setSectionHidden(self._places[key], True)
            elif width >= least and key in self._aside:
                self._show(key)

    def _show(self, key: str) -> None:
        self._aside.discard(key)
        self._table.head.setSectionHidden(self._places[key], False)
