"""个人信息 (第十一条): entered apart, shown masked, revealed for a reason on the record, purged when the term is over."""

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import personal, rights
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.personal import FIELDS
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.trust import PersonalData
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, NotFound, Refused
from yuqing_desktop.services.personal_files import OverdueFile, due_files
from yuqing_desktop.services.settings import office_of
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

ARTICLE = "第十一条"


@dataclass(frozen=True, slots=True)
class Overdue:
    """Personal data whose term is over: of which item, whose (masked), since when it had ended."""

    item_id: int
    number: str
    title: str
    whose: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Personal:
    """Personal data of items: one record an item."""

    store: Store
    blobs: Blobs

    def masked(self, item_id: int) -> dict[str, str]:
        """What may stand on screens and papers, by field; empty where nothing is kept."""
        data = self._kept(item_id)
        return {name: personal.masked(name, getattr(data, name)) for name in FIELDS} if data else {}

    def enter(
        self, actor: Actor, item_id: int, values: dict[str, str], *, op_id: str | None = None
    ) -> Changes:
        """Enter or correct them. Raises BadInput, NotFound, Refused."""
        name, phone, id_number, address = (one_line(values.get(field, "")) for field in FIELDS)
        given = PersonalData(item_id=item_id, name=name, phone=phone, id_number=id_number, address=address)
        personal.check(given)

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ENTER_PERSONAL)
            item = work.item(item_id)
            found = work.find(PersonalData, item_id=item_id)
            # a fresh salt each time: the hash in the record must not tell whether a number was changed back
            new = replace(given, salt=os.urandom(16).hex(), entered_at=work.now, entered_by=actor.name)
            if found:
                work.save(found[0], replace(new, id=found[0].id, version=found[0].version))
            else:
                work.add(new)
            return f"{item.number}的个人信息已登记"

        return self.store.perform(actor, Deed.ENTER_PERSONAL.value, do, item_id=item_id, op_id=op_id)

    def reveal(self, actor: Actor, item_id: int, reason: str) -> PersonalData:
        """The data as they are, for a reason that goes on the record; a section sees its own items' only.

        Raises BadInput, NotFound, Refused.
        """
        words = clean(reason)
        if not words:
            raise BadInput({"reason": "请写明查看的事由"}, article=ARTICLE)
        shown: list[PersonalData] = []

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.REVEAL_PERSONAL)
            item = work.item(item_id)
            _require_own(actor, item)
            data = self._kept(item_id)
            if data is None:
                raise NotFound(f"{item.number}没有登记个人信息。")
            work.detail["reason"] = words
            shown.append(data)
            return f"查看{item.number}的个人信息"

        self.store.perform(actor, Deed.REVEAL_PERSONAL.value, do, item_id=item_id)
        return shown[0]

    def days(self) -> int:
        """How many days after an item's end they are kept."""
        return office_of(self.store).personal_days

    def due(self) -> list[Overdue]:
        """Those whose term is over, the longest ended first."""
        now, days = self.store.clock.now(), self.days()
        kept = {one.item_id: one for one in self.store.find(PersonalData) if one.purged_at is None}
        found = []
        for item in self.store.many_by_id(Item, list(kept)).values():
            ended = item.closed_at or item.trashed_at
            if ended is not None and personal.is_due(ended, now, days):
                found.append(Overdue(item.id, item.number, item.title, personal.whose(kept[item.id]), ended))
        return sorted(found, key=lambda one: (one.ended_at, one.item_id))

    def due_files(self) -> list[OverdueFile]:
        """Files of imports whose term is over, the longest ended first."""
        return due_files(self.store, self.days())

    def purge(
        self,
        actor: Actor,
        item_ids: Collection[int],
        confirmed: str,
        *,
        files: Collection[str] = (),
        op_id: str | None = None,
    ) -> Changes:
        """Take away what is due of these items and files (SHA-256): it goes, that it was there stays.

        `confirmed` is what the person typed (personal.purge_words). Raises BadInput, Refused, Trouble.
        """
        due = [one for one in self.due() if one.item_id in item_ids]
        kept = [one for one in self.due_files() if one.sha256 in files]
        wanted = personal.purge_words(len(due), len(kept))
        if one_line(confirmed) != wanted:
            raise BadInput({"confirmed": f"请照写“{wanted}”"}, article=ARTICLE)

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.PURGE_PERSONAL)
            if not due and not kept:
                raise NotFound("没有到期的个人信息。")
            for one in due:
                (data,) = work.find(PersonalData, item_id=one.item_id)
                blank = dict.fromkeys(FIELDS, "")
                work.save(data, replace(data, **blank, salt="", purged_at=work.now))  # type: ignore[arg-type]
            for record in (record for file in kept for record in file.records):
                work.save(record, replace(record, purged_at=work.now))
            return _said(due, kept)

        done = self.store.perform(actor, Deed.PURGE_PERSONAL.value, do, op_id=op_id)
        self.store.database.shed_journal()
        for file in kept:
            self.blobs.remove(file.sha256)
        return done

    def _kept(self, item_id: int) -> PersonalData | None:
        return next(
            (one for one in self.store.find(PersonalData, item_id=item_id) if one.purged_at is None), None
        )


def keep_phone(work: UnitOfWork, number: str, phone: str) -> None:
    """The number a table tells of who complained, of the item just registered under this number."""
    (item,) = work.find(Item, number=number)
    work.add(
        PersonalData(
            item_id=item.id, phone=phone, salt=os.urandom(16).hex(), entered_at=work.now,
            entered_by=work.actor.name,
        )
    )  # fmt: skip


def _said(due: list[Overdue], kept: list[OverdueFile]) -> str:
    items = f"{len(due)}件事项的个人信息：{'、'.join(one.number for one in due)}" if due else ""
    files = f"{len(kept)}个导入的原文件：{'、'.join(one.title for one in kept)}" if kept else ""
    return "已清除" + "；".join(filter(None, (items, files)))


def _require_own(actor: Actor, item: Item) -> None:
    """A section member sees the data of the items that are with that section."""
    if actor.roles <= {Role.SECTION} and actor.section_id not in (item.section_id, *item.assisting):
        raise Refused(
            f"{item.number}不由本科室承办，不能查看个人信息。", kept="没有任何改动。", article=ARTICLE
        )
