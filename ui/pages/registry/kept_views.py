"""A person's saved views, kept on this machine with the rest of the layout: a convenience, no evidence."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from ui.pages.registry.saved_view import SavedView
from ui.shell.geometry import Geometry
from yuqing_desktop.domain.people import Actor

_ENTRY = "registry.view."
_ARGUMENT = "视图:"


def kept_views(geometry: Geometry, actor: Actor) -> tuple[SavedView, ...]:
    """This person's views in their order; none when nothing usable was kept."""
    try:
        return tuple(SavedView(**kept) for kept in json.loads(geometry.text(_name(actor), "[]")))
    except (ValueError, TypeError):
        return ()


def keep_views(geometry: Geometry, actor: Actor, views: Sequence[SavedView]) -> None:
    """Keep them, also if the program is killed the next moment."""
    geometry.save_text(_name(actor), json.dumps([asdict(view) for view in views], ensure_ascii=False))
    geometry.sync()


def entry_key(name: str) -> str:
    """The key of a view's line in the rail."""
    return f"{_ENTRY}{name}"


def argument_of(name: str) -> str:
    """What the rail hands to the page for a view."""
    return f"{_ARGUMENT}{name}"


def name_in(argument: str) -> str:
    """The view an argument names; empty when it is a filter as typed."""
    return argument.removeprefix(_ARGUMENT) if argument.startswith(_ARGUMENT) else ""


def _name(actor: Actor) -> str:
    return f"views_{actor.person_id}"
