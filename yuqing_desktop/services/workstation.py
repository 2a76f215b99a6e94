"""What this computer remembers of the registry between two runs: the end of its audit chain (第十三条)."""

from pathlib import Path

from yuqing_desktop.storage.heads import Heads, Memory, compared
from yuqing_desktop.storage.store import Store


def watch(store: Store, folder: Path) -> Heads:
    """Compare the chain with what is remembered, remember it as it is now, and note every event from here on.

    What was found amiss stays remembered, for the check-up. Raises Trouble.
    """
    heads = Heads(folder, store.uid(), store.database.path.parent)
    memory = heads.read()
    last = store.database.rows("SELECT coalesce(max(id), 0) FROM event")[0][0]
    start = min(memory.kept[0] if memory is not None else last, last)
    hashes = dict(store.database.rows("SELECT id, hash FROM event WHERE id >= ?", (start,)))
    if memory is None:
        memory = Memory(kept=(last, hashes[last])) if last else Memory()
    heads.begin(compared(memory, hashes, last))
    store.database.heads = heads
    return heads


def acknowledge(store: Store, folder: Path) -> None:
    """Forget what was found amiss, once it is on the record. Raises Trouble."""
    heads = store.database.heads or watch(store, folder)
    memory = heads.read() or Memory()
    heads.begin(Memory(kept=memory.kept))
