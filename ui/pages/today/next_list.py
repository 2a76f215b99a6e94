"""接下来: what is due next, each with what is left, whose it is and the button of its act, or why it is not here."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.deadlines import brief, deadline
from ui.wording.moments import full_moment
from yuqing_desktop.domain.today import NextDuty
from yuqing_desktop.domain.vocabulary import DutyKind, Level

_STEP = 12
"""Lines made at a time: as many as a window shows; each has five parts, and a part takes its time to style."""

_ACT = "act"
_ALL_DONE = ("今天的事都办了", "没有到期未办的事项。新的舆情登记后，待办会按时限排在这里。")
_NONE_YET = ("还没有登记", "按 Ctrl+N 登记第一件舆情；待办会按时限排在这里。")
_NONE_FOR_OTHERS = ("还没有登记", "局办公室登记舆情后，待办会按时限排在这里。")


class NextList(Card):
    """`taken(act, item id)` on a button, `opened(number)` on the item's words."""

    taken = Signal(str, int)
    opened = Signal(str)

    def __init__(self, *, registers: bool, parent: QWidget | None = None) -> None:
        """`registers`: the person may begin with a registration of the own."""
        super().__init__("接下来", note=" ", parent=parent)
        self._none_yet = _NONE_YET if registers else _NONE_FOR_OTHERS
        self._area = ScrollColumn("接下来的待办", spacing=0)
        self._area.column.setContentsMargins(0, 0, 4, 0)
        self.body.addWidget(self._area, 1)
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.lines: list[QWidget] = []
        self._waiting: Iterator[QWidget] = iter(())
        self._last: QWidget = self._area

    def take_next(self) -> None:
        """The act of the line that has the keyboard, or of the first that may be taken."""
        focused: QWidget | None = self.window().focusWidget()
        acts = self._acts()
        here = [act for act in acts if focused is not None and act.parent() is focused.parent()]
        for act in (here or acts)[:1]:
            act.click()

    def show_duties(self, duties: Sequence[NextDuty], now: datetime, *, is_new: bool = False) -> None:
        """Show these instead; the later ones are made when scrolled to. `is_new`: nothing is registered yet."""
        focused: QWidget | None = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.lines, self._last = [], self._area
        self._area.clear()
        self._area.column.addStretch(1)
        self._waiting = (self._line(duty, now) for duty in duties)
        self._more()
        if not duties:
            self._add(EmptyState(*self._none_yet) if is_new else EmptyState(*_ALL_DONE, icon="check"))
        at_once = bool(duties) and duties[0].kind is DutyKind.REPORT_UP
        order = "须立即报告的在先，其余按时限" if at_once else "按时限先后"
        self.note.setText(f"{order}，前 {len(duties)} 项" if duties else "")
        for act in self._acts()[:1]:
            self.setFocusProxy(act)
        if had_keyboard:
            self.setFocus()

    def _acts(self) -> list[QPushButton]:
        found: list[QPushButton] = []
        for line in self.lines:
            found += line.findChildren(QPushButton, _ACT)
        return found

    def _scrolled(self, value: int) -> None:
        if value >= self._area.verticalScrollBar().maximum():
            self._more()

    def _more(self) -> None:
        for line in islice(self._waiting, _STEP):
            self._add(line)

    def _add(self, line: QWidget) -> None:
        column = self._area.column
        if self.lines:
            hairline = QFrame()
            hairline.setObjectName("hairline")
            column.insertWidget(column.count() - 1, hairline)
        self.lines.append(line)
        column.insertWidget(column.count() - 1, line)
        button: QPushButton
        for button in line.findChildren(QPushButton):
            QWidget.setTabOrder(self._last, button)
            self._last = button

    def _line(self, duty: NextDuty, now: datetime) -> QWidget:
        said = deadline(duty.due_at, now)
        left = TextLabel(brief(said), role=said.tone if said.tone in ("danger", "warn") else "section")
        left.setFont(Appearance.present().font(bold=True))
        left.setFixedWidth(round(92 * Appearance.present().look.base / 13))
        left.setToolTip(full_moment(duty.due_at))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(left)
        row.addLayout(self._words(duty), 1)
        if not duty.reason:
            row.addWidget(self._button(duty))
        return line

    def _words(self, duty: NextDuty) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(f"{duty.kind.label}：{duty.title}"))
        below = QHBoxLayout()
        below.setSpacing(0)
        number = QPushButton(duty.number)
        number.setProperty("kind", "quiet")
        number.setAccessibleName(f"打开 {duty.number}")
        number.clicked.connect(lambda: self.opened.emit(duty.number))
        reason = f" · {duty.reason}" if duty.reason else ""
        below.addWidget(number)
        if duty.level is not Level.ORDINARY:
            below.addWidget(TextLabel(f" · {duty.level.label}", role="danger"))
        below.addWidget(ElidedLabel(f" · {duty.whose}{reason}", role="muted"), 1)
        words.addLayout(below)
        return words

    def _button(self, duty: NextDuty) -> QPushButton:
        button = QPushButton(f"{duty.act.label}…")
        button.setObjectName(_ACT)
        button.setAccessibleName(f"{duty.act.label} {duty.number}")
        button.clicked.connect(lambda: self.taken.emit(duty.act.value, duty.item_id))
        return button
