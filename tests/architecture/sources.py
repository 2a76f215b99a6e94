"""The program's own source files and their syntax trees, read once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("yuqing_desktop", "ui", "main.py")
TINY = frozenset({"changes", "clock", "durable", "paths", "problems", "progress"})
_NOT_OURS = {
    ".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis",
    "__pycache__", "build", "dist", "out",
}  # fmt: skip


@cache
def python_files(*places: str) -> tuple[Path, ...]:
    """Every .py file in these places of the repository, sorted."""
    found: list[Path] = []
    for place in places:
        path = ROOT / place
        found += [path] if path.is_file() else path.rglob("*.py")
    return tuple(sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    """The path as the repository writes it."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """The dotted name the file is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """How many lines a definition takes, its docstring included."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything the file imports, at the top or inside a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def repository_files() -> Iterator[Path]:
    """Every file that is or would be kept in the repository."""
    for entry in sorted(ROOT.iterdir()):
        if entry.name in _NOT_OURS:
            continue
        yield from [entry] if entry.is_file() else _files_below(entry)


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not _NOT_OURS & set(path.parts))
