"""The pages made from code say what the code says."""

from tools.architecture_page import PAGE, made


def test_the_state_diagram_is_the_table_of_steps() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert made(page) == page, "run: python -m tools.architecture_page"
