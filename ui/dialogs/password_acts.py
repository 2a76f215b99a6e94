"""Accounts and keys, each act as its dialog: who does it, who stands by, what goes on the record (第九条、第十三条)."""

from typing import Any

from ui.dialogs.password_act_dialog import PasswordActDialog
from ui.dialogs.password_dialog import RULE
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.rights import RIGHTS, Deed
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.services.account_list import AccountLine, account_lines
from yuqing_desktop.services.accounts import Second

_FIRST = (
    Field("password", "首次密码", "password", required=True, help=f"{RULE}首次登录须由本人另改。"),
    Field("again", "确认密码", "password", required=True),
)
_REASON = Field("reason", "原因", required=True, placeholder="记入留痕")


def grant(scene: Scene, line: AccountLine) -> PasswordActDialog:
    """设立账户; the very first is the administrator's own."""
    accounts, actor = scene.core.accounts, scene.actor
    first = not accounts.asks_for_sign_in()

    def run(values: dict[str, Any]) -> Changes:
        if first:
            return accounts.set_first(line.id, values["password"])
        return accounts.grant(actor, line.id, values["password"])

    return PasswordActDialog(
        scene, title=f"设立账户：{line.name}", main="设立", fields=_FIRST, run=run,
        record="首个账户只能是管理员的；设立后进入程序须登录" if first else "只记录设立过，不记录密码（第十三条）",
    )  # fmt: skip


def reset(scene: Scene, line: AccountLine) -> PasswordActDialog:
    """重置密码: the administrator, with a second person standing by."""
    core, actor = scene.core, scene.actor

    def run(values: dict[str, Any]) -> Changes:
        second = Second(core.people.actor(values["second"]), values["second_password"])
        return core.accounts.reset(actor, second, line.id, values["password"], values["reason"])

    fields = (_REASON, *_FIRST, *_second(scene, Deed.CONFIRM_RESET, {actor.person_id, line.id}))
    return PasswordActDialog(
        scene, title=f"重置密码：{line.name}", main="重置", fields=fields, run=run,
        record="两人到场办理，双方姓名和原因记入留痕；该人的签名密钥作废，须重新登记（第十三条）",
    )  # fmt: skip


def replace_administrator(scene: Scene) -> PasswordActDialog:
    """更换管理员: two of those who may confirm a reset name another."""
    core, actor = scene.core, scene.actor

    def run(values: dict[str, Any]) -> Changes:
        first = Second(actor, values["own_password"])
        second = Second(core.people.actor(values["second"]), values["second_password"])
        return core.accounts.replace_administrator(
            first, second, values["person"], values["password"], values["reason"]
        )

    people = [(one.id, one.name) for one in core.people.people()]
    fields = (
        Field("person", "新管理员", "choice", required=True, choices=people),
        _REASON,
        *_FIRST,
        Field("own_password", "本人密码", "password", required=True, help=actor.title),
        *_second(scene, Deed.CONFIRM_RESET, {actor.person_id}),
    )
    return PasswordActDialog(
        scene, title="更换管理员", main="更换", fields=fields, run=run,
        record="原管理员的任期到今天为止，账户停用；两人姓名和原因记入留痕（第十三条）",
    )  # fmt: skip


def enrol_key(scene: Scene) -> PasswordActDialog:
    """登记签名密钥: one's own, opened by one's password only."""
    signing, actor = scene.core.signing, scene.actor
    return PasswordActDialog(
        scene, title="登记签名密钥", main="登记", run=lambda values: signing.enrol(actor, values["own_password"]),
        fields=(Field("own_password", "本人密码", "password", required=True),),
        told=("说明", "密钥由本人密码保护，审批时签在回复文本上。登记后打印指纹确认单签字，由第二人核对指纹后生效。"),
        record="密钥和指纹记入留痕；原有密钥在新密钥确认前继续有效（第九条）",
    )  # fmt: skip


def confirm_key(scene: Scene, line: AccountLine) -> PasswordActDialog:
    """确认签名密钥: a second person compares the fingerprint on the signed form."""
    core, key = scene.core, line.waiting_key
    assert key is not None

    def run(values: dict[str, Any]) -> Changes:
        second = core.people.actor(values["second"])
        return core.signing.confirm(second, key.id, values["fingerprint"], values["second_password"])

    fields = (
        Field("fingerprint", "指纹", required=True, placeholder="照签过字的确认单逐组输入，共八组"),
        *_second(scene, Deed.CONFIRM_KEY, {line.id}),
    )
    return PasswordActDialog(
        scene, title=f"确认签名密钥：{line.name}", main="确认", fields=fields, run=run,
        record="确认人须手持本人签字的指纹确认单；已有审批人登记密钥的，由其中一人确认（第九条）",
    )  # fmt: skip


def _second(scene: Scene, deed: Deed, without: set[int]) -> tuple[Field, ...]:
    lines = [
        one
        for one in account_lines(scene.core.store)
        if one.has_account and one.id not in without and not RIGHTS[deed].isdisjoint(one.roles)
    ]
    words = [(one.id, f"{one.name}（{_roles(one.roles)}）") for one in lines]
    return (
        Field("second", "第二人", "choice", required=True, choices=words),
        Field("second_password", "第二人密码", "password", required=True, help="由第二人亲自输入。"),
    )


def _roles(roles: frozenset[Role]) -> str:
    return "、".join(role.label for role in sorted(roles, key=lambda role: role.rank))
