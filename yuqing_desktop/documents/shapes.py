"""How runs and paragraphs of a .docx look, read from their own properties; points throughout."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.documents.package import W

_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}
_DEFAULT_SIZE = 16.0


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """Alignment, spacing and indents in points (`line` 0: natural); `right_tab` in twips (0: none)."""

    align: str
    line: float
    before: float
    after: float
    left: float
    right: float
    first_characters: int
    right_tab: int


@dataclass(frozen=True, slots=True)
class RunShape:
    """Faces ("" where the document's own is meant), size, weight, colour (RRGGBB or ""), extra spacing."""

    east: str
    latin: str
    size: float
    bold: bool
    color: str
    spacing: float


def paragraph_shape(paragraph: Any) -> ParagraphShape:
    """The shape a paragraph asks for."""
    shape = paragraph.find(f"{W}pPr")
    spacing, indent, align = _find(shape, "spacing"), _find(shape, "ind"), _find(shape, "jc")
    exact = spacing.get(f"{W}lineRule") in ("exact", "atLeast") if spacing is not None else False
    return ParagraphShape(
        _ALIGN.get(_value(align, "val") or "left", "left"),
        _points(spacing, "line") if exact else 0.0,
        _points(spacing, "before"),
        _points(spacing, "after"),
        _points(indent, "left"),
        _points(indent, "right"),
        round(int(_value(indent, "firstLineChars") or 0) / 100),
        _right_tab(shape),
    )


def run_shape(run: Any) -> RunShape:
    """The shape a run asks for."""
    shape = run.find(f"{W}rPr")
    faces, size, color = _find(shape, "rFonts"), _find(shape, "sz"), _find(shape, "color")
    bold = _find(shape, "b")
    written = _value(color, "val") or ""
    return RunShape(
        _value(faces, "eastAsia") or "",
        _value(faces, "ascii") or "",
        float(_value(size, "val") or _DEFAULT_SIZE * 2) / 2,
        bold is not None and _value(bold, "val") not in ("0", "false"),
        "" if written == "auto" else written,
        _points(_find(shape, "spacing"), "val"),
    )


def split_at_tab(paragraph: Any) -> tuple[list[Any], list[Any]]:
    """A paragraph's runs before its first tab and from it on; the tab itself is taken out of its run."""
    left: list[Any] = []
    right: list[Any] = []
    for run in paragraph.iter(f"{W}r"):
        tab = run.find(f"{W}tab")
        if tab is not None and not right:
            run.remove(tab)
            right.append(run)
        else:
            (right or left).append(run)
    return left, right


def _find(shape: Any, name: str) -> Any:
    return None if shape is None else shape.find(f"{W}{name}")


def _value(element: Any, attribute: str) -> str | None:
    if element is None:
        return None
    found: str | None = element.get(f"{W}{attribute}")
    return found


def _points(element: Any, attribute: str) -> float:
    return int(_value(element, attribute) or 0) / 20


def _right_tab(shape: Any) -> int:
    tabs = _find(shape, "tabs")
    for tab in tabs if tabs is not None else ():
        if _value(tab, "val") == "right":
            return int(_value(tab, "pos") or 0)
    return 0
