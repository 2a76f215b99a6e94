"""Where a printout's pages must begin, so that no row is torn and no heading stands alone at a page's end."""

from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from yuqing_desktop.services.papers import REPEATED, Printout, Unit

Extent = tuple[float, float]
"""From where to where a unit's text goes, down the whole document."""


Stretch = tuple[int, Unit, float, float, float]
"""A unit's number, itself, from where to where one page must hold it, and where it ends."""
_ENDLESS = 1e7
"""A page no paper fills: on it every unit has its own height."""


def untorn(sheet: Printout, lay: Callable[[str], QTextDocument]) -> QTextDocument:
    """The body laid out on pages by `lay`, with new pages begun where it must be."""
    flow = lay(sheet.body)
    page = flow.pageSize()
    flow.setPageSize(QSizeF(page.width(), _ENDLESS))
    stretches, seen = list(_stretches(flow, sheet.units)), set[int]()
    while True:
        begun = _planned(stretches, page.height(), seen)
        body = lay(sheet.turned(begun))
        torn = _first_torn(body, sheet.units, begun)
        if torn is None:
            return body
        seen.add(torn)


def _planned(stretches: Sequence[Stretch], height: float, seen: Collection[int]) -> list[int]:
    """Before which units pages must begin, by their heights, and where it was `seen` that one must.

    So a list of many pages is laid out a few times, not once a page.
    """
    begun: list[int] = []
    start, start_at, page_from, heading = 0, 0.0, 0.0, 0.0
    for number, unit, begins, last, bottom in stretches:
        repeated = REPEATED in unit.turn
        if number == start:
            start_at = begins
        if not repeated:
            heading = bottom - begins
        over = last - page_from > height and (unit.whole or unit.keeps)
        if start and start not in begun and (over or start in seen):
            begun.append(start)
            page_from = start_at - (heading if repeated else 0.0)
        page_from += max(0.0, (bottom - page_from) // height * height)
        start = start if unit.keeps else number + 1
    return begun


def _first_torn(document: QTextDocument, units: Sequence[Unit], begun: Collection[int]) -> int | None:
    """The number of the first unit before which a page must begin, as the document is laid out; not those `begun`."""
    height, start = document.pageSize().height(), 0
    for number, unit, begins, last, _ in _stretches(document, units):
        torn = _page(begins, height) != _page(last, height)
        if torn and start and start not in begun:
            return start
        start = start if unit.keeps else number + 1
    return None


def _stretches(document: QTextDocument, units: Sequence[Unit]) -> Iterator[Stretch]:
    extents, before = _extents(document), 0.0
    for number, unit in enumerate(units):
        top, bottom = extents.get(number, (before, before))
        following = extents.get(number + 1, (top, bottom))[0] if unit.keeps else top
        begins, last = (before, max(bottom, following)) if unit.whole else (top, following)
        yield number, unit, begins, last, bottom
        before = bottom


def _page(place: float, page_height: float) -> int:
    return int((place + 0.5) // page_height)


def _extents(document: QTextDocument) -> dict[int, Extent]:
    found: dict[int, Extent] = {}
    unit: str = ""
    for block in _blocks(document):
        unit = _anchor(block) or unit
        if not unit.isdigit():
            continue
        top, bottom = _extent(document, block)
        known = found.get(int(unit), (top, bottom))
        found[int(unit)] = (min(top, known[0]), max(bottom, known[1]))
    return found


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _anchor(block: QTextBlock) -> str:
    fragments = block.begin()
    while not fragments.atEnd():
        names = fragments.fragment().charFormat().anchorNames()
        if names:
            return str(names[0])
        fragments += 1
    return ""


def _extent(document: QTextDocument, block: QTextBlock) -> Extent:
    """A block's lines, with the padding of its cell."""
    layout, top = block.layout(), document.documentLayout().blockBoundingRect(block).top()
    if not layout.lineCount():
        return top, top
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    above, below = _padding(block)
    return top + first.y() - above, top + last.y() + last.height() + below


def _padding(block: QTextBlock) -> tuple[float, float]:
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None:
        return 0.0, 0.0
    cell = table.cellAt(block.position()).format().toTableCellFormat()
    return cell.topPadding(), cell.bottomPadding()
