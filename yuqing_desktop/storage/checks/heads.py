"""The chain's end against what is remembered elsewhere: by this computer, in backups, on paper (第十三条)."""

import re
from collections.abc import Iterable, Iterator

from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.storage.checks.chain import Chain, detail_of
from yuqing_desktop.storage.heads import Head, Memory, compared

_TYPED = re.compile(r"\s*(\d+)\s*[-－–]\s*([0-9a-fA-F]{6,64})\s*")
_OLDER = "登记簿可能被换成旧的副本，或尾部被截去。请从备份找回，并由审计员查明。"
_ELSEWHERE = "留痕不是由本机程序写入"
_FOREIGN = "如当时曾断电，或恢复了别处的备份，属正常情况；否则可能有人用其他工具写入，请审计员查明。"


def check(chain: Chain, memory: Memory | None) -> Iterator[Finding]:
    """Against what this computer remembers."""
    if memory is None:
        return
    seen = compared(memory, chain.hashes, chain.last)
    for head in seen.lost:
        if by := _given_up(chain, head):  # a restore, but not one from here: it may be a forged one
            yield Finding(_ELSEWHERE, f"第{by}号", chain.since(by), _FOREIGN, by)
        else:
            yield from against(chain, head, "本机记得的留痕已不在登记簿中")
    for first, last in seen.foreign:
        where = f"第{first}号" + (f"至第{last}号" if last > first else "")
        yield Finding(_ELSEWHERE, where, chain.since(first), _FOREIGN, first)


def against(chain: Chain, head: Head, what: str) -> Iterator[Finding]:
    """Whether an event once seen, with its hash or the beginning of it, still stands in the chain."""
    number, digest = head
    if not number or chain.hashes.get(number, "").startswith(digest) or _given_up(chain, head):
        return
    event = min(number, chain.last + 1)
    yield Finding(what, f"第{number}号 {digest[:12]}", chain.since(event), _OLDER, event)


def against_backups(chain: Chain, backups: Iterable[Head]) -> Iterator[Finding]:
    """The newest end that a backup remembers and the chain does not."""
    for head in sorted(backups, reverse=True):
        found = list(against(chain, head, "备份中的留痕摘要与登记簿不符"))
        yield from found
        if found:
            return


def typed(text: str) -> Head | None:
    """A head as printed on a paper (12-abcdef012345), or None for another form."""
    match = _TYPED.fullmatch(text)
    return (int(match[1]), match[2].lower()) if match else None


def _given_up(chain: Chain, head: Head) -> int:
    """The event of the restore that gave up the events after a backup, on the record: 0 where there is none."""
    number, digest = head
    for event, detail in chain.restores:
        for kept, last, lost in given_up_by(detail):
            if kept < number < last or (number == last and lost.startswith(digest)):
                return event
    return 0


def given_up_by(detail: str) -> Iterator[tuple[int, int, str]]:
    """After which event, up to which and its hash, a restore gave events up; then the restores given up with them."""
    known = detail_of(detail)
    earlier = known.get("earlier")
    for one in (known, *(earlier if isinstance(earlier, list) else ())):
        told = one if isinstance(one, dict) else {}
        kept, last, lost = (told.get(name) for name in ("kept_event", "lost_event", "lost_hash"))
        if isinstance(kept, int) and isinstance(last, int):
            yield kept, last, str(lost)
