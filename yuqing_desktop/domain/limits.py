"""Time limits as data: what each duty has, in which unit, by the profile of the item's day (第十四条)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from yuqing_desktop.domain.vocabulary import DutyKind, Level, Word
from yuqing_desktop.problems import BadInput

MOST_HOURS = 2000
MOST_DAYS = 250


class Unit(Word):
    """What a limit is counted in: natural time runs day and night, working time in office hours only."""

    NATURAL_MINUTES = "natural_minutes", "分钟"
    NATURAL_HOURS = "natural_hours", "小时"
    WORKING_HOURS = "working_hours", "工作小时"
    WORKING_DAYS = "working_days", "工作日", "第十二条"

    @property
    def is_natural(self) -> bool:
        """Whether nights and days off count."""
        return self in (Unit.NATURAL_MINUTES, Unit.NATURAL_HOURS)


class ClockStart(Word):
    """From which moment of an item its limits run."""

    REGISTERED = "registered", "登记时间", "第七条"
    FOUND = "found", "发现时间", "第六条"
    RECEIVED = "received", "收到时间", "第九条"


def _length(stage: DutyKind, amount: float, unit: Unit) -> int:
    if unit is Unit.WORKING_DAYS:
        if not 1 <= amount <= MOST_DAYS or amount != int(amount):
            raise BadInput({"amount": f"{stage.label}：工作日须为1至{MOST_DAYS}的整数"})
        return int(amount)
    seconds = amount * (60 if unit is Unit.NATURAL_MINUTES else 3600)
    if not 1 <= seconds <= MOST_HOURS * 3600:
        raise BadInput({"amount": f"{stage.label}：时限须大于0，且不超过{MOST_HOURS}小时"})
    return round(seconds)


@dataclass(frozen=True, slots=True)
class Limit:
    """The time a duty has: for one level, or for all that have no limit of their own (`level` None).

    Working days end with office hours, the first day not counted (Civil Code, art. 201, 203); `rolling` ones
    end at the hour they began. Raises BadInput when the amount is no time that can be counted.
    """

    stage: DutyKind
    amount: float
    unit: Unit
    level: Level | None = None
    rolling: bool = False
    length: int = field(init=False, repr=False, compare=False)  # whole working days, or seconds

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", _length(self.stage, self.amount, self.unit))

    @property
    def label(self) -> str:
        """30分钟, 4个工作小时, 1个工作日（满时）: the rule in brackets after a due time."""
        counter = "" if self.unit is Unit.NATURAL_MINUTES else "个"
        rolling = "（满时）" if self.rolling and self.unit is Unit.WORKING_DAYS else ""
        return f"{self.amount:g}{counter}{self.unit.label}{rolling}"


@dataclass(frozen=True, slots=True)
class LimitProfile:
    """The limits that hold from a day on, and when their clock starts.

    Raises BadInput when a duty has no limit for every level, or two for the same one.
    """

    name: str
    since: date
    limits: tuple[Limit, ...]
    clock_start: ClockStart = ClockStart.REGISTERED

    def __post_init__(self) -> None:
        general = {limit.stage for limit in self.limits if limit.level is None}
        missing = [kind.label for kind in DutyKind if kind not in general]
        if missing:
            raise BadInput({"limits": f"缺少时限：{'、'.join(missing)}"}, article="第十四条")
        keys = [(limit.stage, limit.level or "") for limit in self.limits]
        twice = [stage.label for (stage, _), same in groupby(sorted(keys)) if len(list(same)) > 1]
        if twice:
            raise BadInput({"limits": f"时限重复：{'、'.join(twice)}"}, article="第十四条")

    def limit(self, stage: DutyKind, level: Level) -> Limit:
        """The limit of a duty for an item of this level."""
        fitting = [one for one in self.limits if one.stage is stage and one.level in (level, None)]
        return next((one for one in fitting if one.level is level), fitting[0])


@dataclass(frozen=True, slots=True)
class Floor:
    """A national limit in natural hours from when the item was found, kept beside the office's own."""

    what: str
    hours: int
    levels: tuple[Level, ...]
    source: str

    def due_at(self, found: datetime) -> datetime:
        """The latest moment, from the moment the item was found."""
        return found + timedelta(hours=self.hours)


NATIONAL_FLOORS = (
    Floor("发布权威信息", 5, (Level.EMERGENCY,), "国办发〔2016〕80号"),
    Floor("举行新闻发布会", 24, (Level.EMERGENCY,), "国办发〔2016〕61号"),
    Floor("予以回应", 48, (Level.ORDINARY, Level.IMPORTANT), "国办发〔2016〕61号"),
)

FACTORY_PROFILE = LimitProfile(
    name="出厂时限",
    since=date(2000, 1, 1),
    limits=(
        Limit(DutyKind.TRANSFER, 0.5, Unit.WORKING_HOURS),
        Limit(DutyKind.RECEIPT, 0.5, Unit.WORKING_HOURS),
        Limit(DutyKind.FEEDBACK, 4, Unit.WORKING_HOURS),
        Limit(DutyKind.DEPUTY_APPROVAL, 1, Unit.WORKING_HOURS),
        Limit(DutyKind.HEAD_APPROVAL, 0.5, Unit.WORKING_HOURS),
        Limit(DutyKind.PUBLISH, 0.5, Unit.WORKING_HOURS),
        Limit(DutyKind.FIRST_REPLY, 1, Unit.WORKING_DAYS),
        Limit(DutyKind.FULL_REPLY, 5, Unit.WORKING_DAYS),
        Limit(DutyKind.REPORT_UP, 30, Unit.NATURAL_MINUTES),
        Limit(DutyKind.PRIVATE_MESSAGE, 1, Unit.WORKING_HOURS),
        Limit(DutyKind.PROGRESS_FEEDBACK, 3, Unit.WORKING_DAYS),
    ),
)


def profile_on(profiles: Iterable[LimitProfile], day: date) -> LimitProfile:
    """The profile in force on this day: the latest begun, else the first there is, else the factory's."""
    by_day = sorted(profiles, key=lambda profile: profile.since)
    begun = [profile for profile in by_day if profile.since <= day]
    return begun[-1] if begun else (by_day or [FACTORY_PROFILE])[0]
