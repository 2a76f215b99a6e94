"""登记 (第七条): take an item in, edit its ordinary fields, put it in the trash and back."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import links, numbering, rights, trash
from yuqing_desktop.domain.changing import with_fields
from yuqing_desktop.domain.item import Item, check, edited, registered
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.desk import Case, Desk, admit_with_duties, save_with_duties
from yuqing_desktop.storage.work import UnitOfWork

ONE_LINE = ("title", "platform", "source", "author", "link", "topic")
TEXTS = ("summary", "content", "notes")


def cleaned(values: dict[str, Any]) -> dict[str, Any]:
    """Field values as they are stored: texts cleaned once, where they enter."""
    return {
        name: one_line(value) if name in ONE_LINE else clean(value) if name in TEXTS else value
        for name, value in values.items()
    }


@dataclass(frozen=True, slots=True)
class Register:
    """The registry's entry."""

    desk: Desk

    def register(self, actor: Actor, values: dict[str, Any], *, op_id: str | None = None) -> Changes:
        """A new item from its fields; the result is its number. Raises BadInput, Refused."""

        def do(work: UnitOfWork) -> str:
            return self.add(work, values)

        return self.desk.store.perform(actor, Act.REGISTER, do, op_id=op_id)

    def add(self, work: UnitOfWork, values: dict[str, Any]) -> str:
        """Register inside an act that is already open: the item's number. Raises BadInput, Refused."""
        return self.admit(work, self.prepared(work.actor, values))

    def admit(self, work: UnitOfWork, prepared: Item, *, serial: int | None = None, **provenance: Any) -> str:
        """Number and save an item that was prepared, with its origin and batch where it has one. Raises Refused.

        `serial` is its running number where several were taken at once.
        """
        require_registrar(work.actor)
        year = work.now.year
        number = numbering.item_number(year, serial or work.next_number(numbering.ITEM_COUNTER, year))
        item = with_fields(prepared, number=number, registered_at=work.now, **provenance)
        admit_with_duties(work, self.desk.settings.rules(), item)
        return number

    def prepared(self, actor: Actor, values: dict[str, Any]) -> Item:
        """The item these values would make now, checked: also what a preview judges by. Raises BadInput."""
        now = self.desk.store.clock.now()
        item = registered(cleaned(values))
        item = with_fields(
            item,
            registered_at=now,
            registered_by=actor.name,
            found_at=item.found_at or now,
            link_key=links.link_key(item.link)
            or item.link_key,  # an import tells a post without link by its id
            figures_at=item.figures_at or item.found_at or now,
            figures_by=item.figures_by or actor.name,
        )
        check(item)
        return item

    def edit(
        self,
        actor: Actor,
        item_id: int,
        changes: dict[str, Any],
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Change ordinary fields, not the 当时 figures nor what acts set. Raises BadInput, Refused, StaleEdit."""

        def do(case: Case) -> str:
            changed = edited(case.item, cleaned(changes))
            key = links.link_key(changed.link)
            case.advance(changed if key == changed.link_key else with_fields(changed, link_key=key))
            return case.item.number

        return self.desk.perform(actor, Act.EDIT, item_id, do, version=version, op_id=op_id)

    def read_figures(
        self, actor: Actor, item_id: int, reading: FigureReading, *, op_id: str | None = None
    ) -> Changes:
        """A later reading beside the frozen first one (第七条)."""

        def do(case: Case) -> str:
            read_at = reading.read_at or case.now
            case.work.add(
                with_fields(reading, item_id=item_id, read_at=read_at, read_by=reading.read_by or actor.name)
            )
            return "读数已补登"

        return self.desk.perform(actor, Act.READ_FIGURES, item_id, do, op_id=op_id)

    def trash(self, actor: Actor, item_id: int, reason: str, *, op_id: str | None = None) -> Changes:
        """Put a just registered item aside for 30 days; its number stays taken. Raises Refused."""

        def do(case: Case) -> str:
            case.work.detail["reason"] = reason
            case.advance(trashed_at=case.now)
            return f"{case.item.number}已移入回收站，{trash.TRASH_DAYS}天内可以恢复"

        return self.desk.perform(actor, Act.TRASH, item_id, do, op_id=op_id)

    def restore(self, actor: Actor, item_id: int, *, op_id: str | None = None) -> Changes:
        """Take an item out of the trash. Raises Refused."""

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            item = work.item(item_id)
            if reason := trash.why_not(item, work.now):
                raise Refused(f"{item.number}不能恢复：{reason}。", kept="事项没有改动。", article="第七条")
            save_with_duties(
                work, self.desk.settings.rules(), item, with_fields(item, trashed_at=None), Act.RESTORE, {}
            )
            return f"{item.number}已恢复"

        return self.desk.store.perform(actor, Act.RESTORE, do, item_id=item_id, op_id=op_id)


def require_registrar(actor: Actor) -> None:
    """第七条: the office's named person registers. Raises Refused."""
    if words := rights.refusal(actor, Deed.REGISTER):
        raise Refused(words, kept="填写的内容还在。", article=Deed.REGISTER.article)
