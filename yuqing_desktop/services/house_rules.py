"""The office's own words: kept, tried out against last month, and asked on entry."""

from dataclasses import dataclass, replace
from datetime import timedelta

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import house_rules
from yuqing_desktop.domain.house_rules import Hit, HouseRule
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.services.settings import require_keeper
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

TRIED_DAYS = 31


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The table of words."""

    store: Store

    def all(self) -> list[HouseRule]:
        """Every rule, in order."""
        return self.store.find(HouseRule)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """The rules in use that hold for a text, with the words that led to them."""
        return house_rules.hits(self.all(), text)

    def try_out(self, expression: str) -> tuple[Item, ...]:
        """The items of the last month a rule would have held for. Raises BadInput."""
        rule = house_rules.read(expression)
        since = moment_text(self.store.clock.now() - timedelta(days=TRIED_DAYS))
        items = self.store.where(Item, "trashed_at IS NULL AND registered_at >= ?", (since,))
        return tuple(
            item for item in items if house_rules.match(rule, f"{item.title}\n{item.summary}\n{item.content}")
        )

    def save(self, actor: Actor, rule: HouseRule, *, op_id: str | None = None) -> Changes:
        """Add (id 0) or change a rule. Raises BadInput, Refused, StaleEdit."""
        house_rules.read(rule.expression)

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            if rule.id == 0:
                work.add(rule)
            else:
                work.save(replace(work.get(HouseRule, rule.id), version=rule.version), rule)
            return "词表已保存"

        return self.store.perform(actor, "settings", do, op_id=op_id)
