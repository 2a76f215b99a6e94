"""Where the registry's list stands: at a view, at a view changed since, or at the registry as it was left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.pages.registry.filter_bar import FilterBar
from ui.pages.registry.kept_views import entry_key, keep_views, kept_views, name_in
from ui.pages.registry.narrow_columns import NarrowColumns
from ui.pages.registry.saved_view import SavedView
from ui.pages.seat import Seat
from ui.tables.columns_state import arrangement
from ui.tables.paged_table import PagedTable
from yuqing_desktop.domain.filters import VIEWS, parse, say
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.problems import BadInput

Handlers = dict[str, Callable[[], object]]
_REGISTRY = "registry"
_BUILT_IN = {say(filter_): VIEW_NAMES[key] for key, filter_ in VIEWS.items() if not filter_.is_empty}


class ListViews(QObject):
    """`asked(key)` wants an entry of the rail opened; `told()` fires when other things may be done with the view."""

    asked = Signal(str)
    told = Signal()

    def __init__(self, seat: Seat, bar: FilterBar, table: PagedTable, narrow: NarrowColumns) -> None:
        super().__init__(bar)
        self._seat, self._bar, self._table, self._narrow = seat, bar, table, narrow
        self._own = self._base = self._standing()
        self._saved = False
        self._offered: tuple[str, ...] = ()
        bar.changed.connect(self.tell)
        head = table.head
        for signal in (head.sort_changed, head.fit_window_asked, head.restore_asked, head.sectionMoved):
            signal.connect(lambda *_: self.tell())
        self.tell()

    @property
    def own_columns(self) -> str:
        """The registry's own columns, whatever view is in front."""
        return self._own.columns if self._base.name else self._standing().columns

    @property
    def is_changed(self) -> bool:
        """Whether the view in front is no longer as it was saved; the registry itself has no such state."""
        if not self._base.name:
            return False
        if arrangement(self._base.columns) != arrangement(self._narrow.columns_state()):
            return True
        try:
            return self._base.filter != self._bar.filter
        except BadInput:
            return True

    def open(self, argument: str) -> None:
        """A saved view by its argument, a filter as typed, or nothing: the registry as it was left."""
        if not self._base.name:
            self._own = self._standing()
        name = name_in(argument)
        found = next((view for view in self._kept if view.name == name), None) if name else None
        self._saved = found is not None
        if found is not None:
            self._stand_at(found)
        elif argument and not name:
            built_in = _BUILT_IN.get(argument, "")
            self._stand_at(replace(self._own, name=built_in, typed=say(parse(argument))))
        elif self._base.name:
            self._stand_at(self._own)
        self._offered = ()
        self.tell()

    def handlers(self) -> Handlers:
        """What may be done with the view in front."""
        changed, places = self.is_changed, [view.name for view in self._kept]
        at = places.index(self._base.name) if self._saved and self._base.name in places else -1
        able = {
            "view_save": (self._save, changed and at >= 0),
            "view_save_as": (self._save_as, True),
            "view_revert": (self._revert, changed),
            "view_rename": (self._rename, at >= 0),
            "view_up": (lambda: self._move(-1), at > 0),
            "view_down": (lambda: self._move(1), 0 <= at < len(places) - 1),
            "view_delete": (self._delete, at >= 0),
        }
        return {key: run for key, (run, can) in able.items() if can}

    def tell(self) -> None:
        """Say where the list stands, and what may be done."""
        places = {"登记簿": _REGISTRY, **{view.name: entry_key(view.name) for view in self._kept}}
        go_to = [(name, partial(self.asked.emit, key)) for name, key in places.items()]
        handlers = self.handlers()
        self._bar.view.show_view(self._base.name, changed="view_revert" in handlers)
        self._bar.view.offer(go_to, handlers)
        if self._offered != tuple(handlers):
            self._offered = tuple(handlers)
            self.told.emit()

    # Inside ------------------------------------------------------------------------------------

    @property
    def _kept(self) -> tuple[SavedView, ...]:
        return kept_views(self._seat.geometry, self._seat.actor)

    def _standing(self, name: str = "") -> SavedView:
        return SavedView(name, say(self._bar.filter), self._narrow.columns_state())

    def _stand_at(self, view: SavedView) -> None:
        self._base = view
        self._narrow.restore_columns(view.columns)
        try:
            self._bar.ask(view.filter)
        except BadInput as problem:
            self._bar.refuse(problem)

    def _revert(self) -> None:
        self._stand_at(self._base)

    def _save(self) -> None:
        self._base = self._standing(self._base.name)
        self._keep([self._base if view.name == self._base.name else view for view in self._kept])
        self.tell()

    def _save_as(self) -> None:
        name = self._ask_name("另存为视图", "")
        if name:
            self._keep([*self._kept, self._standing(name)])
            self.asked.emit(entry_key(name))

    def _rename(self) -> None:
        held = self._base.name
        name = self._ask_name("重命名视图", held)
        if name and name != held:
            self._keep([replace(view, name=name) if view.name == held else view for view in self._kept])
            self.asked.emit(entry_key(name))

    def _move(self, step: int) -> None:
        views = list(self._kept)
        at = next(place for place, view in enumerate(views) if view.name == self._base.name)
        views[at], views[at + step] = views[at + step], views[at]
        self._keep(views)
        self.tell()

    def _delete(self) -> None:
        name = self._base.name
        detail = "只删除视图，不影响任何事项。"
        if self._seat.prompts.confirm(
            f"删除视图“{name}”？", yes="删除视图", no="保留", detail=detail, danger=True
        ):
            self._keep([view for view in self._kept if view.name != name])
            self.asked.emit(_REGISTRY)

    def _ask_name(self, title: str, name: str) -> str:
        from ui.pages.registry.view_name_dialog import ViewNameDialog
        from ui.widgets.inputs.surroundings import Surroundings

        taken = {"登记簿", *(view.name for view in self._kept), *_BUILT_IN.values()} - {name}
        around = Surroundings(now=lambda: self._seat.now)
        dialog = ViewNameDialog(
            self._bar.window(), self._seat.prompts, around, title=title, name=name, taken=taken
        )
        chosen = dialog.name if self._seat.prompts.show(dialog) else ""
        dialog.deleteLater()
        return chosen

    def _keep(self, views: Sequence[SavedView]) -> None:
        keep_views(self._seat.geometry, self._seat.actor, views)
        self._seat.hub.views_changed.emit()
