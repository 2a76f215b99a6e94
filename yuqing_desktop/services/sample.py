"""A sample registry of any size: a year of made-up items, moved through the services in the order of time."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act, Role
from yuqing_desktop.domain.workdays import WorkCalendar
from yuqing_desktop.problems import Refused
from yuqing_desktop.progress import Progress
from yuqing_desktop.services import sample_rounds
from yuqing_desktop.services.desk import Desk
from yuqing_desktop.services.founding import SAMPLE_MEMBERS, Founding
from yuqing_desktop.services.people import People
from yuqing_desktop.services.rounds import Rounds
from yuqing_desktop.services.sample_acts import Fate, Town
from yuqing_desktop.services.sample_life import Life
from yuqing_desktop.services.sample_rounds import Visit
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store

YEAR = timedelta(days=365)
LATELY, SHARE_LATELY = timedelta(days=9), 0.12
"""An office's open items are mostly of the last days: this share of all falls into them."""
MOST_FRESH = 40
RECENT = 25
"""Only the last of so many parts of the year holds forgotten items: an office does not leave one lying for months."""
STUCK = 0.03
_SLICE = 2_000

_STOPS: tuple[tuple[Fate, Act | None], ...] = (
    (Fate.REPLY, Act.REGISTER), (Fate.REPLY, Act.ASSESS), (Fate.REPLY, Act.TRANSFER), (Fate.REPLY, Act.RECEIVE),
    (Fate.REPLY, Act.INTERIM_REPLY), (Fate.REPLY, Act.REPORT_HANDLING), (Fate.REPLY, Act.APPROVE_DEPUTY),
    (Fate.IMPORTANT, Act.APPROVE_DEPUTY), (Fate.REPLY, Act.SEND_BACK), (Fate.REPLY, Act.REPLY), (Fate.NO_REPLY, Act.NO_REPLY),
    (Fate.SUSPEND, Act.SUSPEND_REPLY), (Fate.MERGE, None), (Fate.DISMISS, None), (Fate.HAND_OVER, None),
    (Fate.TRASH, None),
)  # fmt: skip
"""Where an item may come to rest, so that every list shows something."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Fills an empty registry, which is marked as a sample for good."""

    store: Store

    def fill(self, items: int, *, seed: int, progress: Progress | None = None) -> None:
        """Sections, people, accounts, and this many items up to now; the same seed gives the same items.

        Raises Refused when the registry is not empty.
        """
        now = self.store.clock.now()
        clock = FixedClock(now - YEAR)
        own = Store(self.store.database, clock)
        settings = Settings(own)
        founding = Founding(own, settings)
        if not founding.is_empty():
            raise Refused(
                "登记簿里已有数据，不能生成样例。", kept="数据没有改动。", advice="请用 --data 另选空文件夹。"
            )
        founding.found(SAMPLE_MEMBERS, since=(now - YEAR).date(), sample=True)
        arrivals = _arrivals(Random(seed), settings.rules().calendar, now, items)
        town = _town(Desk(own, settings))
        year = _Year(town, clock, now, seed, arrivals)
        if items:
            year.look_around(Rounds(own, settings))
        for done in year.slices():
            (progress or Progress()).step(done, items, "生成样例")


class _Year:
    """The acts of every item, always the earliest next."""

    def __init__(
        self, town: Town, clock: FixedClock, now: datetime, seed: int, arrivals: list[datetime]
    ) -> None:
        self._town = town
        self._clock = clock
        self._now = now
        self._seed = seed
        self._count = len(arrivals)
        self._born = 0
        self._queue: list[tuple[datetime, int, Life | Visit | None]] = [
            (moment, serial, None) for serial, moment in enumerate(arrivals)
        ]

    def look_around(self, rounds: Rounds) -> None:
        """Put the daily rounds among the acts, and name who is on."""
        clerk, calendar = self._town.clerk, rounds.settings.rules().calendar
        looks = sample_rounds.visits(rounds, clerk, calendar, self._now, self._seed)
        self._queue += [(moment, self._count + at, visit) for at, (moment, visit) in enumerate(looks)]
        heapq.heapify(self._queue)
        on = [clerk.person_id, self._town.people[Role.OFFICE_HEAD].person_id]
        sample_rounds.turns(rounds, clerk, on, self._now.date())

    def slices(self) -> Iterator[int]:
        """Go through the year, a transaction for some thousand acts; yields how many items there are so far."""
        while self._queue and self._queue[0][0] <= self._now:
            with self._town.desk.store.many():
                for _ in range(_SLICE):
                    if not self._queue or self._queue[0][0] > self._now:
                        break
                    self._step()
            yield self._born

    def _step(self) -> None:
        moment, serial, life = heapq.heappop(self._queue)
        self._clock.move_to(moment)
        if life is None:
            life = self._new(serial)
            self._born += 1
        wait = life.go_on()
        if wait is not None:
            table = self._town.desk.settings.rules().calendar.table
            heapq.heappush(self._queue, (table.after(moment, int(wait) + 1), serial, life))

    def _new(self, serial: int) -> Life:
        """Late ones rest in turn at every station; of the last weeks' items a few are forgotten somewhere."""
        dice = Random(f"{self._seed}-{serial}")
        late = self._count - serial
        fate, halt = None, None
        if late <= 4 * len(_STOPS) and late % 4 == 0:
            fate, halt = _STOPS[late // 4 - 1]
        elif late <= self._count // RECENT and dice.random() < STUCK:
            fate, halt = dice.choice(_STOPS)
        return Life(self._town, dice, serial, fate, halt)


def _town(desk: Desk) -> Town:
    people = People(desk.store)
    actors = [people.actor(person.id) for person in people.people()]
    by_role: dict[Role, Actor] = {role: actor for actor in actors for role in actor.roles}
    liaisons = {
        actor.section_id: actor for actor in actors if Role.SECTION in actor.roles and actor.section_id
    }
    sections = {section.name: section.id for section in people.sections()}
    for section_id in sections.values():
        liaisons.setdefault(section_id, by_role[Role.CLERK])
    accounts = {account.platform: account.id for account in people.accounts()}
    return Town(desk, by_role, liaisons, sections, accounts)


def _arrivals(dice: Random, calendar: WorkCalendar, now: datetime, count: int) -> list[datetime]:
    """When items are registered: in office hours of the year up to now, more of them lately."""
    days = calendar.workdays((now - YEAR + timedelta(days=1)).date(), now.date())
    lately = [day for day in days if now.date() - day < LATELY] or days
    fresh = (now - timedelta(seconds=dice.randint(0, 3 * 3600)) for _ in range(min(count // 30, MOST_FRESH)))
    moments = [moment for moment in fresh if calendar.is_open(moment)]
    while len(moments) < count:
        day = dice.choice(lately if dice.random() < SHARE_LATELY else days)
        span = dice.choice(calendar.spans(day))
        moment = datetime.combine(day, time(), SHANGHAI) + timedelta(seconds=dice.randint(*span.seconds))
        if moment <= now:
            moments.append(moment)
    return sorted(moments)
