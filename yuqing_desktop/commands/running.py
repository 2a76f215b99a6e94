"""Run one command or the window: options in, exit code out, every refusal in words, never a traceback."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from yuqing_desktop.commands.parsing import Parser, moment
from yuqing_desktop.commands.session import Families, Painter, Session, session_of
from yuqing_desktop.commands.speaking import Speaker, speak_utf8
from yuqing_desktop.problems import Problem

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
GROUPS: dict[str, tuple[str, ...]] = {
    "importing": ("import",),
    "lists": ("list", "show", "search"),
    "papers": ("slip", "ledger", "papers", "archive"),
    "deadline": ("deadline",),
    "pages": ("page",),
    "check": ("check",),
    "backup": ("backup", "restore"),
    "sample": ("sample",),
    "selftest": ("selftest",),
}
"""The modules of the commands, and the commands each adds; imported when meant: all take longer than the window."""


def run(
    arguments: Sequence[str], window: Callable[[Session], int], painter: Painter, families: Families
) -> int:
    """Carry out what the arguments ask; `window` is called when they name no command."""
    speak_utf8()
    try:
        options = parsed(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_USAGE
    speaker = Speaker(sys.stdout, sys.stderr, as_json=options.json)
    session = session_of(options, speaker, painter, families)
    deed: Callable[[Session], int] = window if options.command is None else options.run
    return _answered(deed, session)


def _answered(deed: Callable[[Session], int], session: Session) -> int:
    try:
        code = deed(session)
        session.speaker.flush()
    except Problem as problem:
        session.speaker.refusal(problem)
        return REFUSED
    except KeyboardInterrupt:
        session.speaker.warning("已中断。已经保存的数据没有丢失。")
        return REFUSED
    except BrokenPipeError:
        # whoever read the output has read enough; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the program's edge: a bug is told in words, with a code
        session.speaker.warning(_bug(error, session.paths.logs, session.clock.now()))
        return REFUSED
    return code


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The options; argparse ends with SystemExit for --help and for wrong usage."""
    if {"-h", "--help"}.isdisjoint(arguments):
        options, more = parser(()).parse_known_args(arguments)
        if not more:
            return options
        groups: Iterable[str] = [group for group, words in GROUPS.items() if more[0] in words]
    else:
        groups = ()
    top = parser(groups or GROUPS)
    options = top.parse_args(arguments)
    if options.demo and options.command is not None:
        top.error("--demo 只用于打开窗口，不能与命令同用")
    return options


def parser(groups: Iterable[str] = GROUPS) -> Parser:
    """The command line with the commands of these groups; with none, the window's own."""
    top = Parser(prog="yuqing-desktop", description="政务舆情登记。不带命令时打开窗口。")
    absent = dict.fromkeys(("data", "database", "now", "acting_as", "user", "key_file"))
    _add_common(top, absent | {"json": False})
    top.add_argument("--demo", action="store_true", help="打开窗口，使用临时的样例登记簿，关闭后不保留")
    top.set_defaults(command=None)
    if not groups:
        return top
    commands = top.add_subparsers(title="命令", metavar="命令", dest="command")
    for group in groups:
        for command in import_module(f"yuqing_desktop.commands.{group}").add(commands):
            _add_common(command, {})
    return top


def _add_common(to: argparse.ArgumentParser, defaults: dict[str, object]) -> None:
    """Options that may stand before the command as well as after it."""

    def default(name: str) -> object:
        return defaults.get(name, argparse.SUPPRESS)

    to.add_argument("--data", metavar="文件夹", default=default("data"), help="数据文件夹")
    to.add_argument(
        "--database", metavar="URL", default=default("database"), help="PostgreSQL 数据库（本版本还不能使用）"
    )
    to.add_argument("--json", action="store_true", default=default("json"), help="输出 JSON，供其他程序读取")
    to.add_argument(
        "--now", metavar="时间", type=moment, default=default("now"),
        help="固定的当前时间（如 2026-11-24T10:40），只用于样例登记簿",
    )  # fmt: skip
    to.add_argument("--as", metavar="姓名", dest="acting_as", default=default("acting_as"),
                    help="由谁办理（样例和还没有登录账户的登记簿）")  # fmt: skip
    to.add_argument("--user", metavar="姓名", default=default("user"), help="登录人；不写则在终端询问")
    to.add_argument(
        "--key-file", metavar="文件", type=Path, default=default("key_file"),
        help="密钥文件，代替在终端输入密码：第一行姓名，第二行密码，只有本人能读",
    )  # fmt: skip


def _bug(error: Exception, logs: Path, now: datetime) -> str:
    """Words with a code for a mistake of the program; where it happened goes into the log, what it held does not."""
    import hashlib
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    body = "\n".join([type(error).__name__, *places])
    code = hashlib.sha256(body.encode()).hexdigest()[:8].upper()
    try:
        folder = logs if logs.is_dir() else Path(tempfile.gettempdir())
        log = folder / "errors.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{now:%Y-%m-%d %H:%M:%S} {code}\n{body}\n\n")
    except OSError:
        return f"程序出错（代码 {code}）。已经保存的数据没有丢失。请把代码告诉维护人员。"
    return f"程序出错（代码 {code}）。已经保存的数据没有丢失。请把 {log} 交给维护人员。"
