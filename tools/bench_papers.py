"""How fast papers are made, each beside its floor in the same run: `python -m tools.bench_papers`."""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from statistics import median

from tests.documents.samples import SLIP, ledger
from ui.printing.pdf_files import pdf_beside
from yuqing_desktop.clock import SystemClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.documents.context import words
from yuqing_desktop.documents.excel import Value
from yuqing_desktop.documents.ledger_book import write_ledger
from yuqing_desktop.documents.papers.ledger import LEDGER_COLUMNS, LedgerContext
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP
from yuqing_desktop.documents.word import load, write
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import PaperKind, Role
from yuqing_desktop.paths import Paths, resources

SLIPS, ROWS, PACKED, SAMPLE = 1000, 10_000, 20, 1600


def seconds(work: Callable[[], object], *, times: int = 5) -> float:
    """The best of a few runs."""
    return min(_taken(work) for _ in range(times))


def in_turn(work: Callable[[], object], floor: Callable[[], object], *, times: int) -> tuple[float, float]:
    """The medians of both, run in turn: what else the machine does then slows both alike."""
    work(), floor()
    pairs = [(_taken(work), _taken(floor)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def _taken(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def say(what: str, took: float, floor: float, limit: float) -> None:
    """One line: the figure, its floor, their ratio and the most it may be."""
    verdict = "ok" if took <= floor * limit else "TOO SLOW"
    told = f"floor {floor * 1000:9.1f} ms   × {took / floor:.2f} (≤ {limit:g}) {verdict}"
    print(f"{what:<44}{took * 1000:9.1f} ms   {told}", flush=True)


def say_limit(what: str, took: float, most: float, floor: float) -> None:
    """One line: the figure, the most it may be, and the floor of its files written and fsynced alone."""
    verdict = "ok" if took <= most else "TOO SLOW"
    print(f"{what:<44}{took:9.2f} s    (≤ {most:g}) {verdict}   floor {floor:.2f} s", flush=True)


def one_slip(folder: Path) -> None:
    """One slip against bare docxtpl: load, fill, save."""
    path = resources() / "templates" / "transfer_slip.docx"
    template = load(path, TRANSFER_SLIP)

    def bare() -> None:
        from docxtpl import DocxTemplate

        made = DocxTemplate(path)
        made.render(words(SLIP), autoescape=True)
        made.save(folder / "bare.docx")

    def anew() -> None:
        write(folder / "slip.docx", load(path, TRANSFER_SLIP), SLIP)

    say("a slip, template loaded and checked for it", *in_turn(anew, bare, times=21), 1.3)
    say("a slip, template compiled before", *in_turn(
        lambda: write(folder / "slip.docx", template, SLIP), bare, times=21
    ), 1.3)  # fmt: skip


def many_papers(folder: Path) -> None:
    """A thousand slips from the registry, a file each and in one; closed items packed with their PDFs."""
    with closing(open_core(Paths(folder / "data", folder / "workstation"), SystemClock())) as core:
        core.sample.fill(SAMPLE, seed=1)
        clerk = core.people.actor(core.people.holders(Role.CLERK)[0].id)
        slips = core.store.find(Paper, kind=PaperKind.TRANSFER_SLIP, voided_at=None)[:SLIPS]
        _slips(core, clerk, slips, folder)
        _package(core, clerk, folder)


def _slips(core: Core, clerk: Actor, slips: list[Paper], folder: Path) -> None:
    each = folder / "each"
    each.mkdir()
    took = _taken(lambda: core.papers.write_slips(clerk, slips, each))
    contents = [path.read_bytes() for path in each.iterdir()]
    floor = _taken(lambda: [_put(folder / f"{number}.bin", held) for number, held in enumerate(contents)])
    say_limit(f"{len(slips)} slips, a file each", took, 3, floor)
    took = _taken(lambda: core.papers.write_together(clerk, slips, folder / "all.docx"))
    floor = _taken(lambda: _put(folder / "all.bin", (folder / "all.docx").read_bytes()))
    say_limit(f"{len(slips)} slips in one file", took, 3, floor)


def _package(core: Core, clerk: Actor, folder: Path) -> None:
    closed = [item.id for item in core.store.where(Item, "closed_at IS NOT NULL", ())][:PACKED]
    out = folder / "package"
    took = _taken(lambda: core.archive.write(clerk, closed, out, paint=pdf_beside))
    count = len(list(out.rglob("*.pdf")))
    each = took * 1000 / count
    print(f"{f'a package of {PACKED} items, {count} PDFs':<44}{took:9.2f} s    {each:.0f} ms a PDF")


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


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
    for rows, limit, times in ((200, 1.5, 7), (ROWS, 1.2, 3)):
        context = ledger(rows, 0)
        took, floor = in_turn(
            lambda context=context: write_ledger(folder / "l.xlsx", context),  # type: ignore[misc]
            lambda context=context: bare_workbook(folder / "bare.xlsx", context),  # type: ignore[misc]
            times=times,
        )
        say(f"a ledger of {rows} rows", took, floor, limit)


def _in_a_process(part: Callable[[Path], None]) -> None:
    """Run a part by itself, so that its peak of memory is its own."""
    worker = multiprocessing.get_context("spawn").Process(target=_measured, args=(part,))
    worker.start()
    worker.join()


def _measured(part: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory() as name:
        part(Path(name))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    limit = " (≤ 120)" if part is ledgers else ""
    print(f"{f'  peak memory of {part.__name__}':<44}{peak:9.0f} MB{limit}", flush=True)


def main(names: Sequence[str] = ()) -> None:
    """Measure everything once, or the parts named."""
    parts = {part.__name__: part for part in (one_slip, many_papers, ledgers)}
    for name in names or parts:
        _in_a_process(parts[name])


if __name__ == "__main__":
    main(sys.argv[1:])
