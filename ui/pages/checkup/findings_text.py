"""The check-up's outcome as text, to copy and to hand over."""

from datetime import datetime

from yuqing_desktop.domain.findings import Finding, Report


def summary(report: Report) -> str:
    """未发现问题, or how many findings and the first."""
    first = report.first
    if first is None:
        return f"没有发现问题：核对了 {report.events:,} 条留痕，数据与记录相符。"
    return f"发现 {len(report.findings)} 处问题，最早的一处：{first.what}（{first.where}）。"


def said(finding: Finding) -> str:
    """What, where, since when, what to do, on one line."""
    since = f"，自 {finding.since}" if finding.since else ""
    return f"{finding.what}：{finding.where}{since}。{finding.advice}"


def whole(report: Report, bureau: str, now: datetime) -> str:
    """The outcome to keep."""
    lines = [
        f"{bureau}政务舆情登记体检 {now:%Y-%m-%d %H:%M}",
        summary(report),
        f"留痕摘要 {report.head or '无'}",
    ]
    lines += [f"问题 {at}．{said(one)}" for at, one in enumerate(report.findings, start=1)]
    lines += [f"提示　{said(one)}" for one in report.hints]
    return "\n".join(lines) + "\n"
