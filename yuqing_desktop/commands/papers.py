"""slip, ledger, papers, archive: papers out."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yuqing_desktop.commands.parsing import period
from yuqing_desktop.commands.session import Session
from yuqing_desktop.problems import BadInput, Trouble


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The commands of this file."""
    command = commands.add_parser(
        "slip", help="生成转送单", description="生成一件事项现有转送单的 Word 文件。"
    )
    command.add_argument("number", metavar="编号", help="登记编号，如 YQ-2026-0123")
    command.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪个 .docx 文件")
    command.set_defaults(run=_slip)
    yield command
    command = commands.add_parser(
        "ledger", help="生成台账", description="生成一周或一段日期的台账（.xlsx）。"
    )
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--week", dest="period", metavar="周", type=period, help="如 2026-W47")
    which.add_argument(
        "--dates", dest="period", metavar="日期", type=period, help="如 2026-11-16..2026-11-22 或 2026-11"
    )
    command.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪个 .xlsx 文件")
    command.add_argument("--layout", metavar="版式", default="", help="用哪个导出版式，不写则用现用的")
    command.set_defaults(run=_ledger)
    yield command
    command = commands.add_parser(
        "papers",
        help="生成一件事项的全部文书",
        description="生成一件事项现在能有的每一种文书，没有编号的先编号。",
    )
    command.add_argument("number", metavar="编号", help="登记编号，如 YQ-2026-0123")
    command.add_argument("--out", metavar="文件夹", type=Path, required=True, help="写到哪个文件夹")
    command.set_defaults(run=_papers)
    yield command
    command = commands.add_parser(
        "archive",
        help="归档办结的事项",
        description="把办结的一件事项，或一段日期内办结的全部事项，打成归档包：文书（Word、PDF）、附件、经过和校验清单。",
    )
    command.add_argument("number", metavar="编号", nargs="?", help="登记编号，如 YQ-2026-0123")
    command.add_argument("--dates", dest="period", metavar="日期", type=period, help="办结日期，如 2026-11")
    command.add_argument(
        "--out", metavar="去处", type=Path, required=True, help="写到哪个文件夹或 .zip 文件（须不存在）"
    )
    command.set_defaults(run=_archive)
    yield command


def _slip(session: Session) -> int:
    with session.core() as core:
        actor = session.actor(core)
        item = core.registry.by_number(session.options.number)
        paper = core.papers.slips_of([item.id])[-1]
        _tell(session, core.papers.write_slip(actor, paper, session.options.out.absolute()))
    return 0


def _ledger(session: Session) -> int:
    with session.core() as core:
        options, actor = session.options, session.actor(core)
        out = options.out.absolute()
        _tell(session, core.ledger.export(actor, options.period, out, layout=options.layout))
    return 0


def _papers(session: Session) -> int:
    with session.core() as core:
        actor = session.actor(core)
        item = core.registry.by_number(session.options.number)
        papers = core.papers.of_item(actor, item.id)
        _tell(session, *core.papers.write_slips(actor, papers, _folder(session.options.out)))
    return 0


def _archive(session: Session) -> int:
    options = session.options
    if (options.number is None) == (options.period is None):
        raise BadInput({"number": "请给出编号，或用 --dates 给出办结日期"})
    paint = session.painter()
    with session.core() as core:
        period_, number = options.period, options.number
        items = core.archive.closed_in(period_) if period_ else [core.registry.by_number(number).id]
        _tell(session, core.archive.write(session.actor(core), items, options.out.absolute(), paint=paint))
    if paint is None:
        session.speaker.warning("没有窗口组件 PySide6，归档包里只有 Word 文书，没有 PDF。")
    return 0


def _folder(asked: Path) -> Path:
    """The folder, made where it is not there. Raises Trouble."""
    folder: Path = asked.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"文件夹{folder}不能建立。", advice="请核对路径和权限。") from error
    return folder


def _tell(session: Session, *paths: Path) -> None:
    session.speaker.document({"files": [str(path) for path in paths]})
    for path in paths:
        session.speaker.line(f"已生成：{path}")
