"""处置审批单 (第九条): one item put before the deputy and, where important, the head; and many at once."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Anchored

NO_HEAD_NEEDED = "按规定无需报组长"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalForm(Anchored):
    """The words of one form; opinions are empty where the pen is to write them.

    `reply` is verbatim, `version` its version and `fingerprint` the short hash of exactly that text.
    `head_opinion` is NO_HEAD_NEEDED for ordinary items.
    """

    slip_number: Annotated[str, "转送单号"]
    item_number: Annotated[str, "登记编号"]
    title: Annotated[str, "舆情标题"]
    level: Annotated[str, "等级"]
    section: Annotated[str, "承办科室"]
    handler: Annotated[str, "承办人", PERSONAL]
    phone: Annotated[str, "电话", PERSONAL]
    received_at: Annotated[str, "收到时间"]
    due: Annotated[str, "反馈时限"]
    submitted_at: Annotated[str, "提交时间"]
    late: Annotated[str, "是否逾期"]
    findings: Annotated[str, "调查核实情况"]
    measures: Annotated[str, "处置措施及结果"]
    reply: Annotated[str, "拟回复内容"]
    version: Annotated[str, "回复版本"]
    fingerprint: Annotated[str, "文本指纹"]
    account: Annotated[str, "拟回复账号"]
    channel: Annotated[str, "回复方式"]
    interim: Annotated[str, "先行回复"]
    consent_rule: Annotated[str, "签批说明"]
    secrecy_review: Annotated[str, "保密审查意见"] = ""
    section_opinion: Annotated[str, "科室负责人意见", PERSONAL] = ""
    office_opinion: Annotated[str, "办公室核稿意见", PERSONAL] = ""
    deputy_opinion: Annotated[str, "副组长意见", PERSONAL] = ""
    head_opinion: Annotated[str, "组长意见", PERSONAL] = ""
    published: Annotated[str, "回复回填"] = ""
    note: Annotated[str, "备注"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """One item on the batch sheet."""

    place: Annotated[str, "序号"]
    item_number: Annotated[str, "登记编号"]
    title: Annotated[str, "舆情标题"]
    section: Annotated[str, "承办科室"]
    findings: Annotated[str, "核实结论"]
    reply: Annotated[str, "拟回复内容"]
    channel: Annotated[str, "回复方式"]
    due: Annotated[str, "回复时限"]
    opinion: Annotated[str, "审批意见", PERSONAL] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalBatch(Anchored):
    """Many items for a leader who has five minutes, a signature box a row."""

    leader: Annotated[str, "呈批领导"]
    prepared_at: Annotated[str, "呈批时间"]
    prepared_by: Annotated[str, "呈批人"]
    total: Annotated[str, "件数"]
    consent_rule: Annotated[str, "签批说明"]
    lines: Annotated[tuple[ApprovalLine, ...], "事项"]


APPROVAL_FORM = Paper("approval_form", "处置审批单", ApprovalForm)
APPROVAL_BATCH = Paper("approval_batch", "处置审批汇总单", ApprovalBatch)
