"""What pages may ask the person: handed in, so that tests can answer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog


class Prompts(Protocol):
    """Questions and choosers. Buttons are verbs; nothing destructive is the default (E28)."""

    def confirm(
        self, question: str, *, yes: str, no: str = "取消", detail: str = "", danger: bool = False
    ) -> bool:
        """A decision with two verbs; `question` names the thing and the number."""
        ...

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "", safe: int = 0) -> int | None:
        """A decision with several verbs: the index chosen, None on Esc; `safe` is the default button."""
        ...

    def open_files(self, title: str, *, kinds: str = "", many: bool = False) -> list[Path]:
        """Files to read; `kinds` as Qt writes them: 「工作簿 (*.xlsx *.csv)」. Empty when cancelled."""
        ...

    def save_file(self, title: str, suggested: Path, *, kinds: str = "") -> Path | None:
        """A file to write; None when cancelled."""
        ...

    def choose_folder(self, title: str, start: Path) -> Path | None:
        """A folder; None when cancelled."""
        ...

    def show(self, dialog: QDialog) -> bool:
        """Show a dialog until it is decided; True when accepted."""
        ...

    def open_link(self, link: str) -> bool:
        """Open a web page in the system's browser; False for anything but http and https."""
        ...

    def open_outside(self, path: Path) -> bool:
        """Open a file or folder with the system's own program; False when there is none."""
        ...
