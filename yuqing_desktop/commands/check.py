"""check: the check-up, on the registry or on a copy; the exit code says whether something is wrong."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yuqing_desktop.commands.session import Session
from yuqing_desktop.domain.findings import Finding, Report


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "check",
        help="体检",
        description="核对登记簿：数据库、留痕链、登记数据、审批与签名、附件、编号、检索。",
    )
    command.add_argument(
        "--head", metavar="留痕摘要", default="", help="纸面上印的留痕摘要，如 128-0a1b2c3d4e5f"
    )
    command.add_argument("--copy", metavar="文件", type=Path, help="核对另一处的登记簿副本，而不是现在的")
    command.set_defaults(run=_check)
    yield command


def _check(session: Session) -> int:
    with session.core(even_damaged=True, nobody=True) as core:
        copy = session.options.copy
        report = (
            core.checkup.check(typed_head=session.options.head, families=session.families())
            if copy is None
            else core.checkup.verify_copy(copy, copy.parent / "blobs")
        )
    session.speaker.document(
        {
            "ok": report.ok,
            "findings": [_shape(one) for one in report.findings],
            "hints": [_shape(one) for one in report.hints],
        }
    )
    for line in _lines(report):
        session.speaker.line(line)
    return 0 if report.ok else 1


def _shape(finding: Finding) -> dict[str, str]:
    return {
        "what": finding.what,
        "where": finding.where,
        "since": finding.since,
        "advice": finding.advice,
    }


def _lines(report: Report) -> Iterator[str]:
    yield f"核对了{report.events}条留痕，留痕摘要 {report.head or '无'}。"
    first = report.first
    if first is None:
        yield "没有发现问题。"
    else:
        yield f"发现{len(report.findings)}处问题，最早的一处：{_words(first)}"
        for one in report.findings:
            yield f"  {_words(one)}"
    for one in report.hints:
        yield f"  提示：{_words(one)}"


def _words(finding: Finding) -> str:
    since = f"（自{finding.since}）" if finding.since else ""
    return f"{finding.what}：{finding.where}{since}。{finding.advice}"
