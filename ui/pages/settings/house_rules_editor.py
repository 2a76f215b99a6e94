"""One rule of the table of words: tried out against last month's items before it can be saved (第七条)."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.seat import Seat
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.house_rules import HouseRule
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Level
from yuqing_desktop.problems import BadInput, Problem

_SHOWN = 6
_HELP = (
    "任一词出现即可；+词 必须有；!词 不能有；/式样/ 按式样；=>名称。例：预约 系统 +打不开 !排队 =>预约系统"
)


class HouseRulesEditor(Card):
    """`saved(changes)` when a rule was written, `left()` when the person is done with it."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__("一条词", parent=parent)
        self._seat = seat
        self._rule = HouseRule()
        self._tried = ""
        self.form = Form(self._fields(), Surroundings(now=lambda: seat.now))
        self.problem = ProblemStrip()
        self.outcome = TextLabel(wrap=True, selectable=True)
        self.attempt, self.save, self.leave = (
            QPushButton("试用（近一个月）"),
            QPushButton("保存"),
            QPushButton("取消"),
        )
        self._lay_out()
        self.form.changed.connect(lambda _: self._changed())
        self.attempt.clicked.connect(self.try_out)
        self.save.clicked.connect(self.keep)
        self.leave.clicked.connect(self.left)

    @property
    def is_dirty(self) -> bool:
        """Whether anything was typed and not saved."""
        return not self.isHidden() and self.form.is_dirty

    def show_rule(self, rule: HouseRule) -> None:
        """Edit this one; a new one has id 0."""
        self._rule = rule
        self._tried = rule.expression if rule.id else ""
        names = ("expression", "topic", "level", "section_id", "active")
        self.form.set_values({name: getattr(rule, name) for name in names})
        self.form.show_errors({})
        self.problem.clear()
        self.outcome.setText("")
        self._enable()
        self.show()
        self.form.focus("expression")

    def try_out(self) -> None:
        """Which items of the last month it would have held for; nothing is written."""
        expression, rules = self._expression(), self._seat.core.house_rules
        self._seat.runner.read(
            lambda: rules.try_out(expression),
            lambda items: self._show_tried(expression, items),
            self._show_problem,
            owner=self,
        )

    def keep(self) -> None:
        """Write it; from now on it proposes."""
        values: dict[str, Any] = self.form.values()
        values["topic"] = values["topic"] or ""
        rule, seat = replace(self._rule, **values), self._seat
        seat.runner.write(
            lambda: seat.core.house_rules.save(seat.actor, rule), self._saved, self._show_problem, owner=self
        )

    # Inside ------------------------------------------------------------------------------------

    def _expression(self) -> str:
        return str(self.form.inputs["expression"].value() or "").strip()

    def _show_tried(self, expression: str, items: tuple[Item, ...]) -> None:
        if expression != self._expression():
            return
        self._tried = expression
        self.problem.clear()
        told = [f"{item.number}　{item.title}" for item in items[:_SHOWN]]
        more = [f"……另有 {len(items) - _SHOWN} 件"] if len(items) > _SHOWN else []
        self.outcome.setText("\n".join([f"近一个月有 {len(items)} 件符合。", *told, *more]))
        self._enable()

    def _show_problem(self, problem: Problem) -> None:
        if isinstance(problem, BadInput):
            self.form.show_errors(problem.fields)
        self.problem.say(problem)

    def _saved(self, changes: Changes) -> None:
        self.form.set_values(self.form.values())
        self.saved.emit(changes)

    def _changed(self) -> None:
        self.problem.clear()
        if self._expression() != self._tried:
            self.outcome.setText("")
        self._enable()

    def _enable(self) -> None:
        tried = bool(self._tried) and self._expression() == self._tried
        self.save.setEnabled(tried and self.form.is_dirty)
        self.save.setToolTip("" if tried else "先试用，看近一个月会提示哪些事项")
        self.attempt.setEnabled(bool(self._expression()))

    def _fields(self) -> list[Field]:
        people = self._seat.core.people
        topics = [(one.name, one.name) for one in people.topics()]
        sections = [(one.id, one.name) for one in people.sections()]
        return [
            Field("expression", "词", required=True, help=_HELP),
            Field("topic", "建议领域", "choice", choices=topics),
            Field("section_id", "建议科室", "choice", choices=sections, beside=True),
            Field("level", "建议等级", "segmented", choices=[(level, level.label) for level in Level]),
            Field("active", "状态", "check", placeholder="使用（取消后不再提示）"),
        ]

    def _lay_out(self) -> None:
        self.save.setProperty("kind", "main")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.attempt)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.save)
        for part in (self.form, self.outcome, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(row)
