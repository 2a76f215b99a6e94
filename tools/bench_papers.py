"""How fast papers are made, each beside its floor in the same run: `python -m tools.bench_papers`."""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.documents.samples import SLIP, ledger
from yuqing_desktop.documents.context import words
from yuqing_desktop.documents.excel import Value
from yuqing_desktop.documents.ledger_book import write_ledger
from yuqing_desktop.documents.papers.ledger import LEDGER_COLUMNS, LedgerContext
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP
from yuqing_desktop.documents.word import load, write
from yuqing_desktop.paths import resources

SLIPS, ROWS = 1000, 10_000


def seconds(work: Callable[[], object], *, times: int = 5) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def say(what: str, took: float, floor: float, limit: float) -> None:
    """One line: the figure, its floor, their ratio and the most it may be."""
    verdict = "ok" if took <= floor * limit else "TOO SLOW"
    told = f"floor {floor * 1000:9.1f} ms   × {took / floor:.2f} (≤ {limit:g}) {verdict}"
    print(f"{what:<44}{took * 1000:9.1f} ms   {told}")


def slips(folder: Path) -> None:
    """One slip against bare docxtpl, and a thousand of them."""
    path = resources() / "templates" / "transfer_slip.docx"
    template = load(path, TRANSFER_SLIP)

    def bare() -> None:
        from docxtpl import DocxTemplate

        made = DocxTemplate(path)
        made.render(words(SLIP), autoescape=True)
        made.save(folder / "bare.docx")

    floor = seconds(bare)
    say("a slip, template compiled", seconds(lambda: write(folder / "slip.docx", template, SLIP)), floor, 1.3)
    say("a slip, template loaded and checked for it", seconds(
        lambda: write(folder / "slip.docx", load(path, TRANSFER_SLIP), SLIP)
    ), floor, 4)  # fmt: skip

    def many() -> None:
        for _ in range(SLIPS):
            template.fill(SLIP)

    took = seconds(many, times=1)
    print(f"{f'{SLIPS} slips':<44}{took * 1000:9.1f} ms   (≤ 3000) {'ok' if took <= 3 else 'TOO SLOW'}")


def bare_workbook(path: Path, context: LedgerContext) -> None:
    """The same values through openpyxl's write-only mode, with no style and no height at all."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in context.registered:
        values: list[Value] = [getattr(row, column.field) for column in LEDGER_COLUMNS]
        sheet.append(
            [value.replace(tzinfo=None) if isinstance(value, datetime) else value for value in values]
        )
    book.save(path)


def ledgers(folder: Path) -> None:
    """A large ledger and a week's, against openpyxl's bare write-only mode."""
    for rows, limit in ((200, 1.5), (ROWS, 1.2)):
        context = ledger(rows, 0)
        times = 3 if rows < ROWS else 1
        floor = seconds(lambda context=context: bare_workbook(folder / "bare.xlsx", context), times=times)  # type: ignore[misc]
        took = seconds(lambda context=context: write_ledger(folder / "l.xlsx", context), times=times)  # type: ignore[misc]
        say(f"a ledger of {rows} rows", took, floor, limit)


def main() -> None:
    """Measure everything once."""
    with tempfile.TemporaryDirectory() as name:
        slips(Path(name))
        ledgers(Path(name))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB (≤ 120)")


if __name__ == "__main__":
    sys.exit(main())
