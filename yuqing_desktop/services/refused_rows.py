"""What an import did not take, given back as a table of the same shape with the reason of each row."""

from itertools import chain
from pathlib import Path

from yuqing_desktop.documents.excel import Book, Page, Sheet
from yuqing_desktop.documents.looks import Look
from yuqing_desktop.documents.saving import save
from yuqing_desktop.intake.rows import distinct
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.importing import Preview

REASON = "未收原因"
_WIDTH, _HEIGHT = 20.0, 18.0


def write_refused(seen: Preview, out: Path) -> Path:
    """An .xlsx with the file's own headings and a reason column, to be mended and imported again.

    Raises NotFound when every row was taken, Trouble.
    """
    refused = seen.refused
    if not refused:
        raise NotFound("没有未收的行。")
    headings = list(dict.fromkeys(chain(distinct(seen.table.headings), *(row.raw for row in refused))))
    with Book(author="政务舆情登记", title=f"{seen.file_name} 未收的行") as book:
        sheet = Sheet(book, "未收的行", Page((*(_WIDTH for _ in headings), _WIDTH * 2), heading_row=1))
        looks = [Look.PLAIN] * (len(headings) + 1)
        sheet.row([*headings, REASON], looks, height=_HEIGHT)
        for row in refused:
            cells = [row.raw.get(name, "") for name in headings]
            sheet.row([*cells, row.refused], looks, height=_HEIGHT)
        return save(out, book.content())
