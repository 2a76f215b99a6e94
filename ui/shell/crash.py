"""The crash report: words for the person, a code, and a report without the contents of any item."""

import hashlib
import logging
import platform
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.text_label import TextLabel

_WORDS = (
    "刚才的操作没有完成。已经保存的内容没有丢失，草稿仍在。"
    "请复制下面的报告交给维护人员，然后继续使用或重新启动程序。"
)
_log = logging.getLogger("yuqing.crash")


def crash_report(error: BaseException) -> tuple[str, str]:
    """A short code and the report: where and of what kind, never the message (it may quote an item)."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{type(error).__name__}"]
    lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    body = "\n".join(lines)
    code = hashlib.sha256(body.encode()).hexdigest()[:8].upper()
    return code, f"错误代码 {code}\n{platform.system()} {platform.release()}\n{body}"


def tell_crash(
    error: BaseException, show: Callable[["CrashDialog"], object], parent: QWidget | None = None
) -> None:
    """Into the log, and before the person, but one at a time: a fault that comes back each second must not bury the

    window under its reports.
    """
    _log.error(crash_report(error)[1])
    shown = any(isinstance(one, CrashDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    if not shown:
        show(CrashDialog(error, parent))


class CrashDialog(QDialog):
    """Says that the program made a mistake, what was not lost, and gives the report to copy."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code, self.report = crash_report(error)
        self.setWindowTitle("程序出错")
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(TextLabel(f"程序出错（代码 {self.code}）", role="title"))
        column.addWidget(TextLabel(_WORDS, wrap=True))
        column.addWidget(self._report_view(), 1)
        column.addWidget(TextLabel("报告只写明程序位置，不含任何舆情内容。", role="muted"))
        column.addLayout(self._buttons())

    def _report_view(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self.report)
        view.setReadOnly(True)
        view.setAccessibleName("错误报告")
        view.setMinimumHeight(140)
        return view

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton("复制报告")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = QPushButton("继续使用")
        close.setProperty("kind", "main")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        return row
