"""Above the fields of 登记: what was read and what will be kept as evidence after saving."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from ui.wording.sizes import file_size


class CaptureStrip(Card):
    """Hidden while it has nothing to say; `dropped(at)` when one of the kept files is not wanted."""

    dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="accent", parent=parent)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.words = TextLabel(wrap=True)
        self.remark = TextLabel(role="muted", wrap=True)
        self._files = QVBoxLayout()
        self._files.setSpacing(2)
        self.body.addWidget(self.words)
        self.body.addWidget(self.remark)
        self.body.addLayout(self._files)
        self.setAccessibleName("读取情况")
        self.clear()

    def say(self, words: str, remark: str = "", *, warn: bool = False) -> None:
        """Say what was read, or why not."""
        self.set_tone("warn" if warn else "accent")
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.setVisible(bool(words) or self._files.count() > 0)

    def show_kept(self, files: Sequence[tuple[str, int]]) -> None:
        """The files that will be attached: name and size in bytes."""
        self._empty_files()
        for at, (name, size) in enumerate(files):
            self._files.addLayout(self._line(at, name, size))
        self.setVisible(bool(files) or bool(self.words.text()))

    def clear(self) -> None:
        """Nothing any more."""
        self._empty_files()
        self.say("")

    def _line(self, at: int, name: str, size: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(TextLabel(f"保存后作为附件：{name}（{file_size(size)}）", role="muted"), 1)
        drop = QPushButton("不保留")
        drop.setProperty("kind", "link")
        drop.setAutoDefault(False)
        drop.setAccessibleName(f"不保留 {name}")
        drop.clicked.connect(lambda: self.dropped.emit(at))
        line.addWidget(drop)
        return line

    def _empty_files(self) -> None:
        while (held := self._files.takeAt(0)) is not None:
            line: Any = held.layout()
            while (part := line.takeAt(0)) is not None:
                part.widget().hide()
                part.widget().deleteLater()
