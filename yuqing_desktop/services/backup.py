"""备份与恢复 (第十三条): copies that were opened and verified, kept by age; a restore goes on the record."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from yuqing_desktop import __version__
from yuqing_desktop.domain import retention, rights
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.backups import Backup, Backups
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

EVERY = timedelta(minutes=30)
"""How often changes are copied while the program is open."""
SECOND_PLACE = "second_place"
"""The setting that names another folder (USB, share) for copies."""


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

        It goes on the record before the copy is made, so that the copy tells of itself.
        """
        folder = to or self.paths.backups

        def do(work: UnitOfWork) -> str:
            rights.require(actor, rights.Deed.BACKUP)
            work.detail["to"] = str(folder)
            work.detail["sealed"] = bool(password)
            return f"备份到{folder}"

        self.store.perform(actor, rights.Deed.BACKUP.value, do)
        return self._make(Backups(folder), password=password, progress=progress)

    def back_up_if_due(self, *, now: bool = False, progress: Progress | None = None) -> Backup | None:
        """The automatic copy: when something changed and the last is 30 minutes old (or `now`: exit, import).

        Old ones are then thinned out to 12 daily, 10 weekly, 9 monthly. Raises Trouble.
        """
        backups = Backups(self.paths.backups)
        newest = next(iter(backups.all()), None)
        if newest is not None and not self._is_due(newest, now=now):
            return None
        made = self._make(backups, automatic=True, progress=progress)
        self.thin_out()
        return made

    def back_up_before(self, what: str) -> Backup:
        """The automatic copy before something large (an import). Raises Trouble, and `what` must not go on."""
        made = self.back_up_if_due(now=True)
        newest = made or Backups(self.paths.backups).newest()
        if newest is None:
            raise Trouble(f"{what}前的备份没有做成，{what}没有进行。", kept="登记簿没有改动。")
        return newest

    def all(self) -> list[Backup]:
        """The backups of the usual folder, newest first."""
        return Backups(self.paths.backups).all()

    def age(self) -> timedelta | None:
        """How old the newest verified backup is; None where there is none."""
        newest = Backups(self.paths.backups).newest()
        return self.store.clock.now() - newest.made_at if newest else None

    def thin_out(self) -> list[Path]:
        """Remove automatic backups beyond the retention; returns what went."""
        automatic = [one for one in self.all() if one.automatic]
        staying = retention.kept([one.made_at for one in automatic], self.store.clock.now())
        gone = [one.path for one in automatic if one.made_at not in staying]
        for path in gone:
            path.unlink(missing_ok=True)
        return gone

    def _is_due(self, newest: Backup, *, now: bool) -> bool:
        if newest.event == self._last_event() and newest.uid == self.store.uid():
            return False
        return now or self._moment() - newest.made_at >= EVERY

    def _make(
        self,
        backups: Backups,
        *,
        automatic: bool = False,
        password: str = "",
        progress: Progress | None = None,
    ) -> Backup:
        return backups.make(
            self.store.database.path,
            Blobs(self.paths.evidence),
            now=self._moment(),
            program=__version__,
            automatic=automatic,
            password=password,
            progress=progress,
        )

    def _last_event(self) -> int:
        return int(self.store.database.rows("SELECT coalesce(max(id), 0) FROM event")[0][0])

    def _moment(self) -> datetime:
        return self.store.clock.now()
