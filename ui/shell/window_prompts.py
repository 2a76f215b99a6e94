"""The real prompts, over a window.

What is asked only now and then (files, links) is taken from Qt when asked: each of its classes costs a millisecond.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QDialog, QWidget

_ENDING = re.compile(r"\*(\.\w+)")


class WindowPrompts:
    """Prompts shown over the window `parent()` gives (None: no window yet)."""

    def __init__(self, parent: Callable[[], QWidget | None] = lambda: None) -> None:
        self.parent = parent

    def confirm(
        self, question: str, *, yes: str, no: str = "取消", detail: str = "", danger: bool = False
    ) -> bool:
        """See Prompts."""
        from ui.shell.confirm import ConfirmDialog

        dialog = ConfirmDialog(
            self.parent(),
            question,
            (no, yes),
            detail=detail,
            safe=0 if danger else 1,
            danger=1 if danger else None,
            main=None if danger else 1,
        )
        dialog.exec()
        return dialog.chosen == 1

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "", safe: int = 0) -> int | None:
        """See Prompts."""
        from ui.shell.confirm import ConfirmDialog

        dialog = ConfirmDialog(self.parent(), question, verbs, detail=detail, safe=safe, main=safe)
        dialog.exec()
        return dialog.chosen

    def open_files(self, title: str, *, kinds: str = "", many: bool = False) -> list[Path]:
        """See Prompts."""
        if many:
            names, _ = QtWidgets.QFileDialog.getOpenFileNames(self.parent(), title, "", kinds)
        else:
            name, _ = QtWidgets.QFileDialog.getOpenFileName(self.parent(), title, "", kinds)
            names = [name]
        return [Path(name) for name in names if name]

    def save_file(self, title: str, suggested: Path, *, kinds: str = "") -> Path | None:
        """See Prompts."""
        name, kind = QtWidgets.QFileDialog.getSaveFileName(self.parent(), title, str(suggested), kinds)
        if not name:
            return None
        path = with_ending(Path(name), kind, kinds)
        known = path == Path(name) or not path.exists()  # Qt has asked about the name as it was typed
        question = f"已有“{path.name}”，要替换吗？"
        return path if known or self.confirm(question, yes="替换", no="保留", danger=True) else None

    def choose_folder(self, title: str, start: Path) -> Path | None:
        """See Prompts."""
        name = QtWidgets.QFileDialog.getExistingDirectory(self.parent(), title, str(start))
        return Path(name) if name else None

    def show(self, dialog: QDialog) -> bool:
        """See Prompts."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def open_link(self, link: str) -> bool:
        """See Prompts."""
        url = QtCore.QUrl(link, QtCore.QUrl.ParsingMode.StrictMode)
        return url.isValid() and url.scheme() in ("http", "https") and QtGui.QDesktopServices.openUrl(url)

    def open_outside(self, path: Path) -> bool:
        """See Prompts."""
        return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))


def with_ending(path: Path, kind: str, kinds: str) -> Path:
    """A file named as its kind (「PDF 文件 (*.pdf)」) ends; the ending of another of the kinds is replaced."""
    wanted = _ENDING.findall(kind)
    if not wanted or path.suffix.lower() in wanted:
        return path
    stem = path.stem if path.suffix.lower() in _ENDING.findall(kinds) else path.name
    return path.with_name(stem + wanted[0])
