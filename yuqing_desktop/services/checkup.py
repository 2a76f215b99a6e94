"""体检 (第十三条): is everything as it was recorded; if not, which row, which event, since when, what to do."""

import contextlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from yuqing_desktop import durable
from yuqing_desktop.changes import Changes
from yuqing_desktop.clock import TOLERANCE
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.findings import Finding, Report
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.text import clean
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import BadFile, BadInput, Trouble, Unusable
from yuqing_desktop.progress import Progress
from yuqing_desktop.services import surroundings, workstation
from yuqing_desktop.services.personal import Personal
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.services.templates import Templates
from yuqing_desktop.storage.backups import Backups
from yuqing_desktop.storage.checks import everything, heads
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.snapshot import at_rest, of_live
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

BACKUP_AGE = timedelta(days=3)
"""A verified backup older than this wants looking after."""
NEXT_YEAR_FROM = 11
"""The month from which next year's holiday notice is missed."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """The check-up of the open registry."""

    store: Store
    settings: Settings
    paths: Paths
    templates: Templates

    def check(
        self,
        *,
        typed_head: str = "",
        families: Collection[str] | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Look at everything; `typed_head` is a 留痕摘要 read from a printed paper.

        `families` are the faces this computer has, None where nobody can tell. Raises BadInput, Trouble.
        """
        paper = heads.typed(typed_head) if typed_head.strip() else None
        if typed_head.strip() and paper is None:
            raise BadInput({"typed_head": "留痕摘要形如 128-0a1b2c3d4e5f，请照纸面填写"})
        with of_live(self.store.database.path) as rows:
            report = everything.look(
                rows,
                blobs=Blobs(self.paths.evidence),
                memory=self.store.database.heads.read() if self.store.database.heads else None,
                paper=paper,
                backups=self._ends(),
                is_sample=everything.sample(rows),
                progress=progress,
            )
        hints = (*report.hints, *self.around(families))
        return Report(report.findings, hints, report.head, report.events)

    def around(self, families: Collection[str] | None = None) -> tuple[Finding, ...]:
        """What the work needs beside a sound registry: calendar, backups, personal data, templates, faces."""
        looks: tuple[Callable[[], Iterator[Finding]], ...] = (
            self._calendar,
            self._backups,
            self._personal,
            lambda: surroundings.templates(self.templates),
            lambda: surroundings.fonts(families),
        )
        found: list[Finding] = []
        for look in looks:
            try:
                found += look()
            except (
                Unusable
            ) as problem:  # a setting made unreadable must not keep the evidence from being looked at
                found.append(Finding("没有看完", problem.what.rstrip("。"), "", problem.advice))
        return tuple(dict.fromkeys(found))

    def verify_copy(self, database: Path, blobs: Path) -> Report:
        """The same for a copy of a registry lying elsewhere. Raises BadFile for an older one, Trouble."""
        with at_rest(database) as rows:
            ((version,),) = rows.rows("PRAGMA user_version")
        if version < self.store.database.version:
            raise BadFile(
                f"这份副本由较早版本的程序写成（{version}），不能直接核对。",
                kept="文件没有改动。",
                advice="请恢复到空文件夹后体检，或用 tools/verify.py 核对。",
            )
        return everything.verify_copy(database, blobs)

    def acknowledge(self, actor: Actor, reason: str, *, op_id: str | None = None) -> Changes:
        """审计员 puts on the record why the chain's end differed from what this computer remembered.

        Raises BadInput, Refused, Trouble.
        """
        words = clean(reason)
        if not words:
            raise BadInput({"reason": "请写明核查的情况"}, article="第十三条")

        def do(work: UnitOfWork) -> str:
            rights.require(actor, rights.Deed.AUDIT)
            work.detail["reason"] = words
            memory = self.store.database.heads.read() if self.store.database.heads else None
            if memory is not None:
                work.detail["lost"] = [list(head) for head in memory.lost]
                work.detail["foreign"] = [list(span) for span in memory.foreign]
            return "核查情况已记录"

        done = self.store.perform(actor, "acknowledge", do, op_id=op_id)
        workstation.acknowledge(self.store, self.paths.workstation)
        return done

    def save(self, actor: Actor, text: str, out: Path) -> Changes:
        """Hand the outcome over as a text file, on the record. Raises Refused, Trouble."""

        def do(work: UnitOfWork) -> str:
            rights.require(actor, rights.Deed.CHECK)
            work.detail["to"] = str(out)
            try:
                durable.write(out, text.encode("utf-8-sig"))
            except OSError as error:
                raise Trouble(f"{out.name}没有写成。", advice="请检查磁盘空间和权限。") from error
            return f"体检结果已另存为{out.name}"

        return self.store.perform(actor, rights.Deed.CHECK.value, do)

    def _ends(self) -> list[tuple[int, str]]:
        """What the backups say that are within reach, those in the second place too."""
        uid, folders = self.store.uid(), [self.paths.backups]
        with contextlib.suppress(Unusable):  # which `around` tells
            if second := self.settings.office().second_place:
                folders.append(Path(second))
        return [
            (one.event, one.hash) for folder in folders for one in Backups(folder).all() if one.uid == uid
        ]

    def _calendar(self) -> Iterator[Finding]:
        now = self.store.clock.now()
        wanted = [now.year] + ([now.year + 1] if now.month >= NEXT_YEAR_FROM else [])
        for year in wanted:
            if not self.settings.rules().calendar.is_published(year):
                words = f"{year}年节假日安排尚未导入，暂按周一至周五推算"
                yield Finding("工作日历不全", words, "", "国务院办公厅公布后请在设置中导入。")

    def _personal(self) -> Iterator[Finding]:
        personal = Personal(self.store, Blobs(self.paths.evidence))
        advice = "请办公室主任或管理员在“设置·个人信息”中核对后清除（第十一条）。"
        if due := personal.due():
            words = f"{len(due)}件事项办结后已满保存期限，最早的是{due[0].number}"
            yield Finding("个人信息超过保存期限", words, f"{due[0].ended_at:%Y-%m-%d}", advice)
        if files := personal.due_files():
            words = f"{len(files)}个导入的原文件已满保存期限，最早的是“{files[0].title}”"
            yield Finding("导入的原文件超过保存期限", words, f"{files[0].ended_at:%Y-%m-%d}", advice)

    def _backups(self) -> Iterator[Finding]:
        if self.settings.is_sample() or not self.store.head():
            return
        now = self.store.clock.now()
        newest = Backups(self.paths.backups).newest(self.store.uid(), now + TOLERANCE)
        if newest is None:
            yield Finding("还没有核验过的备份", str(self.paths.backups), "", "请马上备份一次。")
        elif now - newest.made_at > BACKUP_AGE:
            words = f"最近一次核验过的备份在{newest.made_at:%Y-%m-%d %H:%M}"
            yield Finding("备份过旧", words, "", "请马上备份一次。")
