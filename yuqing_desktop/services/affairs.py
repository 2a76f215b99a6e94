"""同一事件 (第三条): what in the registry is like a new post, what a person said of it, and acts on all posts of an event."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import links
from yuqing_desktop.domain.affairs import Affair, Alike, Judgement, Relation, days_between
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.intake.similar import rank
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.register import require_registrar
from yuqing_desktop.storage.queries import alike
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

LEAST_SCORE = 0.5
SAME_LINK = 100


@dataclass(frozen=True, slots=True)
class Affairs:
    """Posts of one event."""

    store: Store
    _known: dict[str, int] = field(default_factory=dict)

    def alike(
        self,
        *,
        title: str,
        text: str = "",
        link: str = "",
        published_at: datetime | None = None,
        item_id: int = 0,
    ) -> tuple[Alike, ...]:
        """Stored items like a post, the likest first; those a person called 不是 are left out."""
        key = links.link_key(link)
        found = {
            item.id: (SAME_LINK, Verdict.SAME)
            for item in (self.store.find(Item, link_key=key) if key else [])
        }
        words = f"{title}\n{text}".strip()
        database = self.store.database
        near = alike.texts(database, alike.candidates(database, words, self._known))
        for like in rank(words, [(id_, f"{head}\n{body}") for id_, head, body in near], least=LEAST_SCORE):
            found.setdefault(like.id, (round(like.score * 100), like.verdict))
        items = self.store.many_by_id(Item, found.keys() - self._said_different(item_id) - {item_id})
        ranked = [
            alike_to(item, *found[one], published_at)
            for one, item in items.items()
            if item.trashed_at is None
        ]
        return tuple(sorted(ranked, key=lambda one: (-one.score, one.item_id)))

    def judge(
        self, actor: Actor, item_id: int, other_id: int, relation: Relation, *, op_id: str | None = None
    ) -> Changes:
        """Say what two posts are to each other; 同一条 and 同一事件 group them. Raises BadInput, Refused, NotFound."""
        if item_id == other_id:
            raise BadInput({"other_id": "不能与自己比较"}, article="第三条")

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            item, other = work.item(item_id), work.item(other_id)
            work.add(
                Judgement(item_id=item_id, other_id=other_id, relation=relation, at=work.now, by=actor.name)
            )
            if relation is not Relation.DIFFERENT:
                self._group(work, item, other)
            return f"{item.number}与{other.number}：{relation.label}"

        return self.store.perform(actor, "judge", do, item_id=item_id, op_id=op_id)

    def leave(self, actor: Actor, item_id: int, *, op_id: str | None = None) -> Changes:
        """Take a post out of its event. Raises Refused."""

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            item = work.item(item_id)
            work.save(item, replace(item, affair_id=None))
            return f"{item.number}已移出同一事件"

        return self.store.perform(actor, "judge", do, item_id=item_id, op_id=op_id)

    def members(self, item: Item) -> list[Item]:
        """The posts of an item's event, itself among them; itself alone when it has none."""
        return self.store.find(Item, affair_id=item.affair_id) if item.affair_id else [item]

    def together(self, item_ids: Iterable[int], do: Callable[[int], Changes]) -> list[Changes]:
        """The same act on several posts, each on its own record, all of them or none. Raises what the act raises."""
        with self.store.many():
            return [do(one) for one in item_ids]

    def _group(self, work: UnitOfWork, item: Item, other: Item) -> None:
        affair_id = other.affair_id or item.affair_id
        if affair_id is None:
            affair_id = work.add(Affair(title=other.title, made_at=work.now, made_by=work.actor.name)).id
        moving = [item, other]
        if item.affair_id not in (None, affair_id):
            moving += [one for one in work.find(Item, affair_id=item.affair_id) if one.id != item.id]
        for one in moving:
            work.save(one, replace(one, affair_id=affair_id))

    def _said_different(self, item_id: int) -> frozenset[int]:
        if not item_id:
            return frozenset()
        said = self.store.where(
            Judgement,
            "relation = ? AND (item_id = ? OR other_id = ?)",
            (Relation.DIFFERENT.value, item_id, item_id),
        )
        return frozenset(one.other_id if one.item_id == item_id else one.item_id for one in said)


def text_of(item: Item) -> str:
    """The words two posts are compared by."""
    return f"{item.title}\n{item.content or item.summary}".strip()


def alike_to(item: Item, score: int, verdict: Verdict, published_at: datetime | None) -> Alike:
    """A stored item as it is shown beside a new post: `score` 0–100, days apart from when that was published."""
    apart = days_between(published_at, item.published_at)
    return Alike(item.id, item.number, item.title, score, verdict.value, apart, item.status.label)
