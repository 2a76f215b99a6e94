"""One run of the program: its options, where its data lies, by which clock, and who acts."""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yuqing_desktop.clock import Clock, FixedClock, SystemClock
from yuqing_desktop.commands.speaking import Speaker
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.paths import Paths, default_data_folder
from yuqing_desktop.problems import NotFound, Refused

Painter = Callable[[], Callable[..., None] | None]
"""Gives what paints the PDFs of an archive (services/archive.py); None where Qt is not installed."""
PASSWORD_FILE = "YUQING_PASSWORD_FILE"
DEMO_ITEMS, DEMO_SEED = 340, 1


@dataclass(frozen=True, slots=True)
class Session:
    """What the options say, resolved. Nothing is opened before it is asked for."""

    options: argparse.Namespace
    paths: Paths
    clock: Clock
    speaker: Speaker
    painter: Painter

    def has_registry(self) -> bool:
        """Whether a registry lies in the data folder."""
        return self.paths.database.is_file()

    @contextlib.contextmanager
    def core(self, *, even_damaged: bool = False) -> Iterator[Core]:
        """The registry that is there, open, and whole unless the check-up asks. Raises NotFound, Refused, Trouble."""
        self.check()
        if not self.has_registry():
            raise NotFound(
                f"没有找到登记簿：{self.paths.data}。",
                advice="请核对 --data；新登记簿请先打开窗口建立，样例可用 sample 命令生成。",
            )
        with contextlib.closing(open_core(self.paths, self.clock)) as core:
            if not even_damaged:
                core.pages.require_whole()
            if core.warning:
                self.speaker.warning(core.warning)
            if self.options.now is not None and not core.settings.is_sample():
                raise Refused("--now 只能用于样例登记簿。", kept="数据没有改动。", advice="请去掉 --now。")
            yield core

    def check(self) -> None:
        """Options that cannot be followed. Raises Refused."""
        if self.options.database is not None:
            raise Refused(
                "本版本还不能使用 PostgreSQL（--database）。",
                kept="数据没有改动。",
                advice="请用 --data 指定本机数据文件夹。",
            )

    def actor(self, core: Core) -> Actor:
        """Who acts: the person named by --as; in a sample, the clerk if nobody is named. Raises NotFound, Refused."""
        if self.options.acting_as is not None:
            return self._signed_in(core, self.options.acting_as)
        if not core.settings.is_sample():
            raise Refused("请用 --as 姓名 说明由谁办理。", kept="数据没有改动。")
        return self.reader(core)

    def _signed_in(self, core: Core, name: str) -> Actor:
        """The person named, by password where the registry asks for one. Raises NotFound, Refused."""
        actor = core.people.actor_named(name)
        return core.accounts.sign_in(name, asked(name)).actor if core.accounts.asks_for_sign_in() else actor

    def reader(self, core: Core) -> Actor:
        """For whom something is only read: as `actor`, where nobody is named the clerk. Raises NotFound."""
        if self.options.acting_as is not None:
            return core.people.actor_named(self.options.acting_as)
        clerks = core.people.holders(Role.CLERK)
        return core.people.actor(clerks[0].id) if clerks else SYSTEM

    @contextlib.contextmanager
    def place(self) -> Iterator[Paths]:
        """The data folder for the window: with --demo a throw-away one full of sample items. Raises Problem."""
        self.check()
        if not self.options.demo:
            if self.options.now is not None:
                with self.core():
                    pass  # only a sample may be looked at with another clock
            yield self.paths
            return
        import tempfile

        with tempfile.TemporaryDirectory(prefix="yuqing-", ignore_cleanup_errors=True) as folder:
            paths = Paths(Path(folder), Path(folder) / "workstation")
            with contextlib.closing(open_core(paths, self.clock)) as core:
                core.sample.fill(DEMO_ITEMS, seed=DEMO_SEED)
            yield paths


def asked(name: str) -> str:
    """A password from the file that YUQING_PASSWORD_FILE names, or typed at the terminal. Raises Refused."""
    file = os.environ.get(PASSWORD_FILE)
    if file:
        try:
            return Path(file).read_text("utf-8").strip("\r\n")
        except OSError as error:
            raise Refused(f"密码文件读不出来：{file}。", kept="数据没有改动。") from error
    if not sys.stdin.isatty():
        raise Refused(
            "须以密码登录。",
            kept="数据没有改动。",
            advice=f"请在终端运行，或用环境变量 {PASSWORD_FILE} 指明密码文件。",
        )
    import getpass

    return getpass.getpass(f"{name}的密码：")


def session_of(options: argparse.Namespace, speaker: Speaker, painter: Painter) -> Session:
    """The session these options mean."""
    folder = options.data if options.data is not None else default_data_folder()
    clock = FixedClock(options.now) if options.now is not None else SystemClock()
    return Session(options, Paths(Path(folder).absolute()), clock, speaker, painter)
