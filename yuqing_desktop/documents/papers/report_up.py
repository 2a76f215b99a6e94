"""报告市委宣传部 (第七条): what is said on the phone, what is sent by SMS, and the record that it was."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL, RUNNING
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUp(Issued):
    """One report: `stage` 初报, 续报 or 终报; `channel`, `to`, `reported_at` are the record of it."""

    stage: Annotated[str, "报告阶段"]
    item_number: Annotated[str, "登记编号"]
    level: Annotated[str, "等级"]
    event_at: Annotated[str, "事发时间"]
    source: Annotated[str, "信息来源"]
    account: Annotated[str, "平台账号"]
    cause: Annotated[str, "事由", RUNNING]
    figures: Annotated[str, "传播数据"]
    measures: Annotated[str, "已采取措施", RUNNING]
    next_steps: Annotated[str, "下一步", RUNNING]
    reporter: Annotated[str, "报告人", PERSONAL]
    phone: Annotated[str, "电话", PERSONAL]
    channel: Annotated[str, "报告方式"] = ""
    to: Annotated[str, "报告对象", PERSONAL] = ""
    reported_at: Annotated[str, "报告时间"] = ""
    words_used: Annotated[str, "报告用语"] = ""


REPORT_UP = Paper("report_up", "报告市委宣传部记录", ReportUp)


def phone_script(report: ReportUp) -> str:
    """What to say on the phone, in the order it is asked for."""
    return (
        f"您好，我是{report.bureau}{report.reporter}，现{report.stage}一起{report.level}舆情。\n"
        f"时间：{report.event_at}。来源：{report.source}（{report.account}）。\n"
        f"事由：{_sentence(report.cause)}\n"
        f"传播情况：{_sentence(report.figures)}\n"
        f"已采取措施：{_sentence(report.measures)}\n"
        f"下一步：{_sentence(report.next_steps)}\n"
        f"{f'联系电话：{report.phone}。' if report.phone else ''}请问您贵姓？我记录一下报告时间。"
    )


def sms(report: ReportUp) -> str:
    """The same as one message."""
    return (
        f"【{report.bureau}舆情{report.stage}】{report.event_at}，{report.source}（{report.account}）："
        f"{_sentence(report.cause)}{_sentence(report.figures)}已采取措施：{_sentence(report.measures)}"
        f"下一步：{_sentence(report.next_steps)}报告人：{'，'.join(filter(None, (report.reporter, report.phone)))}。"
    )


def _sentence(text: str) -> str:
    """The text as sentences of one paragraph."""
    lines = filter(None, map(str.strip, text.splitlines()))
    return "".join(line if line.endswith(("。", "！", "？", "；")) else f"{line}。" for line in lines)
