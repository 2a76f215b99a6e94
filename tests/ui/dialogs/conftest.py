"""A scene for dialogs: the sample office, an inline runner, scripted prompts, and a hub that keeps what it heard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.item_dialogs import dialog_of
from ui.dialogs.scene import Scene
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Act


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    """On the screen with the keyboard; whatever was typed is not asked about at the test's end."""
    qtbot.addWidget(dialog, before_close_func=lambda held: held.hide())
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


@dataclass
class Stage:
    office: Office
    qtbot: QtBot
    prompts: ScriptedPrompts = field(default_factory=ScriptedPrompts)
    hub: Hub = field(default_factory=Hub)
    heard: list[Changes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hub.changed.connect(self.heard.append)

    def scene(self, who: str = "张敏") -> Scene:
        core = self.office.core
        return Scene(core, InlineRunner(), self.prompts, self.hub, self.office.actor(who))

    def show(self, make: Callable[[], DeskDialog]) -> DeskDialog:
        dialog = make()
        shown(self.qtbot, dialog)
        return dialog

    def open(self, act: Act, item: Item, who: str = "张敏", also: Sequence[Item] = ()) -> DeskDialog:
        scene = self.scene(who)
        dossier = self.office.core.registry.dossier(item.id, scene.actor)
        dialog = dialog_of(act, scene, dossier, [other.id for other in also])
        assert dialog is not None
        return self.show(lambda: dialog)

    def type(self, widget: QWidget, text: str) -> None:
        """As a person does: plain characters by keys, Chinese ones by an input method."""
        if text.isascii():
            self.qtbot.keyClicks(widget, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(widget, composed)

    def item(self, item: Item) -> Item:
        return self.office.core.registry.item(item.id)


@pytest.fixture
def stage(office: Office, qtbot: QtBot) -> Stage:
    return Stage(office, qtbot)
