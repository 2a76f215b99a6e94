"""The prompts of tests: answers are scripted, questions are kept; an unexpected question fails the test."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog


class ScriptedPrompts:
    """Hand in the answers in order; for `show` an answer is a function that works the dialog.

    `asked` keeps every question; `opened` every path opened outside, `links` every link.
    """

    def __init__(self, *answers: Any) -> None:
        self._answers = deque(answers)
        self.asked: list[str] = []
        self.opened: list[Path] = []
        self.links: list[str] = []

    def will(self, *answers: Any) -> None:
        """Add answers to the script."""
        self._answers.extend(answers)

    @property
    def is_done(self) -> bool:
        """Whether every scripted answer was used."""
        return not self._answers

    def confirm(
        self, question: str, *, yes: str, no: str = "取消", detail: str = "", danger: bool = False
    ) -> bool:
        """See Prompts."""
        return bool(self._next(f"{question}{detail}"))

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "", safe: int = 0) -> int | None:
        """See Prompts. The scripted answer is an index, a verb, or None."""
        answer = self._next(f"{question}{detail}")
        return verbs.index(answer) if isinstance(answer, str) else answer

    def open_files(self, title: str, *, kinds: str = "", many: bool = False) -> list[Path]:
        """See Prompts."""
        return list(self._next(title))

    def save_file(self, title: str, suggested: Path, *, kinds: str = "") -> Path | None:
        """See Prompts."""
        answer: Path | None = self._next(title)
        return answer

    def choose_folder(self, title: str, start: Path) -> Path | None:
        """See Prompts."""
        answer: Path | None = self._next(title)
        return answer

    def show(self, dialog: QDialog) -> bool:
        """See Prompts. The dialog is really shown, not modally; the scripted function works it."""
        work: Callable[[Any], object] = self._next(dialog.windowTitle())
        dialog.setModal(False)
        dialog.show()
        work(dialog)
        if dialog.isVisible():
            raise AssertionError(f"对话框没有关闭：{dialog.windowTitle()}")
        return dialog.result() == QDialog.DialogCode.Accepted

    def open_link(self, link: str) -> bool:
        """See Prompts."""
        self.links.append(link)
        return link.startswith(("http://", "https://"))

    def open_outside(self, path: Path) -> bool:
        """See Prompts."""
        self.opened.append(path)
        return True

    def _next(self, question: str) -> Any:
        self.asked.append(question)
        if not self._answers:
            raise AssertionError(f"没有准备好回答：{question}")
        return self._answers.popleft()
