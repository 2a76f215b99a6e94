"""Importing a module does nothing: no file, no thread, no word, no slow library, whichever comes first."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, module, python_files

SCRIPT = Path(__file__).with_name("import_alone.py")
CORE = tuple(module(path) for path in python_files("yuqing_desktop"))
WINDOW = tuple(module(path) for path in python_files("ui", "main.py"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each import is tried in a fork")


def _deeds(modules: tuple[str, ...], *preload: str) -> dict[str, list[str]]:
    """What each module does when it is the first to be imported, where that is not nothing."""
    command = [sys.executable, "-B", str(SCRIPT), ",".join(preload), *modules]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name: deeds for name, deeds in json.loads(done.stdout).items() if deeds}


def test_importing_a_module_of_the_core_does_nothing() -> None:
    assert _deeds(CORE) == {}


def test_importing_a_module_of_the_window_does_nothing() -> None:
    assert _deeds(WINDOW, "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtPrintSupport") == {}


def test_a_module_that_does_something_is_found(tmp_path: Path) -> None:
    deeds = {
        "writes": f"open({str(tmp_path / 'file')!r}, 'w').close()",
        "starts": "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "speaks": "print('hello')",
        "slow": "import openpyxl",
        "fails": "import no_such_thing",
        "quiet": "x = 1",
    }
    for name, line in deeds.items():
        (tmp_path / f"{name}.py").write_text(line, "utf-8")
    command = [sys.executable, "-B", str(SCRIPT), "", *deeds]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [name for name, found in json.loads(done.stdout).items() if not found] == ["quiet"]
