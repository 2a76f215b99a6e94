"""The figures of a period as tables with their charts and definitions in words."""

from datetime import datetime

from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.tables import Chart, ChartKind, Table
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.statistics import Entry, Figures, Share

Before = tuple[tuple[str, int, Share], ...]
"""Periods before the one reported, oldest first: name, registered, first replies in time."""

_REGISTERED = "按本期登记的事项计。"
_NOW = f"{_REGISTERED[:-1]}，以制表时的记录为准。"


def tables(counted: Figures, period: Period, before: Before = ()) -> tuple[Table, ...]:
    """统计汇总, table by table."""
    return (
        _totals(counted, period),
        *_trends(counted, period, before),
        Table("回复情况", ("回复情况", "件数"), counted.by_need, note=_NOW),
        Table(
            "类别（第十一条）", ("类别", "件数"), counted.by_kind, note=_NOW, chart=Chart(ChartKind.COLUMNS)
        ),
        Table("等级", ("等级", "件数"), counted.by_level, note=_NOW),
        Table(
            "来源平台", ("平台", "件数"), counted.by_platform, note=_REGISTERED, chart=Chart(ChartKind.BARS)
        ),
        _sections(counted),
        _debts(counted),
    )


def _totals(counted: Figures, period: Period) -> Table:
    change = counted.registered - counted.before
    rate = counted.first_reply
    return Table(
        "总数",
        ("指标", "数值", "说明"),
        (
            ("登记", counted.registered, f"上{period.word or '期'}{counted.before}件，{_change(change)}"),
            ("重要及重大突发", len(counted.important), "须经组长同意后回复（第九条）"),
            ("首次回复按时率", percent(rate), f"{rate.part}/{rate.whole}件，1个工作日内首次回复（第十二条）"),
            ("先行回复后未补正式回复", len(counted.interim_debts), "应在规定期限内补正式回复（第十二条）"),
            ("已逾期未办", len(counted.overdue), "含签收、反馈、回复等各项时限"),
        ),
        note="登记、重要和按时率计本期登记的；未补正式回复、逾期未办含以前结转的。",
    )


def _trends(counted: Figures, period: Period, before: Before) -> tuple[Table, ...]:
    if not before:
        return ()
    every = (*before, (period.name, counted.registered, counted.first_reply))
    year = f"{period.first.year}年"
    named = [(name.removeprefix(year) or name, count, rate) for name, count, rate in every]
    registered = tuple((name, count) for name, count, _ in named)
    rates = tuple((name, rate.share) for name, _, rate in named)
    return (
        Table("登记走势", ("周期", "登记件数"), registered, note="按登记时间归期。", chart=Chart(ChartKind.LINE)),
        Table(
            "首次回复按时率走势", ("周期", "按时率"), rates, percent=(1,),
            note="各期以制表时的登记簿为准；空格为该期没有到期或已回复的事项。", chart=Chart(ChartKind.LINE, percent=True),
        ),
    )  # fmt: skip


def _change(change: int) -> str:
    if change == 0:
        return "与上期持平"
    return f"{'增加' if change > 0 else '减少'}{abs(change)}件"


def percent(share: Share) -> str:
    """A share in words: 92.3%, or a dash of none."""
    return "—" if share.share is None else f"{share.share:.1%}"


def _sections(counted: Figures) -> Table:
    rows = tuple(
        (
            one.section,
            one.sent,
            one.on_time,
            one.late,
            one.median_hours if one.median_hours is not None else "—",
        )
        for one in counted.sections
    )
    return Table(
        "跟进科室",
        ("科室", "转送", "按时反馈", "逾期", "反馈时长中位数（工作小时）"),
        rows,
        hours=(4,),
        note="计本期登记和以前结转的，按转到过的科室计；退回重办的每次反馈各计，逾期含已反馈但超时的和到期未反馈的。",
        chart=Chart(ChartKind.BARS, (2, 3), "各科室按时与逾期"),
    )


def _debts(counted: Figures) -> Table:
    rows = tuple(
        (entry.item.number, entry.section, entry.item.title, entry.item.interim_at, entry.item.due_at)
        for entry in counted.interim_debts
    )
    return Table("先行回复后未补正式回复", ("登记编号", "科室", "标题", "先行回复时间", "正式回复时限"), rows,
        note="已先行回复、至制表时没有正式回复的（第十二条）。",
    )  # fmt: skip


def supervision(counted: Figures, now: datetime) -> tuple[Table, ...]:
    """督办与超期: every item with something owed past its time, what, since when, how often urged."""
    rows = tuple(
        (entry.item.number, entry.item.title, entry.section, duty.kind.label, duty.due_at, entry.item.urged)
        for entry in counted.overdue
        for duty in entry.duties
        if duty.is_open and duty.is_late(now)
    )
    headings = ("登记编号", "标题", "科室", "超期事项", "时限", "催办次数")
    note = "至制表时仍未办的各项时限，含以前结转的；同一事项有几项超期的分列。"
    return (Table("超期与督办清单", headings, rows, note=note),)


def definitions(now: datetime) -> tuple[str, ...]:
    """How the figures were counted, and until when."""
    return (
        f"数据截至{gongwen.moment(now)}，按登记时间归期；“以前结转”为期初尚未办结的事项。",
        "首次回复按时率：已到期或已作出的首次回复中，在时限内先行回复或正式回复的比例；事项重开后另计一次。",
        "反馈时长自科室签收起，至报送处置情况止，按上班时间计。",
        "阅读、转发、回复数为登记时的数据，此后不改；“不可见”为平台不公开，“—”为未读到。",
    )


def important(entry: Entry) -> str:
    """An important item in a paragraph."""
    item = entry.item
    found = gongwen.moment(item.found_at) if item.found_at else ""
    source = " ".join(part for part in (item.platform, item.source) if part)
    section = f"由{entry.section}跟进，" if entry.section else ""
    return f"{item.number}　{item.title}（{item.level_or_ordinary.label}）：{found}在{source}发现，{section}现{item.status.label}。"
