"""Scanned PDFs are drawn as they look and every code on them is read, whatever the scanner put inside."""

from collections.abc import Callable
from pathlib import Path

import pytest
import segno

from yuqing_desktop.intake.scans import codes_in_pdf
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Cancelled, Progress

pytest.importorskip("zxingcpp")
pytest.importorskip("pypdfium2")


def drawn(code: str) -> bytes:
    """A code as filled squares, with no picture at all."""
    matrix = segno.make_qr(code).matrix
    squares = [
        f"{60 + 3 * column} {700 - 3 * row} 3 3 re f"
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if dark
    ]
    return "\n".join(squares).encode()


def pdf(path: Path, pages: list[bytes], *, turn: int = 0) -> Path:
    """A PDF of these pages' drawing orders; its table of contents is left to be repaired."""
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    parts = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>endobj",
    ]
    content = "%PDF-1.4\n" + "\n".join(parts) + "\n"
    made = content.encode()
    for at, orders in enumerate(pages):
        number = 3 + 2 * at
        made += (
            f"{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {turn}"
            f"/Contents {number + 1} 0 R>>endobj\n{number + 1} 0 obj<</Length {len(orders)}>>stream\n"
        ).encode()
        made += orders + b"\nendstream endobj\n"
    path.write_bytes(made + b"trailer<</Root 1 0 R>>\n%%EOF")
    return path


def test_codes_that_are_drawn_are_read_page_by_page(tmp_path: Path) -> None:
    sheet = pdf(tmp_path / "s.pdf", [drawn("YQT-2026-1-1"), b"", drawn("YQA-2026-7-2")])
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _: seen.append((done, total)))
    assert codes_in_pdf(sheet, progress=progress) == ["YQT-2026-1-1", "YQA-2026-7-2"]
    assert seen == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize("turn", [90, 180])
def test_a_sheet_laid_in_the_wrong_way_round_is_read(tmp_path: Path, turn: int) -> None:
    assert codes_in_pdf(pdf(tmp_path / "s.pdf", [drawn("YQT-2026-1-1")], turn=turn)) == ["YQT-2026-1-1"]


def _damaged(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 nothing here")


def _too_long(path: Path) -> None:
    pdf(path, [b""] * 101)


@pytest.mark.parametrize(("make", "words"), [(_damaged, "已损坏"), (_too_long, "超过100页")])
def test_what_cannot_be_read_is_refused_in_words(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    make(tmp_path / "s.pdf")
    with pytest.raises(BadFile, match=words):
        codes_in_pdf(tmp_path / "s.pdf")


def test_reading_can_be_broken_off(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        codes_in_pdf(pdf(tmp_path / "s.pdf", [b""]), progress=progress)
