"""The registry as it is read: lists, counts, search, and the case file of one item."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from yuqing_desktop.domain import deadlines, filters, links, numbering, workflow
from yuqing_desktop.domain.deadlines import Deadline
from yuqing_desktop.domain.filters import Filter, Sort
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.listing import Dossier, RegistryRow
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.records import (
    Consent,
    Draft,
    Duty,
    Evidence,
    FigureReading,
    Handling,
    Note,
    Paper,
    Reply,
    Slip,
)  # fmt: skip
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.desk import facts_of
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.queries import registry as lists
from yuqing_desktop.storage.queries.timeline import timeline
from yuqing_desktop.storage.reading import Reads
from yuqing_desktop.storage.store import Store

NEWEST_FIRST = (Sort(),)


@dataclass(frozen=True, slots=True)
class Registry:
    """Read access for screens and the command line."""

    store: Store
    settings: Settings

    def ids(
        self, filter_: Filter, sort: Sequence[Sort] = NEWEST_FIRST, *, limit: int | None = None
    ) -> "array[int]":
        """The ids of the items a filter lets through, in order."""
        return lists.ids(self.store.database, filter_, sort, self.store.clock.now(), limit)

    def page(self, ids: Iterable[int]) -> list[RegistryRow]:
        """Rows for these ids (at most a few hundred), in their order."""
        return lists.page(self.store.database, ids)

    def count(self, filter_: Filter) -> int:
        """How many items a filter lets through."""
        return lists.count(self.store.database, filter_, self.store.clock.now())

    def counts(self) -> dict[str, int]:
        """The numbers beside the navigation, by view key."""
        return lists.counts(self.store.database, self.store.clock.now())

    def search(self, words: str, *, limit: int | None = None) -> "array[int]":
        """Newest first, the items that hold every word."""
        return self.ids(Filter(words=tuple(words.split())), limit=limit)

    def parse(self, text: str) -> Filter:
        """A typed filter as a value. Raises BadInput."""
        return filters.parse(text)

    def item(self, item_id: int) -> Item:
        """One item. Raises NotFound."""
        return self.store.get(Item, item_id)

    def by_number(self, typed: str) -> Item:
        """The item a person means by its number (YQ-2026-12, 2026-12, 12). Raises NotFound."""
        year = self.store.clock.now().year
        number, earlier = (numbering.typed_item_number(typed, one) for one in (year, year - 1))
        try:
            return self.store.item_by_number(number)
        except NotFound as missing:
            if earlier == number or not self.store.find(Item, number=earlier):
                raise
            raise NotFound(missing.what, advice=f"去年的请写全：{earlier}。") from None

    def trashed(self, typed: str) -> Item | None:
        """The item in the trash that a person means by its number; None when there is none."""
        try:
            item = self.by_number(typed)
        except NotFound:
            return None
        return item if item.trashed_at is not None else None

    def same_link(self, link: str) -> list[Item]:
        """The items already registered for the post this link leads to, oldest first; none for no web link."""
        key = links.link_key(link)
        return self.store.find(Item, link_key=key) if key else []

    def dossier(self, item_id: int, actor: Actor) -> Dossier:
        """Everything known of one item, and what this person may do with it. Raises NotFound."""
        item = self.item(item_id)
        sections = self.store.many_by_id(
            Section, [*item.assisting, *([item.section_id] if item.section_id else [])]
        )

        def all_of(cls: type) -> tuple:  # type: ignore[type-arg]
            return tuple(self.store.find(cls, item_id=item_id))

        return Dossier(
            item=item,
            section=sections[item.section_id].name if item.section_id in sections else "",
            assisting=tuple(sections[one].name for one in item.assisting if one in sections),
            slips=all_of(Slip),
            handlings=all_of(Handling),
            drafts=all_of(Draft),
            consents=all_of(Consent),
            replies=all_of(Reply),
            duties=all_of(Duty),
            readings=tuple(self.store.find(FigureReading, item_id=item_id, withdrawn_at=None)),
            papers=papers_of(self.store, item_id),
            notes=all_of(Note),
            evidence=all_of(Evidence),
            timeline=timeline(self.store.database, item_id),
            offers=workflow.offers(item, actor, facts_of(self.store, item)),
            signed=self._signed(item_id),
        )

    def _signed(self, item_id: int) -> frozenset[int]:
        """第九条: the consents the approver's key signed."""
        sql = "SELECT consent_id FROM signature JOIN consent ON consent.id = consent_id WHERE item_id = ?"
        return frozenset(row[0] for row in self.store.database.rows(sql, (item_id,)))

    def explain(self, duty: Duty) -> Deadline:
        """A duty's due time with its arithmetic day by day; a promised or extended one keeps its own time."""
        item = self.item(duty.item_id)
        rules = self.settings.rules()
        start = duty.opened_at or self.store.clock.now()
        profile = profile_on(rules.profiles, (item.registered_at or start).date())
        limit = profile.limit(duty.kind, item.level_or_ordinary)
        found = deadlines.due(rules.calendar, limit, start)
        if duty.due_at is None or duty.due_at == found.due:
            return found
        words = (
            f"以转送单印明的时限为准：{duty.due_at:%Y-%m-%d %H:%M}"
            if duty.extended == "promised"
            else duty.extended
        )
        return replace(found, due=duty.due_at, steps=(*found.steps, words))


def papers_of(reads: Reads, item_id: int) -> tuple[Paper, ...]:
    """An item's papers, with the slip it shares with other posts of its event."""
    own = reads.find(Paper, item_id=item_id)
    numbers = {slip.number for slip in reads.find(Slip, item_id=item_id)} - {paper.number for paper in own}
    shared = [paper for number in sorted(numbers) for paper in reads.find(Paper, number=number)]
    return tuple(sorted([*own, *shared], key=lambda paper: paper.id))
