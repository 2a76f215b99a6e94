"""账户 (第九条、第十三条): who can sign in, whose key signs, who may do what; every change by its dialog."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.dialogs import password_acts
from ui.dialogs.password_act_dialog import PasswordActDialog
from ui.dialogs.password_dialog import PasswordDialog
from ui.dialogs.scene import Scene
from ui.pages.audit.audit_reason_dialog import AuditReasonDialog
from ui.pages.seat import Seat
from ui.pages.settings.accounts_columns import account_columns, rights_said
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.flow_box import FlowBox
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.services.account_list import AccountLine, account_lines

_SAMPLE = "样例登记簿不设登录；正式登记簿在这里设立账户、登记签名密钥。"
_HINT = "管理员、审计员、审批人不能由同一人担任（第十三条）。"


class AccountsPanel(QWidget):
    """`told(words)` goes to the banner. Buttons that this person may not use are not shown."""

    told = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._lines: dict[int, AccountLine] = {}
        self._is_sample = seat.core.settings.is_sample()
        self.grant, self.reset, self.stop = (
            QPushButton("设立账户…"),
            QPushButton("重置密码…"),
            QPushButton("停用…"),
        )
        self.own, self.admin = QPushButton("修改我的密码…"), QPushButton("更换管理员…")
        self.enrol, self.confirm = QPushButton("登记我的签名密钥…"), QPushButton("确认密钥…")
        self.form, self.save_form = QPushButton("打印确认单…"), QPushButton("确认单另存…")
        self.table = PagedTable(account_columns(), lambda ids: [self._lines.get(one) for one in ids])
        self.panel = TablePanel(self.table, EmptyState("还没有任职的人员", "先在“职务与任期”中登记。"))
        self.rights = Facts(name_width=190)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list."""
        store = self._seat.core.store
        self._seat.runner.read(lambda: account_lines(store), self._show, owner=self)

    # Inside ------------------------------------------------------------------------------------

    def _show(self, lines: Sequence[AccountLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self.panel.show_ids(array("q", self._lines))
        self.table.rows.forget()
        if lines and self.table.current_id() is None:
            self.table.go_to(lines[0].id)
        self._offer()

    def _line(self) -> AccountLine | None:
        return self._lines.get(self.table.current_id() or 0)

    def _offer(self) -> None:
        line, core, actor = self._line(), self._seat.core, self._seat.actor
        signs_in = core.accounts.asks_for_sign_in()
        mine = self._lines.get(actor.person_id)
        may = {deed: not rights.refusal(actor, deed) and not self._is_sample for deed in Deed}
        manages = may[Deed.ACCOUNTS]
        shown = {
            self.grant: manages or (not signs_in and not self._is_sample),
            self.reset: manages and signs_in,
            self.stop: manages and signs_in,
            self.own: mine is not None and mine.has_account,
            self.admin: may[Deed.CONFIRM_RESET] and signs_in,
            self.enrol: may[Deed.ENROL_KEY] and mine is not None and mine.has_account,
        }
        about_keys = (self.confirm, self.form, self.save_form)
        shown |= dict.fromkeys(about_keys, signs_in and (may[Deed.CONFIRM_KEY] or may[Deed.ENROL_KEY]))
        for button, wanted in shown.items():
            button.setVisible(wanted)
        has, waits = line is not None and line.has_account, line is not None and line.waiting_key is not None
        self.grant.setEnabled(line is not None and line.state == "未设立")
        self.reset.setEnabled(has)
        self.stop.setEnabled(has and line is not None and line.id != actor.person_id)
        for button in about_keys:
            button.setEnabled(waits)

    def _open(self, make: Callable[[Scene, AccountLine], PasswordActDialog]) -> None:
        if (line := self._line()) is not None:
            self._run(make(self._scene(), line))

    def _run(self, dialog: PasswordActDialog) -> None:
        if self._seat.prompts.show(dialog) and dialog.changes is not None:
            self.told.emit(dialog.changes.result)
        dialog.deleteLater()
        self.refresh()

    def _enrol(self) -> None:
        self._run(password_acts.enrol_key(self._scene()))
        self.table.go_to(self._seat.actor.person_id)  # its form is printed next

    def _change_own(self) -> None:
        seat = self._seat
        dialog = PasswordDialog(seat.core, seat.runner, seat.prompts, seat.actor, parent=self.window())
        if seat.prompts.show(dialog) and dialog.changes is not None:
            self.told.emit(dialog.changes.result)
        dialog.deleteLater()
        self.refresh()

    def _stop(self) -> None:
        line, seat = self._line(), self._seat
        if line is None:
            return
        dialog = AuditReasonDialog(
            seat, f"停用账户：{line.name}", "停用", "此人不能再登录，签名密钥作废；已办的事项不受影响（第十三条）。",
            lambda reason: seat.core.accounts.deactivate(seat.actor, line.id, reason), self.window(),
        )  # fmt: skip
        if seat.prompts.show(dialog) and dialog.outcome is not None:
            self.told.emit(dialog.outcome.result)
        dialog.deleteLater()
        self.refresh()

    def _forms(self) -> list[Paper]:
        line, seat = self._line(), self._seat
        key = line.waiting_key if line is not None else None
        if key is None:
            return []
        return [seat.core.papers.make(seat.actor, PaperKind.KEY_FORM, subject_id=key.id)]

    def _scene(self) -> Scene:
        seat = self._seat
        return Scene(seat.core, seat.runner, seat.prompts, seat.hub, seat.actor, self.window())

    def _lay_out(self) -> None:
        self.table.setAccessibleName("账户")
        self.stop.setProperty("kind", "danger")
        buttons = FlowBox((
            self.grant, self.reset, self.stop, self.own, self.enrol, self.form, self.save_form, self.confirm,
            self.admin,
        ))  # fmt: skip
        card = Card("谁能办什么", quiet=True)
        card.body.addWidget(self.rights)
        self.rights.show_facts(rights_said())
        area = ScrollColumn("谁能办什么")
        area.column.addWidget(card)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TextLabel("账户", role="title"))
        column.addWidget(TextLabel(_SAMPLE if self._is_sample else _HINT, role="muted", wrap=True))
        column.addWidget(buttons)
        column.addWidget(self.panel, 3)
        column.addWidget(area, 2)

    def _connect(self) -> None:
        self.table.picked.connect(lambda _: self._offer())
        self.grant.clicked.connect(lambda: self._open(password_acts.grant))
        self.reset.clicked.connect(lambda: self._open(password_acts.reset))
        self.confirm.clicked.connect(lambda: self._open(password_acts.confirm_key))
        self.enrol.clicked.connect(self._enrol)
        self.admin.clicked.connect(lambda: self._run(password_acts.replace_administrator(self._scene())))
        self.own.clicked.connect(self._change_own)
        self.stop.clicked.connect(self._stop)
        self.form.clicked.connect(lambda: self._seat.acts.print_papers(self._forms))
        self.save_form.clicked.connect(lambda: self._seat.acts.save_papers(self._forms))
        self._seat.hub.changed.connect(
            lambda changes: self.refresh() if changes.act in (Deed.SETTINGS, Deed.APPOINT) else None
        )
