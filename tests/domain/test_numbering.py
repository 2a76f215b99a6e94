"""Numbers as forms.md writes them, and as people type them."""

import pytest

from yuqing_desktop.domain import numbering, paper_codes


def test_numbers_are_written_as_the_forms_ask() -> None:
    assert numbering.item_number(2026, 123) == "YQ-2026-0123"
    assert numbering.item_number(2026, 12345) == "YQ-2026-12345"
    assert numbering.paper_number("舆转", 2026, 12) == "舆转〔2026〕12号"


@pytest.mark.parametrize("typed", ["123", " 0123 ", "2026-123", "yq-2026-0123", "YQ2026-123", "YQ-123"])
def test_a_number_typed_short_is_known(typed: str) -> None:
    assert numbering.typed_item_number(typed, 2026) == "YQ-2026-0123"


@pytest.mark.parametrize("typed", ["", "预约", "12-34-56", "YQ-20261-12"])
def test_what_is_no_number_is_left_as_it_is(typed: str) -> None:
    assert numbering.typed_item_number(typed, 2026) == typed


def test_the_chains_end_is_read_back_from_its_code() -> None:
    code = paper_codes.head_code("128-0a1b2c3d4e5f")
    assert code == "YQHEAD-128-0A1B2C3D4E5F"
    assert paper_codes.read_head(f" {code.lower()} ") == "128-0a1b2c3d4e5f"
    for other in ("YQT-2026-12-1", "128-0a1b2c3d4e5f", "YQHEAD-128-0A1B", ""):
        assert paper_codes.read_head(other) == ""
    assert paper_codes.read(code) is None
