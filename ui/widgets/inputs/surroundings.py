"""What inputs need of the world around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


def _no_files() -> Sequence[Path]:
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What inputs need of the world: the time, which days are marked 休 or 班, how files are chosen."""

    now: Callable[[], datetime]
    marks: Callable[[date], str] | None = None
    choose_files: Callable[[], Sequence[Path]] = _no_files
