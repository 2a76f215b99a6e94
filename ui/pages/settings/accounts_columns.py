"""Accounts and rights as columns."""

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.tones import Tone
from yuqing_desktop.domain.rights import RIGHTS, Deed
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.services.account_list import KEY_COUNTS, NONE, READY, STOPPED, TEMPORARY, AccountLine

_TONES: dict[str, Tone] = {READY: "ok", TEMPORARY: "warn", STOPPED: "muted", NONE: "muted"}


def account_columns() -> tuple[Column, ...]:
    """Name, posts, account, key."""
    return (
        Column(
            "name",
            "姓名 · 职务",
            lambda one: Cell(one.name, roles_said(one)),
            160,
            sortable=False,
            stretch=True,
        ),
        Column(
            "state",
            "账户",
            lambda one: Cell(one.state, tone=_TONES[one.state], pill=True),
            110,
            sortable=False,
        ),
        Column("key", "签名密钥", _key, 110, sortable=False),
    )


def roles_said(line: AccountLine) -> str:
    """副组长、组员."""
    return "、".join(role.label for role in sorted(line.roles, key=lambda role: role.rank))


def rights_said() -> list[tuple[str, str]]:
    """Each deed of the whole registry, with the roles that may: 备份（第十三条） — 专人、办公室主任、管理员."""
    return [(f"{deed.label}（{deed.article}）", _who(RIGHTS[deed])) for deed in Deed]


def _who(roles: frozenset[Role]) -> str:
    if roles == frozenset(Role):
        return "所有人员"
    return "、".join(role.label for role in Role if role in roles)


def _key(line: AccountLine) -> Cell:
    if not line.key:
        return ABSENT
    return Cell(line.key, tone="ok" if line.key == KEY_COUNTS else "warn", pill=True)
