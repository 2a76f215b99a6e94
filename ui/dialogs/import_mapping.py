"""Which column fills which field: the table's name, and a list of the file's headings for each field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.text_label import TextLabel
from yuqing_desktop.services.importing import Preview

_ACROSS = 3
_SAMPLE, _LONGEST = 10, 19
_TEXTS = ("title", "summary", "content")


class ImportMapping(Card):
    """`changed()` when another column was chosen, `named(name)` another known table, `keep_asked()` to save."""

    changed = Signal()
    named = Signal(str)
    keep_asked = Signal()

    def __init__(self, fields: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__("哪一列填哪一项", quiet=True, parent=parent)
        self.known = ChoiceInput(())
        self.keep = QPushButton("保存这套对应…")
        self.keep.setAutoDefault(False)
        self.choices = {name: ChoiceInput(()) for name, _ in fields}
        self._lay_out(dict(fields))
        self.known.changed.connect(lambda: self.named.emit(self.known.value() or ""))
        self.keep.clicked.connect(self.keep_asked)

    def show_preview(self, seen: Preview, names: tuple[str, ...]) -> None:
        """The file's headings, each with what stands under it."""
        self.known.set_choices([(name, name) for name in names])
        self.known.set_value(seen.preset)
        self.note.setText(_found(seen))
        offered = [(at, _words(seen, at)) for at in range(len(seen.table.headings))]
        for name, held in self.choices.items():
            held.set_choices(offered)
            held.set_value(seen.columns.get(name))

    def columns(self) -> dict[str, int]:
        """The column of each field that has one."""
        told = {name: held.value() for name, held in self.choices.items()}
        return {name: at for name, at in told.items() if at is not None}

    def _lay_out(self, labels: dict[str, str]) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(TextLabel("表的名称", role="muted"))
        top.addWidget(self.known)
        top.addWidget(self.keep)
        top.addStretch(1)
        self.known.set_names("表的名称", "")
        self.body.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for at, (name, held) in enumerate(self.choices.items()):
            row, column = divmod(at, _ACROSS)
            label = TextLabel(labels[name], role="muted")
            label.setBuddy(held.target)
            held.set_names(labels[name], "")
            _narrow(held)
            held.changed.connect(self.changed)
            grid.addWidget(label, row, column * 2)
            grid.addWidget(held, row, column * 2 + 1)
        for column in range(_ACROSS):
            grid.setColumnStretch(column * 2 + 1, 1)
        self.body.addLayout(grid)


def _narrow(held: ChoiceInput) -> None:
    """Long headings may not widen the dialog."""
    held.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    held.combo.setMinimumContentsLength(8)
    held.combo.view().setMinimumWidth(280)
    held.row.setStretch(0, 1)
    held.row.setStretch(1, 0)


def _words(seen: Preview, at: int) -> str:
    """阅读量（如 1.2万）: a heading with the first value under it."""
    heading = " ".join(seen.table.headings[at].split()) or f"第{at + 1}列"
    rows = (row[at] for row in seen.table.rows[:50] if at < len(row))
    first = next((text for cell in rows if (text := " ".join(str(cell).split())) and cell is not None), "")
    room = max(_SAMPLE, _LONGEST - len(heading)) if first.isascii() else max(4, _SAMPLE - len(heading) // 2)
    cut = f"{first[:room]}…" if len(first) > room else first
    return f"{heading}（如 {cut}）" if cut else heading


def _found(seen: Preview) -> str:
    if not any(name in seen.columns for name in _TEXTS):
        return "没有认出哪一列是标题或内容，请先选一列"
    return f"认出“{seen.preset}”" if seen.preset else "按表头和内容对应，请核对"
