"""One of the office's lists, as data for its dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor


def _save(core: Core, actor: Actor, record: Any, op_id: str) -> Changes:
    return core.people.save(actor, record, op_id=op_id)


@dataclass(frozen=True, slots=True)
class ListKind:
    """`word` names an entry, `blank` makes an empty one, `fields` its form, `why` stands under it, `save` keeps it."""

    word: str
    blank: Callable[[], Any]
    fields: Callable[[Core, Any], Sequence[Field]]
    why: str
    save: Callable[[Core, Actor, Any, str], Changes] = _save
