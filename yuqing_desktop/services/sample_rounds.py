"""The sample's daily rounds: the last two months, morning and afternoon, with a day or two missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rounds import Channel, RoundOutcome, Slot, Turn
from yuqing_desktop.domain.workdays import WorkCalendar
from yuqing_desktop.services.rounds import Rounds

LATELY = timedelta(days=62)
MISSED, FOUND = 0.012, 0.12
_STARTS = {Slot.MORNING: time(8, 35), Slot.AFTERNOON: time(14, 10)}


@dataclass(frozen=True, slots=True)
class Visit:
    """One channel looked through."""

    rounds: Rounds
    actor: Actor
    channel: Channel
    found: int

    def go_on(self) -> float | None:
        """Record it; nothing follows."""
        outcome = RoundOutcome.FOUND if self.found else RoundOutcome.NOTHING
        self.rounds.record(self.actor, self.channel.id, outcome, found=self.found)
        return None


def visits(
    rounds: Rounds, actor: Actor, calendar: WorkCalendar, now: datetime, seed: int
) -> Iterator[tuple[datetime, Visit]]:
    """Every look of the last weeks up to now, in no order; the last channels of the hour are still open."""
    dice = Random(f"{seed}-rounds")
    channels = rounds.channels()
    for day in calendar.workdays((now - LATELY).date(), now.date()):
        for slot in Slot:
            moment = datetime.combine(day, _STARTS[slot], SHANGHAI)
            wanted = channels if day < now.date() else channels[:4]
            for channel in wanted:
                moment += timedelta(minutes=dice.randint(3, 9))
                if moment > now or dice.random() < MISSED:
                    continue
                found = dice.randint(1, 2) if dice.random() < FOUND else 0
                yield moment, Visit(rounds, actor, channel, found)


def turns(rounds: Rounds, actor: Actor, people: list[int], today: date) -> None:
    """Who is on, week by week in turn, this week and the three before."""
    monday = today - timedelta(days=today.weekday())
    for back in range(3, -1, -1):
        since = monday - timedelta(weeks=back)
        on = people[back % len(people)]
        rounds.put_on_duty(actor, Turn(person_id=on, since=since, until=since + timedelta(days=6)))
