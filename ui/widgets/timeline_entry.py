"""One entry of a timeline: data, ready to show."""

from dataclasses import dataclass

from ui.wording.tones import Tone


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """`when` and `who` in words, `what` was done, `detail` below it as plain text."""

    when: str
    who: str
    what: str
    detail: str = ""
    tone: Tone = "muted"
