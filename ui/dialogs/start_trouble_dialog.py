"""The registry cannot be opened: what happened, what is not lost, and the way back (第十三条)."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from ui.shell.application import NAME
from ui.shell.prompts import Prompts
from ui.widgets.text_label import TextLabel
from yuqing_desktop.problems import Problem

_WAY_BACK = "从备份恢复前先核验备份；现在的文件另存一份，不删除；恢复记入留痕，恢复后照常登录。"


class StartTroubleDialog(QDialog):
    """Accepted when a backup is to take the place of the file."""

    def __init__(self, problem: Problem, data: Path, prompts: Prompts) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(TextLabel("登记簿打不开", role="title"))
        column.addWidget(TextLabel(problem.what, wrap=True, selectable=True))
        column.addWidget(TextLabel(f"{problem.kept}{problem.advice}", wrap=True))
        column.addWidget(TextLabel(f"数据文件夹：{data}", role="muted", wrap=True, selectable=True))
        column.addWidget(TextLabel(_WAY_BACK, role="muted", wrap=True))
        self.restore = QPushButton("从备份恢复…")
        self.folder = QPushButton("打开数据文件夹")
        self.leave = QPushButton("退出")
        self.restore.setProperty("kind", "main")
        self.restore.setDefault(True)
        self.restore.clicked.connect(self.accept)
        self.folder.clicked.connect(lambda: prompts.open_outside(data))
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.restore)
        column.addSpacing(6)
        column.addLayout(row)
        self.restore.setFocus()
