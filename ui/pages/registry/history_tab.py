"""经过: every event of the item, newest first."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.pages.registry.item_words import history
from ui.pages.registry.tab import Tab
from ui.widgets.timeline import Timeline
from yuqing_desktop.domain.listing import Dossier


class HistoryTab(Tab):
    """Who did what when; refused attempts among them."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("经过", parent)
        self._now = now
        self.timeline = Timeline()
        self.column.addWidget(self.timeline, 1)

    def fill(self, dossier: Dossier) -> None:
        """Show it."""
        self.timeline.show_entries(history(dossier.timeline, self._now()))
