"""What tests of the window stand on: the look put back after each; a real modal dialog fails the test."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from ui.shell.appearance import Appearance
from ui.shell.geometry import Geometry
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.clock import SHANGHAI

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _no_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise AssertionError("a real modal dialog in a test")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The present look; put back after the test."""
    held = Appearance.present()
    before = held.look
    yield held
    if held.look != before:
        held.apply(before)


@pytest.fixture
def geometry(tmp_path: Path) -> Geometry:
    return Geometry(tmp_path / "window.ini")


@pytest.fixture
def around() -> Surroundings:
    return Surroundings(now=lambda: NOW)


@pytest.fixture(autouse=True)
def _windows_go(qapp: QApplication) -> Iterator[None]:
    """Windows of a test go with it: left standing, every change of the look would paint them all again."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    before = set(QApplication.topLevelWidgets())
    yield
    for widget in QApplication.topLevelWidgets():
        if widget not in before:
            widget.deleteLater()
