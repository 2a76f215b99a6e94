"""A person's saved views as lines of the rail, each with its count."""

from functools import partial
from typing import TYPE_CHECKING

from ui.pages.registry.kept_views import argument_of, entry_key, kept_views
from ui.shell.entry import Entry
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.pages.seat import Seat

_UNDER = "registry"


def follow_views(seat: "Seat", window: MainWindow) -> None:
    """Show them now, and anew whenever they are others."""

    def show() -> None:
        views = kept_views(seat.geometry, seat.actor)
        window.set_views(
            _UNDER,
            [
                Entry(
                    entry_key(view.name), view.name, parent=_UNDER, argument=partial(argument_of, view.name)
                )
                for view in views
            ],
        )

    seat.hub.views_changed.connect(show)
    show()
