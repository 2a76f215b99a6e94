"""Every path on which the program writes, each as one deed that says what it acknowledged."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests import acts
from tests.walk import Office
from yuqing_desktop.changes import Changes
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain import periods
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.vocabulary import Act, Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.importing import Preview
from yuqing_desktop.services.restore import Restore

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)
WAITING = (Status.REGISTERED, Status.ASSESSED, Status.TRANSFERRED, Status.RECEIVED, Status.HANDLED, Status.APPROVED,
           Status.REPLIED, Status.CLOSED)  # fmt: skip
BEFORE = {
    Act.EDIT: Status.REGISTERED, Act.ASSESS: Status.REGISTERED, Act.TRANSFER: Status.ASSESSED,
    Act.RECEIVE: Status.TRANSFERRED, Act.REPORT_HANDLING: Status.RECEIVED, Act.APPROVE_DEPUTY: Status.HANDLED,
    Act.REPLY: Status.APPROVED, Act.CLOSE: Status.REPLIED, Act.AMEND_REPLY: Status.HANDLED,
    Act.SEND_BACK: Status.HANDLED, Act.READ_FIGURES: Status.REGISTERED, Act.TRASH: Status.REGISTERED,
    Act.REOPEN: Status.CLOSED, Act.URGE: Status.TRANSFERRED, Act.REPORT_UP: Status.ASSESSED,
    Act.REASSIGN: Status.TRANSFERRED, Act.MERGE: Status.ASSESSED,
}  # fmt: skip
"""The acts on an item that are killed, and the state each begins in."""
BY = {Act.REPORT_HANDLING: "李强", Act.APPROVE_DEPUTY: "王建国", Act.SEND_BACK: "王建国"}
PNG = b"\x89PNG\r\n\x1a\n"
TABLE = "标题,发布时间,发布平台,来源账号,链接,阅读数\n" + "".join(
    f"第{row}条,2026-11-20 09:30,微博,@甲{row},https://weibo.com/1234567890/N000000000{row:02d},1.2万\n"
    for row in range(12)
)


@dataclass
class Place:
    """A registry of its own with everything the deeds need, closed."""

    folder: Path
    seen: Preview
    """A table read once: reading takes a process of its own."""

    @property
    def paths(self) -> Paths:
        return paths_in(self.folder)

    @property
    def usb(self) -> Path:
        return self.folder / "usb"

    def open(self) -> Core:
        return open_core(self.paths, FixedClock(NOW))


def made(folder: Path) -> Place:
    """Two items waiting in every state, an attachment, and a complete backup on a stick."""
    (folder / "usb").mkdir(parents=True)
    (folder / "表.csv").write_text(TABLE, encoding="utf-8")
    with closing(open_core(paths_in(folder), FixedClock(NOW))) as core:
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
        office = Office(core, FixedClock(NOW))
        for status in WAITING * 2:
            office.item_at(status)
        core.attachments.attach_bytes(office.clerk, 1, "一.png", PNG)
        core.backing.back_up(to=folder / "usb")
        return Place(folder, core.importing.preview(office.clerk, folder / "表.csv"))


def paths_in(folder: Path) -> Paths:
    return Paths(folder / "data", folder / "workstation")


class Worker:
    """Does deeds one after another; `say` is called with the chain's end once one is acknowledged."""

    def __init__(self, place: Place, chance: random.Random, say: Callable[[str, str], None]) -> None:
        self.place = place
        self.chance = chance
        self.say = say
        self.office = Office(place.open(), FixedClock(NOW))

    @property
    def core(self) -> Core:
        return self.office.core

    def do(self, deed: str) -> None:
        """One deed; an act that came of it is acknowledged by its event."""
        item = self.item_at(BEFORE[Act(deed)]) if deed in ACTS else None
        self.say("begin", deed)
        try:
            done = OTHERS[deed](self) if item is None else self.act(Act(deed), item)
        except Refused as refusal:
            done = None
            self.say("refused", str(refusal))
        if isinstance(done, Changes):
            self.say("act", f"{done.event} {done.act}")
        self.say("done", deed)

    def act(self, act: Act, item: Item) -> Changes:
        """An act on an item by whom it is for."""
        actor, text = self.office.actor(BY.get(act, "张敏")), ""
        if act is Act.AMEND_REPLY:
            text = f"您好！第{self.chance.random()}稿。"
        return acts.do(self.office, act, actor, item, into="YQ-2026-0004", text=text)

    def item_at(self, status: Status) -> Item:
        """One waiting there, or a new one brought there."""
        waiting = self.core.store.find(Item, status=status, trashed_at=None, limit=20)
        return self.chance.choice(waiting) if waiting else self.office.item_at(status)

    def register(self) -> Any:
        values = {"title": f"第{self.chance.random()}件", "platform": "微博", "summary": "网民反映。" * 20}
        return self.core.register.register(self.office.clerk, values)

    def attach(self) -> Any:
        content = PNG + self.chance.randbytes(self.chance.choice((500, 300_000)))
        return self.core.attachments.attach_bytes(self.office.clerk, 1, "图.png", content)

    def take_table(self) -> Any:
        importing, seen = self.core.importing, self.place.seen
        token = f"{self.chance.randrange(10**9):09d}"
        rows = [[str(cell).replace("000000000", token) for cell in row] for row in seen.table.rows]
        fresh = replace(seen, table=replace(seen.table, rows=rows))
        return importing.take(self.office.clerk, importing.remapped(self.office.clerk, fresh)).changes

    def back_up(self) -> Any:
        made = self.core.backing.back_up(to=self.place.usb if self.chance.random() < 0.5 else None)
        self.say("file", str(made.path))

    def back_up_automatically(self) -> Any:
        made = self.core.backing.back_up_if_due(now=True)
        self.say("file", str(made.path) if made else "")

    def put_back(self) -> Any:
        newest = max(self.place.usb.glob("*.zip"), key=lambda path: path.stat().st_mtime_ns)
        self.core.close()
        Restore(self.place.paths, FixedClock(NOW)).restore(SYSTEM, newest)
        self.office = Office(self.place.open(), FixedClock(NOW))

    def issue(self) -> Any:
        period = periods.week_of(date(2026, 1, 5) + timedelta(weeks=self.chance.randrange(45)))
        if self.core.editions.of(period):
            return None
        return self.core.editions.issue(self.office.clerk, period, signer="陈静")

    def change_settings(self) -> Changes:
        return self.core.settings.change(self.office.clerk, {"contact": f"第{self.chance.random()}位"})

    def keep_form(self) -> Any:
        words = str(self.chance.random())
        self.core.forms.keep("register", self.office.clerk, {"title": words})
        self.say("form", words)

    def write_slip(self) -> Any:
        (paper,) = self.core.papers.slips_of([self.item_at(Status.TRANSFERRED).id])
        out = self.core.paths.exports / "转送单.docx"
        self.say("file", str(self.core.papers.write_slip(self.office.clerk, paper, out)))

    def write_slips(self) -> Any:
        sent = self.core.store.find(Item, status=Status.TRANSFERRED, trashed_at=None, limit=5)
        papers = self.core.papers.slips_of(item.id for item in sent)
        for path in self.core.papers.write_slips(self.office.clerk, papers, self.core.paths.exports):
            self.say("file", str(path))

    def pack(self) -> Any:
        item = self.item_at(Status.CLOSED)
        out = self.core.paths.exports / "归档.zip"
        self.say("file", str(self.core.archive.write(self.office.clerk, [item.id], out)))


ACTS = tuple(act.value for act in BEFORE)
OTHERS: dict[str, Callable[[Worker], Any]] = {
    "register": Worker.register, "attach": Worker.attach, "import": Worker.take_table, "backup": Worker.back_up,
    "automatic backup": Worker.back_up_automatically, "restore": Worker.put_back, "ledger": Worker.issue,
    "settings": Worker.change_settings, "form": Worker.keep_form, "paper": Worker.write_slip,
    "papers": Worker.write_slips, "archive": Worker.pack,
}  # fmt: skip
DEEDS = (*ACTS, *OTHERS)
