"""Every record comes back from its row as it was."""

import dataclasses
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import HIDDEN, UNKNOWN, Figure, at_least, number
from yuqing_desktop.storage.codec import (
    canonical,
    columns,
    from_row,
    moment_of,
    moment_text,
    row_hash,
    row_text,
    to_row,
)
from yuqing_desktop.storage.mapping import records as kept_records

counts = st.integers(0, 10**12)
moments = st.integers(-600_000_000, 7_000_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, SHANGHAI)
)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 2**53),
    str: st.text(max_size=20),
    bool: st.booleans(),
    datetime: moments,
    date: st.dates(),
    Figure: st.sampled_from((UNKNOWN, HIDDEN)) | st.builds(number, counts) | st.builds(at_least, counts),
    bytes: st.binary(max_size=20),
}


def value_of(hint: Any) -> st.SearchStrategy[Any]:
    parts = get_args(hint)
    if parts and type(None) in parts:
        return st.none() | value_of(next(part for part in parts if part is not type(None)))
    if parts:  # tuple[int, ...]
        return st.lists(value_of(parts[0]), max_size=4).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return VALUES[hint]


def records(cls: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{field.name: value_of(hints[field.name]) for field in dataclasses.fields(cls)})


@pytest.mark.parametrize("cls", tuple(kept_records()), ids=lambda cls: cls.__name__)
def test_a_record_comes_back_from_its_row_as_it_was(cls: type[Any]) -> None:
    @given(records(cls))
    def holds(record: Any) -> None:
        row = to_row(record)
        assert set(row) == set(columns(cls))
        assert all(value is None or isinstance(value, int | str) for value in row.values())
        assert from_row(cls, row) == record

    holds()


@given(moments)
def test_moments_are_local_text_that_sorts_as_time(moment: datetime) -> None:
    assert moment_of(moment_text(moment)) == moment
    assert moment_text(moment) == f"{moment:%Y-%m-%d %H:%M:%S}"


def test_equal_rows_have_equal_hashes_whatever_their_order() -> None:
    assert row_hash({"a": 1, "b": "二"}) == row_hash({"b": "二", "a": 1})
    assert row_hash({"a": 1}) != row_hash({"a": "1"})
    assert canonical({"b": None, "a": "政"}) == '{"a":"政","b":null}'


cells = st.none() | st.integers() | st.text() | st.floats() | st.booleans()


@given(st.dictionaries(st.text(max_size=8), cells, max_size=12))
def test_a_row_is_written_as_any_other_value_is_in_json(row: dict[str, Any]) -> None:
    assert row_text(row) == canonical(row)
