"""Messages inside the window: success leaves by itself, errors stay, nothing takes the focus (E27, E30)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon, pixmap
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel
from yuqing_desktop.problems import Problem

if TYPE_CHECKING:
    from yuqing_desktop.domain.reminders import Snooze

HIDES_AFTER_MS = 6_000
HIDES_AFTER_WITH_BUTTON_MS = 15_000
_MAX_WIDTH = 720


class Banner(QFrame):
    """One message at a time, floating at the top of its parent, two lines at most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName("提示")
        self._mark = TextLabel()
        self._words = TextLabel(wrap=True)
        self._action, self._second = QPushButton(), QPushButton("打开文件夹")
        self._later = QPushButton("稍后")
        self._copy = QPushButton("复制详情")
        self._close = QToolButton()
        self._close.setAccessibleName("关闭提示")
        self._close.setToolTip("关闭提示")
        self._details = ""
        self._run: Callable[[], object] | None = None
        self._run_second: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is being said; empty when hidden."""
        return self._words.toolTip() if not self.isHidden() else ""

    def success(self, words: str, *, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Something was done; gone after 6 s, 15 s when it has a button."""
        self._say("ok", "check", words, action=action, run=run)
        self._timer.start(HIDES_AFTER_WITH_BUTTON_MS if action else HIDES_AFTER_MS)

    def file(self, words: str, path: Path, open_outside: Callable[[Path], object]) -> None:
        """A file was made: it, or its folder, can be opened from here; a folder made is opened itself."""
        if path.is_dir():
            self.success(words, action="打开文件夹", run=lambda: open_outside(path))
            return
        self.success(words, action="打开文件", run=lambda: open_outside(path))
        self._run_second = lambda: open_outside(path.parent)
        self._second.show()
        self._place()

    def hint(self, words: str, *, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Something worth knowing; leaves like a success."""
        self._say("accent", "info", words, action=action, run=run)
        self._timer.start(HIDES_AFTER_WITH_BUTTON_MS if action else HIDES_AFTER_MS)

    def remind(self, words: str, *, see: Callable[[], object], put_off: Callable[[Snooze], object]) -> None:
        """A reminder: 查看, or 稍后 for a while; leaves by itself like the others."""
        self._say("accent", "bell", words, action="查看", run=see, put_off=put_off)
        self._timer.start(HIDES_AFTER_WITH_BUTTON_MS)

    def error(
        self, words: str, *, details: str = "", action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Something did not work; stays until closed."""
        self._timer.stop()
        self._say("danger", "alert", words, action=action, run=run, details=details)

    def problem(self, problem: Problem) -> None:
        """A known refusal, with what was not lost and what to do."""
        article = f"（依据{problem.article}）" if problem.article else ""
        self.error(f"{problem}{article}", details=f"{type(problem).__name__}\n{problem}{article}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the top of the parent when it is resized."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @property
    def _parts(self) -> tuple[QPushButton, ...]:
        return (self._action, self._second, self._later, self._copy)

    def _lay_out(self) -> None:
        self._later.setMenu(QMenu(self._later))
        self._later.setAccessibleName("稍后提醒")
        for button in (*self._parts, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in self._parts:
            button.setProperty("kind", "link")
        self._later.setProperty("menu", True)
        self._action.clicked.connect(lambda: self._act(self._run))
        self._second.clicked.connect(lambda: self._act(self._run_second))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        for part in (*self._parts, self._close):
            row.addWidget(part)

    def _say(
        self,
        tone: str,
        mark: str,
        words: str,
        *,
        action: str,
        run: Callable[[], object] | None,
        details: str = "",
        put_off: Callable[[Snooze], object] | None = None,
    ) -> None:
        tokens = Appearance.present().tokens
        restyle(self, "tone", tone)
        self._mark.setPixmap(pixmap(mark, tokens.ink(tone), 18, self.devicePixelRatioF()))
        self._close.setIcon(icon("close", tokens.muted))
        self._words.setToolTip(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._second.hide()
        self._copy.setVisible(bool(details))
        self._later.setVisible(put_off is not None)
        if put_off is not None:
            from ui.shell.snoozes import add_snoozes

            self._later.menu().clear()
            add_snoozes(self._later.menu(), lambda snooze: self._put_off(snooze, put_off))
        self._details = details
        self._run = run
        self.setFocusProxy(self._action if action else self._close)
        self.show()
        self._place()
        self.raise_()

    def _act(self, run: Callable[[], object] | None) -> None:
        self.hide()
        if run is not None:
            run()

    def _put_off(self, snooze: Snooze, put_off: Callable[[Snooze], object]) -> None:
        self.hide()
        put_off(snooze)

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(_MAX_WIDTH, parent.width() - 32)
        buttons = sum(
            part.sizeHint().width() + 8
            for part in (*self._parts, self._close, self._mark)
            if not part.isHidden()
        )
        self._words.setText(self._two_lines(width - buttons - 40))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, 12)

    def _two_lines(self, width: int) -> str:
        metrics = self._words.fontMetrics()
        return metrics.elidedText(self._words.toolTip(), Qt.TextElideMode.ElideRight, int(width * 1.85))
