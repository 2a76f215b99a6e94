"""How a count is said in a column: short with 万/亿, the exact value beside it."""

from ui.wording.tones import Tone
from yuqing_desktop.domain.figures import Figure, FigureKind, in_ten_thousands


def figure(value: Figure) -> str:
    """326 · 1,204 · 2.1万 · 10万+ · 不可见 · —."""
    if value.kind is FigureKind.NUMBER and value.value is not None:
        return in_ten_thousands(value.value)
    return value.label


def exact_figure(value: Figure) -> str:
    """The whole number for a tooltip: 21,300 · 至少 100,000 · 不可见 · 未采集."""
    if value.kind is FigureKind.HIDDEN:
        return "不可见（平台不公开）"
    if value.value is None:
        return "未采集"
    count = f"{value.value:,}"
    return f"至少 {count}" if value.kind is FigureKind.AT_LEAST else count


def figure_tone(value: Figure) -> Tone:
    """Absent and hidden counts are faint."""
    return "plain" if value.value is not None else "faint"


def growth(first: Figure, latest: Figure) -> str:
    """+712 between two exact counts; empty when either is not exact."""
    if first.kind is not FigureKind.NUMBER or latest.kind is not FigureKind.NUMBER:
        return ""
    assert first.value is not None
    assert latest.value is not None
    return f"{latest.value - first.value:+,}"
