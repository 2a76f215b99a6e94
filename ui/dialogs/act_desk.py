"""Where pages ask for an act: opens its dialog, prints its slip, tells what came of it.

A dialog's module is imported when the dialog is first opened: the window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.scene import Scene
from ui.printing.scan_reading import is_scan
from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.filters import Filter, say
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act, Role
from yuqing_desktop.problems import Problem, Refused

if TYPE_CHECKING:
    from ui.dialogs.desk_dialog import DeskDialog
    from ui.dialogs.import_batches_dialog import ImportBatchesDialog
    from ui.dialogs.import_dialog import ImportDialog
    from ui.printing.print_desk import PrintDesk
    from yuqing_desktop.domain.accountability import AccountabilityCase, CaseStatus
    from yuqing_desktop.domain.records import Paper

_SLIP_MADE = (Act.TRANSFER, Act.REASSIGN)


class ActDesk(QObject):
    """`said(words, verb, run)` goes to the banner (verb and run may be empty); `trouble(problem)` too.

    `list_asked(filter)` wants the registry shown through a filter. Changes reach the pages by the hub. `actor`
    may be set anew when another person takes over.
    """

    said = Signal(str, str, object)
    trouble = Signal(object)
    list_asked = Signal(str)

    def __init__(
        self,
        core: Core,
        runner: Runner,
        prompts: Prompts,
        hub: Hub,
        actor: Actor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.actor = actor
        self._core = core
        self._runner = runner
        self._prompts = prompts
        self._hub = hub
        self._window = parent
        self.read_scans: Callable[[list[Path], Callable[[Path], object]], object] | None = None
        self._print_desk: PrintDesk | None = None

    def register(self, values: dict[str, Any] | None = None) -> None:
        """登记: a new item, perhaps with some fields filled (a pasted link, a copied item)."""
        from ui.dialogs.register_dialog import RegisterDialog

        if self._may_register():
            self._tell_registered(self._show(RegisterDialog(self._scene(), values)))

    def capture(self, text: str = "", *, files: Sequence[Path] = (), pictures: Sequence[bytes] = ()) -> None:
        """登记 from what was pasted or dropped; a scan that may be a paper come back is read first."""
        if self.read_scans is not None and files and all(map(is_scan, files)) and not (text or pictures):
            self.read_scans(list(files), lambda path: self._capture("", [path], ()))
        else:
            self._capture(text, files, pictures)

    def _capture(self, text: str, files: Sequence[Path], pictures: Sequence[bytes]) -> None:
        """登记 filled from what the clerk brings: a link or paragraph, saved pages and pictures, screenshots as PNG."""
        from ui.dialogs.register_dialog import RegisterDialog

        if not self._may_register():
            return
        dialog = RegisterDialog(self._scene())
        if text:
            dialog.capture.take_text(text)
        for path in files:
            dialog.capture.take_file(path)
        for picture in pictures:
            dialog.capture.take_picture(picture)
        self._tell_registered(self._show(dialog))

    def start(self, act: Act, item_id: int, also: Sequence[int] = ()) -> None:
        """The dialog of an act on one item and, in bulk, `also` on others; a forbidden one is refused at once."""
        try:
            self._start(act, item_id, also)
        except Problem as problem:
            self.trouble.emit(problem)

    def attach(self, item_id: int, paths: Sequence[Path]) -> None:
        """添加附件: keep files as evidence of an item, one after the other."""
        for path in paths:
            self._runner.write(
                lambda path=path: self._core.attachments.attach(self.actor, item_id, path),  # type: ignore[misc]
                self._tell,
                owner=self,
            )

    def print_slips(self, item_ids: Iterable[int]) -> None:
        """Preview and print the standing slips of these items."""
        self._printing.print_slips(self._scene(), item_ids)

    def save_slips(self, item_ids: Iterable[int]) -> None:
        """Write the standing slips of these items as Word or PDF."""
        self._printing.save_slips(self._scene(), item_ids)

    def print_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        """Preview and print papers of any kind."""
        self._printing.print_papers(self._scene(), make, public=public)

    def save_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        """Write papers of any kind as Word or PDF."""
        self._printing.save_papers(self._scene(), make, public=public)

    def sign_sheet(self, role: Role, item_ids: Sequence[int]) -> None:
        """代录: one sheet signed on paper for several items; says what was refused."""
        from ui.dialogs.sign_sheet_dialog import SignSheetDialog

        dialog = SignSheetDialog(self._scene(), role, item_ids)
        self._prompts.show(dialog)
        if dialog.outcomes:
            self.said.emit(dialog.summary, "", None)
        dialog.deleteLater()

    def enter_case(self) -> None:
        """责任追究: a situation （三）（四） against an item."""
        from ui.dialogs.enter_case_dialog import EnterCaseDialog

        self._say_done(EnterCaseDialog(self._scene()))

    def decide_case(self, case: AccountabilityCase, status: CaseStatus) -> None:
        """责任追究: confirm or withdraw a situation."""
        from ui.dialogs.decide_case_dialog import DecideCaseDialog

        self._say_done(DecideCaseDialog(self._scene(), case, status))

    def import_file(self, path: Path | None = None) -> None:
        """导入: take a spreadsheet in, its rows judged before anything is written."""
        from ui.dialogs.import_dialog import ImportDialog

        if not self._may_register():
            return
        self._show_import(dialog := ImportDialog(self._scene(), path))
        if dialog.asked_for_earlier:
            self.earlier_imports()

    def earlier_imports(self) -> None:
        """以前的导入: every batch, shown in the registry, opened, or taken back whole."""
        from ui.dialogs.import_batches_dialog import ImportBatchesDialog

        self._show_import(ImportBatchesDialog(self._scene()))

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        """Add or change one entry of a list: sections, people, posts, platforms, topics, accounts."""
        from ui.dialogs.list_entry_dialog import ListEntryDialog
        from ui.dialogs.list_kinds import LIST_KINDS

        self._say_done(ListEntryDialog(self._scene(), LIST_KINDS[kind], record))

    def choose_actor(self) -> Actor | None:
        """Who sits here: a person in office, by the own password where the registry asks for one; None when left."""
        if self._core.accounts.asks_for_sign_in():
            from ui.dialogs.sign_in_steps import signed_in

            return signed_in(self._core, self._runner, self._prompts, parent=self._window)
        from ui.dialogs.choose_actor_dialog import ChooseActorDialog

        dialog = ChooseActorDialog(self._core, self._prompts, self.actor, self._window)
        chosen = dialog.actor if self._prompts.show(dialog) else None
        dialog.deleteLater()
        return chosen

    @property
    def _printing(self) -> PrintDesk:
        from ui.printing.print_desk import PrintDesk

        if self._print_desk is None:
            self._print_desk = PrintDesk(self)
            self._print_desk.said.connect(self.said)
        return self._print_desk

    # Inside ------------------------------------------------------------------------------------

    def _may_register(self) -> bool:
        """A link pasted, a file dropped: whoever brings it hears at once that it is the office's to register."""
        words = rights.refusal(self.actor, Deed.REGISTER)
        if words:
            self.trouble.emit(Refused(words, kept="没有任何改动。"))
        return not words

    def _scene(self) -> Scene:
        return Scene(self._core, self._runner, self._prompts, self._hub, self.actor, self._window)

    def _start(self, act: Act, item_id: int, also: Sequence[int]) -> None:
        from ui.dialogs.item_dialogs import dialog_of

        if act is Act.REGISTER:
            self.register()
            return
        dossier = self._core.registry.dossier(item_id, self.actor)
        reason = next((offer.reason for offer in dossier.offers if offer.act is act), "")
        if reason:
            raise Refused(
                f"{dossier.item.number}不能{act.label}：{reason}。",
                kept="事项没有改动。",
                article=act.article,
            )
        if act is Act.ATTACH:
            self.attach(item_id, self._prompts.open_files("添加附件", many=True))
            return
        dialog = dialog_of(act, self._scene(), dossier, also)
        if dialog is None:
            raise Refused(f"本程序还不能办理“{act.label}”。", kept="事项没有改动。", article=act.article)
        changes = self._show(dialog)
        if changes is not None:
            self._tell_act(act, changes.item_ids if dialog.rows is not None else (item_id,), changes)

    def _show_import(self, dialog: ImportDialog | ImportBatchesDialog) -> None:
        self._prompts.show(dialog)
        if dialog.changes is not None:
            self.said.emit(dialog.changes.result, "", None)
        if dialog.wanted is not None:
            self.list_asked.emit(say(Filter(batch_id=dialog.wanted)))
        dialog.deleteLater()

    def _show(self, dialog: DeskDialog) -> Changes | None:
        self._prompts.show(dialog)
        changes = dialog.changes
        dialog.deleteLater()
        return changes

    def _say_done(self, dialog: DeskDialog) -> None:
        changes = self._show(dialog)
        if changes is not None:
            self.said.emit(changes.result, "", None)

    def _tell_registered(self, changes: Changes | None) -> None:
        if changes is not None:
            number = changes.result
            self.said.emit(f"已登记 {number}", "打开事项", lambda: self.list_asked.emit(number))

    def _tell_act(self, act: Act, item_ids: Sequence[int], changes: Changes) -> None:
        if act in _SLIP_MADE:
            self.said.emit(changes.result, "打印转送单", lambda: self.print_slips(item_ids))
        else:
            self.said.emit(changes.result or f"{act.label}已记录", "", None)

    def _tell(self, changes: Changes) -> None:
        self._hub.changed.emit(changes)
        self.said.emit(changes.result, "", None)
