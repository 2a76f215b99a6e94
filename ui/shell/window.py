"""The main window: menu bar, rail, pages, banner, status bar. It decides nothing about items."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.shell.action import Action
from ui.shell.actions import Actions, Handler, menus_in
from ui.shell.appearance import Appearance
from ui.shell.application import NAME
from ui.shell.banner import Banner
from ui.shell.enter_key import press_by_enter
from ui.shell.entry import Entry
from ui.shell.geometry import Geometry
from ui.shell.look import Scheme
from ui.shell.menu_plan import ACTIONS, MENUS, VIEW
from ui.shell.navigation import Navigation
from ui.shell.page import Page
from ui.shell.prompts import Prompts
from ui.shell.status_line import StatusLine
from ui.widgets.text_label import TextLabel


class MainWindow(QMainWindow):
    """Shows the entries' pages, made when first opened.

    `successor` is the window that takes its place when another person sits down, kept alive here;
    `restore_wanted` the backup to put in place once it is closed. While `is_locked` nothing of it may be shown.
    `sample` words stand above everything when the registry is a sample; `database` and `read_only` go to
    the title (E4). `paper_asked(text)` asks for the item of a paper by its number or code.
    """

    paper_asked = Signal(str)

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        prompts: Prompts,
        geometry: Geometry,
        actor: str = "",
        database: str = "",
        read_only: bool = False,
        sample: str = "",
    ) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._prompts = prompts
        self._geometry = geometry
        self._front = ""
        self._views: set[str] = set()
        self.successor: MainWindow | None = None
        self.restore_wanted: Any = None
        self.is_locked = False
        self._asks = True
        self._look = Appearance.present()
        # Qt adds the program's name to every window's title by itself (E4).
        parts = (actor, database, "只读" if read_only else "")
        self.setWindowTitle(" — ".join(part for part in parts if part))
        self.setMinimumSize(720, 420)
        self.rail = Navigation(NAME, entries)
        self._stack = QStackedWidget()
        self.status = StatusLine()
        self.status.show_actor(actor)
        self.setStatusBar(self.status)
        self._lay_out(sample)
        self.banner = Banner(self._stack)
        self._menus = menus_in(self.menuBar(), MENUS)
        self.rail.setVisible(geometry.layout("rail") != "hidden")
        self.rail.opened.connect(self.open)
        self.status.filter_cleared.connect(lambda: self.actions_["clear_filters"].trigger())
        geometry.restore_window(self)

    @cached_property
    def actions_(self) -> Actions:
        """What the menus hold, made when first asked for: the frame shows their titles alone."""
        return self._made_actions()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self._entries[self._front].page) if self._front else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the entries that have a page of their own."""
        return tuple(key for key, entry in self._entries.items() if not entry.parent)

    def has(self, key: str) -> bool:
        """Whether this person's rail has an entry of this key."""
        return key in self._entries

    @property
    def front(self) -> str:
        """The key of the entry in front."""
        return self._front

    @property
    def pages(self) -> list[Entry]:
        """The entries that have a page of their own, in the rail's order."""
        return [entry for entry in self._entries.values() if not entry.parent]

    def open(self, key: str) -> Page:
        """Bring an entry's page to the front; a view hands its argument on."""
        entry = self._entries[key]
        page = self._page(entry.page)
        self._front = key
        self._stack.setCurrentWidget(page)
        self.rail.mark(key)
        self.rail.follow(self.width())
        self.status.show_counts("")
        self.actions_.bind_page(page.handlers())
        page.open_with(entry.argument())
        if panes := page.panes():
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def set_views(self, parent: str, views: Sequence[Entry]) -> None:
        """The person's own views under an entry; where the one in front is gone, its page stays in front."""
        fixed = [entry for entry in self._entries.values() if entry.key not in self._views]
        self._views = {entry.key for entry in views}
        self._entries = {entry.key: entry for entry in (*fixed, *views)}
        self.rail.set_views(parent, views)
        if self._front and self._front not in self._entries:
            self._front = parent
        self.rail.mark(self._front)

    def bind(self, handlers: dict[str, Handler]) -> None:
        """What the program does from any page: 新登记, 立即备份…"""
        self.actions_.bind_window(handlers)

    @Slot(object)
    def show_crash(self, error: BaseException) -> None:
        """A bug: the report."""
        from ui.shell.crash import tell_crash

        tell_crash(error, self._prompts.show, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, here as in every dialog."""
        if not press_by_enter(event, self.focusWidget()):
            super().keyPressEvent(event)

    def make_room(self, *, asks: bool) -> bool:
        """Close for another person; without `asks` whoever sits down decides nothing about what was typed here."""
        self._asks = asks
        return self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the pages, keep the layout."""
        if self._asks and not all(page.may_leave() for page in self._pages.values()):
            event.ignore()
            return
        for page in self._pages.values():
            page.save_state()
        self._geometry.save_window(self)
        self._geometry.save_layout("rail", "hidden" if self.rail.isHidden() else "shown")
        self._geometry.sync()
        super().closeEvent(event)

    # Inside ------------------------------------------------------------------------------------

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            make = self._entries[key].make
            assert make is not None
            page = make()
            page.counts_told.connect(self.status.show_counts)
            page.filtered_told.connect(self.status.show_filtered)
            page.banner_asked.connect(self.banner.success)
            page.refused.connect(self._refuse)
            page.handlers_changed.connect(self._bind_anew)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def _bind_anew(self) -> None:
        if self.page is not None and self.sender() is self.page:
            self.actions_.bind_page(self.page.handlers())

    def _refuse(self, reasons: dict[str, str]) -> None:
        if self.sender() is self.page:
            self.actions_.refuse(reasons)

    def _lay_out(self, sample: str) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if sample:
            column.addWidget(_strip(sample))
        column.addLayout(middle, 1)
        centre = QWidget()
        centre.setLayout(column)
        self.setCentralWidget(centre)

    def _page_actions(self) -> list[Action]:
        tops = self.pages
        return [
            Action(f"page.{entry.key}", entry.text, VIEW, f"Ctrl+{number}" if number <= 9 else "", group=-1)
            for number, entry in enumerate(tops, start=1)
        ]

    def _made_actions(self) -> Actions:
        made = Actions(self._menus, (*self._page_actions(), *ACTIONS), self)
        made.bind_window(
            {
                **{f"page.{key}": partial(self.open, key) for key in self._entries},
                "quit": self.close,
                "next_pane": self._next_pane,
                "show_rail": lambda: self._show_rail(on=self.rail.isHidden()),
                "layout": self._standard_layout,
                "shortcuts": self._show_shortcuts,
                "light": lambda: self._set_scheme("light"),
                "dark": lambda: self._set_scheme("dark"),
                "system": lambda: self._set_scheme("system"),
            }
        )
        made["show_rail"].setChecked(not self.rail.isHidden())
        _check_scheme(made, self._look.look.scheme)
        self._look.changed.connect(self._show_scheme)
        return made

    def _set_scheme(self, scheme: Scheme) -> None:
        self._look.apply(replace(self._look.look, scheme=scheme))

    def _show_scheme(self) -> None:
        _check_scheme(self.actions_, self._look.look.scheme)

    def _next_pane(self) -> None:
        panes = [self.rail, *(self.page.panes() if self.page else ()), self.banner]
        panes = [pane for pane in panes if pane.isVisible()]
        focused: QWidget | None = self.focusWidget()
        held = [focused is not None and (pane is focused or pane.isAncestorOf(focused)) for pane in panes]
        at = held.index(True) if True in held else -1
        pane = panes[(at + 1) % len(panes)]
        target = self.rail.button(self._front) if pane is self.rail and self._front else pane
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rail(self, *, on: bool) -> None:
        self.rail.setVisible(on)
        self.actions_["show_rail"].setChecked(on)

    def _standard_layout(self) -> None:
        self.showNormal()
        self._geometry.forget_layout()
        self._show_rail(on=True)
        self._geometry.restore_window(self)
        for page in self._pages.values():
            page.standard_layout()

    def _show_shortcuts(self) -> None:
        from ui.shell.shortcut_sheet import ShortcutSheet

        self._prompts.show(ShortcutSheet(self.actions_.shortcuts(), self))


def _check_scheme(actions: Actions, present: Scheme) -> None:
    for scheme in ("light", "dark", "system"):
        actions[scheme].setChecked(present == scheme)


def _strip(words: str) -> QFrame:
    strip = QFrame()
    strip.setObjectName("sample")
    row = QHBoxLayout(strip)
    row.setContentsMargins(16, 4, 16, 4)
    row.addWidget(TextLabel(words))
    row.addStretch(1)
    return strip
