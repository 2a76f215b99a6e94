"""One run of the program: its options, where its data lies, by which clock, and who acts."""

import argparse
import contextlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
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
Families = Callable[[], Collection[str] | None]
"""Gives the faces this computer has; None where Qt is not installed."""
DEMO_ITEMS, DEMO_SEED = 340, 1


@dataclass(frozen=True, slots=True)
class Session:
    """What the options say, resolved. Nothing is opened before it is asked for."""

    options: argparse.Namespace
    paths: Paths
    clock: Clock
    speaker: Speaker
    painter: Painter
    families: Families
    signed: list[Actor] = field(default_factory=list)
    """Whoever signed in, while the registry is open."""

    def has_registry(self) -> bool:
        """Whether a registry lies in the data folder. Raises Trouble."""
        return self.paths.has_registry()

    @contextlib.contextmanager
    def core(self, *, even_damaged: bool = False, nobody: bool = False) -> Iterator[Core]:
        """The registry that is there, open, and whole unless the check-up asks. Raises NotFound, Refused, Trouble.

        Where it has accounts somebody signs in first; `nobody` is for what shows nothing of an item.
        """
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
            with contextlib.nullcontext() if nobody else self._seated(core):
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
        """Who acts: whoever signed in; before there are accounts the person named by --as; in a sample the clerk.

        Raises NotFound, Refused.
        """
        if not self.signed and self.options.acting_as is None and not core.settings.is_sample():
            raise Refused("请用 --as 姓名 说明由谁办理。", kept="数据没有改动。")
        return self.reader(core)

    def reader(self, core: Core) -> Actor:
        """For whom something is only read: as `actor`, where nobody is named the clerk. Raises NotFound."""
        if self.signed:
            return self.signed[0]
        if self.options.acting_as is not None:
            return core.people.actor_named(self.options.acting_as)
        clerks = core.people.holders(Role.CLERK)
        return core.people.actor(clerks[0].id) if clerks else SYSTEM

    @contextlib.contextmanager
    def _seated(self, core: Core) -> Iterator[None]:
        """Somebody signed in as long as the registry is open, where it asks for that. Raises Refused."""
        if not core.entrance.asks_for_sign_in():
            yield
            return
        if self.options.acting_as is not None:
            raise Refused(
                "登记簿已设登录账户，不能用 --as。",
                kept="数据没有改动。",
                advice="请用 --user 姓名，按提示输入密码。",
            )
        from yuqing_desktop.commands.signing_in import signed_in

        self.signed.append(signed_in(core, self.options.user, self.options.key_file))
        try:
            yield
        finally:
            core.accounts.sign_out(self.signed.pop())

    @contextlib.contextmanager
    def place(self) -> Iterator[Paths]:
        """The data folder for the window: with --demo a throw-away one full of sample items. Raises Problem."""
        self.check()
        if not self.options.demo:
            if self.options.now is not None:
                with self.core(nobody=True):
                    pass  # only a sample may be looked at with another clock
            yield self.paths
            return
        import tempfile

        with tempfile.TemporaryDirectory(prefix="yuqing-", ignore_cleanup_errors=True) as folder:
            paths = Paths(Path(folder), Path(folder) / "workstation")
            with contextlib.closing(open_core(paths, self.clock)) as core:
                core.sample.fill(DEMO_ITEMS, seed=DEMO_SEED)
            yield paths


def session_of(
    options: argparse.Namespace, speaker: Speaker, painter: Painter, families: Families
) -> Session:
    """The session these options mean."""
    folder = options.data if options.data is not None else default_data_folder()
    clock = FixedClock(options.now) if options.now is not None else SystemClock()
    return Session(options, Paths(Path(folder).absolute()), clock, speaker, painter, families)
