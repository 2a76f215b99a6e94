"""Paint the pictures of docs/images/papers/: every paper as LibreOffice shows it and as the window prints it.

`python -m tools.paper_shots [FOLDER]` paints each paper's first page, and the weekly ledger's pages, small;
`--story hard` takes an item of long texts, `--look` paints every page in full, to be looked at. Needs soffice and
pdftoppm on the developer's machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from tools.paper_office import STORIES, ledger_of, papers_of
from ui.printing.pdf_files import pdf_of
from ui.shell.application import make_application

LEDGER = "weekly_ledger"
SMALL, FULL = 60, 110
"""Dots per inch."""
FONTS = Path("tests/documents/fonts.conf")
"""Stands the faces of official papers in for one another alike on every machine."""
_GREYS = [0xFF000000 | grey << 16 | grey << 8 | grey for grey in range(0, 256, 17)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill, convert, paint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images/papers"))
    parser.add_argument("--story", choices=STORIES, default="normal")
    parser.add_argument("--look", action="store_true")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("soffice and pdftoppm are needed", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FONTCONFIG_FILE"] = str(FONTS.resolve())
    make_application(["paper_shots"])
    with tempfile.TemporaryDirectory() as scratch:
        for pdf in _pdfs(chosen.story, Path(scratch)):
            if chosen.look:
                _every_page(pdf, chosen.folder / pdf.stem)
            else:
                _small(pdf, chosen.folder / pdf.stem, first_only=pdf.stem != LEDGER)
    return 0


def _pdfs(story: str, scratch: Path) -> list[Path]:
    """Each paper of a story both ways."""
    out, ending = scratch / "papers", "" if story == "normal" else f"-{story}"
    out.mkdir()
    for name, docx in papers_of(STORIES[story], scratch / "office"):
        path = out / f"{name}{ending}.docx"
        path.write_bytes(docx)
        path.with_name(f"{path.stem}-qt.pdf").write_bytes(pdf_of([docx], title=name))
    if not ending:
        (out / f"{LEDGER}.xlsx").write_bytes(ledger_of(scratch / "sample"))
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*convert, *map(str, sorted(out.glob("*.[dx]*x")))], check=True, capture_output=True)
    return sorted(out.glob("*.pdf"))


def _small(pdf: Path, out: Path, *, first_only: bool) -> None:
    """Small and grey."""
    one = ["-f", "1", "-singlefile"] if first_only else []
    subprocess.run(["pdftoppm", "-r", str(SMALL), "-png", *one, str(pdf), str(out)], check=True)
    for path in (
        [out.with_name(f"{out.name}.png")] if first_only else sorted(out.parent.glob(f"{out.name}-*.png"))
    ):
        image = QImage(str(path)).convertToFormat(QImage.Format.Format_Indexed8, _GREYS)
        image.save(str(path), "PNG", 0)  # type: ignore[call-overload]
        print(path)


def _every_page(pdf: Path, out: Path) -> None:
    subprocess.run(["pdftoppm", "-r", str(FULL), "-png", str(pdf), str(out)], check=True)
    print(f"{out}-*.png")


if __name__ == "__main__":
    sys.exit(main())
