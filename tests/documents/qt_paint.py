"""Paints a printout to PDF the way the window does, to see what Qt makes of its HTML."""

from pathlib import Path

from PySide6.QtGui import QPdfWriter

from ui.printing.sheet_painter import SheetPainter
from yuqing_desktop.documents.printing import Printout


def paint_pdf(sheet: Printout, path: Path) -> int:
    """Write the sheet as PDF; how many pages it took."""
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    return SheetPainter([sheet]).paint(writer)
