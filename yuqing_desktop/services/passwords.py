"""The one place where a password is asked: right, wrong with a wait, or nobody of that name."""

from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

from yuqing_desktop.domain.people import Actor, Person, Post, roles_of
from yuqing_desktop.domain.signing_in import Attempts, Cost
from yuqing_desktop.domain.trust import Credential, SigningKey
from yuqing_desktop.problems import Refused
from yuqing_desktop.storage import passwords
from yuqing_desktop.storage.signing import reseal
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

WRONG = "姓名或密码不对。"
ARTICLE = "第十三条"


class Passwords:
    """Verifies passwords of one registry, counting wrong ones across restarts and clock changes."""

    def __init__(self, store: Store, cost: Cost) -> None:
        self._store = store
        self.cost = cost

    def credential(self, person_id: int) -> Credential | None:
        """The credential of a person, if there is an active one."""
        found = self._store.find(Credential, person_id=person_id, active=1)
        return found[0] if found else None

    def sealed(self, credential: Credential, password: str) -> Credential:
        """The credential with this password, by the present figures."""
        return replace(credential, scheme=self.cost.scheme, secret=passwords.hashed(password, self.cost))

    def verify(self, actor: Actor, password: str, act: str) -> Credential:
        """The person's credential when the password is right. Raises Refused, on the record, with the wait in words."""
        credential = self.credential(actor.person_id)
        self._require_no_wait(actor, act)
        scheme, secret = (
            (credential.scheme, credential.secret) if credential else (self.cost.scheme, passwords.NOBODY)
        )
        if not passwords.matches(password, scheme, secret) or credential is None:
            self._count(actor.person_id)
            self.refuse(actor, act, WRONG)
        self._forget(actor.person_id)
        return self._rehashed(actor, credential, password)

    def refuse(self, actor: Actor, act: str, words: str, *, article: str = ARTICLE) -> NoReturn:
        """Raise Refused and put the attempt on the record; what was typed is not."""

        def do(work: UnitOfWork) -> str:
            raise Refused(words, kept="没有任何改动。", advice="请核对后再试。", article=article)

        self._store.perform(actor, act, do)
        raise AssertionError(words)

    def waste_time(self, password: str) -> None:
        """As long as a real comparison takes, for a name that does not exist."""
        passwords.matches(password, self.cost.scheme, passwords.NOBODY)

    def _require_no_wait(self, actor: Actor, act: str) -> None:
        now, ticks = self._store.clock.now(), self._store.clock.ticks()
        state = passwords.attempts_of(self._store.database, actor.person_id)
        left = state.remaining(now, ticks)
        if left > timedelta(0):
            passwords.remember(self._store.database, actor.person_id, state.seen(now, ticks))
            self.refuse(actor, act, f"密码连续输错，请在{_said(left)}后再试。")

    def _count(self, person_id: int) -> None:
        state = passwords.attempts_of(self._store.database, person_id)
        clock = self._store.clock
        passwords.remember(self._store.database, person_id, state.failed(clock.now(), clock.ticks()))

    def _forget(self, person_id: int) -> None:
        if passwords.attempts_of(self._store.database, person_id).failures:
            passwords.remember(self._store.database, person_id, Attempts(seen_at=self._store.clock.now()))

    def _rehashed(self, actor: Actor, credential: Credential, password: str) -> Credential:
        """Under the present figures, and so its keys, when they have been raised since the password was set."""
        if credential.scheme == self.cost.scheme:
            return credential
        kept: list[Credential] = []

        def do(work: UnitOfWork) -> str:
            kept.append(work.save(credential, self.sealed(credential, password)))
            for key in work.find(SigningKey, person_id=actor.person_id, ended_at=None):
                work.save(key, replace(key, sealed=reseal(key.sealed, password, password, self.cost)))
            return "登录凭据已按新的强度保存"

        self._store.perform(actor, "rehash", do)
        return kept[0]


def actor_of(store: Store, person: Person) -> Actor:
    """A person as who acts, with the roles held today."""
    roles = roles_of(store.find(Post), person.id, store.clock.now().date())
    return Actor(person.id, person.name, roles, person.section_id)


def _said(left: timedelta) -> str:
    seconds = int(left.total_seconds() + 0.999)
    return f"{seconds}秒" if seconds < 60 else f"{-(-seconds // 60)}分钟"
