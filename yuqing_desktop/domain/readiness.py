"""What the office must have entered before an item can go its whole way."""

from collections.abc import Collection
from enum import StrEnum

from yuqing_desktop.domain.vocabulary import Role


class Lack(StrEnum):
    """What is missing, with what can't be done until it is there."""

    SECTIONS = "还没有科室，不能转送（第八条）"
    DEPUTY = "没有在任的副组长，回复不能审批（第九条）"
    HEAD = "没有在任的组长，重要舆情的回复不能审批（第九条）"
    SIGN_IN = "有在任的领导还没有登录账户，不能在程序中审批，请管理员设立（第九条）"
    ACCOUNTS = "没有有效的认证账号，不能回复（第十条）"


def lacking(
    sections: int, roles: Collection[Role], accounts: int, *, leaders_sign_in: bool
) -> tuple[Lack, ...]:
    """What is missing, of sections in use, posts held today, leaders who can sign in and accounts valid today."""
    there = {
        Lack.SECTIONS: sections > 0,
        Lack.DEPUTY: Role.DEPUTY in roles,
        Lack.HEAD: Role.HEAD in roles,
        Lack.SIGN_IN: leaders_sign_in,
        Lack.ACCOUNTS: accounts > 0,
    }
    return tuple(lack for lack, held in there.items() if not held)
