"""Reminders: which open duties passed half, four fifths or the whole of their time; said in office hours only."""

from dataclasses import dataclass

from yuqing_desktop.domain.deadlines import share_used
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.reminders import SHARES, Reminder, reached
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store

MOST = 2_000
"""More than an office leaves open: what has long been late must not keep what is due now from being said."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """What deserves a word now."""

    store: Store
    settings: Settings

    def may_speak(self) -> bool:
        """Whether the office is open now."""
        return self.settings.rules().calendar.is_open(self.store.clock.now())

    def due(self, *, limit: int = MOST) -> tuple[Reminder, ...]:
        """The open duties past one of the shares, the most pressing first."""
        now = self.store.clock.now()
        rules = self.settings.rules()
        duties = self.store.find(Duty, closed_at=None, order="due_at", limit=limit)
        items = self.store.many_by_id(Item, {duty.item_id for duty in duties})
        found = []
        for duty in duties:
            item = items[duty.item_id]
            if duty.opened_at is None or duty.due_at is None or item.trashed_at is not None:
                continue
            profile = profile_on(rules.profiles, (item.registered_at or now).date())
            rule = profile.limit(duty.kind, item.level_or_ordinary)
            used = share_used(rules.calendar, rule, start=duty.opened_at, due=duty.due_at, now=now)
            share = SHARES[-1] if now > duty.due_at else min(reached(used), SHARES[-2])
            if share:
                found.append(
                    Reminder(duty.id, item.id, item.number, item.title, duty.kind, duty.due_at, share)
                )
        return tuple(sorted(found, key=lambda one: (-one.share, one.due_at)))
