"""How a moment and a length of time are said. `now` always comes from the program's clock."""

from datetime import date, datetime, timedelta

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_NEAR_DAYS = {-1: "昨天", 0: "今天", 1: "明天"}


def moment(when: datetime | None, now: datetime) -> str:
    """今天 17:30 · 昨天 09:05 · 11-24 08:12 · 2025-11-24 08:12; a dash for none."""
    if when is None:
        return "—"
    return f"{day(when.date(), now.date())} {when:%H:%M}"


def day(when: date, today: date) -> str:
    """今天 · 明天 · 11-24 · 2025-11-24."""
    near = _NEAR_DAYS.get((when - today).days)
    if near:
        return near
    return f"{when:%m-%d}" if when.year == today.year else f"{when:%Y-%m-%d}"


def full_moment(when: datetime | None) -> str:
    """2026-11-24 08:12, for tooltips and papers; a dash for none."""
    return f"{when:%Y-%m-%d %H:%M}" if when else "—"


def long_day(when: date) -> str:
    """11 月 24 日 星期二."""
    return f"{when.month} 月 {when.day} 日 {WEEKDAYS[when.weekday()]}"


def length(span: timedelta) -> str:
    """3 小时 20 分 · 1 天 2 小时 · 40 分 · 不到 1 分: the two largest units, never rounded up."""
    minutes = int(abs(span).total_seconds()) // 60
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    if days:
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
    if hours:
        return f"{hours} 小时 {minutes} 分" if minutes else f"{hours} 小时"
    return f"{minutes} 分" if minutes else "不到 1 分"


def remaining(due: datetime, now: datetime) -> str:
    """剩 3 小时 20 分, or 已超 1 天 2 小时 once the limit has passed."""
    return f"已超 {length(now - due)}" if now > due else f"剩 {length(due - now)}"


def ago(when: datetime, now: datetime) -> str:
    """刚刚 · 8 分钟前 · 3 小时前 · otherwise the moment."""
    seconds = (now - when).total_seconds()
    if 0 <= seconds < 60:
        return "刚刚"
    if 60 <= seconds < 3600:
        return f"{int(seconds // 60)} 分钟前"
    if 3600 <= seconds < 6 * 3600:
        return f"{int(seconds // 3600)} 小时前"
    return moment(when, now)
