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
_RIGHT = "right"

Properties = dict[str, dict[str, str]]
"""What a style or a run says: by an element's name its attributes, by their names."""


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
    """Answers for one document, from the root of its styles part (or None); each is found out once."""

    def __init__(self, styles: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._plain = ""
        self._defaults: dict[str, Properties] = {"pPr": {}, "rPr": {}}
        self._inherited: dict[tuple[str, str], Properties] = {}
        self._paragraphs: dict[Any, ParagraphShape] = {}
        self._runs: dict[Any, RunShape] = {}
        for style in styles if styles is not None else ():
            if style.tag == f"{W}style":
                self._styles[style.get(f"{W}styleId")] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default"):
                    self._plain = style.get(f"{W}styleId")
            elif style.tag == f"{W}docDefaults":
                for kind in self._defaults:
                    self._defaults[kind] = _said(next(style.iter(f"{W}{kind}"), None))

    def paragraph(self, paragraph: Any) -> ParagraphShape:
        """The shape of a paragraph."""
        known = self._paragraphs.get(paragraph)
        if known is None:
            known = self._paragraphs[paragraph] = self._paragraph(paragraph)
        return known

    def run(self, run: Any, paragraph: Any) -> RunShape:
        """The shape of a run in its paragraph."""
        known = self._runs.get(run)
        if known is None:
            known = self._runs[run] = self._run(run, paragraph)
        return known

    def _paragraph(self, paragraph: Any) -> ParagraphShape:
        own = _said(paragraph.find(f"{W}pPr"))
        said = _over(own, self._of_style(_value(own, "pStyle") or self._plain, "pPr"))
        spacing, indent = said.get("spacing", {}), said.get("ind", {})
        exact = spacing.get("lineRule") in ("exact", "atLeast")
        return ParagraphShape(
            _ALIGN.get(_value(said, "jc"), "left"),
            _points(spacing, "line") if exact else 0.0,
            _points(spacing, "before"),
            _points(spacing, "after"),
            _points(indent, "left"),
            _points(indent, "right"),
            _points(indent, "firstLine"),
            int(said.get("tabs", {}).get(_RIGHT, 0)),
        )

    def _run(self, run: Any, paragraph: Any) -> RunShape:
        own, around = _said(run.find(f"{W}rPr")), _said(paragraph.find(f"{W}pPr"))
        said = self._of_style(_value(around, "pStyle") or self._plain, "rPr")
        if style := _value(own, "rStyle"):
            said = _over(self._of_style(style, "rPr"), said)
        said = _over(own, said)
        faces, color = said.get("rFonts", {}), _value(said, "color")
        return RunShape(
            faces.get("eastAsia") or BODY.name,
            faces.get("ascii") or DIGITS.name,
            float(_value(said, "sz") or _WORDS_SIZE) / 2,
            "b" in said and _value(said, "b") not in _OFF,
            "" if color == "auto" else color,
            _points(said.get("spacing", {}), "val"),
        )

    def _of_style(self, style: str, kind: str) -> Properties:
        """What a style says, with what it is based on and the document's defaults."""
        known = self._inherited.get((style, kind))
        if known is not None:
            return known
        found = self._defaults[kind]
        for one in reversed(self._line(style)):
            found = _over(_said(one.find(f"{W}{kind}")), found)
        self._inherited[style, kind] = found
        return found

    def _line(self, style: str) -> list[Any]:
        """A style and those it is based on, nearest first."""
        found: dict[str, Any] = {}
        while style in self._styles and style not in found:
            found[style] = self._styles[style]
            based = found[style].find(f"{W}basedOn")
            style = based.get(f"{W}val") if based is not None else ""
        return list(found.values())


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


def _said(shape: Any) -> Properties:
    return {} if shape is None else {child.tag.removeprefix(W): _attributes(child) for child in shape}


def _attributes(element: Any) -> dict[str, str]:
    """A mark without a value is on; of the tab stops, only where the right one is."""
    if element.tag == f"{W}tabs":
        stops = (tab for tab in element if tab.get(f"{W}val") in ("right", "end"))
        return {_RIGHT: next((tab.get(f"{W}pos") or "0" for tab in stops), "0")}
    return {name.removeprefix(W): value for name, value in element.items()} or {"val": "1"}


def _over(near: Properties, far: Properties) -> Properties:
    """Both, the nearer one's attributes first."""
    return far | {name: far.get(name, {}) | attributes for name, attributes in near.items()}


def _value(said: Properties, name: str) -> str:
    return said.get(name, {}).get("val", "")


def _points(attributes: dict[str, str], name: str) -> float:
    return float(attributes.get(name) or 0) / 20
