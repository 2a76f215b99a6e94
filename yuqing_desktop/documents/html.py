"""Paragraphs and runs as Qt's own HTML: inline styles, lengths in CSS pixels; nothing a template says becomes a tag."""

import re
from collections.abc import Iterable

from yuqing_desktop.documents.fonts import DIGITS, chain_of
from yuqing_desktop.documents.shapes import ParagraphShape, RunShape

_NOT_A_NAME, _COLOR = re.compile(r"[^\w .()@-]"), re.compile("[0-9A-Fa-f]{6}")
_EITHER = re.compile("[“”‘’…—·]+")
"""Signs that Latin faces have too: Chinese text sets them in its own face, as wide as a character."""


def block(shape: ParagraphShape, content: str, align: str = "") -> str:
    """A paragraph of ready content, aligned as it is or as told."""
    exact = shape.line and "<img" not in content
    height = f"line-height:{px(shape.line)}px;-qt-line-height-type:fixed;" if exact else ""
    margins = f"margin:{px(shape.before)}px {px(shape.right)}px {px(shape.after)}px {px(shape.left)}px;"
    return f'<p align="{align or shape.align}" style="{margins}{height}white-space:pre-wrap">{content}</p>'


def span(look: RunShape, content: str) -> str:
    """Ready content in a run's look."""
    latin = chain_of(look.latin) if look.latin != DIGITS.name else DIGITS.chain
    families = _families((*latin, *chain_of(look.east)))
    weight = ";font-weight:bold" if look.bold else ""
    color = f";color:#{look.color}" if _COLOR.fullmatch(look.color) else ""
    spacing = f";letter-spacing:{px(look.spacing)}px" if look.spacing else ""
    style = f"font-family:{families};font-size:{look.size:g}pt{weight}{color}{spacing}"
    return f'<span style="{style}">{content}</span>'


def chinese_signs(look: RunShape, content: str) -> str:
    """Ready content with quotation marks and dashes in the run's Chinese face."""
    return _EITHER.sub(f'<span style="font-family:{_families(chain_of(look.east))}">\\g<0></span>', content)


def px(points: float) -> str:
    """Points as CSS pixels."""
    return f"{points * 96 / 72:.2f}".rstrip("0").rstrip(".")


def _families(names: Iterable[str]) -> str:
    return ",".join(f"'{_NOT_A_NAME.sub('', name)}'" for name in dict.fromkeys(names))
