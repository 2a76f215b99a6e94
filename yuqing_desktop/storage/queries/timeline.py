"""The events of one item, for its 经过 and for `show`."""

import json
from collections.abc import Iterator
from typing import Any

from yuqing_desktop.domain.listing import FieldChange, TimelineEntry
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, ReplyNeed, Status, Word
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.database import Database

_FIELDS = {
    "title": "标题", "summary": "摘要", "content": "原文", "published_at": "发布时间", "found_at": "发现时间",
    "platform": "平台", "source": "来源", "author": "作者", "link": "链接", "reply_need": "回复情况", "topic": "领域",
    "notes": "备注", "level": "等级", "comment_kind": "类别", "status": "状态", "outcome": "处置结果",
}  # fmt: skip
_WORDS: dict[str, type[Word]] = {
    "reply_need": ReplyNeed,
    "level": Level,
    "comment_kind": CommentKind,
    "status": Status,
}


_ACTS = {act.value: act.label for act in Act} | {
    "paper": "出具文书", "print": "打印文书", "void": "作废文书", "issue": "编报", "export": "导出", "judge": "比对",
    "accountability": "责任追究",
}  # fmt: skip
"""Acts on papers and on the record stand beside those of the table of steps."""


def timeline(database: Database, item_id: int) -> tuple[TimelineEntry, ...]:
    """Every event of an item, oldest first; refused attempts among them."""
    rows = database.rows(
        "SELECT id, at, person, act, result, detail, rows, outcome FROM event WHERE item_id = ? ORDER BY id",
        (item_id,),
    )
    return *_brought(database, item_id), *(_entry(item_id, *row) for row in rows)


def _brought(database: Database, item_id: int) -> Iterator[TimelineEntry]:
    """What was done to an imported item with its whole batch: one event of many items, told by the batch's record."""
    batches = database.rows(
        "SELECT taken_at, taken_by, file_name, undone_at FROM batch"
        " WHERE id = (SELECT batch_id FROM item WHERE id = ?)",
        (item_id,),
    )
    for taken_at, taken_by, file_name, undone_at in batches:
        yield TimelineEntry(0, moment_of(taken_at), taken_by, "登记", f"由“{file_name}”导入")
        if undone_at is not None:
            yield TimelineEntry(0, moment_of(undone_at), "", "撤销导入", f"“{file_name}”整批移入回收站")


def _entry(
    item_id: int,
    number: int,
    at: str,
    person: str,
    act: str,
    result: str,
    detail: str,
    rows: str,
    outcome: str,
) -> TimelineEntry:
    known: dict[str, Any] = json.loads(detail)
    label = _ACTS.get(act, "其他记录")
    return TimelineEntry(
        event=number,
        at=moment_of(at),
        person=person,
        act=label,
        words=result,
        reason=str(known.get("reason") or ""),
        refused=outcome == "refused",
        changes=tuple(_changes(json.loads(rows), item_id)),
    )


def _changes(rows: list[dict[str, Any]], item_id: int) -> Iterator[FieldChange]:
    for row in rows:
        if row["t"] == "item" and row["id"] == item_id:
            for name, (old, new) in row.get("d", {}).items():
                if name in _FIELDS:
                    yield FieldChange(_FIELDS[name], _said(name, old), _said(name, new))


def _said(name: str, value: Any) -> str:
    if value is None or value == "":
        return "（空）"
    return _WORDS[name](value).label if name in _WORDS else str(value)
