"""Any list of the window as a workbook."""

from collections.abc import Iterable, Sequence

from yuqing_desktop.documents.excel import Book, Page, Sheet, Value, look_of, shown_width, width_of
from yuqing_desktop.documents.looks import Look
from yuqing_desktop.progress import Progress

_PROGRESS_EVERY = 200


def list_content(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    stated: str = "",
    author: str = "",
    progress: Progress | None = None,
) -> bytes:
    """The workbook's bytes. Raises Trouble, Cancelled."""
    kept = [tuple(row) for row in rows]
    told = progress or Progress()
    with Book(author=author, title=title) as book:
        top = 3 if stated else 2
        widths = tuple(
            _fitting(heading, [row[place] for row in kept[:200]]) for place, heading in enumerate(headings)
        )
        sheet = Sheet(book, title, Page(widths, heading_row=top, landscape=sum(widths) > 90, foot_left=title))
        sheet.line(title, Look.TITLE)
        if stated:
            sheet.line(stated, Look.PLAIN)
        sheet.row(list(headings), [Look.HEADING] * len(headings))
        for done, row in enumerate(kept):
            sheet.row(row, [look_of(value) for value in row])
            if done % _PROGRESS_EVERY == 0:
                told.step(done, len(kept), "正在写表格")
        return book.content()


def _fitting(heading: str, values: Sequence[Value]) -> float:
    widest = max(map(shown_width, values), default=0)
    return float(min(48, max(width_of(heading) + 3, widest + 2, 6)))
