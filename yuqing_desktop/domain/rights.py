"""Who may do what beside the steps of an item: role × deed, least rights each (第五条、第十三条、第十四条).

Whoever keeps the program (管理员) neither approves nor audits; whoever audits changes nothing.
"""

from collections.abc import Iterable

from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.vocabulary import Role, Word
from yuqing_desktop.problems import Refused


class Deed(Word):
    """What a person does to the registry as a whole."""

    REGISTER = "register", "登记", "第七条"
    ISSUE = "issue", "签发台账", "第四条"
    VOID_PAPER = "void", "作废文书", "第八条"
    ACCOUNTABILITY = "accountability", "责任追究", "第十三条"
    SETTINGS = "settings", "修改设置", "第十四条"
    ACCOUNTS = "accounts", "管理登录账户", "第十四条"
    APPOINT = "appoint", "任免职务", "第五条"
    CONFIRM_RESET = "confirm_reset", "确认重置登录密码", "第十三条"
    ENROL_KEY = "enrol_key", "登记签名密钥", "第九条"
    CONFIRM_KEY = "confirm_key", "确认签名密钥", "第九条"
    EXPORT = "export", "导出", "第四条"
    AUDIT = "audit", "查阅留痕", "第十三条"
    CHECK = "check", "体检", "第十三条"
    BACKUP = "backup", "备份", "第十三条"
    RESTORE = "restore_backup", "从备份恢复", "第十三条"
    ENTER_PERSONAL = "enter_personal", "登记个人信息", "第十一条"
    REVEAL_PERSONAL = "reveal_personal", "查看个人信息", "第十一条"
    PURGE_PERSONAL = "purge_personal", "清除个人信息", "第十一条"


OFFICE = frozenset({Role.CLERK, Role.OFFICE_HEAD})
"""Who registers and does the office's part (第三条、第七条)."""

_LEADERS = frozenset({Role.DEPUTY, Role.HEAD})
EVERYONE = frozenset(Role)

RIGHTS: dict[Deed, frozenset[Role]] = {
    Deed.REGISTER: OFFICE,
    Deed.ISSUE: OFFICE,
    Deed.VOID_PAPER: OFFICE,
    Deed.ACCOUNTABILITY: OFFICE | _LEADERS | {Role.AUDITOR},
    Deed.SETTINGS: OFFICE | {Role.ADMIN},
    Deed.ACCOUNTS: frozenset({Role.ADMIN}),
    Deed.APPOINT: frozenset({Role.ADMIN}),
    Deed.CONFIRM_RESET: frozenset({Role.OFFICE_HEAD, Role.AUDITOR}) | _LEADERS,
    Deed.ENROL_KEY: _LEADERS,
    Deed.CONFIRM_KEY: frozenset({Role.OFFICE_HEAD, Role.AUDITOR}) | _LEADERS,
    Deed.EXPORT: OFFICE | _LEADERS | {Role.AUDITOR},
    Deed.AUDIT: frozenset({Role.AUDITOR}),
    Deed.CHECK: EVERYONE,
    Deed.BACKUP: OFFICE | {Role.ADMIN},
    Deed.RESTORE: frozenset({Role.OFFICE_HEAD, Role.ADMIN}),
    Deed.ENTER_PERSONAL: OFFICE,
    Deed.REVEAL_PERSONAL: OFFICE | _LEADERS | {Role.SECTION},
    Deed.PURGE_PERSONAL: frozenset({Role.OFFICE_HEAD, Role.ADMIN}),
}

APART: tuple[frozenset[Role], ...] = (
    frozenset({Role.ADMIN}),
    frozenset({Role.AUDITOR}),
    _LEADERS,
)
"""Nobody holds roles of two of these groups at once."""


def refusal(actor: Actor, deed: Deed) -> str:
    """Why this person may not do it, in words; empty when allowed. The program itself backs up and checks."""
    if actor == SYSTEM or actor.may(RIGHTS[deed]):
        return ""
    allowed = "或".join(role.label for role in Role if role in RIGHTS[deed])
    return f"{deed.label}须由{allowed}办理（{deed.article}）。"


def require(actor: Actor, deed: Deed) -> None:
    """Raises Refused when this person may not do it."""
    words = refusal(actor, deed)
    if words:
        raise Refused(words, kept="没有任何改动。", article=deed.article)


def conflict(roles: Iterable[Role]) -> str:
    """Why these roles may not be in one hand, in words; empty when they may."""
    held = frozenset(roles)
    groups = [group & held for group in APART if group & held]
    if len(groups) < 2:
        return ""
    names = "、".join(role.label for role in Role if any(role in group for group in groups))
    return f"{names}不能由同一人担任"
