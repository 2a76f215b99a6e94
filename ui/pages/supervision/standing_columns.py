"""A section's late duties as columns: how late, on which rung, what was done, what comes next."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.wording.deadlines import brief, deadline
from ui.wording.moments import full_moment, moment
from ui.wording.tones import Tone
from yuqing_desktop.domain.supervision import Pressing, Rung
from yuqing_desktop.domain.vocabulary import Level
from yuqing_desktop.services.supervise import Standing

_RUNG: dict[Rung, tuple[str, str, Tone]] = {
    Rung.CALL: ("电话提醒", "将到时限或刚过", "warn"),
    Rung.URGE: ("催办单", "抄报副组长", "danger"),
    Rung.SUPERVISE: ("督办单", "报副组长或组长", "danger"),
}


def standing_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Item, section and duty, due, rung, done, next."""
    return (
        Column("title", "标题 · 编号", _title, 108, sortable=False, stretch=True, copied=lambda one: one.item.title),
        Column("section", "科室 · 待办", _section, 108, sortable=False),
        Column("due", "已超多久 · 时限", lambda one: _due(one, now()), 122, sortable=False),
        Column("rung", "到了哪一级", _rung, 104, sortable=False),
        Column("done", "已采取的措施", lambda one: _done(one.done), 168, sortable=False),
        Column("next", "下一步", _next, 100, sortable=False),
    )  # fmt: skip


def done_words(done: Pressing) -> str:
    """电话 1 · 催办 2; 尚未采取措施."""
    counts = (("电话", done.calls), ("催办", done.urges), ("督办", done.supervisions))
    return " · ".join(f"{word} {count}" for word, count in counts if count) or "尚未采取措施"


def _title(one: Standing) -> Cell:
    level = one.item.level_or_ordinary
    major = () if level is Level.ORDINARY else (level.label,)
    return Cell(one.item.title, " · ".join((one.item.number, *major, one.item.status.label)))


def _section(one: Standing) -> Cell:
    kind = one.duty.kind.label
    return Cell(one.section or "—", kind, tip=f"{one.section}\n{kind}，时限 {one.duty.rule}")


def _due(one: Standing, now: datetime) -> Cell:
    said = deadline(one.duty.due_at, now)
    return Cell(
        brief(said), moment(one.duty.due_at, now), said.tone, icon=said.icon, tip=full_moment(one.duty.due_at)
    )


def _rung(one: Standing) -> Cell:
    word, second, tone = _RUNG[one.rung]
    return Cell(word, second, tone)


def _done(done: Pressing) -> Cell:
    reason = "科室已说明未办原因" if done.reason_given else "科室未说明原因"
    return Cell(done_words(done), reason, "plain" if done_words(done)[0] != "尚" else "muted")


def _next(one: Standing) -> Cell:
    if one.next_act is None:
        return Cell("等科室办理", tone="muted")
    return Cell(one.next_act.label, tone="danger" if one.rung is not Rung.CALL else "warn", pill=True)
