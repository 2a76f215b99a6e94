"""What this computer remembers through a restore (第十三条): what was found amiss before stays found after it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.storage.checks import everything
from yuqing_desktop.storage.checks.heads import given_up_by
from yuqing_desktop.storage.heads import NOTHING, Head, Heads, Memory, compared, unheard_of
from yuqing_desktop.storage.snapshot import Snapshot, of_live


@dataclass(frozen=True, slots=True)
class Present:
    """The registry about to give way: its name, the hashes of its events, and the ends its own restores gave up."""

    uid: str
    hashes: Mapping[int, str]
    given_up: tuple[Head, ...]
    guarded: bool
    """Whether somebody must sign in there."""

    @property
    def head(self) -> Head:
        """The end of its chain."""
        return max(self.hashes.items(), default=NOTHING)


def present_in(paths: Paths) -> Present | None:
    """The registry that lies there, if it can be read."""
    if not paths.database.is_file():
        return None
    try:
        with of_live(paths.database) as rows:
            uid = rows.rows("SELECT uid FROM registry")[0][0]
            told = rows.rows("SELECT detail FROM event WHERE act = 'restore_backup' ORDER BY id")
            given_up = tuple((last, lost) for (detail,) in told for _, last, lost in given_up_by(detail))
            return Present(uid, hashes_of(rows), given_up, guarded=is_guarded(rows))
    except (Trouble, sqlite3.DatabaseError, IndexError):
        return None


def hashes_of(rows: Snapshot) -> dict[int, str]:
    """Every event's hash by its number."""
    return dict(rows.rows("SELECT id, hash FROM event WHERE id > 0"))


def is_guarded(rows: Snapshot) -> bool:
    """Whether somebody must sign in there, as `Entrance.asks_for_sign_in` has it."""
    return not everything.sample(rows) and bool(rows.rows("SELECT 1 FROM credential LIMIT 1"))


@dataclass(frozen=True, slots=True)
class Remembering:
    """The memories of a registry while a backup takes its place."""

    memories: tuple[tuple[Heads, Memory], ...]

    @property
    def last(self) -> Head:
        """The last end remembered."""
        return max((memory.kept for _, memory in self.memories), default=NOTHING)

    def expect(self, head: Head) -> None:
        """The restored registry's end, before it is put in. Raises Trouble."""
        for heads, memory in self.memories:
            heads.begin(replace(memory, meant=dict([head])))

    def settle(self, head: Head, kept: int, restored: Mapping[int, str], present: Present | None) -> None:
        """It is in its place, `kept` the last event the backup brought. Raises Trouble.

        Events of the backup that nothing here ever heard of were not written from here either.
        """
        hashes, given_up = (present.hashes, present.given_up) if present else ({}, ())
        for heads, memory in self.memories:
            known = [one for one in (*given_up, memory.kept, *memory.lost) if one != NOTHING]
            foreign = {(first, min(last, kept)) for first, last in memory.foreign if first <= kept}
            foreign.update(unheard_of(restored, kept, hashes, known))
            heads.begin(Memory(head, lost=memory.lost, foreign=sorted(foreign)))


def remembering(paths: Paths, uid: str, present: Present | None, *, guarded: bool) -> Remembering:
    """What is remembered, after a look at the present registry such as a start has; `guarded`: the backup's registry."""
    found = []
    for asks in (True, False):
        heads = Heads(paths.workstation, uid, paths.data, guarded=asks)
        memory = heads.read()
        if memory is None and asks != guarded:
            continue
        found.append((heads, _looked_at(memory or Memory(), present, asks=asks)))
    return Remembering(tuple(found))


def _looked_at(memory: Memory, present: Present | None, *, asks: bool) -> Memory:
    """The memory compared; one from before there were accounts is old by right, and takes the present end as it is."""
    if present is None:
        return memory
    if memory.kept == NOTHING or (present.guarded and not asks):
        return replace(memory, kept=present.head)
    return compared(memory, present.hashes, present.head[0])
