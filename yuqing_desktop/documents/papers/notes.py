"""催办单 and 督办单 (第三条): the two steps of the ladder after a call."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgeNote(Issued):
    """The words of a 催办单; the section fills in why it has not acted."""

    section: Annotated[str, "催办科室"]
    slip_number: Annotated[str, "原转送单号"]
    item_number: Annotated[str, "登记编号"]
    title: Annotated[str, "舆情标题"]
    due: Annotated[str, "原反馈时限"]
    overdue: Annotated[str, "已逾期时长"]
    urged_before: Annotated[str, "已催次数与方式"]
    new_due: Annotated[str, "现要求时限"]
    urged_by: Annotated[str, "催办人", PERSONAL]
    phone: Annotated[str, "电话", PERSONAL]
    urged_at: Annotated[str, "催办时间"]
    copied_to: Annotated[str, "抄送", PERSONAL]
    reason: Annotated[str, "未办原因"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionNote(Issued):
    """The words of a 督办单, given by the deputy or the head."""

    matter: Annotated[str, "督办事项"]
    item_number: Annotated[str, "登记编号"]
    basis: Annotated[str, "督办依据"]
    content: Annotated[str, "督办内容"]
    leader: Annotated[str, "批示领导", PERSONAL]
    instructed_at: Annotated[str, "批示时间"]
    instructions: Annotated[str, "批示内容", PERSONAL]
    lead: Annotated[str, "牵头科室"]
    assisting: Annotated[str, "配合科室"]
    due: Annotated[str, "交办时限"]
    feedback: Annotated[str, "反馈方式"]
    overdue: Annotated[str, "已逾期时长"]
    requirements: Annotated[str, "督办要求"]
    contact: Annotated[str, "联系人", PERSONAL]
    phone: Annotated[str, "电话", PERSONAL]
    reply: Annotated[str, "承办回复"] = ""
    conclusion: Annotated[str, "审结意见", PERSONAL] = ""


URGE_NOTE = Paper("urge_note", "催办单", UrgeNote)
SUPERVISION_NOTE = Paper("supervision_note", "督办单", SupervisionNote)
SUPERVISED = "请在交办时限前书面报送：1.原因；2.整改措施和完成时间；3.拟回复口径；4.未按期报送的原因。"
"""督办要求: what a supervised section must answer, whatever the leader wrote (批示内容)."""
