"""The dated, named records that fulfil a duty or press for one: report-up, private message, feedback, calls, follow-up."""

from dataclasses import dataclass, replace
from typing import Any, cast

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.desk import Case, Desk

STAMP = {
    Act.REPORT_UP: "reported_up_at",
    Act.PRIVATE_MESSAGE: "private_message_at",
    Act.PROGRESS_FEEDBACK: "progress_feedback_at",
}
"""Which moment of the item the first such record sets, and so which duty it closes."""

REQUIRED: dict[Act, tuple[tuple[str, str], ...]] = {
    Act.REPORT_UP: (
        ("to", "请填写接报人"), ("channel", "请选择报告方式"), ("number", "请填写电话号码"), ("words", "请填写报告内容"),
    ),
    Act.PRIVATE_MESSAGE: (("words", "请填写了解到的情况"),),
    Act.PROGRESS_FEEDBACK: (("to", "请填写责任人"), ("words", "请填写反馈的进展")),
    Act.CALL: (("to", "请填写接听人"),),
    Act.GIVE_REASON: (("words", "请填写未办原因"),),
    Act.URGE: (("to", "请填写催办对象"), ("channel", "请选择催办方式")),
    Act.SUPERVISE: (("to", "请填写督办对象"), ("words", "请填写督办要求")),
    Act.FOLLOW_UP: (("words", "请填写跟踪情况"),),
}  # fmt: skip

POST_STATES = ("存在", "已编辑", "已删除", "失效")
"""跟踪反馈: the state of the original post when it was last seen."""


def checked_note(act: Act, note: Note) -> Note:
    """A note that says all its act must. Raises BadInput naming the article."""
    wrong = {name: words for name, words in REQUIRED[act] if not clean(getattr(note, name))}
    if wrong:
        raise BadInput(wrong, article=act.article)
    return note


@dataclass(frozen=True, slots=True)
class DutyActs:
    """Records about an item."""

    desk: Desk

    def note(self, actor: Actor, act: Act, item_id: int, note: Note, *, op_id: str | None = None) -> Changes:
        """Record one of these acts (REQUIRED names them). Raises BadInput, Refused."""
        checked_note(act, note)

        def do(case: Case) -> str:
            at = note.at or case.now
            if at > case.now:
                raise BadInput({"at": "时间晚于现在"}, article=act.article)
            case.work.add(
                replace(
                    note, item_id=item_id, act=act.value, at=at, by=one_line(note.by) or actor.name,
                    to=one_line(note.to), channel=one_line(note.channel), number=one_line(note.number),
                    words=clean(note.words), stage=one_line(note.stage),
                )
            )  # fmt: skip
            stamp = STAMP.get(act)
            is_first = stamp is not None and getattr(case.item, stamp) is None
            if act is Act.FOLLOW_UP and note.stage:
                case.item = case.work.save(case.item, replace(case.item, post_state=note.stage, seen_at=at))
            case.advance(**cast(dict[str, Any], {stamp: at} if is_first else {}))
            return f"{case.item.number}{act.label}已记录"

        return self.desk.perform(actor, act, item_id, do, op_id=op_id)
