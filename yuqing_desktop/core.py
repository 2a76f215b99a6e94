"""The program without a window: one field a service. The window, the command line and every test start from it."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any

from yuqing_desktop.clock import Clock
from yuqing_desktop.paths import Paths, resources
from yuqing_desktop.services import start, workstation
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.lock import Lock
from yuqing_desktop.storage.page_look import PageLook
from yuqing_desktop.storage.store import Store

if TYPE_CHECKING:
    from yuqing_desktop.documents.shelf import Shelf
    from yuqing_desktop.domain.signing_in import Cost
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
    from yuqing_desktop.services.entrance import Entrance
    from yuqing_desktop.services.evidence import Attachments
    from yuqing_desktop.services.exports import Exports
    from yuqing_desktop.services.extend import Extend
    from yuqing_desktop.services.forms import Forms
    from yuqing_desktop.services.founding import Founding
    from yuqing_desktop.services.handle import Handle
    from yuqing_desktop.services.house_rules import HouseRules
    from yuqing_desktop.services.import_batches import Batches
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
    from yuqing_desktop.services.templates import Templates
    from yuqing_desktop.services.today import Today
    from yuqing_desktop.services.transfer import Transfer
    from yuqing_desktop.services.undoing import Undoing
    from yuqing_desktop.storage.evidence import Blobs

PARTS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "entrance": ("services.entrance", "Entrance", ("store",)),
    "settings": ("services.settings", "Settings", ("store",)),
    "desk": ("services.desk", "Desk", ("store", "settings")),
    "passwords": ("services.passwords", "Passwords", ("store", "cost")),
    "founding": ("services.founding", "Founding", ("store", "settings")),
    "people": ("services.people", "People", ("store",)),
    "forms": ("services.forms", "Forms", ("store",)),
    "registry": ("services.registry", "Registry", ("store", "settings")),
    "readings": ("services.readings", "Readings", ("store", "settings")),
    "today": ("services.today", "Today", ("store", "settings")),
    "register": ("services.register", "Register", ("desk",)),
    "assess": ("services.assess", "Assess", ("desk",)),
    "transfer": ("services.transfer", "Transfer", ("desk",)),
    "handle": ("services.handle", "Handle", ("desk",)),
    "approve": ("services.approve", "Approve", ("desk", "signing")),
    "accounts": ("services.accounts", "Accounts", ("store", "settings", "passwords")),
    "signing": ("services.signing", "Signing", ("store", "settings", "passwords")),
    "replying": ("services.reply", "Replying", ("desk",)),
    "closing": ("services.closing", "Closing", ("desk",)),
    "duty_acts": ("services.duty_acts", "DutyActs", ("desk",)),
    "attachments": ("services.evidence", "Attachments", ("desk", "blobs")),
    "audit": ("services.audit", "Audit", ("store",)),
    "checkup": ("services.checkup", "Checkup", ("store", "settings", "paths", "templates")),
    "personal": ("services.personal", "Personal", ("store", "blobs")),
    "backing": ("services.backup", "Backing", ("store", "settings", "paths")),
    "templates": ("services.templates", "Templates", ("store", "shelf")),
    "papers": ("services.papers", "Papers", ("store", "settings", "ledger", "rounds", "shelf")),
    "scans": ("services.scans", "Scans", ("store", "settings", "registry")),
    "exports": ("services.exports", "Exports", ("store", "settings")),
    "archive": ("services.archive", "Archive", ("store", "registry", "papers", "blobs")),
    "calendar": ("services.calendar", "Calendar", ("desk",)),
    "extend": ("services.extend", "Extend", ("desk",)),
    "rounds": ("services.rounds", "Rounds", ("store", "settings")),
    "supervise": ("services.supervise", "Supervise", ("desk",)),
    "reminders": ("services.reminders", "Reminders", ("store", "settings")),
    "accountability": ("services.accountability", "Accountability", ("store", "rounds")),
    "layouts": ("services.layouts", "Layouts", ("store",)),
    "ledger": ("services.ledger", "Ledger", ("store", "settings", "rounds", "layouts")),
    "editions": ("services.editions", "Editions", ("store", "ledger", "blobs")),
    "statistics": ("services.statistics", "Statistics", ("store",)),
    "importing": ("services.importing", "Importing", ("desk", "register", "blobs")),
    "batches": ("services.import_batches", "Batches", ("desk",)),
    "capture": ("services.capture", "Capture", ("store", "settings")),
    "affairs": ("services.affairs", "Affairs", ("store",)),
    "house_rules": ("services.house_rules", "HouseRules", ("store",)),
    "sample": ("services.sample", "Sample", ("store",)),
    "undoing": ("services.undoing", "Undoing", ("desk",)),
}
"""Each service: its module, its class, and the parts it is made of."""


class Core:
    """Every service, over one open registry.

    A service is made, and its module imported, when it is first asked for: the window must not wait for what
    nobody has opened yet.
    """

    entrance: Entrance
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
    batches: Batches
    capture: Capture
    affairs: Affairs
    house_rules: HouseRules
    sample: Sample
    undoing: Undoing
    desk: Desk
    passwords: Passwords
    shelf: Shelf
    templates: Templates
    blobs: Blobs
    cost: Cost

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        store: Store,
        lock: Lock,
        pages: PageLook,
        warning: str,
        cost: Cost | None,
    ) -> None:
        self.paths = paths
        self.clock = clock
        self.store = store
        self.lock = lock
        self.pages = pages
        self.warning = warning
        """What is amiss with the place of the data or the computer's clock, in words."""
        if cost is not None:
            self.cost = cost
        self._making = threading.RLock()

    def __getattr__(self, name: str) -> Any:
        """Called for a service not made yet."""
        if name not in PARTS and name not in ("shelf", "blobs", "cost"):
            raise AttributeError(name)
        with self._making:
            if name not in self.__dict__:
                self.__dict__[name] = self._made(name)
            return self.__dict__[name]

    def _made(self, name: str) -> Any:
        if name == "shelf":
            from yuqing_desktop.documents.shelf import Shelf

            return Shelf(resources() / "templates", self.paths.templates)
        if name == "blobs":
            from yuqing_desktop.storage.evidence import Blobs

            return Blobs(self.paths.evidence)
        if name == "cost":
            from yuqing_desktop.domain.signing_in import PRESENT_COST

            return PRESENT_COST
        module, kind, needed = PARTS[name]
        made_of = [getattr(self, part) for part in needed]
        return getattr(import_module(f"yuqing_desktop.{module}"), kind)(*made_of)

    def close(self) -> None:
        """Close the registry and let the next process in."""
        self.pages.end()
        if self.store.database.is_open:
            start.note_present(self.paths, self.store, is_sample=self.entrance.is_sample())
        if self.store.database.heads is not None:
            self.store.database.heads.settle()
        self.store.database.close()
        self.lock.free()


def open_core(paths: Paths, clock: Clock, *, cost: Cost | None = None) -> Core:
    """Open (or make) the registry in this data folder. Raises Refused, Trouble, Unusable.

    `cost` is how slow trying a password is made, if not as slow as it should be.

    In this order: place and presence (a lock would already write there), lock, header and version, upgrade (its pages
    first), chain's end against the workstation's. The look at the pages begins when the window's frame stands, or
    when first asked for: whoever reads or writes for somebody asks `core.pages.require_whole()` first.
    """
    warning = start.check_place(paths.data)
    start.require_present(paths)
    paths.prepare()
    lock = Lock(paths.data / "registry.lock")
    lock.take()
    database = Database(paths.database)
    try:
        start.sweep(paths)
        database.open()
        pages = PageLook(paths.database)
        store = Store(database, clock)
        start.bring_up_to_date(store, paths, pages)
        workstation.watch(store, paths.workstation)
    except BaseException:
        database.close()
        lock.free()
        raise
    return Core(paths, clock, store, lock, pages, warning + start.check_clock(store), cost)
