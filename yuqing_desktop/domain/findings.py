"""What a check-up finds (第十三条): what, where, since when, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `event` is the number of the event it begins with, 0 where there is none."""

    what: str
    where: str
    since: str = ""
    advice: str = ""
    event: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: `findings` are wrong, `hints` only want looking after."""

    findings: tuple[Finding, ...]
    hints: tuple[Finding, ...]
    head: str
    events: int

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return not self.findings

    @property
    def first(self) -> Finding | None:
        """The finding that begins earliest on the record."""
        return min(self.findings, key=lambda one: one.event or 1 << 62, default=None)
