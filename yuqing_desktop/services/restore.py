"""从备份恢复 (第十三条): verified first, the present data kept aside, then swapped in one step, on the record.

The registry must be closed: whoever calls closes the core before and opens it after.
"""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from yuqing_desktop import durable
from yuqing_desktop.clock import Clock
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.findings import Finding, Report
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import BadFile, Refused, Trouble
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.backup import copied
from yuqing_desktop.services.remembering import Present, hashes_of, is_guarded, present_in, remembering
from yuqing_desktop.storage import migrating
from yuqing_desktop.storage.backups import Backup, Backups, summary
from yuqing_desktop.storage.checks import everything
from yuqing_desktop.storage.checks.heads import given_up_by
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.heads import NOTHING, Head
from yuqing_desktop.storage.lock import Lock
from yuqing_desktop.storage.snapshot import at_rest, of_live
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

_BEARABLE = ("附件", "时间倒退")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a backup holds and what a restore would give up."""

    backup: Backup
    items: int
    report: Report
    present: str
    """The present chain's end; empty where there is no present registry to read."""

    @property
    def grave(self) -> Finding | None:
        """What makes it unfit to be restored: not a lost attachment, nor a clock that was once put back."""
        return next((one for one in self.report.findings if not one.what.startswith(_BEARABLE)), None)


@dataclass(frozen=True, slots=True)
class Restored:
    """The outcome: the folder with what was there before, and the new event."""

    aside: Path | None
    event: int
    words: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Restores into a data folder whose registry is closed."""

    paths: Paths
    clock: Clock

    def backups(self) -> list[Backup]:
        """The backups of the usual folder, newest first."""
        return Backups(self.paths.backups).all()

    def preview(self, file: Path, *, password: str = "") -> Preview:
        """Unpack aside and look at everything, changing nothing. Raises BadFile, Trouble."""
        room = self._room()
        try:
            return self._looked_at(file, room, password)
        finally:
            shutil.rmtree(room, ignore_errors=True)

    def restore(
        self,
        actor: Actor,
        file: Path,
        *,
        reason: str = "",
        password: str = "",
        accept_findings: bool = False,
        progress: Progress | None = None,
    ) -> Restored:
        """Put a backup in the place of the present data. Raises BadFile, Refused, Trouble; then nothing changed.

        `accept_findings`: take a backup in which the check-up found something, on the record.
        """
        rights.require(actor, rights.Deed.RESTORE)
        report = progress or Progress()
        self.paths.prepare()
        with Lock(self.paths.data / "registry.lock"):
            room = self._room()
            try:
                report.step(0, 3, "核验备份")
                preview = self._looked_at(file, room, password)
                if not accept_findings:
                    _require_sound(preview, file)
                present = present_in(self.paths)
                self._require_same(preview.backup, present)
                report.step(1, 3, "备份现有数据")
                self._back_up(present)
                with at_rest(room / "registry.db") as rows:
                    restored, guarded = hashes_of(rows), is_guarded(rows)
                memory = remembering(self.paths, preview.backup.uid, present, guarded=guarded)
                lost = present.head if present else memory.last
                head = self._record(actor, room, preview, lost, reason, file)
                report.step(2, 3, "换入")
                memory.expect(head)
                aside = self._swap(room)
                with contextlib.suppress(Trouble):  # done is done, and what was expected is remembered
                    memory.settle(head, preview.backup.event, restored, present)
            except OSError as error:
                raise Trouble(
                    "恢复没有完成：磁盘写入失败。",
                    kept="原有数据没有改动。",
                    advice="请检查磁盘空间和权限后重试。",
                ) from error
            finally:
                shutil.rmtree(room, ignore_errors=True)
        where = f"，原有数据在{aside}" if aside else ""
        return Restored(aside, head[0], f"已恢复到{preview.backup.made_at:%Y-%m-%d %H:%M}的备份{where}")

    def _back_up(self, present: Present | None) -> None:
        """A verified copy of the present registry, unless the last one tells of the same end; one that is damaged

        is only put aside. Raises Trouble.
        """
        if present is None or present.head == NOTHING:
            return
        wanted = (True, present.uid, *present.head)
        if any((one.sound, one.uid, one.event, one.hash) == wanted for one in self.backups()):
            return
        with contextlib.suppress(sqlite3.DatabaseError):
            copied(self.paths, self.clock.now())

    def _looked_at(self, file: Path, room: Path, password: str) -> Preview:
        _require_readable(file)
        backup = summary(file)
        if backup is None:
            raise BadFile(
                f"“{file.name}”不是本程序的备份。", kept="数据没有改动。", advice="请另选一份备份。"
            )
        manifest = Backups(file.parent).unpack(file, room, password=password)
        if not _last_event(room / "registry.db") == manifest["event"] == backup.event:
            raise BadFile(f"“{file.name}”与其清单不符。", kept="数据没有改动。", advice="请另选一份备份。")
        with self._opened(room) as store:
            migrating.bring_up_to_date(store)
        report = everything.verify_copy(room / "registry.db", room / "blobs")
        present = present_in(self.paths)
        known = f"{present.head[0]}-{present.head[1][:12]}" if present else ""
        return Preview(backup, manifest["counts"].get("item", 0), report, known)

    def _require_same(self, backup: Backup, present: Present | None) -> None:
        if present is not None and present.uid != backup.uid and present.head != NOTHING:
            raise Refused(
                "这是另一个登记簿的备份，不能覆盖现在的登记簿。",
                kept="数据没有改动。",
                advice="请用 --data 另选一个空文件夹恢复。",
            )

    def _record(
        self, actor: Actor, room: Path, preview: Preview, lost: Head, reason: str, file: Path
    ) -> Head:
        """A new epoch: the event is in the restored registry before that takes the old one's place."""
        with self._opened(room) as store:

            def do(work: UnitOfWork) -> str:
                work.detail.update(
                    kept_event=preview.backup.event, kept_hash=preview.backup.hash, lost_event=lost[0],
                    lost_hash=lost[1], earlier=self._earlier(preview.backup.event), backup=file.name,
                    reason=reason, findings=len(preview.report.findings),
                )  # fmt: skip
                return f"从{preview.backup.made_at:%Y-%m-%d %H:%M}的备份恢复"

            store.perform(actor, rights.Deed.RESTORE.value, do)
            last: Any = store.database.rows("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")[0]
            return last[0], last[1]

    def _earlier(self, kept: int) -> list[dict[str, Any]]:
        """What restores gave up that are given up themselves: backups still tell of it."""
        names, sql = ("kept_event", "lost_event", "lost_hash"), "act = 'restore_backup' AND id > ?"
        with contextlib.suppress(Trouble, sqlite3.DatabaseError), of_live(self.paths.database) as rows:
            told = rows.rows(f"SELECT detail FROM event WHERE {sql}", (kept,))
            return [dict(zip(names, one, strict=True)) for (detail,) in told for one in given_up_by(detail)]
        return []

    @contextlib.contextmanager
    def _opened(self, room: Path) -> Iterator[Store]:
        database = Database(room / "registry.db")
        with contextlib.closing(database):
            database.open()
            yield Store(database, self.clock)

    def _swap(self, room: Path) -> Path | None:
        """Keep the present files aside, then put the new database in their place by one rename."""
        _merge(Blobs(room / "blobs"), Blobs(self.paths.evidence))
        present = self.paths.database
        _fold_journal(present)
        aside = self._kept_aside(present) if present.exists() else None
        for path in _companions(present):
            path.unlink()  # the journal belongs to the old database; the copy aside has its own
        with (room / "registry.db").open("rb+") as file:
            os.fsync(file.fileno())
        (room / "registry.db").replace(present)
        durable.sync_folder(present.parent)
        return aside

    def _kept_aside(self, present: Path) -> Path:
        """The folder with a copy of the present registry. Raises Trouble; then there is none."""
        aside = self._aside()
        try:
            for path in (present, *_companions(present)):
                shutil.copy2(path, aside / path.name)
        except OSError as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise Trouble(
                f"恢复没有完成：现在的登记簿不能另存到{aside}。",
                kept="原有数据没有改动。",
                advice="请检查磁盘空间，以及登记簿文件是否可读，然后重试。",
            ) from error
        return aside

    def _aside(self) -> Path:
        stem, number = f"replaced-{self.clock.now():%Y%m%d-%H%M%S}", 1
        while (folder := self.paths.data / (stem if number == 1 else f"{stem}-{number}")).exists():
            number += 1
        folder.mkdir()
        return folder

    def _room(self) -> Path:
        try:
            self.paths.data.mkdir(parents=True, exist_ok=True)
            return Path(mkdtemp(prefix=durable.TEMPORARY, dir=self.paths.data))
        except OSError as error:
            raise Trouble(f"数据文件夹无法写入：{self.paths.data}。", kept="原有数据没有改动。") from error


def _require_readable(file: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        raise BadFile(
            f"备份“{file.name}”打不开：不存在、没有权限，或不是文件。",
            kept="数据没有改动。",
            advice="请核对路径，或移动硬盘是否接好。",
        ) from error


def _last_event(database: Path) -> int:
    """The number of its last event; -1 where there is no record to read."""
    with contextlib.suppress(sqlite3.DatabaseError), at_rest(database) as rows:
        return int(rows.rows("SELECT coalesce(max(id), 0) FROM event")[0][0])
    return -1


def _companions(database: Path) -> list[Path]:
    beside = (database.with_name(f"{database.name}{suffix}") for suffix in ("-wal", "-shm"))
    return [path for path in beside if path.exists()]


def _fold_journal(database: Path) -> None:
    """What a killed program left in the journal goes into the old database before that is put aside."""
    if not _companions(database):
        return
    with contextlib.suppress(sqlite3.DatabaseError):
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


def _merge(new: Blobs, present: Blobs) -> None:
    """Attachments are kept by content: those that are there stay, missing and damaged ones come from the backup."""
    for path in new.all():
        if present.holds(path.name):
            continue
        target = present.path_of(path.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        durable.settle(path, target)


def _require_sound(preview: Preview, file: Path) -> None:
    if preview.grave is None:
        return
    raise BadFile(
        f"备份“{file.name}”核验不通过：{preview.grave.what}（{preview.grave.where}）。",
        kept="数据没有改动。",
        advice="请另选一份较早的备份。",
    )
