"""Put the state diagram made from the table of steps into docs/architecture.md, between its two marks."""

from pathlib import Path

from yuqing_desktop.domain.workflow import diagram

PAGE = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"
BEGIN, END = "<!-- steps:begin -->", "<!-- steps:end -->"


def made(page: str) -> str:
    """The page with the diagram of the present table."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n```mermaid\n{diagram()}\n```\n{END}{after}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
