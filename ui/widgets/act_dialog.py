"""The dialog of an act: what it is about, what will be recorded, one main button; nothing is decided here."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.shell.prompts import Prompts
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.letters import lettered
from ui.widgets.pill import Pill
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.scrolled import scrolled
from ui.widgets.text_label import TextLabel
from ui.wording.tones import Tone
from yuqing_desktop.problems import BadInput, Problem

_MARGIN = 24
_ASK = "已填写的内容还没有保存，要放弃吗？"


class ActDialog(QDialog):
    """`submitted()` fires on the main button (Ctrl+Enter), `turned_down()` on the left, red one.

    The page runs the act; on success it calls `accept()`, on a Problem `show_problem(problem)`. F1 opens the
    help at `chapter` (ui.help.chapters).
    """

    chapter = ""

    submitted = Signal()
    turned_down = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        prompts: Prompts,
        *,
        title: str,
        main: str,
        number: str = "",
        heading: str = "",
        record: str = "",
        danger: str = "",
        width: int = 760,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.forms: list[Form] = []
        self._letters: set[str] = set()
        self._prompts = prompts
        self._width = round(width * Appearance.present().look.base / 13)
        self._title = TextLabel(title, role="title")
        self._level = Pill(strong=True)
        self._number = TextLabel(number, role="muted", selectable=True)
        self._heading = TextLabel(heading, role="title", wrap=True)
        self._heading.setVisible(bool(heading))
        self.record = TextLabel(record, role="muted", wrap=True)
        self.problem = ProblemStrip()
        self.cards = QVBoxLayout()
        self.main = QPushButton(f"{main}  Ctrl+Enter")
        self.cancel = QPushButton("取消  Esc")
        self.danger = QPushButton(danger)
        self.help = QToolButton()
        self._busy = False
        self._resting = [self.main, self.danger]
        self._button_row = QHBoxLayout()
        self._lay_out()
        self._connect()

    # What it says ------------------------------------------------------------------------------

    def set_level(self, words: str, tone: Tone) -> None:
        """The pill beside the title."""
        self._level.say(words, tone)

    def add_card(self, card: QWidget) -> None:
        """Put a card under the others."""
        self.cards.addWidget(card)

    def add_text(self, title: str, words: str, *, note: str = "") -> Card:
        """A card that shows words only."""
        card = Card(title, note=note, quiet=True)
        card.body.addWidget(TextLabel(words or "—", wrap=True, selectable=True))
        self.add_card(card)
        return card

    def add_form(self, fields: Sequence[Field], around: Surroundings, *, title: str = "") -> Form:
        """A card with a form; its errors and changes belong to the dialog."""
        card = Card(title, quiet=True)
        form = Form(lettered(fields, self._letters), around)
        card.body.addWidget(form)
        self.add_card(card)
        self.forms.append(form)
        form.changed.connect(lambda _: self.problem.clear())
        return form

    def add_button(self, words: str) -> QPushButton:
        """Another button, left of the main one; like it, it rests while the act runs."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        self._button_row.insertWidget(self._button_row.count() - 1, button)
        self._resting.append(button)
        return button

    def show_problem(self, problem: Problem) -> None:
        """Say why it did not work, under the fields and above the buttons; what was typed stays."""
        self.set_busy(busy=False)
        errors = problem.fields if isinstance(problem, BadInput) else {}
        for form in self.forms:
            form.show_errors({key: words for key, words in errors.items() if key in form.inputs})
        self.problem.say(problem)
        QTimer.singleShot(0, self, self._fit_words)  # once they have found their room

    def set_busy(self, *, busy: bool) -> None:
        """While the act runs no button can be pressed again, and the dialog waits for its outcome."""
        self._busy = busy
        for button in self._resting:
            button.setEnabled(not busy)

    @property
    def is_dirty(self) -> bool:
        """Whether anything was typed."""
        return any(form.is_dirty for form in self.forms)

    def show_help(self) -> None:
        """The chapter about this dialog, beside it."""
        from ui.help.help_window import HelpWindow

        held: HelpWindow | None = self.findChild(HelpWindow)
        (held or HelpWindow(self)).show_at(self.chapter)

    # Keys --------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Leave; asks only if something was typed."""
        if self._busy:
            return
        if self.is_dirty and not self._prompts.confirm(_ASK, yes="放弃", no="继续填写", danger=True):
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button or goes to the next field, never the main button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif isinstance(focused, QLineEdit) and not getattr(focused, "is_composing", False):
            self.focusNextChild()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its cards, never larger than the screen."""
        room = self.screen().availableGeometry().size()
        width = min(self._width, room.width() - 40)
        self.resize(width, min(self._wanted_height(width), room.height() - 60))
        if self.forms:
            self.forms[0].focus(next(iter(self.forms[0].inputs)))
        super().showEvent(event)

    def fit(self) -> None:
        """Grow to what the cards have come to need."""
        wanted = min(self._wanted_height(self.width()), self.screen().availableGeometry().height() - 60)
        self.resize(self.width(), max(self.height(), wanted))

    # Inside ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        self.help.setIcon(icon("help", Appearance.present().tokens.muted))
        self.help.setToolTip("帮助（F1）")
        self.help.setAccessibleName("帮助")
        self.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._level)
        head.addStretch(1)
        head.addWidget(self._number)
        head.addWidget(self.help)
        column.addLayout(head)
        column.addWidget(self._heading)
        column.addWidget(self._scroll_area(), 1)
        column.addWidget(self.record)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())

    def _scroll_area(self) -> QScrollArea:
        self._inside = _Inside()
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(12)
        outer = QVBoxLayout(self._inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.cards)
        outer.addStretch(1)
        self._area = scrolled(self._inside, "内容")
        # Three fields on a line do not wrap: better a bar below than a field cut off in the largest text.
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return self._area

    def _buttons(self) -> QHBoxLayout:
        row = self._button_row
        row.setSpacing(12)
        row.addWidget(self.danger)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.main)
        self.danger.setProperty("kind", "danger")
        self.danger.setVisible(bool(self.danger.text()))
        self.main.setProperty("kind", "main")
        for button in (self.danger, self.cancel, self.main):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self.help.clicked.connect(self.show_help)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self.show_help)
        self.main.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.reject)
        self.danger.clicked.connect(self.turned_down)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press_main)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._bring_into_sight)

    def _press_main(self) -> None:
        if not getattr(self.focusWidget(), "is_composing", False):
            self.main.click()

    def _fit_words(self) -> None:
        """On a low screen the words take room from the fields: the one to be put right stays in sight."""
        self.fit()
        own = self.layout()
        assert own is not None
        own.activate()
        self._bring_into_sight(None, self.focusWidget())

    def _bring_into_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, 24)

    def _wanted_height(self, width: int) -> int:
        layout = self._inside.layout()
        assert layout is not None
        # Words that wrap because of a bar would need the bar: what fits beside one never has one.
        inside = width - 2 * _MARGIN - self._area.verticalScrollBar().sizeHint().width()
        cards = layout.heightForWidth(inside) if layout.hasHeightForWidth() else layout.sizeHint().height()
        own = self.layout()
        assert own is not None
        frame = own.heightForWidth(width) if own.hasHeightForWidth() else own.sizeHint().height()
        return frame + cards + 8 - self._area.sizeHint().height()


class _Inside(QWidget):
    """The cards: as high as their words need at this width, so that nothing scrolls that need not."""

    def minimumSizeHint(self) -> QSize:
        """The width of the widest card; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)
