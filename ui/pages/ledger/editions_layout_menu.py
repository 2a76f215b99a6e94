"""版式: which columns the workbook has; the office's own layouts, by name."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.pages.ledger.editions_layout_dialog import EditionsLayoutDialog
from ui.pages.seat import Seat
from ui.widgets.barred import bar
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.layouts import STANDARD, Layout
from yuqing_desktop.domain.rights import Deed


class EditionsLayoutMenu(QPushButton):
    """A button with the layout in use; its menu chooses, adds, changes and drops layouts."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self.refresh)
        self.setMenu(self.choices)
        self.setAutoDefault(False)
        self.refresh()
        bar(seat.refusal(Deed.SETTINGS), self)

    def refresh(self) -> None:
        """Read the layouts."""
        layouts = self._seat.core.layouts
        used = layouts.in_use()
        self.setText(f"版式：{used.name}")
        self.setAccessibleName(f"导出版式 {used.name}")
        self.choices.clear()
        for layout in layouts.all():
            action = self.choices.addAction(layout.name)
            action.setCheckable(True)
            action.setChecked(layout.name == used.name)
            action.triggered.connect(lambda _=False, name=layout.name: self._use(name))
        self.choices.addSeparator()
        self.choices.addAction("新建版式…").triggered.connect(lambda: self._edit(used, new=True))
        if used.name != STANDARD:
            self.choices.addAction(f"修改“{used.name}”…").triggered.connect(
                lambda: self._edit(used, new=False)
            )
            self.choices.addAction(f"删除“{used.name}”").triggered.connect(lambda: self._forget(used.name))

    def _use(self, name: str) -> None:
        seat = self._seat
        self._write(lambda: seat.core.layouts.use(seat.actor, name))

    def _edit(self, layout: Layout, *, new: bool) -> None:
        dialog = EditionsLayoutDialog(self._seat, layout, new=new, parent=self.window())
        self._seat.prompts.show(dialog)
        dialog.deleteLater()
        self.refresh()

    def _forget(self, name: str) -> None:
        seat = self._seat
        question = f"删除导出版式“{name}”？"
        if seat.prompts.confirm(question, yes="删除", detail="已签发的台账不受影响。", danger=True):
            self._write(lambda: seat.core.layouts.forget(seat.actor, name))

    def _write(self, job: Callable[[], Changes]) -> None:
        self._seat.runner.write(job, lambda _: self.refresh(), owner=self)
