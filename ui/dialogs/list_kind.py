"""One of the office's lists, as data for its dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ui.widgets.field import Field
from yuqing_desktop.core import Core


@dataclass(frozen=True, slots=True)
class ListKind:
    """`word` names an entry, `blank` makes an empty one, `fields` its form, `why` stands under it."""

    word: str
    blank: Callable[[], Any]
    fields: Callable[[Core, Any], Sequence[Field]]
    why: str
