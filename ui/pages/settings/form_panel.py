"""A part of the settings as cards of fields; one button saves them all and what came of it is told."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import BadInput, Problem


class FormPanel(QWidget):
    """A subclass says what is shown (`shown`) and what saving runs (`job`). `told(words)` goes to the banner."""

    told = Signal(str)

    def __init__(
        self,
        seat: Seat,
        title: str,
        hint: str,
        cards: Sequence[tuple[str, Sequence[Field]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.seat = seat
        self.save = QPushButton("保存  Ctrl+S")
        self.problem = ProblemStrip()
        self.forms: list[Form] = []
        self.area = ScrollColumn(title, spacing=12)
        self._lay_out(title, hint, cards)
        self.save.clicked.connect(self.keep)
        for form in self.forms:
            form.changed.connect(lambda _: self._enable())

    @property
    def is_dirty(self) -> bool:
        """Whether anything was typed and not saved."""
        return any(form.is_dirty for form in self.forms)

    def shown(self) -> dict[str, object]:
        """The values in force, by field."""
        raise NotImplementedError

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """What saving runs, with every field's value. Raises BadInput."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is in force."""
        values = self.shown()
        for form in self.forms:
            form.set_values(values)
        self.problem.clear()
        self._enable()

    def keep(self) -> None:
        """Save."""
        try:
            values: dict[str, object] = {}
            for form in self.forms:
                form.show_errors({})
                values |= form.require()
            job = self.job(values)
        except BadInput as problem:
            self._show_problem(problem)
            return
        self.seat.runner.write(job, self._saved, self._show_problem, owner=self, words="正在保存…")

    def _saved(self, changes: Changes) -> None:
        self.refresh()
        self.told.emit(changes.result)
        self.seat.hub.changed.emit(changes)

    def _show_problem(self, problem: Problem) -> None:
        wrong = problem.fields if isinstance(problem, BadInput) else {}
        for form in self.forms:
            form.show_errors({key: words for key, words in wrong.items() if key in form.inputs})
        self.problem.say(problem)

    def _enable(self) -> None:
        self.save.setEnabled(self.is_dirty)

    def _lay_out(self, title: str, hint: str, cards: Sequence[tuple[str, Sequence[Field]]]) -> None:
        self.save.setProperty("kind", "main")
        self.save.setAccessibleName(f"保存{title}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(title, role="title"))
        head.addWidget(TextLabel(hint, role="muted", wrap=True), 1)
        head.addWidget(self.save)
        self.area.column.setContentsMargins(0, 0, 4, 0)
        around = Surroundings(now=lambda: self.seat.now)
        for words, fields in cards:
            card = Card(words)
            form = Form(fields, around)
            card.body.addWidget(form)
            self.forms.append(form)
            self.area.column.addWidget(card)
        self.area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.area, 1)
