"""Puts the window together: services, pages, dialogs, navigation with counts. Nothing else knows all of them."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from ui.dialogs.act_desk import ActDesk
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.seat import Seat
from ui.pages.settings.settings_page import SettingsPage
from ui.pages.today.today_page import TodayPage
from ui.shell.entry import Entry
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.page import Page
from ui.shell.pulse import Pulse
from ui.shell.window import MainWindow
from ui.shell.window_prompts import WindowPrompts
from ui.tasks.runner import Runner
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.filters import VIEWS, say
from yuqing_desktop.domain.people import Actor

SAMPLE = "样例登记簿：数据均为虚构，仅供试用。"
_VIEWS = (
    "to_assess",
    "to_transfer",
    "at_section",
    "to_approve",
    "to_reply",
    "to_close",
    "interim_debt",
    "trash",
)


def geometry_of(core: Core) -> Geometry:
    """Where the window of this registry keeps its layout on this machine."""
    return Geometry(core.paths.data / "window.ini")


def open_window(core: Core, actor: Actor, geometry: Geometry, runner: Runner | None = None) -> MainWindow:
    """The window with this person at it, on the page of the day, not yet shown; the real runner unless a test hands in its own."""
    prompts = WindowPrompts()
    made: list[Seat] = []  # pages are made when first opened: by then the seat stands
    window = MainWindow(
        _entries(lambda: made[0], lambda argument: _open_list(window, argument)),
        prompts=prompts,
        geometry=geometry,
        actor=actor.title,
        sample=SAMPLE if core.settings.is_sample() else "",
    )
    prompts.parent = lambda: window
    hub, works = Hub(window), runner or _threads(window)
    acts = ActDesk(core, works, prompts, hub, actor, window)
    seat = Seat(core, works, prompts, hub, actor, acts, geometry)
    made.append(seat)
    acts.said.connect(lambda words, verb, run: window.banner.success(words, action=verb, run=run))
    acts.trouble.connect(window.banner.problem)
    window.bind(_handlers(window, seat, acts))
    Pulse(seat, window)
    window.open("today")
    return window


def _threads(window: MainWindow) -> ThreadRunner:
    runner = ThreadRunner(window)
    window.attach(runner)
    return runner


def _entries(seat: Callable[[], Seat], open_list: Callable[[str], object]) -> list[Entry]:
    def today() -> Page:
        page = TodayPage(seat())
        page.list_asked.connect(open_list)
        page.ledger_asked.connect(lambda: open_list("ledger"))
        return page

    def registry() -> Page:
        return RegistryPage(seat(), first_steps=(("导入表格", seat().acts.import_file),))

    views = [
        Entry(f"registry.{key}", VIEWS[key][0], parent="registry", argument=say(VIEWS[key][1]))
        for key in _VIEWS
    ]
    return [
        Entry("today", "今日", today, icon="today"),
        Entry("registry", "登记簿", registry, icon="registry"),
        *views,
        Entry("ledger", "台账与统计", lambda: LedgerPage(seat()), icon="ledger"),
        Entry("settings", "设置", lambda: SettingsPage(seat()), icon="settings", bottom=True),
    ]


def _open_list(window: MainWindow, argument: str) -> None:
    """Another page, or a list: under its own entry where it has one, else as a filter of the registry."""
    named = {say(VIEWS[key][1]): f"registry.{key}" for key in _VIEWS} | {"ledger": "ledger"}
    if argument in named:
        window.open(named[argument])
        return
    window.open("registry").open_with(argument)


def _handlers(window: MainWindow, seat: Seat, acts: ActDesk) -> dict[str, Callable[[], object]]:
    return {
        "new": acts.register,
        "import": acts.import_file,
        "actor": lambda: _change_actor(window, seat, acts),
        "ledger": lambda: window.open("ledger"),
        "open_exports": lambda: seat.prompts.open_outside(seat.core.paths.exports),
    }


def _change_actor(window: MainWindow, seat: Seat, acts: ActDesk) -> None:
    """Another person sits down: a new window in the old one's place."""
    chosen = acts.choose_actor()
    if chosen is None or chosen == seat.actor:
        return
    QGuiApplication.setQuitOnLastWindowClosed(False)
    if window.close():
        window.successor = open_window(seat.core, chosen, seat.geometry)
        window.successor.open(window.front)
        window.successor.show()
    QGuiApplication.setQuitOnLastWindowClosed(True)
