"""Office hours and limits as a person types them, and back: 08:30—12:00、14:00—17:30; 4个工作小时；重要：2个工作小时."""

import re
from collections.abc import Iterable
from datetime import date, time

from yuqing_desktop.domain.limits import Limit, LimitProfile, Unit
from yuqing_desktop.domain.office_hours import DayException, Season, Span
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.domain.width import compatible
from yuqing_desktop.problems import BadInput

CLOSED = "不上班"
ROLLING = "满时"
_TIME = r"(\d{1,2})[:.](\d{2})"
_SPAN = re.compile(rf"{_TIME}\s*[-—–~至到]+\s*{_TIME}")
_DAY = re.compile(r"(\d{1,2})[-月./](\d{1,2})日?")
_LIMIT = re.compile(r"(\d+(?:\.\d+)?)\s*个?\s*(\S+?)\s*(?:[(]满时[)])?")
_UNITS = {
    "分钟": Unit.NATURAL_MINUTES, "分": Unit.NATURAL_MINUTES, "小时": Unit.NATURAL_HOURS, "自然小时": Unit.NATURAL_HOURS,
    "工作小时": Unit.WORKING_HOURS, "工作日": Unit.WORKING_DAYS, "天": Unit.WORKING_DAYS,
}  # fmt: skip


def spans_said(spans: Iterable[Span]) -> str:
    """08:30—12:00、14:00—17:30; 不上班 for none."""
    return "、".join(span.label for span in spans) or CLOSED


def read_spans(text: str, field: str = "usual") -> tuple[Span, ...]:
    """Spans of one day; none for 不上班. Raises BadInput."""
    plain = compatible(text)
    if plain.strip() == CLOSED:
        return ()
    found = _SPAN.findall(plain)
    left = re.sub(r"[\s,，、;；和及]+", "", _SPAN.sub("", plain))
    if not found or left:
        raise BadInput({field: f"“{text.strip()}”应写作 08:30—12:00、14:00—17:30"})
    try:
        return tuple(Span(time(int(a), int(b)), time(int(c), int(d))) for a, b, c, d in found)
    except ValueError:
        raise BadInput({field: f"“{text.strip()}”里有不存在的时刻"}) from None


def season_said(season: Season) -> str:
    """夏季 5-1 至 9-30 08:00—12:00、15:00—18:00."""
    first, last = ("-".join(map(str, day)) for day in (season.first, season.last))
    return f"{season.name} {first} 至 {last} {spans_said(season.spans)}"


def read_seasons(text: str) -> tuple[Season, ...]:
    """A season a line: name, first day, last day, spans. Raises BadInput."""
    return tuple(_season(line) for line in text.splitlines() if line.strip())


def _season(line: str) -> Season:
    plain = compatible(line)
    days = [(match[1], match[2], match.start(), match.end()) for match in _DAY.finditer(plain)][:2]
    if len(days) < 2 or not plain[: days[0][2]].strip():
        raise BadInput({"seasons": f"“{line.strip()}”应写作：夏季 5-1 至 9-30 08:00—12:00、15:00—18:00"})
    first, last = ((int(month), int(day)) for month, day, _, _ in days)
    name, hours = plain[: days[0][2]].strip(), plain[days[1][3] :]
    return Season(name, first, last, read_spans(hours, "seasons"))


def exception_said(one: DayException) -> str:
    """2026-11-24 停电 不上班."""
    return f"{one.day} {one.reason} {spans_said(one.spans)}"


def read_exceptions(text: str) -> tuple[DayException, ...]:
    """A day a line: date, reason, spans or 不上班. Raises BadInput."""
    return tuple(_exception(line) for line in text.splitlines() if line.strip())


def _exception(line: str) -> DayException:
    parts = line.split(maxsplit=2)
    try:
        day = date.fromisoformat(parts[0])
    except ValueError:
        day = None
    if day is None or len(parts) < 3:
        raise BadInput({"exceptions": f"“{line.strip()}”应写作：2026-11-24 停电 不上班"})
    return DayException(day, parts[1], read_spans(parts[2], "exceptions"))


def limits_said(profile: LimitProfile, stage: DutyKind) -> str:
    """4个工作小时；重要：2个工作小时."""
    own = [limit for limit in profile.limits if limit.stage is stage]
    general = [limit.label for limit in own if limit.level is None]
    levels = [f"{limit.level.label}：{limit.label}" for limit in own if limit.level is not None]
    return "；".join([*general, *levels])


def read_limits(stage: DutyKind, text: str) -> tuple[Limit, ...]:
    """The limits of one duty: for every level, then those of single levels. Raises BadInput."""
    found = []
    for part in (one for one in re.split(r"[;\n]", compatible(text)) if one.strip()):
        name, colon, words = compatible(part).partition(":")
        level = Level.from_label(name) if colon else None
        if colon and level is None:
            raise BadInput({stage.value: f"没有“{name.strip()}”这个等级"})
        found.append(_limit(stage, words if colon else part, level))
    if not any(limit.level is None for limit in found):
        raise BadInput({stage.value: f"请填写{stage.label}对各等级的时限"})
    return tuple(found)


def _limit(stage: DutyKind, text: str, level: Level | None) -> Limit:
    plain = compatible(text).strip()
    match = _LIMIT.fullmatch(plain)
    unit = _UNITS.get(match[2]) if match else None
    if match is None or unit is None:
        raise BadInput({stage.value: f"“{text.strip()}”应写作 30分钟、4个工作小时、1个工作日"})
    try:
        return Limit(stage, float(match[1]), unit, level, rolling=ROLLING in plain)
    except BadInput as problem:
        raise BadInput({stage.value: problem.fields["amount"]}) from None
