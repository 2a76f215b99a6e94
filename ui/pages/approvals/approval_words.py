"""What is said under the text an approver decides on."""

from collections.abc import Sequence

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act, Level, Role
from yuqing_desktop.domain.workflow import step_of

_ACTS = {Role.DEPUTY: Act.APPROVE_DEPUTY, Role.HEAD: Act.APPROVE_HEAD}
MIXED = "所选事项等的不是同一位领导，请分开办理。"


def elsewhere(role: Role, holders: Sequence[str], actor: Actor) -> str:
    """Somebody else's turn: who is waited for, and what may be done here meanwhile."""
    names = "、".join(holders) or "（无人在任）"
    may = "只能代录纸质签批" if enters_paper(role, actor) else "不能代为办理"
    return f"等{role.label}{names}同意。现在使用本程序的是{actor.title}，{may}（第九条）。"


def enters_paper(role: Role, actor: Actor) -> bool:
    """Whether this person may enter what that leader signed on paper."""
    return actor.may(step_of(_ACTS[role]).roles)


def after_agreeing(role: Role, items: Sequence[Item]) -> str:
    """Where the items go, and what voids the agreement."""
    important = [item.level_or_ordinary is not Level.ORDINARY for item in items]
    if role is Role.HEAD or not any(important):
        after = "同意后可以正式回复"
    else:
        after = "同意后报组长审批" if all(important) else "同意后，重要事项报组长审批，其余可以正式回复"
    return f"{after}（第九条）；回复文本此后如有改动，本次同意作废。"
