"""What is done to one sample item: every act through the services, as the sample office's people would."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from random import Random
from typing import Any

from yuqing_desktop.domain import assessment
from yuqing_desktop.domain.figures import HIDDEN, UNKNOWN, at_least, number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import FigureReading, Handling, Note
from yuqing_desktop.domain.replying import DEFAULT_INTERIM_WORDINGS
from yuqing_desktop.domain.sites import WECHAT, WEIBO
from yuqing_desktop.domain.vocabulary import (
    Act,
    CommentKind,
    ConsentKind,
    Decision,
    Level,
    ReplyNeed,
    Role,
    Urgency,
)
from yuqing_desktop.problems import Refused
from yuqing_desktop.services import sample_texts as texts
from yuqing_desktop.services.approve import Approve, Opinion
from yuqing_desktop.services.assess import Assess, Assessment
from yuqing_desktop.services.closing import NO_TARGET, Closing
from yuqing_desktop.services.desk import Desk
from yuqing_desktop.services.duty_acts import DutyActs
from yuqing_desktop.services.handle import Handle, Wording
from yuqing_desktop.services.register import Register
from yuqing_desktop.services.reply import Published, Replying
from yuqing_desktop.services.sample_texts import Post
from yuqing_desktop.services.transfer import Sending, Transfer

MINUTE, HOUR, DAY = 60.0, 3600.0, 7 * 3600.0
"""Office time in seconds; a working day has seven hours."""

Step = tuple[Act, float]
"""What was just done, and the office time until the next act."""


class Fate(StrEnum):
    """How an item's story goes."""

    REPLY = "reply"
    IMPORTANT = "important"
    NO_REPLY = "no_reply"
    SUSPEND = "suspend_reply"
    MERGE = "merge"
    DISMISS = "dismiss"
    HAND_OVER = "hand_over"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Town:
    """The sample office at work: its services on a clock that is moved, its people, sections and accounts."""

    desk: Desk
    people: dict[Role, Actor]
    liaisons: dict[int, Actor]
    sections: dict[str, int]
    accounts: dict[str, int]

    @property
    def clerk(self) -> Actor:
        """专人."""
        return self.people[Role.CLERK]


class Acts:
    """The acts on one item; each gives itself and the office time until the next."""

    def __init__(self, town: Town, dice: Random, serial: int, fate: Fate | None) -> None:
        self._town = town
        self._dice = dice
        self.post: Post = texts.make_post(dice, serial)
        self.fate = fate or self._drawn()
        if self.fate in (Fate.REPLY, Fate.IMPORTANT) and self.post.platform not in town.accounts:
            self.post = replace(self.post, platform=WEIBO)
        self._item_id = 0
        self.level = Level.ORDINARY
        self._section_id = town.sections[self.post.section]

    def _drawn(self) -> Fate:
        if self.post.platform not in self._town.accounts:
            return Fate.SUSPEND
        weights = {
            CommentKind.MALICIOUS: (1, 0, 8, 0, 0, 1, 0, 0),
            CommentKind.GENERAL: (5, 0, 4, 0, 1, 0, 0, 0),
        }
        usual = (78, 3, 4, 1, 4, 5, 4, 1)
        return self._dice.choices(tuple(Fate), weights.get(self.post.kind, usual))[0]

    def wait(self, usual: float) -> float:
        """About this long; one time in twelve far too long."""
        late = 7.0 if self._dice.random() < 0.08 else 1.0
        return usual * self._dice.uniform(0.2, 1.0) * late

    def register(self) -> Step:
        """登记."""
        now, dice = self._town.desk.store.clock.now(), self._dice
        found = now - timedelta(minutes=dice.randint(1, 40))
        values: dict[str, Any] = {
            "title": self.post.title, "summary": self.post.summary, "platform": self.post.platform,
            "source": self.post.source, "link": self.post.link, "topic": self.post.topic, "found_at": found,
            "published_at": found - timedelta(minutes=int(dice.lognormvariate(5.0, 1.2)) + 2),
            **self._figures(),
        }  # fmt: skip
        thresholds = self._town.desk.settings.office().thresholds
        self.level = assessment.propose(Item(**values), thresholds).level
        changes = Register(self._town.desk).register(self._town.clerk, values)
        self._item_id = changes.item_ids[0]
        return Act.REGISTER, self.wait(12 * MINUTE)

    def _figures(self) -> dict[str, Any]:
        dice = self._dice
        reads = number(int(dice.lognormvariate(7.4, 1.5)))
        if self.post.platform == WEIBO:
            reads = HIDDEN
        elif self.post.platform == WECHAT and dice.random() < 0.02:
            reads = at_least(100_000)
        forwards = UNKNOWN if dice.random() < 0.05 else number(int(dice.lognormvariate(3.0, 1.5)))
        if self.fate is Fate.IMPORTANT:
            forwards = number(dice.randint(600, 4_000))
        return {"reads": reads, "forwards": forwards, "replies": number(int(dice.lognormvariate(2.7, 1.4)))}

    def assess(self) -> Step:
        """评估."""
        need = ReplyNeed.NOT_NEEDED if self.fate is Fate.NO_REPLY else ReplyNeed.NEEDED
        decided = Assessment(self.level, self.post.kind, need, self.post.topic)
        Assess(self._town.desk).assess(self._town.clerk, self._item_id, decided)
        return Act.ASSESS, self.wait(15 * MINUTE)

    def _sending(self) -> Sending:
        urgency = Urgency.NORMAL if self.level is Level.ORDINARY else Urgency.URGENT
        others = [one for one in self._town.sections.values() if one != self._section_id]
        assisting = (self._dice.choice(others),) if self._dice.random() < 0.1 else ()
        return Sending(self._section_id, assisting, urgency)

    def transfer(self) -> Step:
        """转送."""
        Transfer(self._town.desk).transfer(self._town.clerk, self._item_id, self._sending())
        return Act.TRANSFER, self.wait(25 * MINUTE)

    def refuse(self) -> Step:
        """退单, to another section next."""
        reason = self._dice.choice(texts.REFUSALS)
        Transfer(self._town.desk).refuse(self._liaison, self._item_id, by=self._liaison.name, reason=reason)
        self._section_id = self._other_section()
        return Act.REFUSE_SLIP, self.wait(HOUR)

    def reassign(self) -> Step:
        """改派."""
        self._section_id = self._other_section()
        Transfer(self._town.desk).reassign(
            self._town.clerk, self._item_id, self._sending(), reason="首转科室说明业务已调整"
        )
        return Act.REASSIGN, self.wait(25 * MINUTE)

    def receive(self) -> Step:
        """签收."""
        Transfer(self._town.desk).receive(self._liaison, self._item_id, received_by=self._liaison.name)
        return Act.RECEIVE, self.wait(3 * HOUR)

    def interim(self) -> Step:
        """先行回复."""
        words = self._dice.choice(DEFAULT_INTERIM_WORDINGS)
        Replying(self._town.desk).interim(self._town.clerk, self._item_id, self._published(words))
        return Act.INTERIM_REPLY, self.wait(4 * HOUR)

    def report(self) -> Step:
        """报送处置情况."""
        handling = Handling(
            findings=self.post.findings, measures=self.post.measures, reported_by=self._liaison.name,
            responsible=self._liaison.name,
        )  # fmt: skip
        Handle(self._town.desk).report(self._liaison, self._item_id, handling, Wording(self.post.reply))
        return Act.REPORT_HANDLING, self.wait(50 * MINUTE)

    def amend(self) -> Step:
        """修改拟回复."""
        self.post = replace(self.post, reply=f"{self.post.reply}祝您生活愉快。")
        wording = Wording(self.post.reply)
        Handle(self._town.desk).amend(self._town.clerk, self._item_id, wording, reason="核稿修改")
        return Act.AMEND_REPLY, self.wait(30 * MINUTE)

    def decide(self, role: Role, decision: Decision) -> Step:
        """审批, one time in ten on paper."""
        leader = self._town.people[role]
        agrees = decision is Decision.AGREE
        given = Opinion(
            role, decision, leader.person_id, opinion="同意。" if agrees else self._dice.choice(texts.RETURNS)
        )
        entered_by = leader
        if agrees and self._dice.random() < 0.1:
            now = self._town.desk.store.clock.now()
            given = replace(
                given, kind=ConsentKind.PAPER, decided_at=now, sheet_number=f"签批{self._item_id}"
            )
            entered_by = self._town.clerk
        Approve(self._town.desk).decide(entered_by, self._item_id, given)
        if not agrees:
            return Act.SEND_BACK, self.wait(2 * HOUR)
        return (Act.APPROVE_DEPUTY if role is Role.DEPUTY else Act.APPROVE_HEAD), self.wait(25 * MINUTE)

    def try_to_reply_unapproved(self) -> None:
        """第十三条（五）: refused, and the attempt stands in the record."""
        try:
            Replying(self._town.desk).reply(self._town.clerk, self._item_id, self._published(self.post.reply))
        except Refused:
            return

    def reply(self) -> Step:
        """正式回复."""
        Replying(self._town.desk).reply(self._town.clerk, self._item_id, self._published(self.post.reply))
        return Act.REPLY, self.wait(4 * HOUR)

    def _published(self, text: str) -> Published:
        return Published(self._town.accounts[self.post.platform], text, link=self.post.link)

    def without_reply(self) -> Step:
        """无需回复 or 暂不回复, as its fate is."""
        replying = Replying(self._town.desk)
        if self.fate is Fate.NO_REPLY:
            replying.no_reply(self._town.clerk, self._item_id, reason="属一般情绪表达，未提出具体诉求")
            return Act.NO_REPLY, self.wait(DAY)
        replying.suspend(self._town.clerk, self._item_id, reason="该平台没有本局认证账号")
        return Act.SUSPEND_REPLY, self.wait(DAY)

    def note(self, act: Act, words: str, *, wait: float) -> Step:
        """A dated, named record."""
        note = Note(to=_ADDRESSEE.get(act, "反映人"), channel="电话", number="0000-7654321", words=words)
        DutyActs(self._town.desk).note(self._town.clerk, act, self._item_id, note)
        return act, self.wait(wait)

    def read_figures(self) -> Step:
        """补读数."""
        reading = FigureReading(**self._figures(), origin="页面")
        Register(self._town.desk).read_figures(self._town.clerk, self._item_id, reading)
        return Act.READ_FIGURES, self.wait(HOUR)

    def merge(self) -> bool:
        """Into the item before it; whether that one could take it."""
        earlier = self._town.desk.store.get(Item, self._item_id - 1) if self._item_id > 1 else None
        if earlier is None or earlier.trashed_at is not None or earlier.status in NO_TARGET:
            return False
        Closing(self._town.desk).merge(
            self._town.clerk, self._item_id, into=earlier.number, reason="反映同一件事"
        )
        return True

    def dismiss(self) -> None:
        """误报."""
        Closing(self._town.desk).dismiss(
            self._town.clerk, self._item_id, reason="所述地点不在本市，与本局无关"
        )

    def hand_over(self) -> None:
        """移交."""
        Closing(self._town.desk).hand_over(
            self._town.clerk, self._item_id, to="市住房和城乡建设局", reason="属该局职责"
        )

    def trash(self) -> None:
        """移入回收站."""
        Register(self._town.desk).trash(self._town.clerk, self._item_id, "重复登记")

    def reopen(self) -> Step:
        """重开."""
        Closing(self._town.desk).reopen(self._town.clerk, self._item_id, reason="网民再次反映，须重新办理")
        return Act.REOPEN, self.wait(HOUR)

    def close(self) -> Step:
        """办结."""
        outcome = self._dice.choice(texts.OUTCOMES)
        Closing(self._town.desk).close(self._town.clerk, self._item_id, outcome=outcome)
        return Act.CLOSE, self.wait(3 * DAY)

    @property
    def _liaison(self) -> Actor:
        return self._town.liaisons[self._section_id]

    def _other_section(self) -> int:
        return self._dice.choice([one for one in self._town.liaisons if one != self._section_id])


_ADDRESSEE = {
    Act.REPORT_UP: "市委宣传部值班室",
    Act.URGE: "承办科室",
    Act.SUPERVISE: "承办科室",
    Act.PROGRESS_FEEDBACK: "责任人",
}
