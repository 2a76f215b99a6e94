"""What an import did: the counts, the refused rows as a file, and the way back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from yuqing_desktop.services.importing import Outcome


class ImportReport(QWidget):
    """Buttons are the dialog's to connect; `open_asked(path)` asks for the saved rows or their folder."""

    open_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextLabel(role="title", wrap=True)
        self.more = TextLabel(role="muted", wrap=True)
        self.save = QPushButton("另存未收的行…")
        self.look = QPushButton("在登记簿中查看")
        self.open, self.folder = QPushButton("打开文件"), QPushButton("打开文件夹")
        self.undo = QPushButton("撤销这一批")
        self.saved: Path | None = None
        self.open.clicked.connect(lambda: self.saved and self.open_asked.emit(self.saved))
        self.folder.clicked.connect(lambda: self.saved and self.open_asked.emit(self.saved.parent))
        self.undo.setProperty("kind", "danger")
        card = Card("结果", quiet=True)
        card.body.addWidget(self.words)
        card.body.addWidget(self.more)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.look, self.save, self.open, self.folder, self.undo):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say it."""
        batch = outcome.batch
        self.words.setText(f"{outcome.changes.result}。")
        parts = [f"批次 {batch.id} · {batch.file_name}"]
        if batch.refused:
            parts.append("未收的行可以另存成同样的表，改正后再导入；已收的不会再收一遍。")
        if batch.new or batch.readings:
            parts.append("没有办理过之前，这一批可以整批撤销；以后在“文件”菜单的“以前的导入”里也能找到。")
        self.more.setText("\n".join(parts))
        self._offer_saved(None)
        self.save.setVisible(bool(batch.refused))
        self.look.setVisible(bool(batch.new))
        self.undo.setVisible(bool(batch.new or batch.readings))

    def show_saved(self, path: Path) -> None:
        """The refused rows lie there."""
        self.more.setText(f"未收的行已存到 {path}")
        self._offer_saved(path)

    def _offer_saved(self, path: Path | None) -> None:
        self.saved = path
        for button in (self.open, self.folder):
            button.setVisible(path is not None)

    def show_undone(self, words: str) -> None:
        """The batch was taken back."""
        self.words.setText(f"{words}。")
        self.undo.hide()
        self.look.hide()
