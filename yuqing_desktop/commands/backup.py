"""backup, restore: one verified file out; a verified file in, with the present data kept aside."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yuqing_desktop.commands.session import Session
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.restore import Restore

PASSWORD = "YUQING_BACKUP_PASSWORD"
"""The environment's name for a backup's password: on a command line every user of the machine could read it."""


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The commands of this file."""
    sealed = f"备份的密码从环境变量 {PASSWORD} 读取。"
    command = commands.add_parser("backup", help="备份", description=f"做一份核验过的完整备份。{sealed}")
    command.add_argument(
        "--to", metavar="文件夹", type=Path, help="放到哪个文件夹，默认为数据文件夹的 backups"
    )
    command.set_defaults(run=_back_up)
    yield command
    command = commands.add_parser(
        "restore", help="从备份恢复", description=f"先核验备份，再换入；现有数据另存，恢复记入审计。{sealed}"
    )
    command.add_argument("file", metavar="备份", type=Path, help="备份文件（.zip）")
    command.add_argument("--reason", metavar="原因", default="", help="记入审计的恢复原因")
    command.add_argument("--accept-findings", action="store_true", help="备份核验不通过也恢复（记入审计）")
    command.set_defaults(run=_restore)
    yield command


def _back_up(session: Session) -> int:
    with session.core() as core:
        to = session.options.to.absolute() if session.options.to else None
        named = session.signed or session.options.acting_as is not None
        actor = session.actor(core) if named else SYSTEM
        made = core.backing.back_up(actor, to=to, password=os.environ.get(PASSWORD, ""))
    session.speaker.document({"files": [str(made.path)]})
    session.speaker.line(f"已备份并核验：{made.path}，留痕摘要 {made.head or '无'}。")
    return 0


def _restore(session: Session) -> int:
    session.check()
    options = session.options
    done = Restore(session.paths, session.clock).restore(
        _restorer(session),
        options.file.absolute(),
        reason=options.reason,
        password=os.environ.get(PASSWORD, ""),
        accept_findings=options.accept_findings,
    )
    session.speaker.document({"files": [str(session.paths.database)], "aside": str(done.aside or "")})
    session.speaker.line(f"{done.words}。")
    return 0


def _restorer(session: Session) -> Actor:
    """Whoever carries it out sits at the computer; nobody can sign in while the registry is closed."""
    if session.options.acting_as is not None or session.options.user is not None:
        raise Refused(
            "恢复在登记簿关闭时进行，不能用 --as 和 --user。", kept="数据没有改动。", advice="请去掉后再试。"
        )
    return SYSTEM
