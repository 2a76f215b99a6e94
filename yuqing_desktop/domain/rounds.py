"""每日巡查 (第七条、第十三条一): which channels are looked through, when, by whom, and which days were missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from yuqing_desktop.domain.vocabulary import Word
from yuqing_desktop.domain.workdays import WorkCalendar


class RoundOutcome(Word):
    """What a look through a channel came to."""

    NOTHING = "nothing", "未发现", "第七条"
    FOUND = "found", "已登记", "第七条"


class Slot(Word):
    """The parts of a working day in which every channel is looked through."""

    MORNING = "morning", "上午", "第七条"
    AFTERNOON = "afternoon", "下午", "第七条"

    def covers(self, moment: time) -> bool:
        """Whether a local time of day lies in it."""
        return (moment < time(13, 0)) is (self is Slot.MORNING)


@dataclass(frozen=True, slots=True)
class Channel:
    """巡查渠道: a place to look, its search link ({words} is replaced) and the words to search."""

    id: int = 0
    name: str = ""
    platform: str = ""
    link: str = ""
    words: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """One look through one channel: when, by whom, which words, what was found."""

    id: int = 0
    channel_id: int = 0
    channel: str = ""
    day: date = date(2000, 1, 1)
    slot: Slot = Slot.MORNING
    at: datetime | None = None
    by: str = ""
    words: str = ""
    outcome: RoundOutcome = RoundOutcome.NOTHING
    found: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """值班: who is on for the round from one day to another, both included."""

    id: int = 0
    person_id: int = 0
    since: date = date(2000, 1, 1)
    until: date = date(2000, 1, 1)


class DayState(Word):
    """What a day's rounds came to."""

    COMPLETE = "complete", "齐全", "第七条"
    MISSING = "missing", "缺查", "第十三条"
    RUNNING = "running", "进行中", "第七条"
    REST = "rest", "休息日", "第七条"
    AHEAD = "ahead", "未到", "第七条"


@dataclass(frozen=True, slots=True)
class RoundDay:
    """One day of the calendar of rounds: its state, what was missed, how much was looked through and found."""

    day: date
    state: DayState
    gaps: "tuple[Gap, ...]" = ()
    looks: int = 0
    found: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """A working day's slot in which a channel was not looked through."""

    day: date
    slot: Slot
    channel: str


FACTORY_CHANNELS = (
    Channel(name="门户网站", platform="新闻网站", link="https://www.baidu.com/s?tn=news&wd={words}", words="数据局"),
    Channel(name="市民论坛", platform="论坛", link="https://www.baidu.com/s?wd={words}%20论坛", words="数据局"),
    Channel(name="微博", platform="微博", link="https://s.weibo.com/weibo?q={words}", words="数据局 政务服务"),
    Channel(name="微信", platform="微信公众号", link="https://weixin.sogou.com/weixin?type=2&query={words}", words="数据局"),
    Channel(name="短视频", platform="抖音", link="https://www.douyin.com/search/{words}", words="数据局"),
    Channel(name="领导留言板", platform="领导留言板", link="https://liuyan.people.com.cn/", words="数据局"),
)  # fmt: skip


def slot_of(moment: datetime) -> Slot:
    """The slot a local moment lies in."""
    return next(slot for slot in Slot if slot.covers(moment.time()))


def on_duty(turns: Iterable[Turn], day: date) -> int | None:
    """The person on for the round that day: the turn entered last wins."""
    fitting = [turn for turn in turns if turn.since <= day <= turn.until]
    return fitting[-1].person_id if fitting else None


def gaps(
    channels: Iterable[Channel], looks: Iterable[Look], calendar: WorkCalendar, first: date, now: datetime
) -> tuple[Gap, ...]:
    """Every slot of a working day from `first` until now that is over without a look, channel by channel."""
    done = {(look.channel_id, look.day, look.slot) for look in looks}
    active = [channel for channel in channels if channel.active]
    found = []
    for day in calendar.workdays(first, now.date()):
        for slot in Slot:
            if day == now.date() and slot.rank >= slot_of(now).rank:
                continue
            found += [Gap(day, slot, one.name) for one in active if (one.id, day, slot) not in done]
    return tuple(found)


def days(
    channels: Iterable[Channel],
    looks: Iterable[Look],
    calendar: WorkCalendar,
    first: date,
    last: date,
    now: datetime,
) -> tuple[RoundDay, ...]:
    """Every day from `first` to `last`, both included, as the rounds went."""
    known = tuple(looks)
    missed: dict[date, list[Gap]] = {}
    for gap in gaps(channels, known, calendar, first, now):
        missed.setdefault(gap.day, []).append(gap)
    made = []
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        of_day = [look for look in known if look.day == day]
        state = _state(day, calendar, now, is_missing=day in missed)
        found = sum(look.found for look in of_day)
        made.append(RoundDay(day, state, tuple(missed.get(day, ())), len(of_day), found))
    return tuple(made)


def _state(day: date, calendar: WorkCalendar, now: datetime, *, is_missing: bool) -> DayState:
    if not calendar.is_workday(day):
        return DayState.REST
    if day > now.date():
        return DayState.AHEAD
    if is_missing:
        return DayState.MISSING
    return DayState.RUNNING if day == now.date() else DayState.COMPLETE
