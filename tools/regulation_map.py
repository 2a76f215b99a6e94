"""Write docs/regulation-map.md: each article, where it lives, the tests that prove it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from yuqing_desktop.domain.regulation import ARTICLES

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "docs" / "regulation-map.md"


def proofs() -> dict[str, list[str]]:
    """Article → the tests marked with it, as path::name."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name, article in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(article, []).append(f"{path.relative_to(ROOT).as_posix()}::{name}")
    return found


def _marked(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.article":
                for argument in decorator.args:
                    yield node.name, ast.literal_eval(argument)


def text() -> str:
    """The map as Markdown."""
    tests = proofs()
    lines = [
        "# Regulation map",
        "",
        "Made by `python -m tools.regulation_map` from `yuqing_desktop/domain/regulation.py` and the tests' marks;"
        " a test fails when this page is not the one they make.",
    ]
    for article in ARTICLES:
        lines += ["", f"## {article.number} {article.asks}", ""]
        lines += [f"- `yuqing_desktop/{module}`" for module in article.modules]
        lines += [f"- proved by `{test}`" for test in tests.get(article.number, [])]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    MAP.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
