"""The registry's columns as data: what each says of a row."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.deadlines import brief, deadline
from ui.wording.figures import exact_figure, figure, figure_tone
from ui.wording.moments import full_moment, moment
from ui.wording.states import level_tone, need_tone, status_tone
from ui.wording.tones import Tone
from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.filters import Sort, SortKey
from yuqing_desktop.domain.listing import RegistryRow

Now = Callable[[], datetime]

_SORT_OF = {
    "number": SortKey.NUMBER,
    "title": SortKey.TITLE,
    "spread": SortKey.READS,
    "level": SortKey.LEVEL,
    "status": SortKey.STATUS,
    "due": SortKey.DUE,
    "section": SortKey.SECTION,
    "reads": SortKey.READS,
    "forwards": SortKey.FORWARDS,
    "replies": SortKey.REPLIES,
    "platform": SortKey.PLATFORM,
    "published": SortKey.PUBLISHED,
    "found": SortKey.FOUND,
}


def sorts(asked: list[tuple[str, bool]]) -> tuple[Sort, ...]:
    """The table's order as the registry knows it; newest first when none is asked."""
    return tuple(Sort(_SORT_OF[key], down) for key, down in asked if key in _SORT_OF) or (Sort(),)


def columns(now: Now) -> tuple[Column, ...]:
    """Every column; the hidden ones can be ticked in the table's head."""
    return (
        Column("number", "编号 · 发布", lambda row: _number(row, now()), 114, copied=lambda row: row.number),
        Column("title", "标题 · 来源", _title, 100, stretch=True, copied=lambda row: row.title),
        Column("spread", "阅读 · 转发", _spread, 96, align="right", copied=_copied_spread),
        Column("level", "等级", _level, 84),
        Column("status", "状态", _status, 84),
        Column("due", "时限", lambda row: _due(row, now()), 128, copied=_copied_due),
        Column("section", "科室", lambda row: _text(row.section), 96, hidden=True),
        Column("reads", "阅读", lambda row: _figure(row.reads), 72, align="right", hidden=True),
        Column("forwards", "转发", lambda row: _figure(row.forwards), 72, align="right", hidden=True),
        Column("replies", "回复数", lambda row: _figure(row.replies), 72, align="right", hidden=True),
        Column("kind", "类别", lambda row: _word(row.comment_kind), 96, sortable=False, hidden=True),
        Column("topic", "领域", lambda row: _text(row.topic), 88, sortable=False, hidden=True),
        Column("need", "回复情况", _need, 84, sortable=False, hidden=True),
        Column("platform", "平台", lambda row: _text(row.platform), 88, hidden=True),
        Column("source", "来源", lambda row: _text(row.source), 120, sortable=False, hidden=True),
        Column("published", "发布时间", lambda row: _moment(row.published_at, now()), 112, hidden=True),
        Column("found", "发现时间", lambda row: _moment(row.found_at, now()), 112, hidden=True),
    )  # fmt: skip


def _number(row: RegistryRow, now: datetime) -> Cell:
    said = moment(row.published_at, now)
    return Cell(row.number, said if row.published_at else "发布时间不详", tip=f"{row.number}\n发布：{said}")


def _title(row: RegistryRow) -> Cell:
    source = " · ".join(part for part in (row.platform, row.source) if part)
    words = row.summary if row.summary != row.title else ""
    return Cell(row.title, "  ".join(part for part in (source, words) if part), tip=_title_tip(row, source))


def _title_tip(row: RegistryRow, source: str) -> str:
    summary = row.summary if len(row.summary) <= 300 else f"{row.summary[:300]}…"
    return "\n".join(part for part in (row.title, source, summary) if part)


def _spread(row: RegistryRow) -> Cell:
    counts = (("阅读", row.reads), ("转发", row.forwards), ("回复", row.replies))
    tip = "\n".join(f"{name} {exact_figure(count)}" for name, count in counts)
    return Cell(
        figure(row.reads),
        f"转 {figure(row.forwards)}",
        tone=figure_tone(row.reads),
        second_tone="muted" if row.forwards.value is not None else "faint",
        tip=tip,
    )


def _copied_spread(row: RegistryRow) -> str:
    return f"{row.reads.label} / {row.forwards.label}"


def _level(row: RegistryRow) -> Cell:
    if row.level is None:
        return ABSENT
    return Cell(row.level.label, tone=level_tone(row.level), pill=True)


def _status(row: RegistryRow) -> Cell:
    return Cell(row.status.label, tone=status_tone(row.status), pill=True)


def _due(row: RegistryRow, now: datetime) -> Cell:
    if row.due_at is None or row.due_kind is None:
        return ABSENT
    said = deadline(row.due_at, now)
    second: Tone = said.tone if said.tone in ("danger", "warn") else "muted"
    tip = f"{row.due_kind.label}：{full_moment(row.due_at)}\n{said.long}"
    return Cell(brief(said), row.due_kind.label, said.tone, second, icon=said.icon, tip=tip)


def _figure(value: Figure) -> Cell:
    return Cell(figure(value), tone=figure_tone(value), tip=exact_figure(value))


def _need(row: RegistryRow) -> Cell:
    return Cell(row.reply_need.label, tone=need_tone(row.reply_need))


def _word(word: object) -> Cell:
    return Cell(str(word.label)) if hasattr(word, "label") else ABSENT


def _text(words: str) -> Cell:
    return Cell(words) if words else ABSENT


def _moment(when: datetime | None, now: datetime) -> Cell:
    return Cell(moment(when, now), tip=full_moment(when)) if when else ABSENT


def _copied_due(row: RegistryRow) -> str:
    """The moment itself: 剩 3 小时 would be wrong tomorrow."""
    kind = row.due_kind.label if row.due_kind else ""
    return f"{_plain(row.due_at)} {kind}".strip()


def _plain(when: datetime | None) -> str:
    return full_moment(when) if when else ""
