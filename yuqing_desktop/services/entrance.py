"""What is asked before the window stands: is anything set up, is it a sample, must somebody sign in, who is it.

Kept small on purpose: these answers must not wait for the settings and the records.
"""

from dataclasses import dataclass
from datetime import date

from yuqing_desktop.domain.people import Actor, Person, Post, holders, roles_of
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import NotFound
from yuqing_desktop.storage.store import Store

SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who may come in, and where to."""

    store: Store

    def is_empty(self) -> bool:
        """Whether nothing has been set up yet."""
        return not self.store.database.rows("SELECT 1 FROM section LIMIT 1")

    def is_sample(self) -> bool:
        """Whether this registry is a sample one, marked as such on every screen and paper."""
        return self.store.setting(SAMPLE) == "1"

    def asks_for_sign_in(self) -> bool:
        """Whether somebody must sign in: not in a sample, not before the first administrator has a password."""
        return not self.is_sample() and bool(self.store.database.rows("SELECT 1 FROM credential LIMIT 1"))

    def holders(self, role: Role, day: date | None = None) -> list[Person]:
        """Who held a role on a day (today)."""
        on = day or self.store.clock.now().date()
        people = self.store.many_by_id(Person, holders(self.store.find(Post), role, on))
        return [people[one] for one in sorted(people)]

    def actor(self, person_id: int) -> Actor:
        """A person with the roles held today, as who acts. Raises NotFound."""
        person = self.store.get(Person, person_id)
        roles = roles_of(self.store.find(Post), person_id, self.store.clock.now().date())
        return Actor(person.id, person.name, roles, person.section_id)

    def actor_named(self, name: str) -> Actor:
        """The person of this name. Raises NotFound naming those there are."""
        people = [person for person in self.store.find(Person) if person.active]
        found = [person for person in people if person.name == name.strip()]
        if not found:
            known = "、".join(person.name for person in people)
            raise NotFound(
                f"没有名为“{name}”的人员。", advice=f"现有：{known}。" if known else "请先在设置中录入人员。"
            )
        return self.actor(found[0].id)
