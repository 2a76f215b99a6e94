"""Who can sign in and whose key signs, for the list in the settings (第九条、第十三条)."""

from dataclasses import dataclass

from yuqing_desktop.domain.people import Person, Post, roles_of
from yuqing_desktop.domain.trust import Credential, SigningKey
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.storage.store import Store

NONE, READY, TEMPORARY, STOPPED = "未设立", "可登录", "待改密码", "已停用"
KEY_COUNTS, KEY_WAITS = "已确认", "待确认"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One person: whether there is an account, and the state of the signing key (empty: none)."""

    id: int
    name: str
    roles: frozenset[Role]
    state: str
    key: str = ""
    waiting_key: SigningKey | None = None

    @property
    def has_account(self) -> bool:
        """Whether the person can sign in."""
        return self.state in (READY, TEMPORARY)


def account_lines(store: Store) -> list[AccountLine]:
    """Everyone in office who holds a post, or has an account; by the rank of the post."""
    today = store.clock.now().date()
    posts = store.find(Post)
    credentials = {one.person_id: one for one in store.find(Credential)}
    keys = store.find(SigningKey, ended_at=None)
    found = []
    for person in store.find(Person, active=1):
        roles = roles_of(posts, person.id, today)
        if roles or person.id in credentials:
            own = [key for key in keys if key.person_id == person.id]
            waiting = next((key for key in own if key.confirmed_at is None), None)
            counts = any(key.confirmed_at is not None for key in own)
            key = KEY_COUNTS if counts else KEY_WAITS if waiting else ""
            found.append(
                AccountLine(person.id, person.name, roles, _state(credentials.get(person.id)), key, waiting)
            )
    return sorted(found, key=lambda line: min((role.rank for role in line.roles), default=99))


def _state(credential: Credential | None) -> str:
    if credential is None:
        return NONE
    if not credential.active:
        return STOPPED
    return TEMPORARY if credential.temporary else READY
