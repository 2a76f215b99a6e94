"""Walk an item along its way, through the services, as the sample office's people would."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core
from yuqing_desktop.domain.figures import HIDDEN, number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Handling, Note
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Decision, Level, Role, Status
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.reply import Published
from yuqing_desktop.services.transfer import Sending

REPLY = "您好！预约系统因证书到期无法登录，已于8时40分恢复。给您带来不便，我们深表歉意。"


@dataclass
class Office:
    """A sample office: its core, its clock, and everyone in it by name."""

    core: Core
    clock: FixedClock

    def actor(self, name: str) -> Actor:
        return self.core.people.actor_named(name)

    @property
    def clerk(self) -> Actor:
        return self.actor("张敏")

    @property
    def deputy(self) -> Actor:
        return self.actor("王建国")

    @property
    def head(self) -> Actor:
        return self.actor("赵志远")

    @property
    def section(self) -> Actor:
        return self.actor("李强")

    def pass_time(self, **spans: float) -> datetime:
        self.clock.move_to(self.clock.now() + timedelta(**spans))
        return self.clock.now()

    def item(self, changes: Changes) -> Item:
        return self.core.registry.item(changes.item_ids[0])

    def register(self, **values: Any) -> Item:
        fields: dict[str, Any] = {
            "title": "办事大厅网上预约系统打不开",
            "summary": "网民反映早上预约系统登录页一直加载，现场排队两小时。",
            "platform": "微博",
            "source": "@城南小李",
            "link": "https://weibo.com/1234567890/NxYzAbCdE",
            "reads": HIDDEN,
            "forwards": number(326),
            "replies": number(141),
            "published_at": self.clock.now() - timedelta(hours=1),
        }
        return self.item(self.core.register.register(self.clerk, {**fields, **values}))

    def assess(
        self, item: Item, level: Level = Level.ORDINARY, kind: CommentKind = CommentKind.QUESTION
    ) -> Item:
        decided = Assessment(level=level, comment_kind=kind, topic="网上办事")
        return self.item(self.core.assess.assess(self.clerk, item.id, decided))

    def section_id(self, name: str = "政务服务科") -> int:
        return next(one.id for one in self.core.people.sections() if one.name == name)

    def transfer(self, item: Item, section: str = "政务服务科") -> Item:
        return self.item(self.core.transfer.transfer(self.clerk, item.id, Sending(self.section_id(section))))

    def receive(self, item: Item) -> Item:
        return self.item(self.core.transfer.receive(self.clerk, item.id, received_by="李强"))

    def handle(self, item: Item, text: str = REPLY) -> Item:
        handling = Handling(
            findings="证书到期导致登录失败。", measures="已更换证书并开放现场叫号。", reported_by="李强"
        )
        return self.item(self.core.handle.report(self.section, item.id, handling, Wording(text)))

    def agree(self, item: Item, role: Role) -> Item:
        leader = self.deputy if role is Role.DEPUTY else self.head
        opinion = Opinion(role, Decision.AGREE, leader.person_id, opinion="同意")
        return self.item(self.core.approve.decide(leader, item.id, opinion))

    def account_id(self, platform: str = "微博") -> int:
        return next(one.id for one in self.core.people.accounts() if one.platform == platform)

    def reply(self, item: Item, text: str = REPLY) -> Item:
        published = Published(self.account_id(), text, link="https://weibo.com/reply/1")
        return self.item(self.core.replying.reply(self.clerk, item.id, published))

    def report_up(self, item: Item) -> Item:
        note = Note(to="市委宣传部值班室", channel="电话", number="0000-7654321", words="报告基本情况")
        return self.item(self.core.duty_acts.note(self.clerk, Act.REPORT_UP, item.id, note))

    def close(self, item: Item) -> Item:
        return self.item(self.core.closing.close(self.clerk, item.id, outcome="已恢复并回复网民"))

    def item_at(self, status: Status, level: Level = Level.ORDINARY) -> Item:
        """A new item brought to this state of the main way."""
        ways: list[tuple[Status, Callable[[Item], Item]]] = [
            (Status.ASSESSED, lambda item: self.assess(item, level)),
            (Status.TRANSFERRED, self.transfer),
            (Status.RECEIVED, self.receive),
            (Status.HANDLED, self.handle),
            (Status.DEPUTY_AGREED, lambda item: self.agree(item, Role.DEPUTY)),
            (
                Status.APPROVED,
                lambda item: item if item.status is Status.APPROVED else self.agree(item, Role.HEAD),
            ),
            (Status.REPLIED, self.reply),
            (Status.CLOSED, lambda item: self.close(self.report_up(item) if level.needs_report_up else item)),
        ]
        item = self.register()
        for reached, go in ways:
            if item.status is status:
                return item
            item = go(item)
            assert item.status is reached or reached in (Status.DEPUTY_AGREED, Status.APPROVED)
        assert item.status is status
        return item
