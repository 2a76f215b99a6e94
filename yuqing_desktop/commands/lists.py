"""list, search, show: the registry as it is read."""

import argparse
from array import array
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from yuqing_desktop.commands.session import Session
from yuqing_desktop.commands.shapes import dossier_shape, item_shape
from yuqing_desktop.core import Core
from yuqing_desktop.domain import trash
from yuqing_desktop.domain.listing import Dossier, RegistryRow

_PAGE = 500
_WIDTHS = (12, 9, 8, 12, 16, 10)


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The commands of this file."""
    command = commands.add_parser("list", help="列出事项，可带筛选条件", description="列出事项，新的在前。")
    command.add_argument("filter", nargs="*", metavar="筛选", help="如 状态:待审批 is:逾期 -来源:微博 预约")
    command.set_defaults(run=_list)
    yield command
    command = commands.add_parser(
        "show", help="显示一件事项的全部记录", description="显示一件事项的全部记录。"
    )
    command.add_argument("number", metavar="编号", help="如 YQ-2026-0123、2026-123 或 123")
    command.set_defaults(run=_show)
    yield command
    command = commands.add_parser(
        "search", help="按词查找事项", description="查找含有全部词的事项，新的在前。"
    )
    command.add_argument("words", nargs="+", metavar="词")
    command.set_defaults(run=_search)
    yield command


def _list(session: Session) -> int:
    with session.core() as core:
        registry = core.registry
        _tell(session, core, registry.ids(registry.parse(" ".join(session.options.filter))))
    return 0


def _search(session: Session) -> int:
    with session.core() as core:
        _tell(session, core, core.registry.search(" ".join(session.options.words)))
    return 0


def _show(session: Session) -> int:
    with session.core() as core:
        item = core.registry.by_number(session.options.number)
        dossier = core.registry.dossier(item.id, session.reader(core))
        session.speaker.document(dossier_shape(dossier))
        for line in _lines(dossier, core.clock.now()):
            session.speaker.line(line)
    return 0


def _tell(session: Session, core: Core, ids: "array[int]") -> None:
    speaker = session.speaker
    if speaker.as_json:
        speaker.array(item_shape(row, row.section) for row in _rows(core, ids))
        return
    speaker.table((_cells(row) for row in _rows(core, ids)), _WIDTHS)
    speaker.line(f"共{len(ids)}件。")


def _rows(core: Core, ids: "array[int]") -> Iterator[RegistryRow]:
    for start in range(0, len(ids), _PAGE):
        yield from core.registry.page(ids[start : start + _PAGE])


def _cells(row: RegistryRow) -> tuple[str, ...]:
    level = row.level.label if row.level else ""
    return row.number, row.status.label, level, row.section, _minute(row.due_at), row.platform, row.title


def _lines(dossier: Dossier, now: datetime) -> Iterator[str]:
    item = dossier.item
    level = item.level.label if item.level else "未评估"
    kind = item.comment_kind.label if item.comment_kind else "未归类"
    yield f"{item.number}  {item.title}"
    yield f"状态：{item.status.label}  等级：{level}  类别：{kind}  回复情况：{item.reply_need.label}"
    if item.trashed_at is not None:
        yield trash.said(item, now, dossier.trash_reason)
    yield f"来源：{item.platform} {item.source} {item.author}".rstrip()
    yield f"链接：{item.link or '无'}"
    yield f"发布：{_minute(item.published_at)}  发现：{_minute(item.found_at)}  登记：{_minute(item.registered_at)}"
    yield f"当时阅读：{item.reads.label}  转发：{item.forwards.label}  回复：{item.replies.label}"
    yield f"跟进科室：{'、'.join(filter(None, (dossier.section, *dossier.assisting))) or '未定'}"
    yield f"摘要：{item.summary}"
    yield from (f"备注：{item.notes}",) if item.notes else ()
    for duty in dossier.open_duties:
        yield f"待办：{duty.kind.label}（{duty.kind.article}），{_minute(duty.due_at)}前"
    for paper in dossier.papers:
        yield f"文书：{paper.kind.label} {paper.number}{'（作废）' if paper.voided_at else ''}"
    for entry in dossier.timeline:
        mark = "（未准）" if entry.refused else ""
        said = "；".join(filter(None, (entry.words, entry.reason)))
        yield f"{_minute(entry.at)}  {entry.person}  {entry.act}{mark}  {said}".rstrip()


def _minute(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
