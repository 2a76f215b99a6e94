"""转送单 (第八条): the slip that sends an item to the section that must follow it."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSlip(Issued):
    """The words of one slip. Times are to the minute (`gongwen.moment`), figures are `Figure.label`s."""

    urgency: Annotated[str, "紧急程度"]
    lead: Annotated[str, "转送科室"]
    assisting: Annotated[str, "协办科室"]
    sent_at: Annotated[str, "转送时间"]
    due: Annotated[str, "反馈时限"]
    due_rule: Annotated[str, "时限依据"]
    title: Annotated[str, "舆情标题"]
    source: Annotated[str, "信息来源"]
    published_at: Annotated[str, "信息发布时间"]
    found_at: Annotated[str, "发现时间"]
    item_number: Annotated[str, "登记编号"]
    link: Annotated[str, "原文链接"]
    reads: Annotated[str, "当时阅读数"]
    forwards: Annotated[str, "当时转发数"]
    replies: Annotated[str, "当时回复数"]
    figures_at: Annotated[str, "采集时间"]
    kind: Annotated[str, "类别"]
    topic: Annotated[str, "领域"]
    level: Annotated[str, "等级"]
    summary: Annotated[str, "信息摘要"]
    requirements: Annotated[str, "办理要求"]
    opinion: Annotated[str, "办公室意见"]
    attachments: Annotated[str, "附件"]
    contact: Annotated[str, "联系人", PERSONAL]
    phone: Annotated[str, "电话", PERSONAL]
    instructions: Annotated[str, "领导批示", PERSONAL] = ""


TRANSFER_SLIP = Paper("transfer_slip", "转送单", TransferSlip)
REQUIREMENTS = "请报送核实结论、处置措施、拟回复口径及佐证材料。"
"""办理要求 where the office has set no words of its own."""
