"""An outside table's row as the registry would take it: what goes into which field, what is kept as a note."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yuqing_desktop.domain import personal, sites
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.text import folded, one_line
from yuqing_desktop.intake.rows import Leftover, ParsedRow
from yuqing_desktop.intake.synonyms import ItemField, field_named

_TAKEN = (
    "title", "summary", "content", "published_at", "found_at", "platform", "source", "author", "link", "reads",
    "forwards", "replies", "reply_need", "level", "comment_kind", "topic",
)  # fmt: skip
"""What goes into a field of the item as it was read."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One data row, judged. `number` is the one a spreadsheet program shows by it.

    `item` is what it would become, or as far as it could be read when `refused` says why not. `duplicate_of`
    is the number of an item, or of the earlier row of this file, that is the same post; `reading` is what it
    tells of that item's figures that is not yet known. `left_out` says that a person does not want it; so is at first
    what the file hides (`hidden`). `phone` is personal data: kept apart from the item (第十一条).
    """

    number: int
    item: Item
    refused: str = ""
    duplicate_of: str | int | None = None
    leftovers: tuple[str, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)
    reading: FigureReading | None = None
    left_out: bool = False
    phone: str = ""
    hidden: bool = False

    @property
    def is_fit(self) -> bool:
        """Whether it could be taken: it is no row refused, no post that is there already."""
        return not self.refused and self.duplicate_of is None

    @property
    def is_new(self) -> bool:
        """Whether it would be taken."""
        return self.is_fit and not self.left_out


def values_of(row: ParsedRow, sections: Mapping[str, int]) -> dict[str, Any]:
    """The fields of an item to register; `sections` gives a section's id by its folded name."""
    values: dict[str, Any] = {name: row.fields[name] for name in _TAKEN if name in row.fields}
    values.setdefault("platform", sites.OTHER)
    section = sections.get(folded(str(row.fields.get("section", ""))))
    if section is not None:
        values["section_id"] = section
    values["link_key"] = row.key
    values["notes"] = "\n".join(_notes(row, section_known=section is not None))
    return values


def phone_of(row: ParsedRow) -> str:
    """The number of who complained, where the row's contact is one; anything else is a note."""
    contact = one_line(str(row.fields.get(ItemField.CONTACT, "")))
    return contact if personal.is_phone(contact) else ""


def leftover_words(leftover: Leftover) -> str:
    """A value that could not be read, with its reason: what the person may look after."""
    return f"{field_named(leftover.field).label}“{leftover.text}”：{leftover.reason}"


def _notes(row: ParsedRow, *, section_known: bool) -> Iterator[str]:
    """What the registry has no field for, each with its label; the answer a post already had among it (第七条 已回)."""
    fields = row.fields
    if fields.get("notes"):
        yield str(fields["notes"])
    if fields.get("section") and not section_known:
        yield f"{ItemField.SECTION.label}：{fields['section']}"
    for name in (ItemField.EXTERNAL_ID, ItemField.CONTACT):
        if fields.get(name) and not (name is ItemField.CONTACT and phone_of(row)):
            yield f"{name.label}：{fields[name]}"
    if fields.get("reply_text"):
        replied = fields.get("replied_at")
        when = f"（{replied:%Y-%m-%d %H:%M}）" if isinstance(replied, datetime) else ""
        yield f"原有答复{when}：{fields['reply_text']}"
    for leftover in row.leftovers:
        yield f"未能识别的{field_named(leftover.field).label}：{leftover.text}"
