"""The page the day starts on: what is due next and whose it is, the figures behind the counted cards."""

from dataclasses import dataclass

from yuqing_desktop.domain import today, workflow
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.readiness import Lack, lacking
from yuqing_desktop.domain.records import Account, Duty
from yuqing_desktop.domain.rights import OFFICE
from yuqing_desktop.domain.today import DayCount, NextDuty, Remarks
from yuqing_desktop.domain.trust import Credential
from yuqing_desktop.domain.vocabulary import DutyKind, Role
from yuqing_desktop.domain.workdays import DayKind
from yuqing_desktop.services.desk import facts_of
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.queries import today as lists
from yuqing_desktop.storage.store import Store

SHOWN = 40
DAYS = 14
_LEADER = {DutyKind.DEPUTY_APPROVAL: Role.DEPUTY, DutyKind.HEAD_APPROVAL: Role.HEAD}
_BEFORE_ALL = {DutyKind.REPORT_UP: OFFICE} | {kind: frozenset({role}) for kind, role in _LEADER.items()}


@dataclass(frozen=True, slots=True)
class Today:
    """Read access for the first page."""

    store: Store
    settings: Settings

    def next_duties(self, actor: Actor, *, limit: int = SHOWN) -> list[NextDuty]:
        """The open duties, the first due first, each with its act as this person may take it.

        Before the others comes what waits for a leader's consent when it is that leader who looks, and for the
        office what is to be reported at once (第七条), however much else is late.
        """
        own = [kind for kind, roles in _BEFORE_ALL.items() if actor.may(roles)]
        wanted = lists.open_duties(self.store.database, limit, first=own)
        duties = self.store.many_by_id(Duty, wanted)
        items = self.store.many_by_id(Item, {duty.item_id for duty in duties.values()})
        sections = {one.id: one.name for one in self.store.find(Section)}
        return [
            self._next(duties[one], items[duties[one].item_id], sections, actor)
            for one in wanted
            if one in duties
        ]

    def remarks(self) -> Remarks:
        """What stands under the counted cards."""
        now = self.store.clock.now()
        return lists.remarks(self.store.database, now, len(self._valid_accounts()))

    def lacking(self) -> tuple[Lack, ...]:
        """What the office has to enter before an item can go its whole way."""
        day = self.store.clock.now().date()
        entrance = Entrance(self.store)
        sections = [one for one in self.store.find(Section) if one.active]
        leaders = {role: entrance.holders(role, day) for role in (Role.DEPUTY, Role.HEAD)}
        roles = {role for role, holders in leaders.items() if holders}
        can = {one.person_id for one in self.store.find(Credential, active=1)}
        sign_in = all(one.id in can for holders in leaders.values() for one in holders)
        return lacking(
            len(sections), roles, len(self._valid_accounts()),
            leaders_sign_in=sign_in or not entrance.asks_for_sign_in(),
        )  # fmt: skip

    def registrations(self, *, days: int = DAYS) -> list[DayCount]:
        """The last days up to today: how much was registered, and how much of it ran late."""
        now = self.store.clock.now()
        return lists.registrations(self.store.database, now.date(), days, now)

    def day_kind(self) -> DayKind:
        """工作日, 休息日 or 补班."""
        return self.settings.rules().calendar.kind(self.store.clock.now().date())

    def _valid_accounts(self) -> list[Account]:
        day = self.store.clock.now().date()
        return [one for one in self.store.find(Account) if one.valid_on(day)]

    def _next(self, duty: Duty, item: Item, sections: dict[int, str], actor: Actor) -> NextDuty:
        act = today.act_for(duty.kind, item.status)
        return NextDuty(
            item_id=item.id,
            number=item.number,
            title=item.title,
            kind=duty.kind,
            due_at=duty.due_at,
            whose=self._whose(duty, item, sections),
            act=act,
            reason=workflow.refusal(act, item, actor, facts_of(self.store, item)),
            level=item.level_or_ordinary,
        )

    def _whose(self, duty: Duty, item: Item, sections: dict[int, str]) -> str:
        if duty.kind.is_sections:
            return sections.get(duty.section_id or item.section_id or 0, "科室")
        leader = _LEADER.get(duty.kind)
        return leader.label if leader else self.settings.office().office
