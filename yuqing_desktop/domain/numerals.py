"""Numbers written in Chinese characters: 一千二百, 一万二, 两千, 二〇二六, and the formal 壹佰."""

import re

_DIGITS = {character: value for value, pair in enumerate(
    ("零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for character in pair}  # fmt: skip
_UNITS = (("亿億", 10**8), ("万萬", 10**4), ("千仟", 1000), ("百佰", 100), ("十拾", 10))
_RUN = re.compile(f"[{''.join(_DIGITS)}{''.join(units for units, _ in _UNITS)}]+")
_WEEKDAY = re.compile(r"(?:周|期|拜)$")


def han_number(text: str) -> int | None:
    """The number the characters say; None where they say none, or a unit alone (百)."""
    if not text:
        return None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    for units, factor in _UNITS:
        place = next((place for place, character in enumerate(text) if character in units), None)
        if place is not None:
            return _scaled(text[:place], text[place + 1 :], factor)
    return None


def _scaled(before: str, after: str, factor: int) -> int | None:
    """What stands before a unit times it, and what stands behind: 一万二 is 12000, 一万零二 is 10002."""
    times = 1 if factor == 10 and not before else han_number(before)
    rest = _rest(after, factor)
    if times is None or rest is None or rest >= factor or (before and not _fits(before, times, factor)):
        return None
    return times * factor + rest


def _fits(before: str, times: int, factor: int) -> bool:
    """Whether a multiplier is one: a single digit before 十, 百, 千; a whole number below 10000 before 万."""
    return (len(before.lstrip("零〇○")) == 1) if factor < 10**4 else times < 10**4


def _rest(after: str, factor: int) -> int | None:
    if not after:
        return 0
    if len(after) == 1 and after in _DIGITS:
        return _DIGITS[after] * factor // 10
    return han_number(after.lstrip("零〇○"))


def with_digits(text: str) -> str:
    """The text with each number in characters as digits; what is none (百余, 周三) as it stands."""

    def told(run: re.Match[str]) -> str:
        is_mixed = text[run.start() - 1 : run.start()].isdigit() or text[run.end() : run.end() + 1].isdigit()
        value = None if is_mixed or _WEEKDAY.search(text, 0, run.start()) else han_number(run.group())
        return run.group() if value is None else str(value)

    return _RUN.sub(told, text)
