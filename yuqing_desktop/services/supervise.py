"""督办 (第三条): who stands on which rung of the ladder, and the numbered 催办单 and 督办单."""

from dataclasses import dataclass, replace
from datetime import datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import numbering
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.records import Duty, Note, Paper
from yuqing_desktop.domain.supervision import WATCHED, Pressing, Rung, next_act, rung
from yuqing_desktop.domain.vocabulary import Act, PaperKind
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.duty_acts import checked_note

PAPER_OF = {Act.URGE: PaperKind.URGE_NOTE, Act.SUPERVISE: PaperKind.SUPERVISION_NOTE}


@dataclass(frozen=True, slots=True)
class Standing:
    """A section's open duty on the ladder: the item, the section, how late, what was done, what comes next."""

    item: Item
    section: str
    duty: Duty
    rung: Rung
    done: Pressing
    next_act: Act | None


@dataclass(frozen=True, slots=True)
class Supervise:
    """Pressing late sections."""

    desk: Desk

    def standings(self) -> tuple[Standing, ...]:
        """Every section's open duty that is past the call's share of its time, the latest first."""
        store, rules = self.desk.store, self.desk.settings.rules()
        now, ladder = store.clock.now(), self.desk.settings.office().ladder
        marks = ", ".join("?" * len(WATCHED))
        duties = store.where(
            Duty, f"closed_at IS NULL AND kind IN ({marks})", [kind.value for kind in WATCHED], order="due_at"
        )
        items = store.many_by_id(Item, [duty.item_id for duty in duties])
        sections = {section.id: section.name for section in store.find(Section)}
        notes = self._notes(list(items.values()))
        found = []
        for duty in duties:
            item = items[duty.item_id]
            if item.trashed_at is not None:
                continue
            profile = profile_on(rules.profiles, (item.registered_at or now).date())
            limit = profile.limit(duty.kind, item.level_or_ordinary)
            at = rung(duty, limit, rules.calendar, ladder, now)
            if at is not Rung.QUIET:
                done = pressing(notes.get(item.id, []), duty.opened_at or now)
                found.append(
                    Standing(item, sections.get(item.section_id or 0, ""), duty, at, done, next_act(at, done))
                )
        return tuple(found)

    def issue(self, actor: Actor, act: Act, item_id: int, note: Note, *, op_id: str | None = None) -> Changes:
        """催办 or 督办 by a numbered paper. Raises BadInput, Refused."""
        checked_note(act, note)

        def do(case: Case) -> str:
            kind = PAPER_OF[act]
            prefix = self.desk.settings.office().prefix(kind)
            serial = case.work.next_number(prefix, case.now.year)
            number = numbering.paper_number(prefix, case.now.year, serial)
            saved = case.work.add(
                replace(
                    note,
                    item_id=item_id,
                    act=act.value,
                    at=note.at or case.now,
                    by=note.by or actor.name,
                    number=number,
                )
            )
            case.work.add(
                Paper(
                    item_id=item_id,
                    kind=kind,
                    number=number,
                    made_at=case.now,
                    made_by=actor.name,
                    subject_id=saved.id,
                )
            )
            case.advance(urged=case.item.urged + (act is Act.URGE))
            return number

        return self.desk.perform(actor, act, item_id, do, op_id=op_id)

    def _notes(self, items: list[Item]) -> dict[int, list[Note]]:
        by_item: dict[int, list[Note]] = {}
        if not items:
            return by_item
        acts = (Act.CALL, Act.URGE, Act.SUPERVISE, Act.GIVE_REASON)
        marks = ", ".join("?" * len(acts))
        condition = f"act IN ({marks}) AND item_id IN (SELECT item_id FROM duty WHERE closed_at IS NULL)"
        for note in self.desk.store.where(Note, condition, [act.value for act in acts]):
            by_item.setdefault(note.item_id, []).append(note)
        return by_item


def pressing(notes: list[Note], since: datetime) -> Pressing:
    """What was done about a duty since it was opened."""
    acts = [note.act for note in notes if note.at is not None and note.at >= since]
    return Pressing(
        calls=acts.count(Act.CALL),
        urges=acts.count(Act.URGE),
        supervisions=acts.count(Act.SUPERVISE),
        reason_given=Act.GIVE_REASON in acts,
    )
