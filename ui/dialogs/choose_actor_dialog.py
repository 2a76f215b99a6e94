"""Who sits here: the people in office with their posts; the first letter of what is typed is not needed, arrows are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.shell.prompts import Prompts
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor


class ChooseActorDialog(ActDialog):
    """`actor` is who was chosen, None before."""

    chapter = "settings"

    def __init__(
        self, core: Core, prompts: Prompts, present: Actor | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent, prompts, title="选择操作人", main="进入", width=560,
            record="登记簿按此人记名；每一步都记下是谁、何时办的（第三条）",
        )  # fmt: skip
        self.actor: Actor | None = None
        self._core = core
        self.people = QListWidget()
        self.people.setAccessibleName("人员")
        self.people.setUniformItemSizes(True)
        self._list(present)
        self.add_card(self.people)
        self.people.itemActivated.connect(lambda _: self._take())
        self.submitted.connect(self._take)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, present: Actor | None) -> None:
        sections = {one.id: one.name for one in self._core.people.sections(all_of_them=True)}
        actors = [self._core.people.actor(person.id) for person in self._core.people.people()]
        holding = sorted((one for one in actors if one.roles), key=_rank)
        for actor in holding:
            section = sections.get(actor.section_id or 0, "")
            entry = QListWidgetItem(f"{actor.title}  {section}".rstrip())
            entry.setData(Qt.ItemDataRole.UserRole, actor.person_id)
            self.people.addItem(entry)
            if present is not None and present.person_id == actor.person_id:
                self.people.setCurrentItem(entry)
        if self.people.currentRow() < 0 and self.people.count():
            self.people.setCurrentRow(0)
        self.people.setMinimumHeight(min(10, max(3, self.people.count())) * 32 + 12)

    def _take(self) -> None:
        entry = self.people.currentItem()
        if entry is None:
            return
        self.actor = self._core.people.actor(entry.data(Qt.ItemDataRole.UserRole))
        self.accept()


def _rank(actor: Actor) -> int:
    return min(role.rank for role in actor.roles)
