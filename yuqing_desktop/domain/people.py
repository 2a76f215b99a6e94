"""Sections, people, posts with terms (第二条): who held a post on a day is what counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from yuqing_desktop.domain.vocabulary import Role

SectionId = NewType("SectionId", int)
PersonId = NewType("PersonId", int)


@dataclass(frozen=True, slots=True)
class Section:
    """科室: answers for the content of replies (第五条)."""

    id: int = 0
    name: str = ""
    phone: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the bureau, perhaps of a section."""

    id: int = 0
    name: str = ""
    section_id: int | None = None
    phone: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A role a person holds from one day to another (both included; no end: still held)."""

    id: int = 0
    person_id: int = 0
    role: Role = Role.CLERK
    since: date = date(2000, 1, 1)
    until: date | None = None
    version: int = 0

    def held_on(self, day: date) -> bool:
        """Whether the term covers this local day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts now: a person with the roles held today."""

    person_id: int
    name: str
    roles: frozenset[Role]
    section_id: int | None = None

    @property
    def title(self) -> str:
        """Name and roles as shown in the title bar: 张敏（专人）."""
        roles = "、".join(role.label for role in sorted(self.roles, key=lambda role: role.rank))
        return f"{self.name}（{roles}）" if roles else self.name

    def may(self, roles: Iterable[Role]) -> bool:
        """Whether any of these roles is held."""
        return not self.roles.isdisjoint(roles)


def holders(posts: Iterable[Post], role: Role, day: date) -> tuple[int, ...]:
    """The ids of the people who held a role on a day, in the order of the posts."""
    return tuple(post.person_id for post in posts if post.role is role and post.held_on(day))


def roles_of(posts: Iterable[Post], person_id: int, day: date) -> frozenset[Role]:
    """The roles a person held on a day."""
    return frozenset(post.role for post in posts if post.person_id == person_id and post.held_on(day))


SYSTEM = Actor(0, "本程序", frozenset())
