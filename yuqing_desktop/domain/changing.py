"""A record with some fields changed, where an act does it: `dataclasses.replace` in half the time."""

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

R = TypeVar("R")


def with_fields(record: R, **fields: Any) -> R:
    """The same record with these fields. Raises TypeError for one that it does not have."""
    cls: Any = type(record)
    places, values_of = _fields(cls)
    values = list(values_of(record))
    for name, value in fields.items():
        if name not in places:
            raise TypeError(f"{cls.__name__} has no {name}")
        values[places[name]] = value
    return cls(*values)  # type: ignore[no-any-return]


@cache
def _fields(cls: Any) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """Where each field stands, and all values in that order."""
    names = [field.name for field in dataclasses.fields(cls)]
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
