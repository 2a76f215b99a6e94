"""One door for writing: one transaction, one audit event and one `Changes` an act."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from yuqing_desktop.changes import Changes, Touched
from yuqing_desktop.clock import Clock
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.problems import Refused
from yuqing_desktop.storage import audit
from yuqing_desktop.storage.codec import canonical, moment_text
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.reading import Reads

if TYPE_CHECKING:
    from yuqing_desktop.storage.work import UnitOfWork

T = TypeVar("T")


class Store(Reads):
    """The registry: `perform` writes, everything inherited from Reads reads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database)
        self.clock = clock

    def perform(
        self,
        actor: Actor,
        act: str,
        do: Callable[[UnitOfWork], str | None],
        *,
        item_id: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Carry out one act: `do` writes through the unit of work and returns words for the result.

        The same `op_id` a second time writes nothing and returns the first outcome. A refusal is recorded
        as an event of its own. Raises Problem.
        """
        from yuqing_desktop.storage.work import UnitOfWork  # with all its records: not needed to read

        with self.database.lock:
            earlier = audit.by_op_id(self.database, op_id)
            if earlier is not None:
                return _changes_of(earlier)
            try:
                with self.database.transaction():
                    work = UnitOfWork(self.database, self.clock.now(), actor)
                    result = do(work) or ""
                    event = self._append(
                        actor, act, at=work.now, item_id=item_id or work.only_item_id, op_id=op_id,
                        detail=work.detail, rows=work.written(), result=result,
                    )  # fmt: skip
            except Refused as refusal:
                self._record_refusal(actor, act, item_id, refusal)
                raise
            self._kept()
        return Changes(act, event, work.touched, work.item_ids or _one(item_id), result)

    def require(self, actor: Actor, deed: Deed) -> None:
        """For what is refused before an act begins. Raises Refused, on the record, when this person may not."""
        try:
            rights.require(actor, deed)
        except Refused as refusal:
            self._record_refusal(actor, deed.value, None, refusal)
            raise

    @contextlib.contextmanager
    def many(self) -> Iterator[None]:
        """Several acts in one transaction: each keeps its event, all are kept or none (samples, imports)."""
        with self.database.transaction():
            yield
        self._kept()

    def save_form(self, form: str, person_id: int, item_id: int | None, content: str) -> None:
        """Keep what is being typed (not evidence: no event). An empty content forgets it."""
        with self.database.transaction():
            self.database.execute(
                "DELETE FROM form_draft WHERE form = ? AND person_id = ? AND coalesce(item_id, 0) = ?",
                (form, person_id, item_id or 0),
            )
            if content:
                self.database.execute(
                    "INSERT INTO form_draft (form, person_id, item_id, content, saved_at)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (form, person_id, item_id, content, moment_text(self.clock.now())),
                )

    def record(self, act: str, detail: dict[str, Any], rows: list[dict[str, Any]], result: str) -> int:
        """An event of the program itself, inside `many`: what a migration did."""
        return self._append(SYSTEM, act, detail=detail, rows=rows, result=result)

    def _record_refusal(self, actor: Actor, act: str, item_id: int | None, refusal: Refused) -> None:
        detail = {"reason": refusal.what, "article": refusal.article}
        with self.database.transaction():
            self._append(actor, act, detail=detail, item_id=item_id, outcome="refused")
        self._kept()

    def _append(
        self,
        actor: Actor,
        act: str,
        *,
        detail: dict[str, Any],
        at: datetime | None = None,
        item_id: int | None = None,
        outcome: str = "done",
        op_id: str | None = None,
        rows: list[dict[str, Any]] | None = None,
        result: str = "",
    ) -> int:
        """One more event, noted by the workstation before it is committed."""
        values = {
            "at": moment_text(at or self.clock.now()), "person_id": actor.person_id, "person": actor.name,
            "roles": ",".join(sorted(actor.roles)), "act": act, "item_id": item_id, "outcome": outcome,
            "op_id": op_id, "detail": canonical(detail), "rows": canonical(rows or []), "result": result,
        }  # fmt: skip
        event = audit.append(self.database, values)
        if self.database.heads is not None:
            self.database.heads.mean(event.id, event.hash, event.previous)
        return event.id

    def _kept(self) -> None:
        """The outermost transaction was committed: so say the notes of the workstation."""
        if self.database.heads is not None and not self.database.in_transaction:
            self.database.heads.keep()


def _changes_of(event: audit.Event) -> Changes:
    rows = tuple(Touched(row["t"], row["id"]) for row in json.loads(event.rows))
    items = dict.fromkeys(row.row_id for row in rows if row.table == "item")
    return Changes(event.act, event.id, rows, tuple(items) or _one(event.item_id), event.result)


def _one(item_id: Any) -> tuple[int, ...]:
    return () if item_id is None else (item_id,)
