"""The status bar: counts at the left; running work, calendar, backup and who acts at the right (E10, E38)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from ui.tasks.progress_strip import ProgressStrip
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel


class StatusLine(QStatusBar):
    """`filter_cleared` fires on 已筛选 ✕."""

    filter_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.progress = ProgressStrip()
        self._counts = TextLabel()
        self._filtered = QPushButton("已筛选 ✕")
        self._filtered.setAccessibleName("已筛选，清除筛选")
        self._filtered.clicked.connect(self.filter_cleared)
        self._filtered.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._filtered.hide()
        self._calendar, self._backup, self._actor = TextLabel(), TextLabel(), TextLabel()
        self.addWidget(self._counts)
        self.addWidget(self._filtered)
        for part in (self.progress, self._calendar, self._backup, self._actor):
            self.addPermanentWidget(part)

    @property
    def words(self) -> str:
        """What the left side says."""
        return self._counts.text()

    def show_counts(self, words: str, *, filtered: bool = False) -> None:
        """共 340 · 显示 21 · 选中 1."""
        self._counts.setText(words)
        self._filtered.setVisible(filtered)

    def show_filtered(self, filtered: object) -> None:
        """Whether a filter hides rows: a signal's word."""
        self._filtered.setVisible(bool(filtered))

    def show_calendar(self, words: str, *, warn: bool = False) -> None:
        """日历至 2026-12-31; amber when the coming year is not published."""
        self._calendar.setText(words)
        restyle(self._calendar, "tone", "warn" if warn else "")

    def show_backup(self, words: str, *, late: bool = False) -> None:
        """备份 10:30 已验证; amber when there is none or it is too old."""
        self._backup.setText(words)
        restyle(self._backup, "tone", "warn" if late else "")

    @property
    def backup_words(self) -> str:
        """What is said of the last backup."""
        return self._backup.text()

    def show_actor(self, words: str) -> None:
        """张敏（专人）."""
        self._actor.setText(words)
