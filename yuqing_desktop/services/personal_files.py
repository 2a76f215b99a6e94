"""Files of imports that may hold personal data (第十一条): due when the last item they brought has ended long enough ago."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain import personal
from yuqing_desktop.domain.records import Batch, Evidence
from yuqing_desktop.storage.queries import batches
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class OverdueFile:
    """A kept file whose term is over: its records (one an import), name, imports, since when all had ended."""

    records: tuple[Evidence, ...]
    number: str
    title: str
    ended_at: datetime
    whose: str = "导入的原文件"

    @property
    def sha256(self) -> str:
        """What names it on disk and stays on record."""
        return self.records[0].sha256


def due_files(store: Store, days: int) -> list[OverdueFile]:
    """The longest ended first. A file that is an attachment of an item as well stays."""
    now, ends = store.clock.now(), batches.ends(store.database)
    taken = {one.id: one.taken_at for one in store.find(Batch)}
    kept: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in store.where(Evidence, "batch_id IS NOT NULL AND purged_at IS NULL", ()):
        kept[one.sha256].append(one)
    twice = "batch_id IS NULL AND sha256 IN (SELECT sha256 FROM evidence WHERE batch_id IS NOT NULL)"
    attached = {one.sha256 for one in store.where(Evidence, twice, ())}
    found = []
    for digest, records in kept.items():
        ended = [ends.get(one.batch_id or 0, taken[one.batch_id or 0]) for one in records]
        known = [one for one in ended if one is not None]
        if digest in attached or len(known) < len(ended) or not personal.is_due(max(known), now, days):
            continue
        number = f"导入批次 {'、'.join(str(one.batch_id) for one in records)}"
        found.append(OverdueFile(tuple(records), number, records[0].name, max(known)))
    return sorted(found, key=lambda one: (one.ended_at, one.sha256))
