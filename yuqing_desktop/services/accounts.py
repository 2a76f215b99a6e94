"""登录账户 (第五条、第十三条): nobody acts under another's name. No password is a default, none is ever recorded."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import Actor, Person, Post
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.signing_in import check_password
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.trust import Credential, SigningKey
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, NotFound, Refused
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.services.passwords import ARTICLE, WRONG, Passwords, actor_of
from yuqing_desktop.services.settings import Settings, settings_seen
from yuqing_desktop.storage.signing import reseal
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

SIGN_IN, SIGN_OUT = "sign_in", "sign_out"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in; `must_change`: the password was given by others and is to be changed first."""

    actor: Actor
    must_change: bool


@dataclass(frozen=True, slots=True)
class Second:
    """The second of two people who carry something out together, with that person's own password."""

    actor: Actor
    password: str


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may sign in."""

    store: Store
    settings: Settings
    passwords: Passwords

    def asks_for_sign_in(self) -> bool:
        """Whether somebody must sign in: not in a sample, not before the first administrator has a password."""
        return Entrance(self.store).asks_for_sign_in()

    def names(self) -> list[str]:
        """Everyone who can sign in, for the list in the sign-in window."""
        known = self.store.many_by_id(
            Person, [one.person_id for one in self.store.find(Credential, active=1)]
        )
        return [known[one].name for one in sorted(known)]

    def has_account(self, person_id: int) -> bool:
        """Whether this person can sign in."""
        return self.passwords.credential(person_id) is not None

    def sign_in(self, name: str, password: str) -> SignedIn:
        """The person, when the password is right. Raises Refused, on the record."""
        person = next((one for one in self.store.find(Person, name=one_line(name), active=1)), None)
        if person is None:
            self.passwords.waste_time(password)
            self.passwords.refuse(Actor(0, "未知人员", frozenset()), SIGN_IN, WRONG)
        actor = actor_of(self.store, person)
        credential = self.passwords.verify(actor, password, SIGN_IN)

        def do(work: UnitOfWork) -> str:
            work.saw(person, credential, *work.find(Post, person_id=actor.person_id))
            work.detail["seen"] += settings_seen(work)  # what is done next rests on them
            return "已登录"

        self.store.perform(actor, SIGN_IN, do)
        return SignedIn(actor, credential.temporary)

    def sign_out(self, actor: Actor) -> Changes:
        """The person leaves, or the program locks."""
        return self.store.perform(actor, SIGN_OUT, lambda work: "已退出")

    def set_first(self, person_id: int, password: str) -> Changes:
        """The first administrator's own password, at founding, when nobody has one. Raises BadInput, Refused."""
        admin = self._actor(person_id)

        def do(work: UnitOfWork) -> str:
            if work.find(Credential, limit=1):
                raise Refused(
                    "已有登录账户，第一名管理员只能设立一次。", kept="没有任何改动。", article=ARTICLE
                )
            if Role.ADMIN not in admin.roles:
                raise Refused(f"{admin.name}不是管理员。", kept="没有任何改动。", article=ARTICLE)
            self._put(work, admin, password, temporary=False)
            return f"管理员{admin.name}的登录账户已设立"

        return self._checked(admin, admin.name, password, do)

    def grant(self, actor: Actor, person_id: int, password: str) -> Changes:
        """An account with a first password, to be changed at the first sign-in. Raises BadInput, Refused."""
        person = self._actor(person_id)

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ACCOUNTS)
            if self.passwords.credential(person_id) is not None:
                raise Refused(
                    f"{person.name}已有登录账户。", kept="没有任何改动。", advice="忘记密码请用重置。"
                )
            words = rights.conflict(person.roles)
            if words:
                raise Refused(f"{person.name}：{words}。", kept="没有任何改动。", article=ARTICLE)
            self._put(work, person, password, temporary=True)
            return f"{person.name}的登录账户已设立，首次登录须改密码"

        return self._checked(actor, person.name, password, do)

    def change_password(self, actor: Actor, old: str, new: str) -> Changes:
        """One's own password; the signing key goes on under the new one. Raises BadInput, Refused."""
        check_password(new, actor.name)
        if old == new:
            raise BadInput({"password": "新密码与原密码相同"})
        self.passwords.verify(actor, old, "change_password")

        def do(work: UnitOfWork) -> str:
            self._put(work, actor, new, temporary=False)
            for key in work.find(SigningKey, person_id=actor.person_id, ended_at=None):
                work.save(key, replace(key, sealed=reseal(key.sealed, old, new, self.passwords.cost)))
            return "密码已修改"

        return self.store.perform(actor, "change_password", do)

    def reset(self, actor: Actor, second: Second, person_id: int, password: str, reason: str) -> Changes:
        """忘记密码: the administrator and a second person together give a new first password.

        The person's signing key cannot be opened any more and ends. Raises BadInput, Refused.
        """
        person = self._actor(person_id)
        self.store.require(actor, Deed.ACCOUNTS)
        seen = self._require_second(actor, second, person, reason)

        def do(work: UnitOfWork) -> str:
            work.saw(seen)
            work.detail.update(
                reason=clean(reason), second=second.actor.name, second_id=second.actor.person_id
            )
            self._put(work, person, password, temporary=True)
            ended = self._end_keys(work, person, "密码重置")
            return f"{person.name}的密码已重置" + ("，签名密钥作废，须重新登记" if ended else "")

        return self._checked(actor, person.name, password, do, act="reset_password")

    def replace_administrator(
        self, first: Second, second: Second, person_id: int, password: str, reason: str
    ) -> Changes:
        """管理员离岗: two of 办公室主任, 副组长, 组长, 审计员 name another. Raises BadInput, Refused."""
        person = self._actor(person_id)
        self.store.require(first.actor, Deed.CONFIRM_RESET)
        words = rights.conflict(person.roles | {Role.ADMIN})
        if words:
            raise Refused(f"{person.name}：{words}。", kept="没有任何改动。", article=ARTICLE)
        own = self.passwords.verify(first.actor, first.password, "replace_administrator")
        seen = self._require_second(first.actor, second, person, reason)

        def do(work: UnitOfWork) -> str:
            work.saw(own, seen)
            work.detail.update(
                reason=clean(reason), second=second.actor.name, second_id=second.actor.person_id
            )
            today = work.now.date()
            for post in work.find(Post, role=Role.ADMIN.value, until=None):
                if post.person_id != person_id:
                    work.save(post, replace(post, until=today))
                    self._deactivate(work, post.person_id)
            if Role.ADMIN not in person.roles:
                work.add(Post(person_id=person_id, role=Role.ADMIN, since=today))
            self._put(work, person, password, temporary=True)
            return f"管理员改由{person.name}担任"

        return self._checked(first.actor, person.name, password, do, act="replace_administrator")

    def deactivate(self, actor: Actor, person_id: int, reason: str) -> Changes:
        """Nobody signs in under this name any more; the signing key ends. Raises BadInput, Refused."""
        person = self._actor(person_id)

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ACCOUNTS)
            if person_id == actor.person_id:
                raise Refused("不能停用自己的账户。", kept="没有任何改动。", advice="请用更换管理员。")
            work.detail["reason"] = clean(reason)
            self._deactivate(work, person_id)
            self._end_keys(work, person, "账户停用")
            return f"{person.name}的登录账户已停用"

        return self.store.perform(actor, Deed.ACCOUNTS.value, do)

    def _require_second(self, first: Actor, second: Second, person: Actor, reason: str) -> Credential:
        if not clean(reason):
            raise BadInput({"reason": "请写明原因"}, article=ARTICLE)
        self.store.require(second.actor, Deed.CONFIRM_RESET)
        if second.actor.person_id in (first.person_id, person.person_id):
            self.passwords.refuse(second.actor, Deed.CONFIRM_RESET.value, "须由另一人到场确认。")
        return self.passwords.verify(second.actor, second.password, Deed.CONFIRM_RESET.value)

    def _checked(
        self,
        actor: Actor,
        name: str,
        password: str,
        do: Callable[[UnitOfWork], str],
        *,
        act: str = Deed.ACCOUNTS.value,
    ) -> Changes:
        check_password(password, name)
        return self.store.perform(actor, act, do)

    def _put(self, work: UnitOfWork, person: Actor, password: str, *, temporary: bool) -> None:
        found = work.find(Credential, person_id=person.person_id)
        before = found[0] if found else Credential(person_id=person.person_id)
        after = replace(
            self.passwords.sealed(before, password), temporary=temporary, active=True, set_at=work.now,
            set_by=work.actor.name,
        )  # fmt: skip
        if found:
            work.save(before, after)
        else:
            work.add(after)

    def _deactivate(self, work: UnitOfWork, person_id: int) -> None:
        for credential in work.find(Credential, person_id=person_id):
            work.save(credential, replace(credential, active=False))

    def _end_keys(self, work: UnitOfWork, person: Actor, reason: str) -> int:
        standing = work.find(SigningKey, person_id=person.person_id, ended_at=None)
        for key in standing:
            work.save(key, replace(key, ended_at=work.now, end_reason=reason))
        return len(standing)

    def _actor(self, person_id: int) -> Actor:
        found = self.store.find(Person, id=person_id)
        if not found:
            raise NotFound("没有这名人员。", advice="请先在设置中录入人员。")
        return actor_of(self.store, found[0])
