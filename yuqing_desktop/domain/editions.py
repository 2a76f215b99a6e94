"""An issued ledger (第四条): numbered, kept as issued with its hash; a later change is 更正第N次."""

from dataclasses import dataclass
from datetime import date, datetime

from yuqing_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue or correction of a period's ledger.

    `serial` counts within the year, `total` since the first; `correction` is 0 for the issue itself.
    `snapshot` is JSON: the fingerprint of each row by item number, by which a correction finds what changed.
    """

    id: int = 0
    word: str = ""
    first: date = date(2000, 1, 1)
    last: date = date(2000, 1, 1)
    serial: int = 0
    total: int = 0
    correction: int = 0
    issued_at: datetime | None = None
    issued_by: str = ""
    signer: str = ""
    file_name: str = ""
    sha256: str = ""
    head: str = ""
    snapshot: str = ""
    changed: str = ""

    @property
    def period(self) -> Period:
        """The period it reports."""
        return Period(self.first, self.last, self.word)

    @property
    def number(self) -> str:
        """第12期（总第112期）."""
        return f"第{self.serial}期（总第{self.total}期）"

    @property
    def mark(self) -> str:
        """Empty for the issue itself, else 更正第N次."""
        return f"更正第{self.correction}次" if self.correction else ""


def changed_rows(before: dict[str, str], after: dict[str, str]) -> tuple[str, ...]:
    """The item numbers whose row is another, new or gone."""
    return tuple(
        sorted(number for number in before.keys() | after.keys() if before.get(number) != after.get(number))
    )
