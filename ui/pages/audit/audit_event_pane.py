"""One event of the record: who, when, what, and each value before and after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain.audit_words import AuditLine


class AuditEventPane(QWidget):
    """`item_asked(number)` fires on 打开事项."""

    item_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = TextLabel(role="title", wrap=True, selectable=True)
        self.area = ScrollColumn("事件", spacing=10)
        self.open = QPushButton("打开事项")
        self.facts, self.changes = Facts(name_width=72), Facts(name_width=132)
        self._number = ""
        self._changed = Card("改动", quiet=True)
        self._changed.body.addWidget(self.changes)
        first = Card(quiet=True)
        first.body.addWidget(self.facts)
        for part in (first, self._changed):
            self.area.column.addWidget(part)
        self.area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(10)
        for below in (self.heading, self.area, self.open):
            column.addWidget(below)
        self.open.clicked.connect(lambda: self.item_asked.emit(self._number))

    def show_line(self, line: AuditLine) -> None:
        """Another event."""
        self._number = line.number
        self.heading.setText(f"第 {line.event:,} 条 · {line.act}")
        self.facts.show_facts(
            [
                ("时间", f"{full_moment(line.at)}:{line.at:%S}"),
                ("人员", line.person),
                ("结果", "被拒绝" if line.refused else "完成", "danger" if line.refused else ""),
                ("事项", line.number),
                ("内容", line.words),
                ("原因", line.reason),
                ("写入", "、".join(line.rows)),
                ("校验码", _grouped(line.hash), "muted"),
            ]
        )
        self._changed.setVisible(bool(line.changes))
        self.changes.show_facts([(one.field, f"{one.old} → {one.new}") for one in line.changes])
        self.open.setVisible(bool(line.number))


def _grouped(digest: str) -> str:
    """In groups, so that it wraps."""
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16))
