"""A form's values as plain JSON and back: what is being typed must survive the program."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yuqing_desktop.domain.figures import Figure, FigureKind


def packed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values JSON can hold; what it cannot hold is left out."""
    return {key: _pack(value) for key, value in values.items() if value not in (None, "", ())}


def unpacked(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values again."""
    return {key: _unpack(value) for key, value in kept.items()}


def _pack(value: Any) -> Any:
    if isinstance(value, Figure):
        return {"figure": value.kind.value, "count": value.value}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return [_pack(one) for one in value]
    return value if isinstance(value, str | int | bool) else str(value)


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpack(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "figure" in value:
        return Figure(FigureKind(value["figure"]), value["count"])
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    return date.fromisoformat(value["date"])
