"""Choices of forms, from the office's lists and the regulation's words, as (value, label) pairs."""

from collections.abc import Iterable

from yuqing_desktop.core import Core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Word

Choices = list[tuple[object, str]]


def words(members: Iterable[Word]) -> Choices:
    """Members of a vocabulary by their Chinese words."""
    return [(member, member.label) for member in members]


def sections(core: Core) -> Choices:
    """Sections in use, by id."""
    return [(one.id, one.name) for one in core.people.sections()]


def platforms(core: Core, *also: str) -> Choices:
    """Platforms in use, by name, and those already written somewhere."""
    names = dict.fromkeys([*(one.name for one in core.people.platforms()), *(name for name in also if name)])
    return [(name, name) for name in names]


def topics(core: Core, *also: str) -> Choices:
    """Topics in use, by name, and those already written somewhere."""
    names = dict.fromkeys([*(one.name for one in core.people.topics()), *(name for name in also if name)])
    return [(name, name) for name in names]


def accounts(core: Core, item: Item) -> Choices:
    """The certified accounts that may answer on the item's platform today (第十条), by id."""
    return [(one.id, _account(one.name, one.valid_until)) for one in core.replying.accounts_for(item)]


def _account(name: str, until: object) -> str:
    return f"{name}，认证有效至 {until}" if until else name


def people(core: Core) -> Choices:
    """People in office, by id."""
    return [(one.id, one.name) for one in core.people.people()]


def names_in(core: Core, section_id: int | None) -> list[str]:
    """Names of the people in office, those of a section first."""
    everyone = core.people.people()
    return [one.name for one in sorted(everyone, key=lambda one: one.section_id != section_id)]
