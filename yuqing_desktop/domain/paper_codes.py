"""What the QR codes of a paper say, in ASCII, since a scanner types them.

YQT-2026-12-1 is the paper itself: kind, year, number, copy. YQHEAD-128-0A1B2C3D4E5F is the chain's end it was printed at.
"""

import re
from dataclasses import dataclass

from yuqing_desktop.domain.vocabulary import PaperKind

_LETTERS = {
    PaperKind.TRANSFER_SLIP: "T",
    PaperKind.APPROVAL_FORM: "A",
    PaperKind.APPROVAL_BATCH: "B",
    PaperKind.URGE_NOTE: "U",
    PaperKind.SUPERVISION_NOTE: "S",
    PaperKind.HANDLING_REPORT: "H",
    PaperKind.PERIOD_REPORT: "P",
    PaperKind.REPORT_UP: "R",
    PaperKind.ROUNDS_MONTH: "M",
    PaperKind.ACCOUNTABILITY: "D",
    PaperKind.ARCHIVE_COVER: "C",
    PaperKind.ARCHIVE_CONTENTS: "N",
    PaperKind.WEEKLY_LEDGER: "L",
    PaperKind.KEY_FORM: "K",
}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_CODE = re.compile(r"YQ([TABUSHPRMDCNLK])-(\d{4})-(\d{1,6})-(\d{1,4})", re.IGNORECASE)
_HEAD = re.compile(r"YQHEAD-(\d{1,15})-([0-9a-f]{12})", re.IGNORECASE)
_NUMBER = re.compile(r"〔(\d{4})〕(\d+)号")


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A paper as its code names it: `copy` is 1 for the first print."""

    kind: PaperKind
    year: int
    serial: int
    copy: int


def code_of(kind: PaperKind, number: str, copy: int) -> str:
    """The code of a paper's number (舆转〔2026〕12号) and copy; empty for a number of another form."""
    match = _NUMBER.search(number)
    return f"YQ{_LETTERS[kind]}-{match[1]}-{match[2]}-{copy}" if match else ""


def read(text: str) -> PaperCode | None:
    """The paper a scanned text means, or None."""
    match = _CODE.fullmatch(text.strip())
    if match is None:
        return None
    return PaperCode(_KINDS[match[1].upper()], int(match[2]), int(match[3]), int(match[4]))


def head_code(head: str) -> str:
    """The code of a 留痕摘要 as printed (128-0a1b2c3d4e5f); empty for none."""
    return f"YQHEAD-{head.upper()}" if head else ""


def read_head(text: str) -> str:
    """The 留痕摘要 a scanned text means (128-0a1b2c3d4e5f); empty for anything else."""
    match = _HEAD.fullmatch(text.strip())
    return f"{match[1]}-{match[2].lower()}" if match else ""
