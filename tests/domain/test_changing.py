"""A changed record is the one `dataclasses.replace` gives."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.changing import with_fields
from yuqing_desktop.domain.item import Item

ITEM = Item(title="打不开", platform="微博")
NAMES = [field.name for field in fields(Item)]


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=3), max_size=4))
def test_it_is_what_replace_gives_and_the_old_one_stands(values: dict[str, Any]) -> None:
    assert with_fields(ITEM, **values) == replace(ITEM, **values)
    assert Item(title="打不开", platform="微博") == ITEM


def test_a_field_it_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="no heading"):
        with_fields(ITEM, heading="x")
