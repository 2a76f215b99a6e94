"""备份 (第十三条): the verified copies, where else they go, a copy for elsewhere, a restore."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.dialogs.restore_copy_dialog import RestoreCopyDialog
from ui.pages.seat import Seat
from ui.pages.settings.form_panel import FormPanel
from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.wording.moments import moment
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.backup import Backup

_FIELDS = (
    Field("second_place", "第二处", placeholder="另一块硬盘、U盘或共享文件夹的路径，可不填",
          help="接好时每天自动备份一份过去；超过一周没有更新会提醒。"),
    Field("lock_minutes", "自动锁定", required=True,
          help="几分钟无人操作自动锁定，解锁须本人密码；0 为不自动锁定。样例登记簿不锁定。"),
)  # fmt: skip
_HINT = "有改动时每 30 分钟自动备份一次，退出、导入和恢复前也备份；留 12 个日、10 个周、9 个月份。"


class BackupPanel(FormPanel):
    """Saves the second place and the lock's minutes; lists what can be put back."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, "备份与锁定", _HINT, (("第二处与锁定", _FIELDS),))
        self._held: dict[int, Backup] = {}
        self.elsewhere, self.choose = QPushButton("备份到别处…"), QPushButton("选择第二处…")
        self.table = PagedTable(_columns(lambda: seat.now), lambda ids: [self._held.get(one) for one in ids])
        self.panel = TablePanel(self.table, EmptyState("还没有备份", "“文件”菜单中“立即备份”随时可做一份。"))
        self._put_in()
        self.elsewhere.clicked.connect(self._copy)
        self.choose.clicked.connect(self._choose)
        self.refresh()

    def shown(self) -> dict[str, object]:
        """The settings in force."""
        office = self.seat.core.settings.office()
        return {"second_place": office.second_place, "lock_minutes": str(office.lock_minutes)}

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """Save them. Raises BadInput."""
        minutes = str(values["lock_minutes"]).strip()
        if not (minutes.isascii() and minutes.isdigit()):
            raise BadInput({"lock_minutes": "请填写整数"})
        core, actor = self.seat.core, self.seat.actor
        changes = {"second_place": values["second_place"], "lock_minutes": int(minutes)}
        return lambda: core.settings.change(actor, changes)

    def refresh(self) -> None:
        """Read the list too."""
        super().refresh()
        self.seat.runner.read(self.seat.core.backing.all, self._show, owner=self)

    def _show(self, backups: Sequence[Backup]) -> None:
        self._held = dict(enumerate(backups, start=1))
        self.panel.show_ids(array("q", self._held))
        self.table.rows.forget()

    def _copy(self) -> None:
        seat = self.seat
        folder = seat.prompts.choose_folder(
            "备份到文件夹", seat.core.backing.second_place() or seat.core.paths.backups
        )
        if folder is None:
            return
        dialog = RestoreCopyDialog(seat, folder, self.window())
        if seat.prompts.show(dialog) and dialog.made is not None:
            self.told.emit(f"已备份并核验：{dialog.made}")
        dialog.deleteLater()
        self.refresh()

    def _choose(self) -> None:
        folder = self.seat.prompts.choose_folder("第二处备份的文件夹", self.seat.core.paths.data)
        if folder is not None:
            self.forms[0].fill({"second_place": str(folder)})

    def _put_in(self) -> None:
        self.table.setAccessibleName("备份")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose, self.elsewhere):
            row.addWidget(button)
        row.addStretch(1)
        card = Card("已有的备份", quiet=True)
        card.body.addWidget(self.panel)
        self.panel.setMinimumHeight(240)
        self.area.column.insertLayout(1, row)
        self.area.column.insertWidget(2, card, 1)


def _columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    return (
        Column("made", "时间 · 文件", lambda one: Cell(moment(one.made_at, now()), one.path.name), 200, sortable=False, stretch=True),
        Column("kind", "种类", lambda one: Cell("自动" if one.automatic else "手工"), 80, sortable=False),
        Column("event", "留痕到", lambda one: Cell(f"第 {one.event:,} 条"), 110, sortable=False),
        Column("sound", "核验", _sound, 90, sortable=False),
    )  # fmt: skip


def _sound(backup: Backup) -> Cell:
    if backup.sound:
        return Cell("通过", tone="ok", pill=True)
    return Cell("有问题", tone="danger", pill=True)
