"""Who signs in on the command line: typed at the terminal, or read from a key file that nobody else can read."""

import os
import stat
import sys
from pathlib import Path

from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import Refused

KEY_FILE = "YUQING_KEY_FILE"
"""The environment's name for the key file, for schedules."""
_LONGEST = 4096
_KEPT = "数据没有改动。"


def signed_in(core: Core, user: str | None, key_file: Path | None) -> Actor:
    """The person, by name and password; a wrong one counts as in the window. Raises Refused."""
    name, password = _asked(user, key_file)
    found = core.accounts.sign_in(name, password)
    if found.must_change:
        core.accounts.sign_out(found.actor)
        raise Refused(f"{name}用的还是首次密码。", kept=_KEPT, advice="请先在窗口中登录，改成本人的密码。")
    return found.actor


def _asked(user: str | None, key_file: Path | None) -> tuple[str, str]:
    """Name and password."""
    file = key_file or (Path(os.environ[KEY_FILE]) if os.environ.get(KEY_FILE) else None)
    if file is not None:
        kept, password = read_key_file(file)
        return _named(user or kept), password
    if not sys.stdin.isatty():
        raise Refused(
            "须登录后使用。",
            kept=_KEPT,
            advice=f"请在终端运行，或用 --key-file（环境变量 {KEY_FILE}）指明密钥文件。",
        )
    import getpass

    name = _named(user or _typed("姓名："))
    return name, getpass.getpass(f"{name}的密码：")


def read_key_file(path: Path) -> tuple[str, str]:
    """The name (empty where there is none) and the password a key file holds: a line each, the password last.

    Raises Refused for one that others on this computer can read.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            mode = os.fstat(file.fileno()).st_mode
            lines = file.read(_LONGEST).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"密钥文件读不出来：{path}。", kept=_KEPT) from error
    # Windows keeps rights in lists that this mode does not show: there the folder's rights protect the file
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Refused(
            f"密钥文件别人也能读，没有使用：{path}。", kept=_KEPT, advice=f"请执行 chmod 600 {path} 后再试。"
        )
    if not 1 <= len(lines) <= 2 or not lines[-1]:
        raise Refused(f"密钥文件写法不对：{path}。", kept=_KEPT, advice="第一行写姓名，第二行写密码。")
    return (lines[0].strip() if len(lines) == 2 else ""), lines[-1]


def _typed(prompt: str) -> str:
    """A line typed at the terminal; the prompt stays out of what the command prints."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline()


def _named(name: str) -> str:
    if not name.strip():
        raise Refused("请写明登录人的姓名。", kept=_KEPT, advice="请用 --user 姓名。")
    return name.strip()
