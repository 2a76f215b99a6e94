"""What this computer remembers of the registry between two runs: the end of its audit chain (第十三条)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yuqing_desktop.problems import Unusable
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.storage.heads import NOTHING, Heads, Memory, compared
from yuqing_desktop.storage.snapshot import of_live
from yuqing_desktop.storage.store import Store

if TYPE_CHECKING:
    from yuqing_desktop.domain.findings import Finding


def watch(store: Store, folder: Path) -> Heads:
    """Compare the chain with what is remembered, remember it as it is now, and note every event from here on.

    What was found amiss stays remembered, for the check-up. Raises Trouble, Unusable.
    """
    if not store.database.rows("SELECT 1 FROM registry"):
        raise Unusable("登记簿缺少自己的标识，已被改动。", kept="文件没有改动。", advice="请从备份恢复。")
    uid, data, guarded = store.uid(), store.database.path.parent, Entrance(store).asks_for_sign_in()
    heads, before = Heads(folder, uid, data, guarded=guarded), Heads(folder, uid, data, guarded=False)
    memory = heads.read() or before.read()
    last = store.database.rows("SELECT coalesce(max(id), 0) FROM event")[0][0]
    start = min(memory.kept[0] if memory is not None else last, last)
    hashes = dict(store.database.rows("SELECT id, hash FROM event WHERE id >= ?", (start,)))
    if memory is None:
        memory = Memory(kept=(last, hashes[last]) if last else NOTHING, lost=list(heads.others()))
    heads.begin(compared(memory, hashes, last))
    store.database.heads = heads
    return heads


def amiss(store: Store) -> tuple[Finding, ...]:
    """What a start has time for: where the chain's end, just compared, differed from what this computer remembers."""
    memory = store.database.heads.read() if store.database.heads else None
    if memory is None or not (memory.lost or memory.foreign):
        return ()
    from yuqing_desktop.storage.checks.everything import glance  # with every check: most starts find nothing

    with of_live(store.database.path) as rows:
        return tuple(glance(rows, memory))


def acknowledge(store: Store, folder: Path) -> None:
    """Forget what was found amiss, once it is on the record. Raises Trouble."""
    heads = store.database.heads or watch(store, folder)
    memory = heads.read() or Memory()
    heads.begin(Memory(kept=memory.kept))
