"""The chain of audit events: gapless, each with its own hash and the hash of the one before, in order of time."""

import contextlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any

from yuqing_desktop.clock import TOLERANCE
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.storage.audit import COLUMNS
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.heads import GENESIS
from yuqing_desktop.storage.snapshot import Rows, texted

_ENTRY = re.compile(r'"h":"([0-9a-f]{64})","id":(\d+),"t":"(\w+)"(?:,"was":"([0-9a-f]{64})")?')
# within a JSON string a quote is escaped, so no typed text can look like an entry
_SELECT = ", ".join(f'"{name}"' for name in (*sorted(COLUMNS), "hash"))
_NEVER = ("", 0)
_UPGRADE = "migrate"
_EVERY_WRITING_MATTERS = frozenset({"consent", "signing_key"})

_TELLING_ACTS = frozenset({"found", "restore_backup", "acknowledge"})

Key = tuple[str, int]
Broken = tuple[str, str, int, int, int]
"""What became of a row outside the program, its table and id, the last event that wrote it, the one that came upon it."""


@dataclass(frozen=True, slots=True)
class Writing:
    """An event that wrote a row: what is asked of approvals and keys."""

    event: int
    act: str
    at: str
    person_id: int
    item_id: int | None


@dataclass(slots=True)
class Chain:
    """What one pass over the events gathered."""

    findings: list[Finding] = field(default_factory=list)
    backward: list[Finding] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    last: int = 0
    hashes: dict[int, str] = field(default_factory=dict)
    written: dict[Key, tuple[str, int]] = field(default_factory=dict)
    writings: dict[Key, list[Writing]] = field(default_factory=lambda: defaultdict(list))
    times: dict[int, str] = field(default_factory=dict)
    levels: dict[int, list[tuple[int, str | None, str | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    uid: str = ""
    restores: list[tuple[int, str]] = field(default_factory=list)

    @property
    def head(self) -> str:
        """As printed on papers: the last number and the first 12 digits of its hash."""
        return f"{self.last}-{self.hashes[self.last][:12]}" if self.last else ""

    def first(self, table: str, row_id: int) -> Writing | None:
        """The event that first wrote a row."""
        return next(iter(self.writings.get((table, row_id), ())), None)

    def level_at(self, item_id: int, event: int, present: str | None) -> str | None:
        """The level an item had at an event, by its changes on the record."""
        for number, old, new in reversed(self.levels.get(item_id, [])):
            if number <= event:
                return new
            present = old
        return present

    def since(self, event: int) -> str:
        """An event as a finding names it."""
        return f"第{event}号 {self.times.get(event, '')}".strip()


def walk(rows: Rows) -> Chain:
    """Read every event once, in order: 300,000 in a few seconds, so nothing is built here that is not needed."""
    chain = Chain(findings=list(_before_the_first(rows)))
    previous, now, written = GENESIS, "", chain.written
    for values in map(texted, rows.cursor(f"SELECT {_SELECT} FROM event WHERE id > 0 ORDER BY id")):
        event, at = values[3], values[1]
        chain.times[event] = at
        if event != chain.last + 1 or values[9] != previous or digest_of(values) != values[13]:
            chain.findings += _links(chain, values, previous)
        if at < now:
            chain.backward += _backward(chain, event, at, now)
        if '"seen":[' in values[2]:
            chain.broken += _otherwise(chain, values)
        for digest, row_id, table, was in _ENTRY.findall(values[12]):
            known = written.get((table, int(row_id)), _NEVER)
            if known[0] != was:
                chain.broken += _broken(values, (table, int(row_id)), known, was)
            written[table, int(row_id)] = (digest, event)
            if table in _EVERY_WRITING_MATTERS:
                writing = Writing(event, values[0], at, values[8], values[4])
                chain.writings[table, int(row_id)].append(writing)
        if '"level":[' in values[12]:
            _take_levels(chain, values)
        if values[0] in _TELLING_ACTS:
            _take(chain, values)
        previous, now = values[13], at
        chain.last, chain.hashes[event] = event, previous
    return chain


def _broken(values: tuple[Any, ...], key: Key, known: tuple[str, int], was: str) -> Iterator[Broken]:
    """A row the act found otherwise than the record left it; an entry of older programs does not say how."""
    if was:
        yield "记录被改动" if known[1] else "程序之外添加的记录", *key, known[1], values[3]
    elif values[0] != _UPGRADE and not any(
        "d" in entry for entry in listed(values[12]) if (entry.get("t"), entry.get("id")) == key
    ):
        yield "记录被删除", *key, known[1], values[3]


def _take_levels(chain: Chain, values: tuple[Any, ...]) -> None:
    """The levels an event changed, old and new: a reply is judged by the level of its moment."""
    with contextlib.suppress(ValueError, TypeError, KeyError):
        for entry in json.loads(values[12]):
            if entry["t"] == "item" and "level" in entry.get("d", {}):
                old, new = entry["d"]["level"]
                chain.levels[entry["id"]].append((values[3], old, new))


def _take(chain: Chain, values: tuple[Any, ...]) -> None:
    """What an event says of the registry as a whole."""
    if values[0] == "found":
        chain.uid = str(detail_of(values[2]).get("uid", ""))
    elif values[0] == "restore_backup":
        chain.restores.append((values[3], values[2]))
    elif values[6] == "done":  # an auditor has put on the record why
        chain.backward.clear()
        chain.broken.clear()


def _otherwise(chain: Chain, values: tuple[Any, ...]) -> Iterator[Broken]:
    """The rows a sign-in rested on, as it saw them: a password put there and back again is found all the same."""
    seen = [
        entry for entry in detail_of(values[2]).get("seen", ()) if isinstance(entry, list) and len(entry) == 3
    ]
    for table, row_id, digest in seen:
        known = chain.written.get((table, row_id), _NEVER)
        if known[0] != digest:
            yield "记录被改动" if known[1] else "程序之外添加的记录", table, row_id, known[1], values[3]


def detail_of(text: str) -> dict[str, Any]:
    """An event's details; none where somebody made them no object."""
    with contextlib.suppress(ValueError):
        known = json.loads(text)
        if isinstance(known, dict):
            return known
    return {}


def listed(text: str) -> list[dict[str, Any]]:
    """The rows an event says it wrote; none where somebody made them no list."""
    with contextlib.suppress(ValueError):
        known = json.loads(text)
        if isinstance(known, list):
            return [entry for entry in known if isinstance(entry, dict)]
    return []


def digest_of(values: tuple[Any, ...]) -> str:
    """The hash of an event's columns, in the order of their names: what `audit.event_hash` gives, in half the time."""
    act, at, detail, event, item, op_id, outcome, person, person_id, previous, result, roles, rows, _ = values
    try:
        text = (
            f'{{"act":{quoted(act)},"at":{quoted(at)},"detail":{quoted(detail)},"id":{event},'
            f'"item_id":{"null" if item is None else item},"op_id":{"null" if op_id is None else quoted(op_id)},'
            f'"outcome":{quoted(outcome)},"person":{quoted(person)},"person_id":{person_id},'
            f'"previous":{quoted(previous)},"result":{quoted(result)},"roles":{quoted(roles)},"rows":{quoted(rows)}}}'
        )
    except TypeError:
        return ""  # not what any program of this kind wrote
    return sha256(text.encode()).hexdigest()


def _before_the_first(rows: Rows) -> Iterator[Finding]:
    for (number,) in rows.rows("SELECT id FROM event WHERE id < 1"):
        yield Finding("程序之外添加的留痕", f"第{number}号", "", "请审计员查明由谁写入。")


def _links(chain: Chain, values: tuple[Any, ...], previous: str) -> Iterator[Finding]:
    event, since = values[3], chain.since(values[3])
    if event != chain.last + 1:
        missing = f"第{chain.last + 1}号" + (f"至第{event - 1}号" if event - 1 > chain.last + 1 else "")
        first = chain.last + 1
        yield Finding("留痕缺号", missing, chain.since(first), "请从备份中找回缺失的留痕核对。", first)
    if digest_of(values) != values[13]:
        yield Finding("留痕被改动", f"第{event}号", since, "请与备份中的同号留痕核对。", event)
    if values[9] != previous:
        advice = "从这里起的留痕可能被重写过，请与备份和纸面上的留痕摘要比较。"
        yield Finding("留痕链断开", f"第{event}号", since, advice, event)


def _backward(chain: Chain, event: int, at: str, before: str) -> Iterator[Finding]:
    try:
        late = moment_of(before) - moment_of(at) > TOLERANCE
    except ValueError:
        late = True
    if late:
        where = f"第{event}号（{at}，前一号{before}）"
        yield Finding("时间倒退", where, chain.since(event), "请核对计算机时钟，说明当时情况。", event)
