"""The end of the audit chain as this computer remembers it, outside the data folder (第十三条).

One small file a registry. Before a commit the event is noted as meant (`?`), after it as kept (`=`): whoever cuts
the tail, puts an older copy back, or adds events with another tool is found by comparing. Lines:

    ? 12 <hash>      event 12 is about to be committed
    = 12 <hash>      event 12 was committed
    - 12 <hash>      event 12 was committed once and is no longer in the database
    ! 9 11           events 9 to 11 are in the database but were not written from here
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from yuqing_desktop import durable
from yuqing_desktop.problems import Trouble

GENESIS = "0" * 64
"""The hash before the first event."""

Head = tuple[int, str]
NOTHING: Head = (0, GENESIS)

_LINE = re.compile(r"([?=-]) (\d+) ([0-9a-f]{64})|! (\d+) (\d+)")


@dataclass(slots=True)
class Memory:
    """The last event kept, those only meant since, those lost, and ranges written from elsewhere."""

    kept: Head = NOTHING
    meant: dict[int, str] = field(default_factory=dict)
    lost: list[Head] = field(default_factory=list)
    foreign: list[tuple[int, int]] = field(default_factory=list)

    def take(self, line: str) -> None:
        """One line of the file; one torn by a power cut says nothing."""
        match = _LINE.fullmatch(line)
        if match is None:
            return
        if match[1] is None:
            self.foreign.append((int(match[4]), int(match[5])))
            return
        head = (int(match[2]), match[3])
        if match[1] == "=":
            self.kept = head
            self.meant.clear()
        elif match[1] == "-":
            self.lost.append(head)
        else:
            self.meant[head[0]] = head[1]

    def lines(self) -> str:
        """The file's text."""
        lines = [f"! {first} {last}" for first, last in self.foreign]
        lines += ["- {} {}".format(*head) for head in self.lost]
        lines.append("= {} {}".format(*self.kept))
        lines += [f"? {number} {digest}" for number, digest in self.meant.items()]
        return "\n".join(lines) + "\n"


def compared(memory: Memory, hashes: Mapping[int, str], last: int) -> Memory:
    """What is to be remembered once the database's chain is seen: `hashes` by event, `last` its end."""
    seen = Memory(
        kept=(last, hashes.get(last, GENESIS)), lost=list(memory.lost), foreign=list(memory.foreign)
    )
    number, digest = memory.kept
    if number > last or (number and hashes.get(number) != digest):
        if (
            not last or memory.meant.get(last) != hashes[last]
        ):  # a restore says before that it gives up what was kept
            seen.lost.append(memory.kept)
        return seen
    while number < last and memory.meant.get(number + 1) == hashes[number + 1]:
        number += 1
    if number < last:
        seen.foreign.append((number + 1, last))
    return seen


def unheard_of(
    restored: Mapping[int, str], last: int, present: Mapping[int, str], known: Iterable[Head]
) -> list[tuple[int, int]]:
    """The events up to `last` of a restored registry that this computer never heard of, as one range or none.

    `present` is the chain that gave way, `known` are ends remembered or given up before. Where an end beyond the
    restored one is on another branch than the present, or nothing is known at all, nobody can tell.
    """
    ends = [one for one in known if present.get(one[0]) != one[1]]
    if not (present or ends) or any(number > last for number, _ in ends):
        return []
    agreed = [number for number, digest in restored.items() if present.get(number) == digest]
    agreed += [number for number, digest in ends if restored.get(number) == digest]
    first = max((number for number in agreed if number <= last), default=0) + 1
    return [(first, last)] if first <= last else []


class Heads:
    """The memory of one registry in one data folder, kept in step by the store.

    A registry that asks nobody to sign in (`guarded` false) has one of its own: what is done while its accounts are
    hidden, or while it passes for a sample, was not written from here once they are back.
    """

    def __init__(self, folder: Path, uid: str, data: Path, *, guarded: bool = True) -> None:
        # a copy of the data folder goes its own way: what is done there is no tampering here; but a link put in the
        # folder's place is not another place
        named = os.path.normcase(os.path.abspath(data))  # noqa: PTH100 (resolve would follow the link)
        self._place = sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self.path = folder / "heads" / f"{uid}-{self._place}{'' if guarded else '-open'}"
        self._handle: int | None = None
        self._last: Head = NOTHING
        self._meant: dict[int, str] = {}

    def read(self) -> Memory | None:
        """What is remembered; None where this computer has never had the registry open."""
        text = _text(self.path)
        if text is None:
            return None
        return _memory(text)

    def others(self) -> Iterator[Head]:
        """The ends of other registries with accounts that lay in this folder."""
        for path in sorted(self.path.parent.glob(f"*-{self._place}")):
            if path.name.partition("-")[0] != self.path.name.partition("-")[0]:
                yield _memory(_text(path) or "").kept

    def begin(self, memory: Memory) -> None:
        """Remember exactly this, surely on the disk, and go on from it. Raises Trouble."""
        self._release()
        if _text(self.path) != memory.lines():
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                durable.write(self.path, memory.lines().encode())
            except OSError as error:
                raise _unwritable(self.path) from error
        self._last = memory.kept
        self._meant.clear()

    def mean(self, event: int, digest: str, previous: str) -> None:
        """The event is about to be committed after one with the hash `previous`. Raises Trouble."""
        known, line = self._meant.get(event - 1), ""
        if previous not in (known, self._last[1]):
            added = event - 1 > self._last[0]
            line = f"\n! {self._last[0] + 1} {event - 1}" if added else "\n- {} {}".format(*self._last)
        try:
            self._append(f"{line}\n? {event} {digest}\n")
        except OSError as error:
            raise _unwritable(self.path) from error
        self._meant[event] = digest

    def keep(self) -> None:
        """What was meant last was committed."""
        if not self._meant:
            return
        self._last = (number := max(self._meant), self._meant[number])
        self._meant.clear()
        # no fsync: it would double the price of an act; what a power cut takes is an older, still true, head
        with contextlib.suppress(OSError):
            self._append("\n= {} {}\n".format(*self._last))

    def drop(self) -> None:
        """What was meant was rolled back."""
        self._meant.clear()

    def settle(self) -> None:
        """Make what was noted last, in short, and let the file go: at exit, so that the next start need not."""
        if self._handle is None:
            return
        memory = self.read() or Memory()
        memory.kept = self._last  # the note of it may have failed
        memory.meant.clear()
        with contextlib.suppress(Trouble):
            self.begin(memory)

    def _append(self, line: str) -> None:
        """One short write to a file held open: opening it at each act would double the act's price."""
        if self._handle is None:
            self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(self._handle, line.encode())

    def _release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _text(path: Path) -> str | None:
    """A memory's file; None where there is none, nothing where it cannot be read: then it remembers nothing, and

    what is in the registry was not written from here.
    """
    try:
        return path.read_text("ascii", "replace")
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def _memory(text: str) -> Memory:
    memory = Memory()
    for line in text.splitlines():
        memory.take(line)
    return memory


def _unwritable(path: Path) -> Trouble:
    return Trouble(
        f"本机的核对记录无法写入：{path.parent}。",
        kept="登记簿没有改动。",
        advice="请检查磁盘空间和权限。",
    )
