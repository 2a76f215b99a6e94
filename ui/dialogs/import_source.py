"""What was found in a file: sheet, encoding, delimiter, heading row; each can be set otherwise."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.inputs.input import Input
from ui.widgets.inputs.line_input import LineInput
from ui.widgets.text_label import TextLabel
from yuqing_desktop.services.importing import Preview

_ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030（GBK）"),
    ("utf-16", "UTF-16"),
    ("big5", "BIG5（繁体）"),
)
_DELIMITERS = ((",", "逗号 ,"), ("\t", "制表符"), (";", "分号 ;"), ("|", "竖线 |"))
_KINDS = {"xlsx": "Excel 工作簿", "xls": "Excel 97 工作簿", "ods": "ODS 表格", "csv": "文本表格", "html": "网页表格",
          "xml": "XML 表格", "json": "JSON"}  # fmt: skip


class ImportSource(Card):
    """`chosen()` asks for a file, `reread(settings)` for another reading, `mend_asked()` for the mojibake."""

    chosen = Signal()
    reread = Signal(dict)
    mend_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("文件", quiet=True, parent=parent)
        self.said = TextLabel("还没有选择文件。可以是 .xlsx、.xls、.ods、.csv，也可以拖进窗口。", wrap=True)
        self.choose = QPushButton("选择文件…")
        self.choose.setAutoDefault(False)
        self.sheet, self.encoding, self.delimiter = ChoiceInput(()), ChoiceInput(()), ChoiceInput(())
        self.heading_row = LineInput()
        self._parts: dict[str, tuple[Input, QWidget]] = {}
        self.mend = QPushButton("还原乱码")
        self._garbled = self._garbled_strip()
        self._lay_out()
        self._connect()

    def show_preview(self, seen: Preview) -> None:
        """What was found."""
        table = seen.table
        kind = _KINDS.get(table.kind, table.kind)
        others = f"，另有 {len(table.others)} 张表可选" if table.others else ""
        hidden = f"，其中隐藏或被筛选掉的 {seen.hidden:,} 行不勾选" if seen.hidden else ""
        self.said.setText(
            f"{seen.file_name} · {kind} · {len(seen.rows):,} 行 {len(table.headings)} 列{hidden}{others}"
        )
        names = dict.fromkeys((table.name, *table.others))
        self._offer("sheet", [(name, name) for name in names if name], table.name, shown=len(names) > 1)
        self._offer("encoding", _with(_ENCODINGS, table.encoding), table.encoding, shown=bool(table.encoding))
        known = bool(table.delimiter)
        self._offer("delimiter", _with(_DELIMITERS, table.delimiter), table.delimiter, shown=known)
        self.heading_row.set_value(str(table.heading_row))
        self._show("heading_row", shown=True)
        self._garbled.setVisible(seen.garbled)

    def settings(self) -> dict[str, Any]:
        """As `Importing.preview` takes them; what is not shown is left to be found."""
        told = {key: held.value() for key, (held, place) in self._parts.items() if not place.isHidden()}
        row = str(told.pop("heading_row", "")).strip()
        settings = {key: value for key, value in told.items() if value}
        return settings | ({"heading_row": int(row)} if row.isascii() and row.isdigit() else {})

    def _offer(self, key: str, choices: list[tuple[str, str]], value: str, *, shown: bool) -> None:
        held = self._parts[key][0]
        assert isinstance(held, ChoiceInput)
        held.set_choices(choices)
        held.set_value(value)
        self._show(key, shown=shown)

    def _show(self, key: str, *, shown: bool) -> None:
        self._parts[key][1].setVisible(shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.choose)
        self.body.addLayout(row)
        holder = QWidget()
        flow = FlowLayout(holder, gap=16)
        named: tuple[tuple[str, str, Input], ...] = (
            ("sheet", "工作表", self.sheet), ("encoding", "编码", self.encoding),
            ("delimiter", "分隔符", self.delimiter), ("heading_row", "表头在第几行", self.heading_row),
        )  # fmt: skip
        for key, name, held in named:
            place = self._place(name, held)
            self._parts[key] = (held, place)
            flow.addWidget(place)
        self.heading_row.edit.setMaximumWidth(64)
        self.heading_row.setToolTip("0 表示没有表头")
        self.body.addWidget(holder)
        self.body.addWidget(self._garbled)

    def _place(self, name: str, held: Input) -> QWidget:
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(TextLabel(name, role="muted"))
        line.addWidget(held)
        held.set_names(name, "")
        place.hide()
        return place

    def _garbled_strip(self) -> Card:
        strip = Card(tone="warn")
        strip.body.setContentsMargins(12, 6, 8, 6)
        row = QHBoxLayout()
        row.addWidget(TextLabel("文字像是乱码，可以还原成正常的文字再核对。", role="warn"), 1)
        row.addWidget(self.mend)
        self.mend.setAutoDefault(False)
        strip.body.addLayout(row)
        strip.hide()
        return strip

    def _connect(self) -> None:
        self.choose.clicked.connect(self.chosen)
        self.mend.clicked.connect(self.mend_asked)
        self.sheet.changed.connect(self._ask_sheet)
        for held in (self.encoding, self.delimiter):
            held.changed.connect(self._ask)
        self.heading_row.edit.editingFinished.connect(self._ask_row)

    def _ask(self) -> None:
        self.reread.emit(self.settings())

    def _ask_sheet(self) -> None:
        """Another sheet's headings stand in a row of their own."""
        settings = self.settings()
        settings.pop("heading_row", None)
        self.reread.emit(settings)

    def _ask_row(self) -> None:
        if self.heading_row.edit.isModified():
            self.heading_row.edit.setModified(False)
            self._ask()


def _with(choices: tuple[tuple[str, str], ...], value: str) -> list[tuple[str, str]]:
    """The choices, with the one in force where it is another."""
    known = {held for held, _ in choices}
    return [*choices, *([(value, value.upper())] if value and value not in known else [])]
