"""How the likeness of two posts is said: score and word, days between, the tone of the pill."""

from ui.wording.tones import Tone
from yuqing_desktop.domain.affairs import Alike
from yuqing_desktop.domain.similarity import Verdict


def score_words(alike: Alike) -> str:
    """同一条 100 · 疑似 86 · 相近 55."""
    word = "相近" if alike.verdict == Verdict.DIFFERENT.value else alike.verdict
    return f"{word} {alike.score}"


def score_tone(alike: Alike) -> Tone:
    """Red for the same post, amber for a likely one, grey for one that is only near."""
    tones: dict[str, Tone] = {Verdict.SAME.value: "danger", Verdict.LIKELY.value: "warn"}
    return tones.get(alike.verdict, "muted")


def apart(alike: Alike) -> str:
    """同一天 · 相隔 2 天 · 时间不详, and the state of the other."""
    days = alike.days_apart
    told = "时间不详" if days is None else "同一天" if days == 0 else f"相隔 {days} 天"
    return f"{told} · {alike.status}"
