"""What can't be undone, and what is done instead: an act of the regulation stays on the record (第十三条)."""

from collections.abc import Mapping

from yuqing_desktop.domain.vocabulary import Act

ORDINARY = frozenset({Act.EDIT, Act.TRASH, Act.RESTORE})
"""Acts on an item that may be taken back; a list's entry and an import may be too."""

WAY_BACK: Mapping[Act, tuple[Act, ...]] = {
    Act.REGISTER: (Act.TRASH,),
    Act.ASSESS: (Act.REASSESS,),
    Act.REASSESS: (Act.REASSESS,),
    Act.TRANSFER: (Act.REFUSE_SLIP, Act.REASSIGN),
    Act.REASSIGN: (Act.REASSIGN,),
    Act.RECEIVE: (Act.REFUSE_SLIP, Act.REASSIGN),
    Act.REPORT_HANDLING: (Act.AMEND_REPLY, Act.SEND_BACK),
    Act.AMEND_REPLY: (Act.AMEND_REPLY,),
    Act.APPROVE_DEPUTY: (Act.SEND_BACK,),
    Act.APPROVE_HEAD: (Act.SEND_BACK,),
    **dict.fromkeys(
        (
            Act.REPLY, Act.NO_REPLY, Act.SUSPEND_REPLY, Act.MERGE, Act.DISMISS, Act.HAND_OVER, Act.CLOSE,
        ),
        (Act.REOPEN,),
    ),
}  # fmt: skip
"""The act that corrects another one, by the table of steps."""


def why_not(act: Act) -> str:
    """Why the last act can't be undone, and which act is for that: said where 撤销 stands."""
    ways = WAY_BACK.get(act, ())
    instead = f"请用“{'”或“'.join(way.label for way in ways)}”" if ways else "有误请另行更正"
    return f"“{act.label}”已记录在案，{instead}"
