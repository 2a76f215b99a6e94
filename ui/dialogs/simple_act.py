"""An act whose dialog is a form and nothing more, as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.dialogs.asked import Asked
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act

Fields = Callable[[Scene, Dossier], Sequence[Field]]
Initial = Callable[[Scene, Dossier], Mapping[str, Any]]
Told = Callable[[Scene, Dossier], str]


def _nothing(scene: Scene, dossier: Dossier) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class SimpleAct:
    """`record` says what will be recorded; `initial` fills fields; `told` is what the person should see first."""

    act: Act
    main: str
    record: str
    fields: Fields
    run: Callable[[Asked], Changes]
    initial: Initial = field(default=_nothing)
    told: Told | None = None
    told_title: str = ""
    is_end: bool = False
