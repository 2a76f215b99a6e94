"""The registry's filter: a search box that reads typed filters, and chips for what is asked most."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.registry.search_box import SearchBox
from ui.pages.registry.view_chip import ViewChip
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_box import FlowBox
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.filters import Filter, merged, parse, say
from yuqing_desktop.domain.spans import Span
from yuqing_desktop.domain.vocabulary import Level, Status, Word
from yuqing_desktop.problems import BadInput

_HINT = "搜索编号、标题、摘要、来源，或 科室:规划 状态:待审批 is:逾期"


class FilterBar(QWidget):
    """`changed()` fires when another filter is asked for; `filter` is what it stands at.

    What the chips can't show stands in the box, typed; what can't be read is said under it and the filter
    stays as it was.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, batch_words: Callable[[int], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch_words = batch_words
        self._typed = Filter()
        self._batch: int | None = None
        self.section_names: tuple[str, ...] = ()
        self.search = SearchBox(_HINT)
        self.error = TextLabel(role="danger", wrap=True)
        self.view = ViewChip()
        self.statuses = FilterChip("状态", _choices(Status))
        self.levels = FilterChip("等级", _choices(Level))
        self.sections = FilterChip("科室", ())
        self.days = FilterChip("发布时间", [(span.value, span.value) for span in Span], many=False)
        self.overdue = QPushButton("仅看逾期")
        self.batch = QPushButton()
        self.new = QPushButton("新登记  Ctrl+N")
        self.shown = TextLabel(role="muted")
        self.clear_button = QPushButton("清除 ✕")
        self._lay_out()
        self._connect()

    @property
    def filter(self) -> Filter:
        """What is asked for."""
        chips = Filter(
            statuses=tuple(Status(value) for value in self.statuses.chosen),
            levels=tuple(Level(value) for value in self.levels.chosen),
            sections=self.sections.chosen,
            published_in=next(map(Span, self.days.chosen), None),
            overdue=self.overdue.isChecked(),
            batch_id=self._batch,
        )
        return merged(chips, self._typed)

    def show_filter(self, filter_: Filter) -> None:
        """Stand at this filter, without telling it."""
        known = set(self.section_names)
        sections = filter_.sections if set(filter_.sections) <= known else ()
        self.statuses.set_chosen(filter_.statuses)
        self.levels.set_chosen(filter_.levels)
        self.sections.set_chosen(sections)
        self.days.set_chosen((filter_.published_in,) if filter_.published_in else ())
        self._show_overdue(on=filter_.overdue)
        self._batch = filter_.batch_id
        rest = replace(filter_, statuses=(), levels=(), overdue=False, published_in=None, batch_id=None)
        rest = replace(rest, sections=()) if sections else rest
        self._typed = rest
        self.search.show_text(say(rest))
        self.error.hide()

    def ask(self, filter_: Filter) -> None:
        """Stand at this filter and tell it."""
        self.show_filter(filter_)
        self.changed.emit()

    def clear(self) -> None:
        """Everything again."""
        self.ask(Filter())

    def refuse(self, problem: BadInput) -> None:
        """Say what can't be read; the filter stays as it was."""
        self.error.setText("；".join(problem.fields.values()))
        self.error.show()

    def offer_sections(self, names: Sequence[str]) -> None:
        """The sections there are."""
        self.section_names = tuple(names)
        self.sections.set_choices([(name, name) for name in names])

    def show_counts(self, shown: int, total: int) -> None:
        """已筛选 21 / 340."""
        narrowed, batch = not self.filter.is_empty, self.filter.batch_id
        self.batch.setText(f"批次：{self._batch_words(batch)}  ✕" if batch is not None else "")
        self.batch.setVisible(batch is not None)
        self.shown.setText(f"已筛选 {shown:,} / {total:,}")
        self.shown.setVisible(narrowed)
        self.clear_button.setVisible(narrowed)

    def _lay_out(self) -> None:
        self.overdue.setCheckable(True)
        self.overdue.setProperty("kind", "chip")
        self.overdue.setAccessibleName("筛选：仅看逾期")
        self.batch.setProperty("kind", "chip")
        self.batch.setProperty("on", True)
        self.batch.setToolTip("只显示这次导入的事项，点击不再限定")
        self.new.setProperty("kind", "main")
        self.new.setAccessibleName("新登记")
        self.clear_button.setProperty("kind", "chip")
        self.clear_button.setAccessibleName("清除筛选")
        self.error.hide()
        self.show_counts(0, 0)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self.new)
        filters = (
            self.view, self.statuses, self.levels, self.sections, self.days, self.overdue, self.batch
        )  # fmt: skip
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(FlowBox(filters, gap=6), 1)
        chips.addWidget(self.shown)
        chips.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.error)
        column.addLayout(chips)

    def _connect(self) -> None:
        self.search.asked.connect(self._read)
        self.search.left.connect(self.left)
        for chip in (self.statuses, self.levels, self.sections, self.days):
            chip.changed.connect(lambda _: self.changed.emit())
        self.overdue.clicked.connect(lambda: self._toggled())
        self.batch.clicked.connect(lambda: self.ask(replace(self.filter, batch_id=None)))
        self.clear_button.clicked.connect(lambda: self.clear())

    def _read(self, text: str) -> None:
        try:
            self._typed = parse(text)
        except BadInput as problem:
            self.refuse(problem)
            return
        self.error.hide()
        self.changed.emit()

    def _toggled(self) -> None:
        self._show_overdue(on=self.overdue.isChecked())
        self.changed.emit()

    def _show_overdue(self, *, on: bool) -> None:
        self.overdue.setChecked(on)
        restyle(self.overdue, "on", on)


def _choices(words: type[Word]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]
