"""备份与恢复 (第十三条): copies that were opened and verified, kept by age; a restore goes on the record."""

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from yuqing_desktop import __version__
from yuqing_desktop.clock import TOLERANCE
from yuqing_desktop.domain import retention, rights
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.backups import Backup as Backup
from yuqing_desktop.storage.backups import Backups
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

EVERY = timedelta(minutes=30)
"""How often changes are copied while the program is open."""
SECOND_EVERY = timedelta(days=1)
"""How often a copy goes to the second place while that is within reach."""
SECOND_LATE = timedelta(days=7)
"""Older than this, the copy in the second place is reminded of."""


@dataclass(frozen=True, slots=True)
class Backing:
    """Backups of the open registry."""

    store: Store
    settings: Settings
    paths: Paths

    def back_up(
        self,
        actor: Actor = SYSTEM,
        *,
        to: Path | None = None,
        password: str = "",
        progress: Progress | None = None,
    ) -> Backup:
        """One complete backup, attachments inside, into this folder (or the usual one), verified. Raises Trouble.

        It goes on the record before the copy is made, so that the copy tells of itself; a copy that failed, after.
        """
        folder = to or self.paths.backups

        def do(work: UnitOfWork) -> str:
            rights.require(actor, rights.Deed.BACKUP)
            work.detail["to"] = str(folder)
            work.detail["sealed"] = bool(password)
            return f"备份到{folder}"

        self.store.perform(actor, rights.Deed.BACKUP.value, do)
        try:
            return copied(self.paths, self._moment(), to=folder, password=password, progress=progress)
        except Trouble as trouble:
            self._record_failure(actor, folder, trouble.what)
            raise

    def _record_failure(self, actor: Actor, folder: Path, why: str) -> None:
        def do(work: UnitOfWork) -> str:
            work.detail.update(to=str(folder), reason=why)
            return f"备份到{folder}没有做成"

        with contextlib.suppress(
            Trouble
        ):  # the disk may be full for this too: the first trouble is what is told
            self.store.perform(actor, rights.Deed.BACKUP.value, do)

    def require_restorer(self, actor: Actor) -> None:
        """Who may put a backup in the place of the present data. Raises Refused, on the record."""
        self.store.require(actor, rights.Deed.RESTORE)

    def back_up_if_due(self, *, now: bool = False, progress: Progress | None = None) -> Backup | None:
        """The automatic copy: when something changed and the last is 30 minutes old (or `now`: exit, import).

        Old ones are then thinned out to 12 daily, 10 weekly, 9 monthly. Raises Trouble.
        """
        if not self.is_due(now=now):
            return None
        made = copied(self.paths, self._moment(), progress=progress)
        self.thin_out()
        return made

    def back_up_before(self, what: str) -> Backup:
        """The automatic copy before something large (an import). Raises Trouble, and `what` must not go on."""
        made = self.back_up_if_due(now=True)
        newest = made or self._newest(self.paths.backups)
        if newest is None:
            raise Trouble(f"{what}前的备份没有做成，{what}没有进行。", kept="登记簿没有改动。")
        return newest

    def all(self) -> list[Backup]:
        """The backups of the usual folder, newest first."""
        return Backups(self.paths.backups).all()

    def age(self) -> timedelta | None:
        """How old the newest verified backup is; None where there is none."""
        newest = self._newest(self.paths.backups)
        return self._moment() - newest.made_at if newest else None

    def thin_out(self) -> list[Path]:
        """Remove automatic backups beyond the retention; returns what went."""
        automatic = [one for one in self.all() if one.automatic]
        staying = retention.kept([one.made_at for one in automatic], self.store.clock.now())
        gone = [one.path for one in automatic if one.made_at not in staying]
        for path in gone:
            path.unlink(missing_ok=True)
        return gone

    def is_due(self, *, now: bool = False) -> bool:
        """Whether something changed since the last copy, and that is 30 minutes old (or `now`)."""
        newest = self._newest(self.paths.backups)
        if newest is None:
            return True
        if newest.head == self.store.head():
            return False
        return now or self._moment() - newest.made_at >= EVERY

    def second_place(self) -> Path | None:
        """The other folder (USB, share) that the office named for copies."""
        named = self.settings.office().second_place
        return Path(named) if named else None

    def second_age(self) -> timedelta | None:
        """How old the newest verified copy there is; None where there is none or it is out of reach."""
        place = self.second_place()
        newest = self._newest(place) if place is not None else None
        return self._moment() - newest.made_at if newest else None

    def back_up_second_if_due(self, *, progress: Progress | None = None) -> Backup | None:
        """A copy to the second place once a day, while it is within reach. Raises Trouble."""
        place, age = self.second_place(), self.second_age()
        if place is None or not place.is_dir() or (age is not None and age < SECOND_EVERY):
            return None
        return self.back_up(to=place, progress=progress)

    def second_reminder(self) -> str:
        """Words when the copy in the second place is missing or older than a week; else empty."""
        place, age = self.second_place(), self.second_age()
        if place is None or (age is not None and age < SECOND_LATE):
            return ""
        if age is None:
            return f"第二处备份还没有：请接好{place}。"
        return f"第二处备份已有{age.days}天没有更新：请接好{place}。"

    def _newest(self, folder: Path) -> Backup | None:
        return Backups(folder).newest(self.store.uid(), self._moment() + TOLERANCE)

    def _moment(self) -> datetime:
        return self.store.clock.now()


def copied(
    paths: Paths,
    now: datetime,
    *,
    to: Path | None = None,
    password: str = "",
    progress: Progress | None = None,
) -> Backup:
    """A verified copy of the registry that lies there: with `to` a complete one into that folder, without an automatic

    one into the usual. Open or closed: acts go on meanwhile. Raises Trouble.
    """
    return Backups(to or paths.backups).make(
        paths.database, Blobs(paths.evidence), now=now, program=__version__, automatic=to is None,
        password=password, progress=progress,
    )  # fmt: skip
