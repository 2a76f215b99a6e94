"""每日巡查 (第七条、第十三条一): channels, who is on, one record a look, and the days that were missed."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rounds
from yuqing_desktop.domain.people import Actor, Person
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.rounds import (
    Channel,
    Gap,
    Look,
    RoundDay,
    RoundOutcome,
    Slot,
    Turn,
    gaps,
    on_duty,
    slot_of,
)
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.register import require_registrar
from yuqing_desktop.services.settings import Settings, require_keeper
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ChannelState:
    """A channel in the slot of the hour: looked through (and what came of it), or not yet."""

    channel: Channel
    look: Look | None


@dataclass(frozen=True, slots=True)
class Rounds:
    """The daily round."""

    store: Store
    settings: Settings

    def channels(self) -> list[Channel]:
        """Channels in use, in the order entered."""
        return [channel for channel in self.store.find(Channel) if channel.active]

    def slot(self) -> Slot:
        """The slot of the hour."""
        return slot_of(self.store.clock.now())

    def states(self, day: date | None = None, slot: Slot | None = None) -> tuple[ChannelState, ...]:
        """Every channel with its last look in a slot (now's)."""
        now = self.store.clock.now()
        looks = self.store.find(Look, day=(day or now.date()).isoformat(), slot=(slot or slot_of(now)).value)
        last = {look.channel_id: look for look in looks}
        return tuple(ChannelState(channel, last.get(channel.id)) for channel in self.channels())

    def on_duty(self, day: date | None = None) -> str:
        """The name of the person on for the round that day; empty when nobody was named."""
        person_id = on_duty(self.store.find(Turn), day or self.store.clock.now().date())
        return self.store.get(Person, person_id).name if person_id else ""

    def record(
        self,
        actor: Actor,
        channel_id: int,
        outcome: RoundOutcome,
        *,
        found: int = 0,
        words: str = "",
        op_id: str | None = None,
    ) -> Changes:
        """One look, now: 未发现, or how many were registered. Raises BadInput, Refused, NotFound."""

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            channel = work.get(Channel, channel_id)
            if outcome is RoundOutcome.FOUND and found < 1:
                raise BadInput({"found": "请填写登记的件数"}, article="第七条")
            work.add(
                Look(
                    channel_id=channel.id, channel=channel.name, day=work.now.date(), slot=slot_of(work.now), at=work.now,
                    by=actor.name, words=one_line(words) or channel.words, outcome=outcome, found=found,
                )
            )  # fmt: skip
            return f"{channel.name}：{outcome.label}" + (f"{found}件" if found else "")

        return self.store.perform(actor, "round", do, op_id=op_id)

    def looks(self, first: date, last: date) -> list[Look]:
        """Every look between two days, both included."""
        return self.store.where(
            Look, "day >= ? AND day <= ?", (first.isoformat(), last.isoformat()), order="day, id"
        )

    def gaps(self, first: date) -> tuple[Gap, ...]:
        """What was not looked through since a day, though it was a working day; nothing before the registry began."""
        now = self.store.clock.now()
        first = max(first, self._began())
        looks = self.looks(first, now.date())
        return gaps(self.channels(), looks, self.settings.rules().calendar, first, now)

    def _began(self) -> date:
        """The day of the registry's first event."""
        rows = self.store.database.rows("SELECT substr(at, 1, 10) FROM event ORDER BY id LIMIT 1")
        return date.fromisoformat(rows[0][0]) if rows else self.store.clock.now().date()

    def days(self, period: Period) -> tuple[RoundDay, ...]:
        """Every day of a period as the rounds went."""
        looks, calendar = self.looks(period.first, period.last), self.settings.rules().calendar
        now = self.store.clock.now()
        return rounds.days(self.channels(), looks, calendar, period.first, period.last, now)

    def turns(self) -> list[Turn]:
        """Who was named to be on, in the order entered: the later one holds."""
        return self.store.find(Turn)

    def save_channel(self, actor: Actor, channel: Channel, *, op_id: str | None = None) -> Changes:
        """Add (id 0) or change a channel. Raises BadInput, Refused, StaleEdit."""

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            if not channel.name.strip():
                raise BadInput({"name": "请填写渠道名称"}, article="第七条")
            if channel.id == 0:
                work.add(channel)
            else:
                work.save(replace(work.get(Channel, channel.id), version=channel.version), channel)
            return f"巡查渠道“{channel.name}”已保存"

        return self.store.perform(actor, "settings", do, op_id=op_id)

    def put_on_duty(self, actor: Actor, turn: Turn, *, op_id: str | None = None) -> Changes:
        """Name who is on for the round. Raises BadInput, Refused, NotFound."""

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            person = work.get(Person, turn.person_id)
            if turn.until < turn.since:
                raise BadInput({"until": "结束早于开始"}, article="第七条")
            work.add(turn)
            return f"{turn.since}至{turn.until}由{person.name}值班"

        return self.store.perform(actor, "settings", do, op_id=op_id)


def search_link(channel: Channel) -> str:
    """The channel's search page for its words; only web links are opened."""
    link = channel.link.replace("{words}", quote(channel.words))
    return link if link.startswith(("http://", "https://")) else ""
