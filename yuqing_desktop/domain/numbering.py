"""Numbers of items and papers: 代字〔year〕n号, one counter a kind and year, no gap, none given twice."""

import re

ITEM_COUNTER = "item"


def item_number(year: int, serial: int) -> str:
    """YQ-2026-0123."""
    return f"YQ-{year}-{serial:04d}"


def paper_number(prefix: str, year: int, serial: int) -> str:
    """舆转〔2026〕12号: hexagonal brackets, no 第, no zero padding."""
    return f"{prefix}〔{year}〕{serial}号"


def edition_counter(word: str) -> str:
    """The counter of the ledgers of one kind of period."""
    return f"ledger-{word}"


def typed_item_number(text: str, year: int) -> str:
    """What a person typed (12, 2026-12, YQ-2026-12) as an item's number; the text itself when it is none."""
    wanted = text.strip().upper()
    match = re.fullmatch(r"(?:YQ)?-?(?:(\d{4})-)?(\d{1,6})", wanted)
    if match is None:
        return text.strip()
    return item_number(int(match[1] or year), int(match[2]))
