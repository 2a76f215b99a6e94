"""Every colour of the screen, in two palettes. No other file names a colour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as #RRGGBB.

    `text` and `muted` read at 4.5 : 1 or better on every ground here; `faint` is for absent values only.
    """

    bg: str
    surface: str
    rail: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str

    def ink(self, tone: str) -> str:
        """The text colour of a tone (ui.wording.tones.Tone)."""
        inks = {
            "plain": self.text,
            "muted": self.muted,
            "faint": self.faint,
            "accent": self.accent,
            "danger": self.danger,
            "warn": self.warn,
            "ok": self.ok,
        }
        return inks[tone]

    def ground(self, tone: str) -> str:
        """The soft ground a pill or a strip of this tone stands on."""
        grounds = {
            "accent": self.soft,
            "danger": self.danger_soft,
            "warn": self.warn_soft,
            "ok": self.ok_soft,
        }
        return grounds.get(tone, self.bg)


LIGHT = Tokens(
    bg="#F4F6F9",
    surface="#FFFFFF",
    rail="#EEF1F5",
    line="#E2E6EC",
    edge="#C9D0DA",
    text="#1D2430",
    muted="#5F6875",
    faint="#9AA3AF",
    hover="#F0F4FA",
    accent="#1D5FBF",
    accent_hover="#174E9E",
    on_accent="#FFFFFF",
    soft="#E9F1FC",
    danger="#C0312A",
    danger_soft="#FBEAE8",
    warn="#8F5A0E",
    warn_soft="#FBF2E1",
    ok="#27734A",
    ok_soft="#E6F4EB",
)

DARK = Tokens(
    bg="#14171C",
    surface="#1B1F26",
    rail="#171A20",
    line="#2B313A",
    edge="#414955",
    text="#E5E8ED",
    muted="#9BA4B0",
    faint="#6C7683",
    hover="#20252D",
    accent="#73A9FF",
    accent_hover="#94BDFF",
    on_accent="#10151D",
    soft="#1E2B40",
    danger="#F2796F",
    danger_soft="#3A2220",
    warn="#E2AC52",
    warn_soft="#362B17",
    ok="#6BC592",
    ok_soft="#1B3125",
)

PAPER_INK = "#000000"
"""What is printed is black, whatever the screen looks like (E44)."""
