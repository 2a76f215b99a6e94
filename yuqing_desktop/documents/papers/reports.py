"""处置情况报告 (第四条): of one item, and of a period to the leading group's office."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import RUNNING
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingReport(Issued):
    """One item's handling, in six parts; running texts may have several lines, each a paragraph."""

    title: Annotated[str, "舆情标题"]
    addressed_to: Annotated[str, "主送"]
    situation: Annotated[str, "基本情况", RUNNING]
    findings: Annotated[str, "调查核实情况", RUNNING]
    measures: Annotated[str, "处置措施及结果", RUNNING]
    reply_account: Annotated[str, "回复账号"]
    replied_at: Annotated[str, "回复时间"]
    reply_link: Annotated[str, "回复链接"]
    reply_text: Annotated[str, "回复原文", RUNNING]
    reactions: Annotated[str, "网上反应", RUNNING]
    next_steps: Annotated[str, "下一步措施", RUNNING]
    section: Annotated[str, "落款科室"]
    signer: Annotated[str, "负责人"]
    day: Annotated[str, "成文日期"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """One figure of the period: what, how many, and a remark."""

    what: Annotated[str, "指标"]
    count: Annotated[str, "数量"]
    remark: Annotated[str, "说明"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a list of them."""

    text: Annotated[str, "内容", RUNNING]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReport(Issued):
    """A period's handling: counts, each important item in a paragraph, what is unfinished."""

    addressed_to: Annotated[str, "主送"]
    period: Annotated[str, "期间"]
    overview: Annotated[str, "总体情况", RUNNING]
    counts: Annotated[tuple[CountLine, ...], "统计"]
    important: Annotated[tuple[Paragraph, ...], "重要舆情"]
    unfinished: Annotated[tuple[Paragraph, ...], "未办结事项"]
    next_steps: Annotated[str, "下一步措施", RUNNING]
    definitions: Annotated[str, "统计口径", RUNNING]
    day: Annotated[str, "成文日期"]


HANDLING_REPORT = Paper("handling_report", "处置情况报告", HandlingReport)
PERIOD_REPORT = Paper("period_report", "舆情处置情况报告", PeriodReport)
