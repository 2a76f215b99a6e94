"""Imports afterwards (第七条): every batch with its file as it came, how it stands, and the way back while untouched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Batch, Evidence, FigureReading
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import Refused
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.desk import Desk, save_with_duties
from yuqing_desktop.services.register import require_registrar
from yuqing_desktop.storage.queries.batches import touched_items
from yuqing_desktop.storage.work import UnitOfWork

UNDO_IMPORT = "undo_import"
_REPORT_EVERY = 200
_AS_TAKEN = 0
"""The version of an item that nobody has saved since it was inserted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A batch as it stands: how many of its items somebody has worked on, and its file, where it was kept."""

    batch: Batch
    touched: int
    source: Evidence | None

    @property
    def has_source(self) -> bool:
        """Whether its file can be opened: it was kept and its term is not over."""
        return self.source is not None and self.source.purged_at is None

    @property
    def can_be_undone(self) -> bool:
        """Whether it can be taken back whole."""
        brought = self.batch.new or self.batch.readings
        return bool(brought) and self.batch.undone_at is None and not self.touched


@dataclass(frozen=True, slots=True)
class Batches:
    """Every import there was."""

    desk: Desk

    def all(self) -> tuple[Standing, ...]:
        """The newest first."""
        store = self.desk.store
        touched = touched_items(store.database)
        sources = {one.batch_id: one for one in store.where(Evidence, "batch_id IS NOT NULL", ())}
        batches = store.find(Batch, order="id DESC")
        return tuple(Standing(one, touched.get(one.id, 0), sources.get(one.id)) for one in batches)

    def batch(self, batch_id: int) -> Batch | None:
        """One of them; None where there is none of this number."""
        found = self.desk.store.find(Batch, id=batch_id)
        return found[0] if found else None

    def undo(
        self, actor: Actor, batch_id: int, *, op_id: str | None = None, progress: Progress | None = None
    ) -> Changes:
        """Take a batch back while nobody has touched one of its items: they go to the trash, its readings are void.

        It is taken back whole or not at all. Raises Refused, NotFound, Cancelled.
        """

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            batch = work.get(Batch, batch_id)
            items = work.find(Item, batch_id=batch_id)
            _require_untouched(batch, items)
            work.save(batch, replace(batch, undone_at=work.now))
            rules = self.desk.settings.rules()
            for done, item in enumerate(items):
                if done % _REPORT_EVERY == 0:
                    (progress or Progress()).step(done, len(items), "移入回收站")
                save_with_duties(work, rules, item, replace(item, trashed_at=work.now), Act.TRASH, {})
            readings = work.find(FigureReading, batch_id=batch_id, withdrawn_at=None)
            for reading in readings:
                work.save(reading, replace(reading, withdrawn_at=work.now))
            more = f"，补记的读数作废{len(readings)}件" if readings else ""
            return f"已撤销导入“{batch.file_name}”，{len(items)}件移入回收站{more}"

        return self.desk.store.perform(actor, UNDO_IMPORT, do, op_id=op_id)


def _require_untouched(batch: Batch, items: Sequence[Item]) -> None:
    if batch.undone_at is not None:
        raise Refused("这次导入已经撤销。", kept="数据没有改动。", article="第七条")
    touched = [item.number for item in items if item.version != _AS_TAKEN]
    if touched:
        named = "、".join(touched[:3]) + ("等" if len(touched) > 3 else "")
        raise Refused(
            f"这次导入的{named}已经办理过，不能整批撤销。",
            kept="数据没有改动。",
            advice="请逐件处理。",
            article="第七条",
        )
