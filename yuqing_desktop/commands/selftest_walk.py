"""The self-test's own item: the whole way through the services, in a registry that is thrown away."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.records import Handling
from yuqing_desktop.domain.sites import WEIBO
from yuqing_desktop.domain.vocabulary import CommentKind, Decision, Level, Role
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.reply import Published
from yuqing_desktop.services.transfer import Sending

_WORDS = "自检事项：预约系统打不开"
_REPLY = "您好！预约系统已恢复，感谢您的监督。"


class Walk:
    """Walks one item and makes its papers in a folder; each act comes a minute after the one before."""

    def __init__(self, core: Core, clock: FixedClock, folder: Path) -> None:
        self._core = core
        self._clock = clock
        self._folder = folder
        people = core.people
        self._clerk = people.actor(people.holders(Role.CLERK)[0].id)
        self._deputy = people.actor(people.holders(Role.DEPUTY)[0].id)
        self._item_id = 0

    def whole_way(self) -> Item:
        """登记 to 办结; gives the item as it ended. Raises Problem."""
        core, clerk = self._core, self._clerk
        section = core.people.sections()[-1].id
        account = next(one.id for one in core.people.accounts() if one.platform == WEIBO)
        values = {"title": _WORDS, "summary": _WORDS, "platform": WEIBO, "source": "自检"}
        self._item_id = core.register.register(clerk, values).item_ids[0]
        decided = Assessment(Level.ORDINARY, CommentKind.QUESTION)
        handling = Handling(findings="已核实。", measures="已恢复。", reported_by="自检")
        agreed = Opinion(Role.DEPUTY, Decision.AGREE, self._deputy.person_id, opinion="同意")
        acts: tuple[Callable[[], Changes], ...] = (
            lambda: core.assess.assess(clerk, self._item_id, decided),
            lambda: core.transfer.transfer(clerk, self._item_id, Sending(section)),
            lambda: core.transfer.receive(clerk, self._item_id, received_by="自检"),
            lambda: core.handle.report(clerk, self._item_id, handling, Wording(_REPLY)),
            lambda: core.approve.decide(self._deputy, self._item_id, agreed),
            lambda: core.replying.reply(clerk, self._item_id, Published(account, _REPLY)),
            lambda: core.closing.close(clerk, self._item_id, outcome="已恢复"),
        )
        for act in acts:
            self._clock.move_to(self._clock.now() + timedelta(minutes=1))
            act()
        return core.registry.item(self._item_id)

    def slip(self) -> Path:
        """Its slip as a Word file. Raises Problem."""
        paper = self._core.papers.slips_of([self._item_id])[-1]
        return self._core.papers.write_slip(self._clerk, paper, self._folder / "slip.docx")

    def ledger(self) -> Path:
        """The ledger of its week. Raises Problem."""
        period = week_of(self._clock.now().date())
        return self._core.ledger.export(self._clerk, period, self._folder / "ledger.xlsx")

    def imported(self) -> int:
        """How many rows of a small table come in, read in a worker process. Raises Problem."""
        table = self._folder / "table.csv"
        table.write_text("标题,发布平台,链接\n自检一,微博,\n自检二,微博,\n", encoding="gb18030")
        seen = self._core.importing.preview(self._clerk, table)
        return self._core.importing.take(self._clerk, seen).batch.new
