"""Arrows run down only. `make lint` runs the contracts of pyproject.toml; here: they cover all, and bite."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import PROGRAM, ROOT, TINY, imports, name, python_files, tree

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]

SLOW = {
    "openpyxl", "docx", "docxtpl", "lxml", "rapidfuzz", "pypinyin", "python_calamine", "olefile", "segno",
    "cryptography",
}  # fmt: skip
PLANTS = {
    "Layers run down only": ("yuqing_desktop/domain/planted.py", "import yuqing_desktop.services"),
    "The window knows services and domain values only": ("ui/planted.py", "import peewee"),
    "Qt stays in the window": ("yuqing_desktop/services/planted.py", "from PySide6 import QtCore"),
    "The domain is plain Python": ("yuqing_desktop/domain/planted_too.py", "import openpyxl"),
    "Rows are storage's own": ("yuqing_desktop/intake/planted.py", "import peewee"),
    "Workbooks and papers stay in documents and intake": ("yuqing_desktop/services/plant.py", "import docx"),
}


def test_every_module_of_the_core_has_its_place_in_the_layers() -> None:
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    placed = {part.strip(" ()") for layer in layers for part in layer.replace(":", "|").split("|")}
    rooms = {f"yuqing_desktop.{path.stem}" for path in (ROOT / "yuqing_desktop").glob("[!_]*")}
    assert not rooms - placed


def test_every_contract_finds_a_planted_violation(tmp_path: Path) -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(PLANTS)
    for package in ("yuqing_desktop", "ui"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in PLANTS.values():
        (tmp_path / file).write_text(line + "\n", "utf-8")
    words = _lint(tmp_path)
    assert [contract for contract in PLANTS if f"{contract} BROKEN" not in words] == []


def _lint(folder: Path) -> str:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("path", python_files("yuqing_desktop/domain"), ids=name)
def test_the_domain_imports_only_the_standard_library_and_the_tiny_modules(path: Path) -> None:
    allowed = {"yuqing_desktop.domain", *(f"yuqing_desktop.{module}" for module in TINY)}
    foreign = [
        imported
        for _, imported in imports(path)
        if imported.split(".")[0] not in sys.stdlib_module_names
        and ".".join(imported.split(".")[:2]) not in allowed
    ]
    assert not foreign


def test_slow_libraries_are_imported_by_the_functions_that_use_them() -> None:
    at_the_top = [
        f"{name(path)}: {imported}"
        for path in python_files(*PROGRAM)
        for imported in _imported_at_the_top(path)
        if imported.split(".")[0] in SLOW
    ]
    assert not at_the_top


def _imported_at_the_top(path: Path) -> list[str]:
    found: list[str] = []
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found
