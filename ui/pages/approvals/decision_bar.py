"""Under the text: the opinion and the buttons of whoever sits here; for several chosen items, one decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.flow_box import FlowBox
from ui.widgets.line_edit import LineEdit
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.text_label import TextLabel


class DecisionBar(Card):
    """`agreed()`, `returned()`, `signed()` (代录), `printed()` fire on the buttons."""

    agreed = Signal()
    returned = Signal()
    signed = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("审批操作")
        self.opinion, self.password = LineEdit(), LineEdit()
        self.agree, self.send_back = QPushButton(), QPushButton("退回科室…")
        self.sign, self.print = QPushButton("代录纸质签批…"), QPushButton()
        self.record = TextLabel(role="muted", wrap=True)
        self.problem = ProblemStrip()
        self._fields = QWidget()
        self._held: QWidget | None = None
        self._lay_out()
        self._connect()

    def show_state(self, *, count: int, signs: bool, is_here: bool, reason: str, asks: bool) -> None:
        """For how many items; whether the leader sits here, or who `signs` for paper; `asks` for the password."""
        several = count > 1
        self.setFocusProxy(self.opinion if is_here else self.sign if signs else self.print)
        self._fields.setVisible(is_here)
        self.password.setVisible(is_here and asks)
        self.agree.setVisible(is_here)
        self.send_back.setVisible(is_here and not several)
        self.sign.setVisible(signs)
        self.agree.setText(f"同意所选 {count} 件  Ctrl+Enter" if several else "同意，看下一件  Ctrl+Enter")
        self.print.setText(f"打印汇总单（{count} 件）…" if several else "打印处置审批单…")
        self.print.setVisible(count > 0)
        self.sign.setText(f"代录纸质签批（{count} 件）…" if several else "代录纸质签批…")
        self.record.setText(reason)

    @property
    def focused(self) -> QWidget | None:
        """What of it has the keyboard."""
        held: QWidget | None = self.window().focusWidget()
        return held if held is not None and self.isAncestorOf(held) else None

    def rest(self) -> None:
        """While a decision is being recorded; the keyboard waits where it was."""
        self._held = self.focused
        self.setEnabled(False)

    def wake(self, *, done: bool) -> None:
        """The decision is recorded, or was refused: a password is typed anew each time."""
        self.setEnabled(True)
        self.password.clear()
        if done:
            self.opinion.clear()
        if self._held is not None:
            again = self.password if not done and self.password.isVisible() else self._held
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setAccessibleName("审批决定")
        self.agree.setProperty("kind", "main")
        self.send_back.setProperty("kind", "danger")
        self.opinion.setPlaceholderText("意见（同意时可不填）")
        self.opinion.setAccessibleName("审批意见")
        self.password.setEchoMode(LineEdit.EchoMode.Password)
        self.password.setPlaceholderText("本人密码")
        self.password.setAccessibleName("本人密码")
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        fields.addWidget(self.opinion, 3)
        fields.addWidget(self.password, 1)
        buttons = FlowBox((self.agree, self.sign, self.send_back, self.print))
        inner = QVBoxLayout()
        inner.setSpacing(8)
        for part in (self._fields, self.problem, buttons, self.record):
            inner.addWidget(part)
        self.body.addLayout(inner)

    def _connect(self) -> None:
        self.agree.clicked.connect(self.agreed)
        self.send_back.clicked.connect(self.returned)
        self.sign.clicked.connect(self.signed)
        self.print.clicked.connect(self.printed)
