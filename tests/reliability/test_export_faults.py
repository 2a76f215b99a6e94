"""Whatever call to the disk fails while a file goes out, the one it was to replace stays whole."""

import itertools
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.reliability import faults
from tests.services.test_archive import painted
from tests.walk import Office
from ui.printing.pdf_files import pdf_of
from yuqing_desktop.domain.audit_words import AuditFilter
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Level, PaperKind, Status
from yuqing_desktop.problems import Problem
from yuqing_desktop.services import apart
from yuqing_desktop.services.exports import ShownList

OLD = b"the file that was there"
WEEK = week_of(date(2026, 11, 23))

pytestmark = pytest.mark.usefixtures("qapp")


def slips(office: Office) -> list[Paper]:
    return office.core.store.find(Paper, kind=PaperKind.TRANSFER_SLIP)


def write_slip(office: Office, out: Path) -> object:
    return office.core.papers.write_slip(office.clerk, slips(office)[0], out)


def write_slips(office: Office, out: Path) -> object:
    return office.core.papers.write_slips(office.clerk, slips(office), out.parent)


def write_together(office: Office, out: Path) -> object:
    return office.core.papers.write_together(office.clerk, slips(office), out)


def write_pdf(office: Office, out: Path) -> object:
    return office.core.papers.write_pdf(office.clerk, slips(office)[:1], out, pdf_of, title="单")


def write_ledger(office: Office, out: Path) -> object:
    return office.core.ledger.export(office.clerk, WEEK, out)


def write_list(office: Office, out: Path) -> object:
    shown = ShownList("登记簿", ["编号"], [["YQ-2026-0001"]])
    return office.core.exports.write(office.clerk, shown, out)


def write_archive(office: Office, out: Path) -> object:
    return office.core.archive.write(office.clerk, [1], out, paint=painted)


def write_audit(office: Office, out: Path) -> object:
    return office.core.audit.export(office.actor("徐洁"), AuditFilter(), out)


def is_zip(content: bytes, path: Path) -> bool:
    with zipfile.ZipFile(path) as file:
        return file.testzip() is None


def is_book(content: bytes, path: Path) -> bool:
    return bool(load_workbook(path).sheetnames)


def is_pdf(content: bytes, path: Path) -> bool:
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def is_lines(content: bytes, path: Path) -> bool:
    return content.endswith(b"\n")


Whole = Callable[[bytes, Path], bool]
WRITERS: dict[str, tuple[Callable[[Office, Path], object], str, Whole]] = {
    "a paper": (write_slip, "单.docx", is_zip),
    "a file a paper": (write_slips, "转送单舆转〔2026〕1号.docx", is_zip),
    "papers in one file": (write_together, "单.docx", is_zip),
    "papers as a PDF": (write_pdf, "单.pdf", is_pdf),
    "a ledger": (write_ledger, "台账.xlsx", is_book),
    "a list": (write_list, "清单.xlsx", is_book),
    "an archive": (write_archive, "卷.zip", is_zip),
    "audit events": (write_audit, "留痕.csv", is_lines),
    "audit events as stored": (write_audit, "留痕.jsonl", is_lines),
}


@pytest.fixture
def filled(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(apart, "PAPERS_WORTH_A_PROCESS", 1000)  # multiprocessing's own calls are not ours
    office.close(office.report_up(office.item_at(Status.REPLIED, Level.IMPORTANT)))
    office.item_at(Status.TRANSFERRED)
    return office


@pytest.mark.parametrize("writer", WRITERS)
def test_the_file_to_be_replaced_stays_or_the_new_one_is_whole(
    filled: Office, tmp_path: Path, writer: str
) -> None:
    write, name, is_whole = WRITERS[writer]
    out = tmp_path / "room" / name
    out.parent.mkdir()
    codes = itertools.cycle(faults.KINDS)
    for number in places(lambda: write(filled, out)):
        out.write_bytes(OLD)
        with faults.disk(fails=number, code=next(codes)), suppress(Problem):
            write(filled, out)
        content = out.read_bytes()
        assert content == OLD or is_whole(content, out), number
        under_way = list(out.parent.glob(".~*"))
        assert not [path for path in under_way if path.is_file() or list(path.iterdir())], number
    out.write_bytes(OLD)
    write(filled, out)
    assert is_whole(out.read_bytes(), out)


def places(write: Callable[[], object]) -> Iterator[int]:
    """The number of each call that reaches the disk; the first ones, where there are many alike."""
    with faults.disk() as counted:
        write()
    assert counted.calls >= 3
    return iter(range(1, min(counted.calls, 40) + 1))
