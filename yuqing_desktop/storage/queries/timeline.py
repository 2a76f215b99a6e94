"""The events of one item, for its 经过 and for `show`."""

import json
from collections.abc import Iterator
from typing import Any

from yuqing_desktop.domain.listing import FieldChange, TimelineEntry
from yuqing_desktop.domain.records import NOD
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

_GIVEN = {"slip": ("refused_by", "reason"), "duty": ("extended",)}
"""Fields that take who gave the reason of the act that changes them, and the reason: 退单、改派, 延期."""

Spoken = dict[tuple[str, int], str]
"""What a person said in a record, by its table and id."""


def timeline(database: Database, item_id: int) -> tuple[TimelineEntry, ...]:
    """Every event of an item, oldest first; refused attempts among them."""
    rows = database.rows(
        "SELECT id, at, person, act, result, detail, rows, outcome FROM event WHERE item_id = ? ORDER BY id",
        (item_id,),
    )
    spoken = _spoken(database, item_id)
    return *_brought(database, item_id), *(_entry(item_id, spoken, *row) for row in rows)


def _spoken(database: Database, item_id: int) -> Spoken:
    """The words of an item's notes and decisions; read where they stand, so that what is purged there is gone here."""
    notes = database.rows(
        'SELECT id, act, "by", "to", channel, number, stage, words FROM note WHERE item_id = ?', (item_id,)
    )
    consents = database.rows("SELECT id, opinion FROM consent WHERE item_id = ?", (item_id,))
    return {("note", row[0]): _noted(*row[1:]) for row in notes} | {
        ("consent", row[0]): row[1] for row in consents
    }


def _noted(act: str, by: str, to: str, channel: str, number: str, stage: str, words: str) -> str:
    """初报 · 市委宣传部值班室 · 电话：基本情况; a leader's nod names the leader and the sheet."""
    about = (by, channel, number) if act == NOD else (stage, to, channel)
    return "：".join(part for part in (" · ".join(one for one in about if one), words) if part)


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
    spoken: Spoken,
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
    written: list[dict[str, Any]] = json.loads(rows)
    reasons = (str(known.get("reason") or ""), *_reasons(written, spoken))
    label = _ACTS.get(act, "其他记录")
    return TimelineEntry(
        event=number,
        at=moment_of(at),
        person=person,
        act=label,
        words=result,
        reason="\n".join(dict.fromkeys(one for one in reasons if one)),
        refused=outcome == "refused",
        changes=tuple(_changes(written, item_id)),
    )


def _reasons(rows: list[dict[str, Any]], spoken: Spoken) -> Iterator[str]:
    """What was said in the records an event made, and why it changed those it changed."""
    for row in rows:
        changed = row.get("d")
        if changed is None:
            yield spoken.get((row["t"], row["id"]), "")
        elif row["t"] in _GIVEN:
            said = (str(changed.get(name, ("", ""))[1] or "") for name in _GIVEN[row["t"]])
            yield "：".join(part for part in said if part)


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
