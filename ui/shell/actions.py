"""The menu bar's actions: built once from data, bound to the page in front."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.shell.action import Action

Handler = Callable[[], object]


class Actions(QObject):
    """One QAction an entry; an entry nobody bound is greyed, a refused one says why in its own words.

    They are shown as they stand when the window binds its own.
    """

    def __init__(self, menus: Mapping[str, QMenu], plan: Iterable[Action], parent: QObject) -> None:
        super().__init__(parent)
        self.plan = tuple(plan)
        self._texts = {action.key: action.text for action in self.plan}
        self._made: dict[str, QAction] = {}
        self._window: dict[str, Handler] = {}
        self._page: dict[str, Handler] = {}
        self._reasons: dict[str, str] = {}
        self._own_reasons: dict[str, str] = {}
        self._barred: dict[str, str] = {}
        for title, menu in menus.items():
            self._build(menu, title)

    def __getitem__(self, key: str) -> QAction:
        """The QAction of an entry."""
        return self._made[key]

    def bind_window(self, handlers: Mapping[str, Handler]) -> None:
        """What the window itself does, whatever page is in front."""
        self._window |= handlers
        self._show()

    def bind_page(self, handlers: Mapping[str, Handler]) -> None:
        """What the page in front does; it goes before the window's own."""
        self._page = dict(handlers)
        self._reasons = {}
        self._show()

    def refuse(self, reasons: Mapping[str, str]) -> None:
        """Grey these entries with their reasons; entries not named are free again."""
        self._reasons = {key: reason for key, reason in reasons.items() if reason}
        self._show()

    def bar(self, reasons: Mapping[str, str]) -> None:
        """Grey these entries for the person at the window, whatever page is in front; an empty reason bars nothing."""
        self._barred = {key: reason for key, reason in reasons.items() if reason}
        self._show()

    def offer(self, key: str, words: str, run: Handler | None, *, reason: str = "") -> None:
        """An entry of the window whose words change with what it would do; None greys it, with a reason."""
        self._texts[key] = words
        self._own_reasons[key] = reason if run is None else ""
        self._window.pop(key, None)
        self.bind_window({key: run} if run is not None else {})

    def is_bound(self, key: str) -> bool:
        """Whether anybody does it."""
        return key in self._page or key in self._window

    def shortcuts(self) -> list[tuple[str, str, str]]:
        """(menu, words, keys) of every entry with a shortcut, for the sheet."""
        return [(plain(entry.menu), entry.text, entry.shortcut) for entry in self.plan if entry.shortcut]

    def _build(self, menu: QMenu, title: str) -> None:
        subs: dict[str, QMenu] = {}
        group: int | None = None
        for entry in sorted((held for held in self.plan if held.menu == title), key=lambda held: held.group):
            if group is not None and entry.group != group:
                menu.addSeparator()
            group = entry.group
            if entry.submenu and entry.submenu not in subs:
                subs[entry.submenu] = _menu(entry.submenu, menu)
                menu.addMenu(subs[entry.submenu])
            subs.get(entry.submenu, menu).addAction(self._make(entry))

    def _make(self, entry: Action) -> QAction:
        action = QAction(entry.text, self)
        action.setCheckable(entry.checkable)
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self._run(entry.key))
        self._made[entry.key] = action
        return action

    def _run(self, key: str) -> None:
        handler = self._page.get(key) or self._window.get(key)
        if handler is not None:
            handler()

    def _show(self) -> None:
        for key, action in self._made.items():
            reason = self._barred.get(key) or self._reasons.get(key) or self._own_reasons.get(key, "")
            action.setEnabled(self.is_bound(key) and not reason)
            action.setText(f"{self._texts[key]}（{reason}）" if reason else self._texts[key])
            action.setToolTip(reason or self._texts[key])


def menus_in(bar: QMenuBar, titles: Iterable[str]) -> dict[str, QMenu]:
    """The menus of a bar, still empty, by title."""
    menus = {title: _menu(title, bar) for title in titles}
    for menu in menus.values():
        bar.addMenu(menu)
    return menus


def _menu(title: str, parent: QWidget) -> QMenu:
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    return menu


def plain(title: str) -> str:
    """A menu's title without its key: 文件(&F) → 文件."""
    return title.split("(")[0]
