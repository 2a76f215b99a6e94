"""A sheet's rows as items to be: every field read or left as text with its reason, nothing guessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from yuqing_desktop.domain.figures import Figure, read_figure
from yuqing_desktop.domain.item import TITLE_LIMIT
from yuqing_desktop.domain.links import is_ruined_id, link_facts, platform_named
from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.domain.reading import Reading, says_nothing, unread
from yuqing_desktop.domain.text import excerpt, one_line
from yuqing_desktop.domain.vocabulary import ReplyNeed
from yuqing_desktop.intake.layout import Layout
from yuqing_desktop.intake.presets import Mapping, preset_named
from yuqing_desktop.intake.sheet import Cell, Sheet, as_text, is_empty
from yuqing_desktop.intake.synonyms import FIGURES, KNOWN_HEADINGS, TIMES, ItemField, field_named, plain
from yuqing_desktop.intake.words import comment_kind_named, level_named, reply_need_named
from yuqing_desktop.progress import Progress

_WORDS = {
    ItemField.LEVEL: level_named,
    ItemField.COMMENT_KIND: comment_kind_named,
    ItemField.REPLY_NEED: reply_need_named,
}
_LONG_TEXTS = (ItemField.SUMMARY, ItemField.CONTENT, ItemField.REPLY_TEXT, ItemField.NOTES)
_REPORT_EVERY = 500
_DITTOS = frozenset(("同上", "〃", "″"))
_TOTAL = re.compile(
    r"(?:本[页周月]|当[日页月]|全部|以上)?(?:合|总|小|共|累)\s*计[:：]?|总数[:：]?|(?:平均|最大|最小|均)[值数]?[:：]?"
)
_FOOT = re.compile(
    r"(?:以上)?(?:合计|总计|共计?)\s*\d+\s*[条件篇个则].{0,30}"
    r"|(?:制表|填表|填报|编制|编报|审核|审批|复核|校对|签发|统计|导出|打印|报送|报表)(?:人|单位|时间|日期|部门|口径|周期)?[:：].*"
    r"|(?:注|备注|说明|附注|注释|数据来源|免责声明)\d*[:：].*|(?:以上)?数据(?:来源|统计|截[至止]).*"
    r"|第\s*\d+\s*页.{0,12}|[（(]?[转接][上下]页[)）]?|[—\-=*.\s]*(?:end|完|以下空白|此行以下空白)[—\-=*.\s]*",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．].{1,20}")
"""What stands alone above a part of a table: 二、论坛."""
_STATE = re.compile(
    r"(?:已|正在|待|未|暂未)?(?:办结|受理|办理|处理|回复|答复|转办|交办|分派|审核|完成)(?:中|完毕|完成)?"
)
"""How far a case is: no answer."""
_FORMULA = re.compile(r"=[A-Z$\"&(].*", re.DOTALL)
_TELLING = (
    ItemField.LINK, ItemField.PUBLISHED_AT, ItemField.PLATFORM, ItemField.SOURCE, ItemField.AUTHOR,
    ItemField.CONTENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leftover:
    """A value that could not be read: the item's field stays empty, the text is kept and reported."""

    field: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """One data row. `row_number` is what a spreadsheet program shows by it, the heading row counted.

    `fields` holds what could be read, by `ItemField` value: texts, aware datetimes, Figures, words of the
    vocabulary; the link is canonical. `key` is equal for rows about one post, empty where none is told.
    `raw` is every cell as text by heading, the evidence. `refused` says why it can be no item, or is None.
    """

    row_number: int
    fields: dict[str, object] = field(default_factory=dict)
    leftovers: tuple[Leftover, ...] = ()
    remarks: dict[str, str] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    key: str = ""
    refused: str | None = None


def parse_rows(
    sheet: Sheet, mapping: Mapping, read_at: datetime, *, progress: Progress | None = None
) -> list[ParsedRow]:
    """A ParsedRow for each data row, in the file's order; relative times are counted from `read_at`."""
    progress = progress or Progress()
    preset = preset_named(mapping.preset)
    platform = (preset.platform if preset else "") or platform_named(sheet.name)
    names = distinct(sheet.headings)
    columns = [(field_named(name), column) for name, column in mapping.columns.items()]
    trusted = not _ids_are_ruined(sheet, mapping)
    layout = Layout.of(sheet, columns)
    parsed = []
    for done, (number, cells) in enumerate(zip(sheet.row_numbers, _without_dittos(sheet.rows), strict=True)):
        if done % _REPORT_EVERY == 0:
            progress.step(done, len(sheet.rows), f"第{number}行")
        row = _Row(number, cells, columns, layout, read_at, since_1904=sheet.since_1904)
        parsed.append(row.parsed(sheet, names, default_platform=platform, trusts_ids=trusted))
    return parsed


def _without_dittos(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows, 同上 in them as what it stands for: the last word above it."""
    last: dict[int, Cell] = {}
    for cells in rows:
        if not _DITTOS.isdisjoint(cells):
            cells = [last.get(at, cell) if cell in _DITTOS else cell for at, cell in enumerate(cells)]
        last.update((at, cell) for at, cell in enumerate(cells) if not is_empty(cell))
        yield cells


def distinct(headings: Sequence[str]) -> tuple[str, ...]:
    """Headings as keys: an empty one is 第n列, a repeated one gets its count (诉求号码, 诉求号码 (2))."""
    seen: dict[str, int] = {}
    names = []
    for column, heading in enumerate(headings, start=1):
        name = heading or f"第{column}列"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


class _Row:
    """One row on its way to a ParsedRow."""

    def __init__(
        self,
        number: int,
        cells: Sequence[Cell],
        columns: Sequence[tuple[ItemField, int]],
        layout: Layout,
        read_at: datetime,
        *,
        since_1904: bool,
    ) -> None:
        self._number = number
        self._cells = cells
        self._fields: dict[str, object] = {}
        self._leftovers: list[Leftover] = []
        self._remarks: dict[str, str] = {}
        for name, column in columns:
            if column < len(cells):
                cell = layout.whole(name, column, cells)
                self._take(name, self._read(name, cell, read_at, since_1904=since_1904))

    def parsed(
        self, sheet: Sheet, names: tuple[str, ...], *, default_platform: str, trusts_ids: bool
    ) -> ParsedRow:
        """The row with what its link and texts tell filled in, or refused."""
        self._complete_texts()
        key = self._complete_source(default_platform, trusts_ids=trusts_ids)
        answer = str(self._fields.get(ItemField.REPLY_TEXT, ""))
        if answer and not _STATE.fullmatch(answer) and ItemField.REPLY_NEED not in self._fields:
            self._fields[ItemField.REPLY_NEED] = ReplyNeed.REPLIED
        beyond = (f"第{at}列" for at in range(len(names) + 1, len(self._cells) + 1))
        told = zip(chain(names, beyond), self._cells, strict=False)
        raw = {name: text for name, cell in told if (text := as_text(cell))}
        fields = {str(name): value for name, value in self._fields.items()}
        return ParsedRow(
            self._number, fields, tuple(self._leftovers), self._remarks, raw, key, self._refusal(sheet)
        )

    def _read(self, name: ItemField, cell: Cell, read_at: datetime, *, since_1904: bool) -> Reading[object]:
        if name in TIMES:
            return _widened(read_moment(cell, read_at, since_1904=since_1904))
        if name in FIGURES:
            return _widened(read_figure(cell))
        if says_nothing(cell):
            return Reading()
        text = as_text(cell)
        if name in _WORDS:
            word = _WORDS[name](text)
            return unread(text, "不是能识别的词") if word is None else Reading(word)
        if name is ItemField.EXTERNAL_ID and is_ruined_id(cell):
            return unread(text, "编号已被表格软件改写，不能作为编号")
        if name in (ItemField.EXTERNAL_ID, ItemField.CONTACT):
            text = text.removeprefix("'")  # keeps a number a text in spreadsheets
        return Reading(text if name in _LONG_TEXTS else one_line(text))

    def _take(self, name: ItemField, reading: Reading[object]) -> None:
        if reading.reason:
            self._leftovers.append(Leftover(str(name), reading.leftover, reading.reason))
        if reading.value not in (None, ""):
            self._fields[name] = reading.value
        if reading.remark:
            self._remarks[str(name)] = reading.remark

    def _complete_texts(self) -> None:
        """A row without a title is titled by its first sentence; an overlong title is a text."""
        title = str(self._fields.get(ItemField.TITLE, ""))
        if len(title) > TITLE_LIMIT:
            place = ItemField.CONTENT if ItemField.SUMMARY in self._fields else ItemField.SUMMARY
            self._fields.setdefault(place, title)
            title = excerpt(title)
        if not title:
            title = excerpt(
                str(self._fields.get(ItemField.SUMMARY) or self._fields.get(ItemField.CONTENT) or "")
            )
        if title:
            self._fields[ItemField.TITLE] = title

    def _complete_source(self, default_platform: str, *, trusts_ids: bool) -> str:
        """Platform and site by column, else by link, else by words; gives the row's identity."""
        fields = self._fields
        stated = str(fields.get(ItemField.LINK, ""))
        facts = link_facts(stated)
        if facts.link:
            fields[ItemField.LINK] = facts.link
        elif stated:
            del fields[ItemField.LINK]
            self._leftovers.append(Leftover(str(ItemField.LINK), stated, "不是网页链接"))
        named = str(fields.get(ItemField.PLATFORM, ""))
        source = str(fields.get(ItemField.SOURCE, ""))
        platform = (
            facts.platform or platform_named(named) or named or default_platform or platform_named(source)
        )
        for name, value in ((ItemField.PLATFORM, platform), (ItemField.SOURCE, source or facts.source)):
            if value:
                fields[name] = value
        external = str(fields.get(ItemField.EXTERNAL_ID, "")) if trusts_ids else ""
        return facts.key or (f"{platform}:{external}" if platform and external else "")

    def _refusal(self, sheet: Sheet) -> str | None:
        extra = self._cells[len(sheet.headings) :]
        if sheet.kind == "csv" and any(not is_empty(cell) for cell in extra):
            return f"这一行有{len(self._cells)}列，比表头的{len(sheet.headings)}列多，内容可能串列"
        if all(as_text(cell) == heading for cell, heading in zip(self._cells, sheet.headings, strict=False)):
            return "这一行与表头相同"
        if self._is_closing(len(sheet.headings)):
            return "这一行是合计、小标题或落款，不是事项"
        title = str(self._fields.get(ItemField.TITLE, ""))
        if plain(title) in KNOWN_HEADINGS and not any(map(self._fields.get, _TELLING)):
            return "标题是表头的词，这一行像是另一张表的表头"
        if not title:
            return "没有标题，也没有摘要或正文"
        if sheet.kind == "xlsx" and _FORMULA.fullmatch(title):
            return "标题是没有算出结果的公式，请用表格软件打开并保存后再导入"
        return None

    def _is_closing(self, width: int) -> bool:
        """A total, or who made the table and when: words of a table's foot, and nothing that tells of a post."""
        first = next((as_text(cell) for cell in self._cells if not is_empty(cell)), "")
        if _TOTAL.fullmatch(first):
            return True
        if any(self._fields.get(name) for name in _TELLING):
            return False
        title = str(self._fields.get(ItemField.TITLE, first))
        is_alone = sum(not is_empty(cell) for cell in self._cells) == 1 < width
        return bool(_FOOT.fullmatch(title) or (is_alone and _SECTION.fullmatch(title)))


def _widened(reading: Reading[datetime] | Reading[Figure]) -> Reading[object]:
    return Reading(reading.value, reading.leftover, reading.reason, reading.remark)


def _ids_are_ruined(sheet: Sheet, mapping: Mapping) -> bool:
    """A spreadsheet keeps 15 digits: long ids that all end in 0 have been rounded on the way."""
    column = mapping.columns.get(ItemField.EXTERNAL_ID)
    if column is None:
        return False
    ids = [as_text(row[column]) for row in sheet.rows[:200] if column < len(row)]
    long = [text for text in ids if len(text) > 15 and text.isdecimal()]
    return len(long) >= 3 and all(text.endswith("0") for text in long)
