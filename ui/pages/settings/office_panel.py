"""A part of the office's settings as a form with 保存."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.pages.settings.office_fields import shown, stored
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.make_input import Surroundings
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import BadInput, Problem


class OfficePanel(QWidget):
    """Cards of fields; one button saves them all."""

    def __init__(
        self,
        seat: Seat,
        title: str,
        hint: str,
        cards: Sequence[tuple[str, Sequence[Field]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self.save = QPushButton("保存  Ctrl+S")
        self.problem = ProblemStrip()
        self.forms: list[Form] = []
        self._lay_out(title, hint, cards)
        self.save.clicked.connect(self.keep)
        for form in self.forms:
            form.changed.connect(lambda _: self._enable())
        self.refresh()

    @property
    def is_dirty(self) -> bool:
        """Whether anything was typed and not saved."""
        return any(form.is_dirty for form in self.forms)

    def refresh(self) -> None:
        """Show what is stored."""
        values = shown(self._seat.core.settings.office())
        for form in self.forms:
            form.set_values(values)
        self.problem.clear()
        self._enable()

    def keep(self) -> None:
        """Save what was changed."""
        seat = self._seat
        try:
            changes = stored({key: value for form in self.forms for key, value in _changes(form)})
        except BadInput as problem:
            self._show_problem(problem)
            return
        if changes:
            seat.runner.write(
                lambda: seat.core.settings.change(seat.actor, changes),
                self._saved,
                self._show_problem,
                owner=self,
            )

    def _saved(self, changes: Changes) -> None:
        self.refresh()
        self._seat.hub.changed.emit(changes)

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
        head.addWidget(TextLabel(hint, role="muted"), 1)
        head.addWidget(self.save)
        area = ScrollColumn(title, spacing=12)
        area.column.setContentsMargins(0, 0, 4, 0)
        around = Surroundings(now=lambda: self._seat.now)
        for words, fields in cards:
            card = Card(words)
            form = Form(fields, around)
            card.body.addWidget(form)
            self.forms.append(form)
            area.column.addWidget(card)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(area, 1)


def _changes(form: Form) -> list[tuple[str, object]]:
    form.show_errors({})
    form.require()
    return list(form.changes().items())
