"""Paint the pictures of docs/images/papers/: every paper as LibreOffice shows it and as the window prints it.

`python -m tools.paper_shots [FOLDER]`; needs soffice and pdftoppm on the developer's machine.
"""

import argparse
import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tests.documents import papers_samples as samples
from tests.documents.samples import LONG_SLIP, SLIP
from ui.printing.pdf_files import pdf_of
from ui.shell.application import make_application
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.word import load, write
from yuqing_desktop.paths import resources

DOTS_PER_INCH = 60
_GREYS = [0xFF000000 | grey << 16 | grey << 8 | grey for grey in range(0, 256, 17)]


def contexts() -> dict[str, Any]:
    """A believable context for each kind of paper, by template name; the slip with long text as well."""
    known: list[Any] = [SLIP]
    known += [
        value
        for value in vars(samples).values()
        if dataclasses.is_dataclass(value) and not isinstance(value, type)
    ]
    by_class = {type(context): context for context in known}
    return {paper.name: by_class[paper.context] for paper in PAPERS.values()} | {
        "transfer_slip-long": LONG_SLIP
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill, convert, paint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images/papers"))
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("soffice and pdftoppm are needed", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(["paper_shots"])
    with tempfile.TemporaryDirectory() as scratch:
        _shoot(Path(scratch), folder)
    return 0


def _shoot(scratch: Path, folder: Path) -> None:
    written = []
    for name, context in contexts().items():
        paper = PAPERS[name.removesuffix("-long")]
        path = write(
            scratch / f"{name}.docx", load(resources() / "templates" / paper.file_name, paper), context
        )
        (scratch / f"{name}-qt.pdf").write_bytes(pdf_of([path.read_bytes()], title=name))
        written.append(path)
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(scratch), *map(str, written)]
    subprocess.run(convert, check=True, capture_output=True)
    for pdf in sorted(scratch.glob("*.pdf")):
        _pages(pdf, folder)


def _pages(pdf: Path, folder: Path) -> None:
    """The first page of a PDF as a small grey picture."""
    out = folder / pdf.stem
    paint = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-f", "1", "-singlefile", str(pdf), str(out)]
    subprocess.run(paint, check=True)
    image = QImage(f"{out}.png").convertToFormat(QImage.Format.Format_Indexed8, _GREYS)
    image.save(f"{out}.png", "PNG", 0)  # type: ignore[call-overload]
    print(f"{out}.png")


if __name__ == "__main__":
    sys.exit(main())
