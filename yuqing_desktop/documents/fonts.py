"""Faces of official papers: what a template names, and what stands in for it where it is not installed.

Word is told one face a run and finds the others through `altName` in the font table; Qt takes the list.
方正小标宋 needs a licence of its own: it is named, never shipped.
"""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """A role's first choice, what may stand in for it, and its generic family (Word's `w:family`)."""

    name: str
    instead: tuple[str, ...]
    family: str = "roman"

    @property
    def chain(self) -> tuple[str, ...]:
        """The first choice and its stand-ins, best first."""
        return (self.name, *self.instead)


TITLE = Face("方正小标宋简体", ("华文中宋", "STZhongsong", "宋体", "SimSun", "Noto Serif CJK SC"))
BODY = Face("仿宋_GB2312", ("仿宋", "FangSong", "华文仿宋", "STFangsong", "Noto Serif CJK SC"))
KAI = Face("楷体_GB2312", ("楷体", "KaiTi", "华文楷体", "STKaiti", "LXGW WenKai", "AR PL UKai CN"))
HEI = Face("黑体", ("SimHei", "Noto Sans CJK SC", "Microsoft YaHei"), family="swiss")
SONG = Face("宋体", ("SimSun", "Noto Serif CJK SC"))
DIGITS = Face("Times New Roman", ("Nimbus Roman", "Liberation Serif"))

FACES = (TITLE, BODY, KAI, HEI, SONG, DIGITS)
LANGUAGE = "zh-CN"
LATIN_LANGUAGE = "en-US"
"""Of Latin words and digits: marked as Chinese, LibreOffice would break them anywhere."""


def chain_of(name: str) -> tuple[str, ...]:
    """The list to try for a face named in a document; an unknown one is followed by the body's."""
    face = next((face for face in FACES if name in face.chain), None)
    if face is None:
        return (name, *BODY.chain)
    return tuple(dict.fromkeys((name, *face.chain)))


def unmet(installed: Collection[str]) -> tuple[Face, ...]:
    """The roles for which neither the first choice nor any stand-in is among the installed families."""
    held = {family.casefold() for family in installed}
    return tuple(face for face in FACES if not any(name.casefold() in held for name in face.chain))
