"""Whether two texts are the same post, copied or edited, and how sure that is.

Candidates come from the search index's overlapping pairs; here a text is freed of its wrapping and two are weighed.
"""

import re
from difflib import SequenceMatcher
from enum import StrEnum

from yuqing_desktop.domain.text import bare

SURE, LIKELY, HELD = 0.97, 0.62, 0.8
LONG, SHORT = 80, 12
QUOTED, RUN = 0.45, 10
"""A quotation: runs of so many letters, the same in both, that make up so much of the shorter text."""

_WRAPPING = re.compile(
    r"https?://\S+|//@[^:：]{1,30}[:：]|@[\w-]{1,30}|转发微博|网页链接|展开全文|展开|收起全文|全文|原标题[:：]?"
    r"|\[[^\[\]]{1,8}\]|的微博(?:视频|文章)?$|来自.{1,20}客户端$|^(?:【?转发?】?|转[:：])"
)
_FIGURE = re.compile(r"[\d.]+|[零一二三四五六七八九十百千万亿两]+|[a-z]+")
_DENIAL = re.compile(r"[不没未无非勿否谣假辟]")


class Verdict(StrEnum):
    """What the clerk is shown beside a score."""

    SAME = "同一条"
    LIKELY = "疑似"
    DIFFERENT = "不同"


def unwrapped(text: str) -> str:
    """A text without links, names called and forwarding words."""
    return _WRAPPING.sub(" ", text)


def core(text: str) -> str:
    """What a text says, for comparing: `unwrapped`, no punctuation, case or width."""
    return bare(unwrapped(text)) or bare(text)


def shingles(text: str) -> set[str]:
    """The overlapping two-character pairs of a text's letters and digits; a single letter is itself."""
    return pairs_of(bare(text))


def pairs_of(letters: str) -> set[str]:
    """The same of a text that is letters and digits already, as `core` gives it."""
    return {letters[i : i + 2] for i in range(len(letters) - 1)} or ({letters} if letters else set())


def containment(one: set[str], other: set[str]) -> float:
    """How much of the smaller set of pairs the larger one holds: near 1 for a wrapped or quoted copy."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return len(small & large) / len(small) if small else 0.0


def quoted(one: str, other: str) -> float:
    """How much of the shorter of two cores stands letter by letter in the other, in runs of RUN and more (0…1)."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    runs = {longer[at : at + RUN] for at in range(len(longer) - RUN + 1)}
    held, upto = 0, 0
    for at in range(len(shorter) - RUN + 1):
        if shorter[at : at + RUN] in runs:
            held += at + RUN - max(upto, at)
            upto = at + RUN
    return held / len(shorter) if shorter else 0.0


def verdict(one: str, other: str, ratio: float, contained: float) -> Verdict:
    """What a ratio of edit similarity and a containment (both 0…1) mean for two cores.

    同一条 is said only of equal texts, and of long ones changed in a few characters that are no number, no name
    in Latin letters, no denial and no swap: in a short text one word is another matter. Texts of a few
    characters are alike by chance.
    """
    shorter = min(len(one), len(other))
    if shorter >= SHORT and (
        one == other or (shorter >= LONG and ratio >= SURE and not _says_otherwise(one, other))
    ):
        return Verdict.SAME
    if ratio >= LIKELY or (shorter >= SHORT and (contained >= HELD or quoted(one, other) >= QUOTED)):
        return Verdict.LIKELY
    return Verdict.DIFFERENT


def _says_otherwise(one: str, other: str) -> bool:
    """Whether what differs are figures, Latin names, denials, or pieces that changed places."""
    if any(pattern.findall(one) != pattern.findall(other) for pattern in (_FIGURE, _DENIAL)):
        return True
    steps = [
        step for step in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if step[0] != "equal"
    ]
    gone = {one[start:end] for _, start, end, _, _ in steps if end - start > 1}
    come = {other[start:end] for _, _, _, start, end in steps if end - start > 1}
    return any(piece in other for piece in gone) or any(piece in one for piece in come)
