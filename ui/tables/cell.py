"""What a table shows at one place: ready words, so that painting decides nothing."""

from typing import NamedTuple

from ui.wording.tones import Tone


class Cell(NamedTuple):
    """`text` over `second`; `pill` paints the text as a pill; `icon` names a drawing before it."""

    text: str
    second: str = ""
    tone: Tone = "plain"
    second_tone: Tone = "muted"
    pill: bool = False
    icon: str = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """Both lines, for screen readers and tooltips."""
        return self.tip or (f"{self.text}\n{self.second}" if self.second else self.text)


ABSENT = Cell("—", tone="faint")
