"""Personal data of those who complain (第十一条): kept apart from the item, masked unless revealed, purged in time."""

import re
from datetime import datetime, timedelta

from yuqing_desktop.domain.trust import PersonalData
from yuqing_desktop.problems import BadInput

FIELDS = {"name": "姓名", "phone": "电话", "id_number": "身份证号", "address": "地址"}
KEPT_DAYS = 365
"""How long after an item's end they are kept, unless the office sets another term."""

_PHONE = re.compile(r"\+?[0-9][0-9 \-]{5,18}[0-9]")
_IN_TEXT = re.compile(r"(?<![0-9A-Za-z])(?:([0-9]{17}[0-9Xx])|1[3-9][0-9]{9})(?![0-9A-Za-z])")
_ID = re.compile(r"[0-9]{17}[0-9Xx]|[0-9]{15}")


def masked(kind: str, value: str) -> str:
    """What a screen or paper shows: 张**, 138****5678, 110101********1234, the first six characters of an address."""
    if not value:
        return ""
    if kind == "name":
        return value[0] + "*" * max(len(value) - 1, 1)
    if kind == "phone":
        return value[:3] + "****" + value[-4:] if len(value) >= 9 else "****"
    if kind == "id_number":
        return value[:6] + "*" * (len(value) - 10) + value[-4:] if len(value) >= 15 else "****"
    return value[:6] + "****"


def without_numbers(text: str) -> str:
    """Running text with every mobile phone and identity number in it masked."""
    return _IN_TEXT.sub(lambda found: masked("id_number" if found[1] else "phone", found[0]), text)


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number and nothing else."""
    return _PHONE.fullmatch(text) is not None


def check(data: PersonalData) -> None:
    """Raises BadInput for nothing at all, or a number that is none."""
    wrong = {}
    if not any(getattr(data, name) for name in FIELDS):
        wrong["name"] = "请至少填写一项"
    if data.phone and not is_phone(data.phone):
        wrong["phone"] = "电话号码不对"
    if data.id_number and not _ID.fullmatch(data.id_number):
        wrong["id_number"] = "身份证号不对"
    if wrong:
        raise BadInput(wrong, article="第十一条")


def is_due(ended_at: datetime, now: datetime, days: int) -> bool:
    """Whether the term after an item's end is over."""
    return now - ended_at > timedelta(days=days)


def whose(data: PersonalData) -> str:
    """Whose data a record is, masked: 张**　138****5678, or what else there is."""
    shown = [masked(name, getattr(data, name)) for name in FIELDS]
    return "　".join([part for part in shown if part][:2])


def purge_words(items: int, files: int = 0) -> str:
    """What is typed to confirm that these go: 清除3件, 清除3件和1个文件."""
    told = ([f"{items}件"] if items or not files else []) + ([f"{files}个文件"] if files else [])
    return "清除" + "和".join(told)
