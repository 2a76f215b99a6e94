"""How runs and paragraphs of a .docx look: their own properties, else their styles', else the document's defaults."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from yuqing_desktop.documents.fonts import BODY, DIGITS
from yuqing_desktop.documents.package import W

_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}
_OFF = ("0", "false", "off")
_WORDS_SIZE = "20"
"""Half points: a run's size in Word where nothing says one."""

Chain = list[Any]
"""Property elements, the nearest first."""


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """Alignment, spacing and indents in points (`line` 0: natural); `right_tab` in twips (0: none)."""

    align: str
    line: float
    before: float
    after: float
    left: float
    right: float
    first: float
    right_tab: int


@dataclass(frozen=True, slots=True)
class RunShape:
    """Faces, size, weight, colour (RRGGBB or ""), extra spacing."""

    east: str
    latin: str
    size: float
    bold: bool
    color: str
    spacing: float


class Shapes:
    """Answers for one document, from the root of its styles part (or None)."""

    def __init__(self, styles: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._plain = ""
        self._defaults: dict[str, Chain] = {"pPr": [], "rPr": []}
        for style in styles if styles is not None else ():
            if style.tag == f"{W}style":
                self._styles[style.get(f"{W}styleId")] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default"):
                    self._plain = style.get(f"{W}styleId")
            elif style.tag == f"{W}docDefaults":
                for kind, found in self._defaults.items():
                    found.extend(style.iter(f"{W}{kind}"))

    def paragraph(self, paragraph: Any) -> ParagraphShape:
        """The shape of a paragraph."""
        own = paragraph.find(f"{W}pPr")
        chain = [
            *_real(own),
            *self._inherited(_style(own, "pStyle") or self._plain, "pPr"),
            *self._defaults["pPr"],
        ]
        exact = _get(chain, "spacing", "lineRule") in ("exact", "atLeast")
        return ParagraphShape(
            _ALIGN.get(_get(chain, "jc", "val"), "left"),
            _points(chain, "spacing", "line") if exact else 0.0,
            _points(chain, "spacing", "before"),
            _points(chain, "spacing", "after"),
            _points(chain, "ind", "left"),
            _points(chain, "ind", "right"),
            _points(chain, "ind", "firstLine"),
            _right_tab(chain),
        )

    def run(self, run: Any, paragraph: Any) -> RunShape:
        """The shape of a run in its paragraph."""
        own, around = run.find(f"{W}rPr"), paragraph.find(f"{W}pPr")
        chain = [
            *_real(own),
            *self._inherited(_style(own, "rStyle"), "rPr"),
            *self._inherited(_style(around, "pStyle") or self._plain, "rPr"),
            *self._defaults["rPr"],
        ]
        color, bold = _get(chain, "color", "val"), _first(chain, "b")
        return RunShape(
            _get(chain, "rFonts", "eastAsia") or BODY.name,
            _get(chain, "rFonts", "ascii") or DIGITS.name,
            float(_get(chain, "sz", "val") or _WORDS_SIZE) / 2,
            bold is not None and bold.get(f"{W}val") not in _OFF,
            "" if color == "auto" else color,
            _points(chain, "spacing", "val"),
        )

    def _inherited(self, style: str, kind: str) -> Chain:
        found: Chain = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found += _real(self._styles[style].find(f"{W}{kind}"))
            based = self._styles[style].find(f"{W}basedOn")
            style = based.get(f"{W}val") if based is not None else ""
        return found


def split_at_tab(paragraph: Any) -> tuple[list[Any], list[Any]]:
    """A paragraph's runs before its first tab and after it; a run with words on both sides stands on both."""
    left: list[Any] = []
    right: list[Any] = []
    found = False
    for run in paragraph.iter(f"{W}r"):
        tab = None if found else run.find(f"{W}tab")
        if tab is None:
            (right if found else left).append(run)
            continue
        found = True
        place = run.index(tab)
        left.append(_part(run, range(place)))
        right.append(_part(run, range(place + 1, len(run))))
    return left, right


def _part(run: Any, places: range) -> Any:
    made = deepcopy(run)
    for place, child in enumerate(list(made)):
        if place not in places and child.tag != f"{W}rPr":
            made.remove(child)
    return made


def _real(element: Any) -> Chain:
    return [] if element is None else [element]


def _style(shape: Any, name: str) -> str:
    found = None if shape is None else shape.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val"))


def _first(chain: Chain, name: str) -> Any:
    return next((found for shape in chain if (found := shape.find(f"{W}{name}")) is not None), None)


def _get(chain: Chain, name: str, attribute: str) -> str:
    for shape in chain:
        found = shape.find(f"{W}{name}")
        if found is not None and found.get(f"{W}{attribute}") is not None:
            return str(found.get(f"{W}{attribute}"))
    return ""


def _points(chain: Chain, name: str, attribute: str) -> float:
    return float(_get(chain, name, attribute) or 0) / 20


def _right_tab(chain: Chain) -> int:
    tabs = _first(chain, "tabs")
    for tab in tabs if tabs is not None else ():
        if tab.get(f"{W}val") in ("right", "end"):
            return int(tab.get(f"{W}pos") or 0)
    return 0
