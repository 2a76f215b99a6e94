"""A known refusal inside a dialog: what happened, what was not lost, what to do, on which article."""

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from yuqing_desktop.problems import Problem


class ProblemStrip(Card):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="danger", parent=parent)
        self.body.setContentsMargins(12, 8, 12, 8)
        self._words = TextLabel(role="danger", wrap=True, selectable=True)
        self.body.addWidget(self._words)
        self.setAccessibleName("没有办成")
        self.hide()

    @property
    def words(self) -> str:
        """What is said; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, problem: Problem) -> None:
        """Say it."""
        said = str(problem)
        named = problem.article and problem.article not in said
        self._words.setText(f"{said}（依据{problem.article}）" if named else said)
        self.show()

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()
