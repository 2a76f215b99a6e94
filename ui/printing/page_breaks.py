"""Where a printout's pages must begin, so that no row is torn and no heading stands alone at a page's end."""

from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from yuqing_desktop.services.papers import Printout, Unit

Extent = tuple[float, float]
"""From where to where a unit's text goes, down the whole document."""


def untorn(sheet: Printout, lay: Callable[[str], QTextDocument]) -> QTextDocument:
    """The body laid out on pages by `lay`, with new pages begun where it must be."""
    begun: list[int] = []
    while True:
        body = lay(sheet.turned(begun))
        torn = _first_torn(body, sheet.units, begun)
        if torn is None:
            return body
        begun.append(torn)


def _first_torn(document: QTextDocument, units: Sequence[Unit], begun: Collection[int]) -> int | None:
    """The number of the first unit before which a page must begin, as the document is laid out; not those `begun`."""
    extents, height = _extents(document), document.pageSize().height()
    start, before = 0, 0.0
    for number, unit in enumerate(units):
        top, bottom = extents.get(number, (before, before))
        following = extents.get(number + 1, (top, bottom))[0] if unit.keeps else top
        begins, last = (before, max(bottom, following)) if unit.whole else (top, following)
        torn = _page(begins, height) != _page(last, height)
        if torn and start and start not in begun:
            return start
        start = start if unit.keeps else number + 1
        before = bottom
    return None


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
