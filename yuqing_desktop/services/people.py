"""Sections, people, posts, platforms, topics, certified accounts: the office's lists, edited on the settings page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import Actor, Person, Post, Section
from yuqing_desktop.domain.records import Account, Platform, Topic
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.services.settings import require_keeper
from yuqing_desktop.storage.mapping import word_of
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

_OWN = "自己的职务和停用须由他人办理。"
_ANOTHER = "管理员离岗请用“更换管理员”。"

R = TypeVar("R", Section, Person, Post, Platform, Topic, Account)


@dataclass(frozen=True, slots=True)
class People:
    """Who and what the office works with."""

    store: Store

    def sections(self, *, all_of_them: bool = False) -> list[Section]:
        """Sections in use (or all), in the order entered."""
        return [one for one in self.store.find(Section) if all_of_them or one.active]

    def people(self, *, all_of_them: bool = False) -> list[Person]:
        """People in office (or all)."""
        return [one for one in self.store.find(Person) if all_of_them or one.active]

    def posts(self) -> list[Post]:
        """Every post with its term."""
        return self.store.find(Post)

    def platforms(self, *, all_of_them: bool = False) -> list[Platform]:
        """Platforms in use (or all)."""
        return [one for one in self.store.find(Platform) if all_of_them or one.active]

    def topics(self, *, all_of_them: bool = False) -> list[Topic]:
        """Topics in use (or all)."""
        return [one for one in self.store.find(Topic) if all_of_them or one.active]

    def accounts(self) -> list[Account]:
        """Certified accounts, valid or not."""
        return self.store.find(Account)

    def holders(self, role: Role, day: date | None = None) -> list[Person]:
        """Who held a role on a day (today)."""
        return Entrance(self.store).holders(role, day)

    def actor(self, person_id: int) -> Actor:
        """A person with the roles held today, as who acts. Raises NotFound."""
        return Entrance(self.store).actor(person_id)

    def actor_named(self, name: str) -> Actor:
        """The person of this name. Raises NotFound naming those there are."""
        return Entrance(self.store).actor_named(name)

    def save(self, actor: Actor, record: R, *, op_id: str | None = None) -> Changes:
        """Add (id 0) or change one entry. Once people sign in, 管理员 appoints, and nobody the own person.

        Raises BadInput, Refused, StaleEdit.
        """
        guarded = Entrance(self.store).asks_for_sign_in()

        def do(work: UnitOfWork) -> str:
            before = work.get(type(record), record.id) if record.id else None
            if guarded and _deed(record) is Deed.APPOINT:
                rights.require(actor, Deed.APPOINT)
            else:
                require_keeper(actor)
            if guarded and actor.person_id in _appointed(before, record):
                raise Refused(_OWN, kept="没有任何改动。", advice=_ANOTHER, article=Deed.APPOINT.article)
            _check(work, record)
            if before is None:
                work.add(record)
                return f"{word_of(type(record))}已添加"
            work.save(replace(before, version=record.version), record)
            return f"{word_of(type(record))}已修改"

        return self.store.perform(actor, _deed(record).value, do, op_id=op_id)


def _deed(record: object) -> Deed:
    return Deed.APPOINT if isinstance(record, Post) else Deed.SETTINGS


def _appointed(before: object, record: object) -> set[int]:
    """Whose post or standing a change is about."""
    if isinstance(record, Person):
        return set() if record.active else {record.id}
    return {one.person_id for one in (before, record) if isinstance(one, Post)}


def _check(work: UnitOfWork, record: Any) -> None:
    checks: dict[type, Callable[[UnitOfWork, Any], dict[str, str]]] = {Post: _post, Account: _account}
    wrong = checks.get(type(record), _unique_name)(work, record)
    if wrong:
        raise BadInput(wrong)


def _unique_name(work: UnitOfWork, record: Any) -> dict[str, str]:
    if not record.name.strip():
        return {"name": "请填写名称"}
    same = [one for one in work.find(type(record), name=record.name) if one.id != record.id and one.active]
    return {"name": f"已有“{record.name}”"} if same and record.active else {}


def _post(work: UnitOfWork, record: Post) -> dict[str, str]:
    wrong = {}
    if record.until is not None and record.until < record.since:
        wrong["until"] = "任期结束早于开始"
    if not work.find(Person, id=record.person_id):
        wrong["person_id"] = "请选择人员"
    others = (post for post in work.find(Post, person_id=record.person_id) if post.id != record.id)
    words = rights.conflict({record.role, *(post.role for post in others if _overlap(post, record))})
    if words:
        wrong["role"] = words
    return wrong


def _overlap(one: Post, other: Post) -> bool:
    return (one.until is None or other.since <= one.until) and (
        other.until is None or one.since <= other.until
    )


def _account(work: UnitOfWork, record: Account) -> dict[str, str]:
    needed = {"platform": "请选择平台", "name": "请填写账号名称", "subject": "请填写认证主体"}
    wrong = {name: words for name, words in needed.items() if not getattr(record, name).strip()}
    if record.valid_until is not None and record.valid_until < record.valid_from:
        wrong["valid_until"] = "有效期结束早于开始"
    return wrong
