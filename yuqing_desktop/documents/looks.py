"""The looks of a workbook's cells, as data."""

from dataclasses import dataclass, replace
from enum import StrEnum

from yuqing_desktop.documents.fonts import HEI, SONG


class Look(StrEnum):
    """How a cell looks; the members of a column share one style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    PLAIN = "plain"
    HEADING = "heading"
    TEXT = "text"
    CENTER = "center"
    NUMBER = "number"
    WORDS_RIGHT = "words_right"
    PERCENT = "percent"
    HOURS = "hours"
    TIME = "time"
    SHORT_TIME = "short_time"
    OTHER_YEAR = "other_year"
    DAY = "day"
    GROUP = "group"
    LATE = "late"
    FIGURE = "figure"
    OVERFULL = "overfull"


_GREY, _PALE = "FFE7EAEF", "FFF4F6F9"


@dataclass(frozen=True, slots=True)
class Shape:
    """One look: face, size, weight, alignment, rules, fill, number format."""

    face: str = SONG.name
    size: float = 10
    bold: bool = False
    align: str | None = "left"
    vertical: str = "center"
    wrap: bool = True
    ruled: bool = True
    fill: str = ""
    number_format: str = "General"


_CELL = Shape()
_CENTERED = Shape(align="center")

LOOKS: dict[Look, Shape] = {
    Look.TITLE: Shape(HEI.name, 18, align="center", ruled=False),
    Look.SUBTITLE: Shape(size=11, align="center", ruled=False),
    Look.SECTION: Shape(HEI.name, 12, ruled=False),
    Look.PLAIN: Shape(ruled=False, vertical="top"),
    Look.HEADING: Shape(HEI.name, 10, align="center", fill=_GREY),
    Look.TEXT: replace(_CELL, number_format="@"),
    Look.OVERFULL: replace(_CELL, number_format="@", vertical="top"),
    Look.CENTER: replace(_CENTERED, number_format="@"),
    Look.NUMBER: Shape(align="right", number_format="#,##0"),
    Look.WORDS_RIGHT: Shape(align="right", number_format="@"),
    Look.FIGURE: Shape(align="center", number_format="#,##0"),
    Look.PERCENT: Shape(align="center", number_format="0.0%"),
    Look.HOURS: Shape(align="center", number_format="0.0"),
    Look.TIME: replace(_CENTERED, wrap=False, number_format="yyyy-mm-dd hh:mm"),
    Look.SHORT_TIME: replace(_CENTERED, wrap=False, size=9, number_format="m-d hh:mm"),
    Look.OTHER_YEAR: replace(_CENTERED, wrap=False, size=9, number_format="yyyy-m-d"),
    Look.DAY: replace(_CENTERED, wrap=False, number_format="yyyy-mm-dd"),
    Look.LATE: Shape(align="center", bold=True, number_format='"▲"@'),
    Look.GROUP: Shape(HEI.name, 10, fill=_PALE),
}
