"""Which dialog an act opens."""

from collections.abc import Callable, Sequence

from ui.dialogs.amend_dialog import AmendDialog
from ui.dialogs.approval_dialog import ApprovalDialog, role_for
from ui.dialogs.assess_dialog import AssessDialog
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.edit_dialog import EditDialog
from ui.dialogs.handling_dialog import HandlingDialog
from ui.dialogs.interim_dialog import InterimDialog
from ui.dialogs.reply_dialog import ReplyDialog
from ui.dialogs.report_up_dialog import ReportUpDialog
from ui.dialogs.scene import Scene
from ui.dialogs.simple_acts import SIMPLE_ACTS
from ui.dialogs.simple_dialog import SimpleDialog
from ui.dialogs.transfer_dialog import TransferDialog
from ui.help.chapters import ACT_CHAPTERS
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act, Role
from yuqing_desktop.domain.workflow import IN_BULK

Opener = Callable[[Scene, Dossier], DeskDialog]

_OPENERS: dict[Act, Opener] = {
    Act.EDIT: EditDialog,
    Act.ASSESS: AssessDialog,
    Act.REASSESS: lambda scene, dossier: AssessDialog(scene, dossier, act=Act.REASSESS),
    Act.TRANSFER: TransferDialog,
    Act.REASSIGN: lambda scene, dossier: TransferDialog(scene, dossier, act=Act.REASSIGN),
    Act.REPORT_HANDLING: HandlingDialog,
    Act.AMEND_REPLY: AmendDialog,
    Act.APPROVE_DEPUTY: lambda scene, dossier: ApprovalDialog(scene, dossier, Role.DEPUTY),
    Act.APPROVE_HEAD: lambda scene, dossier: ApprovalDialog(scene, dossier, Role.HEAD),
    Act.SEND_BACK: lambda scene, dossier: ApprovalDialog(
        scene, dossier, role_for(dossier, scene.actor.roles), returning=True
    ),
    Act.INTERIM_REPLY: InterimDialog,
    Act.REPLY: ReplyDialog,
    Act.REPORT_UP: ReportUpDialog,
}


def dialog_of(act: Act, scene: Scene, dossier: Dossier, also: Sequence[int] = ()) -> DeskDialog | None:
    """The dialog of an act on this item, with the other rows chosen, else the other posts of its event.

    None for an act that has none.
    """
    dialog = _made(act, scene, dossier)
    if dialog is not None:
        dialog.chapter = ACT_CHAPTERS[act]
        if also and act in IN_BULK:
            dialog.offer_rows(act, also)
        else:
            dialog.offer_event(act)
        dialog.keep_drafts(act.value, f"上次没有办完的{act.label}")
    return dialog


def _made(act: Act, scene: Scene, dossier: Dossier) -> DeskDialog | None:
    if act in SIMPLE_ACTS:
        return SimpleDialog(scene, dossier, SIMPLE_ACTS[act])
    opener = _OPENERS.get(act)
    return opener(scene, dossier) if opener else None
