"""What the case file says of an item: facts, duties, the record; pure functions."""

from collections.abc import Iterable
from datetime import datetime

from ui.widgets.timeline_entry import TimelineEntry
from ui.wording.deadlines import dated, deadline, kept
from ui.wording.figures import exact_figure, growth
from ui.wording.moments import length, moment
from ui.wording.people import sections
from ui.wording.texts import breakable
from ui.wording.tones import Tone
from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.listing import TimelineEntry as Event
from yuqing_desktop.domain.records import Duty


def kind_of(item: Item) -> str:
    """咨询; 未评估 before the assessment."""
    return item.comment_kind.label if item.comment_kind else "未评估"


def facts(dossier: Dossier, now: datetime) -> list[tuple[str, str]]:
    """概况: name and words, absent ones left out where nobody would miss them."""
    item = dossier.item
    said = [
        ("来源", " · ".join(part for part in (item.platform, item.source, item.author) if part)),
        ("发布 / 发现", _published_found(item, now)),
        ("登记", f"{moment(item.registered_at, now)}　{item.registered_by}"),
        ("当时读数", _first(item, now)),
        *_latest(dossier, now),
        ("领域", item.topic),
        ("回复情况", item.reply_need.label),
        ("跟进科室", sections(dossier.section, dossier.assisting)),
        ("转送单", _slip(item, now)),
        *_reported(item, now),
        ("处置结果", item.outcome),
        ("摘要", item.summary),
        ("原文", item.content if item.content != item.summary else ""),
        ("备注", item.notes),
    ]
    always = {"来源", "发布 / 发现", "登记", "当时读数", "回复情况", "跟进科室", "摘要"}
    return [(name, breakable(words)) for name, words in said if words or name in always]


def duties(dossier: Dossier, now: datetime) -> tuple[list[Duty], list[tuple[str, str, Tone]]]:
    """The duties worth showing: open ones by due time, then kept ones that have an article's own clock."""
    done = [duty for duty in dossier.duties if not duty.is_open and duty.met and _remembered(duty, now)]
    shown = [*dossier.open_duties, *done]
    return shown, [_duty(duty, now) for duty in shown]


def calendar_note(shown: Iterable[Duty]) -> str:
    """What a star beside a due time says; nothing when none rests on a year not yet published."""
    return "* 日历未公布，暂按周一至周五" if any(duty.assumed and duty.is_open for duty in shown) else ""


def history(events: Iterable[Event], now: datetime) -> list[TimelineEntry]:
    """经过, newest first; what was refused stands there in red."""
    return [_event(event, now) for event in reversed(list(events))]


def fingerprint(sha256: str) -> str:
    """8F2A 41C7: enough of a text's hash to compare by eye."""
    return f"{sha256[:4]} {sha256[4:8]}".upper()


def _published_found(item: Item, now: datetime) -> str:
    if item.published_at is None:
        return f"不详 / {moment(item.found_at, now)}"
    delay = f"（{length(item.found_at - item.published_at)}）" if item.found_at else ""
    return f"{moment(item.published_at, now)} / {moment(item.found_at, now)}{delay}"


def _first(item: Item, now: datetime) -> str:
    return _figures(item.reads, item.forwards, item.replies, item.figures_at, item.figures_by, now)


def _figures(
    reads: Figure, forwards: Figure, replies: Figure, at: datetime | None, by: str, now: datetime
) -> str:
    counts = (("阅读", reads), ("转发", forwards), ("回复", replies))
    said = " · ".join(f"{name} {_count(count)}" for name, count in counts)
    read = " ".join(part for part in (moment(at, now) if at else "", by) if part)
    return f"{said}（{read}）" if read else said


def _count(count: Figure) -> str:
    return exact_figure(count) if count.value is not None else count.label


def _latest(dossier: Dossier, now: datetime) -> list[tuple[str, str]]:
    if len(dossier.readings) < 2:
        return []
    last, item = dossier.readings[-1], dossier.item
    grown = growth(item.forwards, last.forwards)
    words = _figures(last.reads, last.forwards, last.replies, last.read_at, last.read_by, now)
    return [("最近读数", f"{words}　转发{grown}" if grown else words)]


def _slip(item: Item, now: datetime) -> str:
    if not item.slip_number:
        return ""
    received = f"签收 {moment(item.received_at, now)} {item.received_by}" if item.received_at else "待签收"
    return f"{item.slip_number} · {received}"


def _reported(item: Item, now: datetime) -> list[tuple[str, str]]:
    steps = (
        ("报宣传部", item.reported_up_at),
        ("先行回复", item.interim_at),
        ("正式回复", item.replied_at),
        ("办结", item.closed_at),
    )
    return [(name, moment(at, now)) for name, at in steps if at is not None]


def _remembered(duty: Duty, now: datetime) -> bool:
    late = duty.is_late(now)
    return late or duty.kind.article in ("第七条", "第十二条")


def _duty(duty: Duty, now: datetime) -> tuple[str, str, Tone]:
    name = f"{duty.kind.label}（{duty.kind.article}）"
    closed = duty.closed_at
    if closed is not None:
        said = kept(closed, duty.due_at, now)
        return name, said.long, said.tone
    said = deadline(duty.due_at, now)
    return name, dated(duty.due_at, now, mark="*" if duty.assumed else ""), said.tone


def _event(event: Event, now: datetime) -> TimelineEntry:
    changes = [f"{change.field}：{change.old} → {change.new}" for change in event.changes]
    detail = "\n".join(part for part in (event.words, event.reason, *changes) if part)
    what = f"{event.act}（未办成）" if event.refused else event.act
    return TimelineEntry(
        when=moment(event.at, now),
        who=event.person,
        what=what,
        detail=breakable(detail),
        tone="danger" if event.refused else "accent",
    )
