"""How the person wants the window to look: scheme, text size, density."""

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark", "system"]
TextSize = Literal["small", "medium", "large", "huge"]
Density = Literal["standard", "compact"]

SCHEME_LABELS: dict[Scheme, str] = {"light": "浅色", "dark": "深色", "system": "跟随系统"}
SIZE_LABELS: dict[TextSize, str] = {"small": "小", "medium": "中", "large": "大", "huge": "特大"}
DENSITY_LABELS: dict[Density, str] = {"standard": "标准", "compact": "紧凑"}

_BASE_PIXELS: dict[TextSize, int] = {"small": 12, "medium": 13, "large": 15, "huge": 17}


@dataclass(frozen=True, slots=True)
class Look:
    """The three choices and the measures that follow from them, in device-independent pixels."""

    scheme: Scheme = "system"
    size: TextSize = "medium"
    density: Density = "standard"

    @property
    def base(self) -> int:
        """Pixels of ordinary text."""
        return _BASE_PIXELS[self.size]

    @property
    def small(self) -> int:
        """Pixels of secondary text."""
        return self.base - 1

    @property
    def title(self) -> int:
        """Pixels of a title."""
        return self.base + 3

    @property
    def row(self) -> int:
        """Height of a table row: two lines, or one and a half when compact."""
        lines = self.base + self.small
        return lines + (27 if self.density == "standard" else 11)

    @property
    def control(self) -> int:
        """Height of inputs and buttons."""
        return self.base + (19 if self.density == "standard" else 13)

    @property
    def pad(self) -> int:
        """Padding inside a card."""
        return 16 if self.density == "standard" else 12
