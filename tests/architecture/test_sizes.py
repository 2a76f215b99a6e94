"""Rooms that stay liveable: small files, short functions, one public class a file in the window."""

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.sources import PROGRAM, lines, name, python_files, tree

FILES = python_files(*PROGRAM, "tools")
LONGEST_FILE = 350
LONGEST_WINDOW_FILE = 300
ALONE = {"tools/verify.py": 620}
"""Handed to auditors as one file, without the program."""
LONGEST_FUNCTION = 50
LONGEST_CLASS = 250

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_file_is_too_long(path: Path) -> None:
    cap = LONGEST_WINDOW_FILE if name(path).startswith("ui/") else LONGEST_FILE
    assert len(path.read_text("utf-8").splitlines()) <= ALONE.get(name(path), cap)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_function_and_no_class_is_too_long(path: Path) -> None:
    too_long = [
        f"{node.name}: {lines(node)} lines"
        for node in ast.walk(tree(path))
        if (isinstance(node, FUNCTION) and lines(node) > LONGEST_FUNCTION)
        or (isinstance(node, ast.ClassDef) and lines(node) > LONGEST_CLASS)
    ]
    assert not too_long


def test_the_usual_file_is_about_a_hundred_lines() -> None:
    sizes = [len(path.read_text("utf-8").splitlines()) for path in FILES if path.name != "__init__.py"]
    assert median(sizes) <= 120


def test_most_functions_are_under_fifteen_lines() -> None:
    sizes = [lines(node) for path in FILES for node in ast.walk(tree(path)) if isinstance(node, FUNCTION)]
    assert sum(size < 15 for size in sizes) > len(sizes) * 0.6


@pytest.mark.parametrize("path", python_files("ui"), ids=name)
def test_a_file_of_the_window_has_one_public_class(path: Path) -> None:
    public = [node.name for node in tree(path).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    assert len(public) <= 1
