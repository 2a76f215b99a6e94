"""A letter or complaint shown as a form: labels and values in a table, a list or lines, headed as tables of them are."""

from collections.abc import Iterator
from datetime import datetime

from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.intake.page_blocks import Element, blocks_of
from yuqing_desktop.intake.page_hosts import HostFacts
from yuqing_desktop.intake.synonyms import FIELD_OF, ItemField, plain

_LONGEST_LABEL = 12


def form_facts(root: Element, read_at: datetime) -> HostFacts:
    """What a form tells that holds a title and a text, each by its label; nothing of other pages."""
    told: dict[ItemField, str] = {}
    for label, value in _labelled(root):
        field = FIELD_OF.get(plain(label)) if len(label) <= _LONGEST_LABEL else None
        if field is not None and value:
            told.setdefault(field, value)
    title, text = told.get(ItemField.TITLE, ""), told.get(ItemField.CONTENT) or told.get(ItemField.SUMMARY)
    if not title or not text:
        return HostFacts()
    return HostFacts(
        title=one_line(title),
        published_at=read_moment(told.get(ItemField.PUBLISHED_AT, ""), read_at).value,
        source=one_line(told.get(ItemField.SOURCE, "")),
        author=one_line(told.get(ItemField.AUTHOR, "")),
        text=text,
    )


def _labelled(root: Element) -> Iterator[tuple[str, str]]:
    for block in blocks_of(root):
        label, _, value = block.text.replace(":", "：", 1).partition("：")
        yield label, value.strip()
    for row in root.iter("tr", "dl"):
        cells = [cell for cell in row if cell.tag in ("td", "th", "dt", "dd")]
        if len(cells) % 2 or any(next(cell.iter("table"), None) is not None for cell in cells):
            continue
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            yield _text(label), _text(value)


def _text(element: Element) -> str:
    return "\n".join(block.text for block in blocks_of(element))
