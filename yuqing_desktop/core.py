"""The program without a window: one field a service. The window, the command line and every test start from it."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.clock import Clock
from yuqing_desktop.documents.shelf import Shelf
from yuqing_desktop.paths import Paths, resources
from yuqing_desktop.services import start, workstation
from yuqing_desktop.services.accountability import Accountability
from yuqing_desktop.services.accounts import Accounts
from yuqing_desktop.services.affairs import Affairs
from yuqing_desktop.services.approve import Approve
from yuqing_desktop.services.archive import Archive
from yuqing_desktop.services.assess import Assess
from yuqing_desktop.services.audit import Audit
from yuqing_desktop.services.backup import Backing
from yuqing_desktop.services.calendar import Calendar
from yuqing_desktop.services.capture import Capture
from yuqing_desktop.services.checkup import Checkup
from yuqing_desktop.services.closing import Closing
from yuqing_desktop.services.desk import Desk
from yuqing_desktop.services.duty_acts import DutyActs
from yuqing_desktop.services.editions import Editions
from yuqing_desktop.services.evidence import Attachments
from yuqing_desktop.services.exports import Exports
from yuqing_desktop.services.extend import Extend
from yuqing_desktop.services.forms import Forms
from yuqing_desktop.services.founding import Founding
from yuqing_desktop.services.handle import Handle
from yuqing_desktop.services.house_rules import HouseRules
from yuqing_desktop.services.importing import Importing
from yuqing_desktop.services.layouts import Layouts
from yuqing_desktop.services.ledger import Ledger
from yuqing_desktop.services.papers import Papers
from yuqing_desktop.services.passwords import Passwords
from yuqing_desktop.services.people import People
from yuqing_desktop.services.personal import Personal
from yuqing_desktop.services.readings import Readings
from yuqing_desktop.services.register import Register
from yuqing_desktop.services.registry import Registry
from yuqing_desktop.services.reminders import Reminders
from yuqing_desktop.services.reply import Replying
from yuqing_desktop.services.rounds import Rounds
from yuqing_desktop.services.sample import Sample
from yuqing_desktop.services.scans import Scans
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.services.signing import Signing
from yuqing_desktop.services.statistics import Statistics
from yuqing_desktop.services.supervise import Supervise
from yuqing_desktop.services.today import Today
from yuqing_desktop.services.transfer import Transfer
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.lock import Lock
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Core:
    """Every service, over one open registry."""

    paths: Paths
    clock: Clock
    store: Store
    settings: Settings
    founding: Founding
    people: People
    forms: Forms
    registry: Registry
    readings: Readings
    today: Today
    register: Register
    assess: Assess
    transfer: Transfer
    handle: Handle
    approve: Approve
    accounts: Accounts
    signing: Signing
    replying: Replying
    closing: Closing
    duty_acts: DutyActs
    attachments: Attachments
    audit: Audit
    checkup: Checkup
    personal: Personal
    backing: Backing
    papers: Papers
    scans: Scans
    exports: Exports
    archive: Archive
    shelf: Shelf
    calendar: Calendar
    extend: Extend
    rounds: Rounds
    supervise: Supervise
    reminders: Reminders
    accountability: Accountability
    layouts: Layouts
    ledger: Ledger
    editions: Editions
    statistics: Statistics
    importing: Importing
    capture: Capture
    affairs: Affairs
    house_rules: HouseRules
    sample: Sample
    lock: Lock

    def close(self) -> None:
        """Close the registry and let the next process in."""
        if self.store.database.is_open:
            start.note_present(self.paths, self.store, is_sample=self.settings.is_sample())
        if self.store.database.heads is not None:
            self.store.database.heads.settle()
        self.store.database.close()
        self.lock.free()


def open_core(paths: Paths, clock: Clock) -> Core:
    """Open (or make) the registry in this data folder. Raises Trouble."""
    start.check_place(paths.data)
    start.require_present(paths)
    paths.prepare()
    lock = Lock(paths.data / "registry.lock")
    lock.take()
    database = Database(paths.database)
    try:
        start.sweep(paths)
        database.open()
        store = Store(database, clock)
        workstation.watch(store, paths.workstation)
    except BaseException:
        database.close()
        lock.free()
        raise
    return _assembled(paths, clock, store, lock)


def _assembled(paths: Paths, clock: Clock, store: Store, lock: Lock) -> Core:
    settings = Settings(store)
    desk = Desk(store, settings)
    register = Register(desk)
    return Core(
        paths=paths,
        clock=clock,
        store=store,
        settings=settings,
        founding=Founding(store, settings),
        people=People(store),
        forms=Forms(store),
        registry=Registry(store, settings),
        today=Today(store, settings),
        register=register,
        readings=Readings(store, settings),
        importing=Importing(desk, register),
        capture=Capture(store, settings),
        affairs=Affairs(store),
        house_rules=HouseRules(store),
        sample=Sample(store),
        lock=lock,
        **_stations(desk),
        **_outputs(store, settings, paths),
        **_trust(store, settings, paths, desk),
    )


def _stations(desk: Desk) -> dict[str, Any]:
    """The acts on one item."""
    return {
        "assess": Assess(desk),
        "transfer": Transfer(desk),
        "handle": Handle(desk),
        "replying": Replying(desk),
        "closing": Closing(desk),
        "duty_acts": DutyActs(desk),
        "extend": Extend(desk),
        "supervise": Supervise(desk),
        "calendar": Calendar(desk),
    }


def _outputs(store: Store, settings: Settings, paths: Paths) -> dict[str, Any]:
    """Rounds, reports and papers."""
    rounds = Rounds(store, settings)
    layouts = Layouts(store)
    ledger = Ledger(store, settings, rounds, layouts)
    shelf = Shelf(resources() / "templates", paths.templates)
    blobs, registry = Blobs(paths.evidence), Registry(store, settings)
    papers = Papers(store, settings, ledger, rounds, shelf)
    return {
        "rounds": rounds,
        "reminders": Reminders(store, settings),
        "accountability": Accountability(store, rounds),
        "layouts": layouts,
        "ledger": ledger,
        "editions": Editions(store, ledger, blobs),
        "statistics": Statistics(store),
        "shelf": shelf,
        "papers": papers,
        "scans": Scans(store, settings, registry),
        "exports": Exports(store, settings),
        "archive": Archive(store, registry, papers, blobs),
    }


def _trust(store: Store, settings: Settings, paths: Paths, desk: Desk) -> dict[str, Any]:
    """Who it was, that it was so, and that it is still there."""
    passwords = Passwords(store)
    signing = Signing(store, settings, passwords)
    return {
        "approve": Approve(desk, signing),
        "accounts": Accounts(store, settings, passwords),
        "signing": signing,
        "attachments": Attachments(desk, Blobs(paths.evidence)),
        "audit": Audit(store),
        "personal": Personal(store),
        "checkup": Checkup(store, settings, paths),
        "backing": Backing(store, settings, paths),
    }
