"""The rows of a file as they would be taken: judged, with the reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from ui.shell.appearance import Appearance
from ui.wording.alike import apart
from ui.wording.figures import figure
from ui.wording.moments import full_moment
from ui.wording.tones import Tone
from yuqing_desktop.domain.affairs import Alike
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.services.import_rows import ImportRow

LIKELY = "疑似"
Index = QModelIndex | QPersistentModelIndex
_TEXT, _TIP, _INK, _TICK = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.ForegroundRole),
    int(Qt.ItemDataRole.CheckStateRole),
)
_LONGEST = 120


def verdict(row: ImportRow) -> str:
    """新增, 重复, 补读数 or 不收."""
    if row.refused:
        return "不收"
    if row.reading is not None:
        return "补读数"
    return "新增" if row.is_fit else "重复"


def why(row: ImportRow, like: Alike | None = None) -> str:
    """Why a row is not taken, what it is like, or what in it could not be read."""
    if row.refused:
        return row.refused
    if isinstance(row.duplicate_of, int):
        return f"与第 {row.duplicate_of} 行相同"
    if row.duplicate_of is not None:
        figures = "" if row.reading is None else f"，读数有变化，补记：{_figures(row.reading)}"
        return f"已登记为 {row.duplicate_of}{figures}"
    told = ["在原表中隐藏或被筛选掉，需要时请勾选"] if row.hidden else []
    told += [f"像 {like.number}（{like.score}，{apart(like)}）：{like.title}"] if like else []
    return "；".join([*told, *row.leftovers])


def _figures(seen: Item | FigureReading) -> str:
    """阅读 12000 · 转发 326 · 回复 —."""
    counts = (("阅读", seen.reads), ("转发", seen.forwards), ("回复", seen.replies))
    return " · ".join(f"{name} {count.label}" for name, count in counts)


def _counts(row: ImportRow) -> str:
    return " / ".join(figure(count) for count in (row.item.reads, row.item.forwards, row.item.replies))


_COLUMNS: tuple[tuple[str, int, Callable[[ImportRow], str]], ...] = (
    ("行", 56, lambda row: str(row.number)),
    ("判定", 92, verdict),
    ("标题", 240, lambda row: row.item.title),
    ("平台", 96, lambda row: row.item.platform),
    ("来源", 110, lambda row: row.item.source),
    ("发布时间", 132, lambda row: full_moment(row.item.published_at)),
    ("阅读 / 转发 / 回复", 136, _counts),
    ("说明", 160, why),
)
_VERDICT, TITLE, SOURCE, WHY = 1, 2, 4, len(_COLUMNS) - 1
_STATES = (Qt.CheckState.Unchecked, Qt.CheckState.Checked)
_INKS: dict[str, Tone] = {"不收": "danger", "重复": "muted", "补读数": "accent", "新增": "ok", LIKELY: "warn"}


def _ink(word: str, column: int) -> Tone:
    """The verdict's colour; a value that could not be read is told in amber."""
    return "warn" if column == WHY and word == "新增" else _INKS[word]


class ImportRowsModel(QAbstractTableModel):
    """`only` shows the rows of one verdict; `ticked(numbers, wanted)` tells which rows a person wants or not."""

    ticked = Signal(object, bool)
    widths = tuple(width for _, width, _ in _COLUMNS)

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[ImportRow] = ()
        self._rows: Sequence[ImportRow] = ()
        self._only = ""
        self._likes: Mapping[int, Alike] = {}
        self._ticks = True

    def why_at(self, row: int) -> str:
        """What is said of a shown row; nothing of none."""
        if not 0 <= row < len(self._rows):
            return ""
        return why(self._rows[row], self._likes.get(self._rows[row].number))

    def settle(self) -> None:
        """The rows were taken: no more ticks."""
        self._ticks = False

    def show_rows(self, rows: Sequence[ImportRow], likes: Mapping[int, Alike] | None = None) -> None:
        """Show these rows; `likes` gives what some of them are like, by row number."""
        self._all, self._likes = rows, likes or {}
        self.only(self._only)

    def choose_rows(self, rows: Sequence[ImportRow]) -> None:
        """The same rows, some of them wanted now or not; selection and place stay."""
        chosen = {row.number: row for row in rows}
        self._all, self._rows = rows, [chosen[row.number] for row in self._rows]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(_COLUMNS) - 1))

    def word(self, row: ImportRow) -> str:
        """The verdict; 疑似 for a new row that is like an item or an earlier row."""
        return LIKELY if row.is_fit and row.number in self._likes else verdict(row)

    def numbers(self, word: str) -> list[int]:
        """The rows of one verdict, by number."""
        return [row.number for row in self._all if self.word(row) == word]

    def tick(self, places: Iterable[int]) -> None:
        """Turn the ticks of these rows as shown: all off when all are on, else on."""
        rows = [row for place in places if (row := self._rows[place]).is_fit]
        if rows and self._ticks:
            self.ticked.emit([row.number for row in rows], not all(row.is_new for row in rows))

    def only(self, word: str) -> None:
        """Show one verdict's rows, all for an empty word."""
        self.beginResetModel()
        self._only = word
        self._rows = [row for row in self._all if self.word(row) == word] if word else self._all
        self.endResetModel()

    def lines(self) -> str:
        """The rows shown, tab-separated with headings, for the clipboard."""
        told = [[self._said(row, at) for at in range(len(_COLUMNS))] for row in self._rows]
        headings = [name for name, _, _ in _COLUMNS]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in [headings, *told])

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = _TEXT) -> Any:
        """Text, the whole text as tooltip, red for what is refused."""
        wanted = int(role)
        if wanted not in (_TEXT, _TIP, _INK, _TICK):
            return None
        row = self._rows[index.row()]
        if wanted == _TICK:
            shown = self._ticks and index.column() == _VERDICT and row.is_fit
            return _STATES[row.is_new] if shown else None
        if wanted == _INK:
            tone = self._tone(row, index.column())
            return QColor(Appearance.present().tokens.ink(tone)) if tone else None
        text = self._said(row, index.column())
        return text if wanted == _TIP else " ".join(text[:_LONGEST].split())

    def setData(self, index: Index, value: Any, role: int = _TEXT) -> bool:
        """A click on a tick."""
        if int(role) != _TICK:
            return False
        self.tick([index.row()])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A new row's verdict can be ticked."""
        held = super().flags(index)
        if self._ticks and index.column() == _VERDICT and self._rows[index.row()].is_fit:
            held |= Qt.ItemFlag.ItemIsUserCheckable
        return held

    def _tone(self, row: ImportRow, column: int) -> Tone | None:
        if row.left_out:
            return "muted"
        return _ink(self.word(row), column) if column in (_VERDICT, WHY) else None

    def _said(self, row: ImportRow, column: int) -> str:
        if column == _VERDICT:
            return self.word(row)
        return why(row, self._likes.get(row.number)) if column == WHY else _COLUMNS[column][2](row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _TEXT) -> Any:
        """Headings."""
        if orientation is Qt.Orientation.Horizontal and int(role) == _TEXT:
            return _COLUMNS[section][0]
        return None
