"""经过: every event of the item, newest first, or only one kind of them (D19)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.pages.registry.item_words import history
from ui.pages.registry.tab import Tab
from ui.widgets.filter_chip import FilterChip
from ui.widgets.text_label import TextLabel
from ui.widgets.timeline import Timeline
from yuqing_desktop.domain.listing import Dossier, TimelineEntry
from yuqing_desktop.domain.vocabulary import Act

_STEPS, _EDITS, _PAPERS, _REFUSED = "steps", "edits", "papers", "refused"
_KINDS = ((_STEPS, "办理"), (_EDITS, "修改"), (_PAPERS, "文书与其他"), (_REFUSED, "未办成"))
_OF_ACTS = {act.label for act in Act}


class HistoryTab(Tab):
    """Who did what when; refused attempts among them."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("经过", parent)
        self._now = now
        self._entries: tuple[TimelineEntry, ...] = ()
        self.kind = FilterChip("只看", _KINDS, many=False)
        self.nothing = TextLabel("没有这一类记录", role="muted")
        self.timeline = Timeline()
        self.column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.timeline, 1)
        self.kind.changed.connect(lambda _: self._show())

    def fill(self, dossier: Dossier) -> None:
        """Show it."""
        self._entries = dossier.timeline
        self._show()

    def _show(self) -> None:
        wanted = self.kind.chosen
        shown = tuple(entry for entry in self._entries if not wanted or _kind(entry) in wanted)
        self.nothing.setVisible(not shown)
        self.timeline.show_entries(history(shown, self._now()))


def _kind(entry: TimelineEntry) -> str:
    if entry.refused:
        return _REFUSED
    if entry.act == Act.EDIT.label:
        return _EDITS
    return _STEPS if entry.act in _OF_ACTS else _PAPERS
