"""The life of one sample item: a story of acts through the services, with the office time between them."""

from collections.abc import Iterator
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


class Life:
    """One item from its registration on; `halt` is the act after which nobody does anything more."""

    def __init__(self, town: Town, dice: Random, serial: int, fate: Fate | None, halt: Act | None) -> None:
        self._town = town
        self._dice = dice
        self._post: Post = texts.make_post(dice, serial)
        self._fate = fate or self._drawn()
        if self._fate in (Fate.REPLY, Fate.IMPORTANT) and self._post.platform not in town.accounts:
            self._post = replace(self._post, platform=WEIBO)
        self._halt = halt
        self._item_id = 0
        self._level = Level.ORDINARY
        self._section_id = town.sections[self._post.section]
        self._steps = self._story()

    def go_on(self) -> float | None:
        """Do the next act; the office time until the one after it, None when the story is over."""
        act, wait = next(self._steps, (self._halt, 0.0))
        return None if act is self._halt else wait

    def _drawn(self) -> Fate:
        if self._post.platform not in self._town.accounts:
            return Fate.SUSPEND
        weights = {
            CommentKind.MALICIOUS: (1, 0, 8, 0, 0, 1, 0, 0),
            CommentKind.GENERAL: (5, 0, 4, 0, 1, 0, 0, 0),
        }
        usual = (78, 3, 4, 1, 4, 5, 4, 1)
        return self._dice.choices(tuple(Fate), weights.get(self._post.kind, usual))[0]

    def _wait(self, usual: float) -> float:
        """About this long; one time in twelve far too long."""
        late = 7.0 if self._dice.random() < 0.08 else 1.0
        return usual * self._dice.uniform(0.2, 1.0) * late

    def _chance(self, share: float, act: Act | None = None) -> bool:
        """So often, and always for the act at which the story is to stop."""
        return self._dice.random() < share or (act is not None and act is self._halt)

    # The story --------------------------------------------------------------------------------

    def _story(self) -> Iterator[Step]:
        yield self._register()
        if self._fate is Fate.TRASH:
            Register(self._town.desk).trash(self._town.clerk, self._item_id, "重复登记")
            return
        yield self._assess()
        if self._level.needs_report_up:
            yield self._note(Act.REPORT_UP, "初报：基本情况已口头报告，正在核实。", wait=10 * MINUTE)
        ends = {Fate.MERGE: self._merge, Fate.DISMISS: self._dismiss, Fate.HAND_OVER: self._hand_over}
        if self._fate in ends:
            ends[self._fate]()
            return
        if self._fate in (Fate.NO_REPLY, Fate.SUSPEND):
            yield self._without_reply()
        else:
            yield from self._main_way()
        yield from self._ending()

    def _main_way(self) -> Iterator[Step]:
        yield self._transfer()
        if self._chance(0.04):
            yield self._refuse()
            yield self._transfer()
        elif self._chance(0.03):
            yield self._reassign()
        yield self._receive()
        if self._chance(0.12, Act.INTERIM_REPLY):
            yield self._interim()
        if self._chance(0.06):
            yield self._note(Act.URGE, "请按时限反馈。", wait=2 * HOUR)
            if self._chance(0.3):
                yield self._note(Act.SUPERVISE, "请今日下班前反馈处置情况，并说明超时原因。", wait=2 * HOUR)
        yield self._report()
        yield from self._approval()
        yield self._reply()

    def _approval(self) -> Iterator[Step]:
        if self._chance(0.01):
            self._try_to_reply_unapproved()
        if self._chance(0.06, Act.SEND_BACK):
            yield self._decide(Role.DEPUTY, Decision.RETURN)
            yield self._report()
        if self._chance(0.03):
            yield self._amend()
        yield self._decide(Role.DEPUTY, Decision.AGREE)
        if self._level.needs_head:
            yield self._decide(Role.HEAD, Decision.AGREE)

    def _ending(self) -> Iterator[Step]:
        if self._post.kind is CommentKind.COMPLAINT:
            yield self._note(Act.PRIVATE_MESSAGE, "已私信了解具体时间和地点。", wait=HOUR)
            yield self._note(Act.PROGRESS_FEEDBACK, "已将处置进展告知反映人。", wait=HOUR)
        if self._chance(0.15):
            yield self._read_figures()
        self._close()
        yield Act.CLOSE, self._wait(3 * DAY)
        if self._fate in (Fate.REPLY, Fate.IMPORTANT) and self._chance(0.02):
            Closing(self._town.desk).reopen(
                self._town.clerk, self._item_id, reason="网民再次反映，须重新办理"
            )
            yield Act.REOPEN, self._wait(HOUR)
            yield from self._main_way()
        elif self._chance(0.08):
            yield self._note(Act.FOLLOW_UP, "回访网民，无新增意见。", wait=DAY)

    # The acts ---------------------------------------------------------------------------------

    def _register(self) -> Step:
        now, dice = self._town.desk.store.clock.now(), self._dice
        found = now - timedelta(minutes=dice.randint(1, 40))
        values: dict[str, Any] = {
            "title": self._post.title, "summary": self._post.summary, "platform": self._post.platform,
            "source": self._post.source, "link": self._post.link, "topic": self._post.topic, "found_at": found,
            "published_at": found - timedelta(minutes=int(dice.lognormvariate(5.0, 1.2)) + 2),
            **self._figures(),
        }  # fmt: skip
        thresholds = self._town.desk.settings.office().thresholds
        self._level = assessment.propose(Item(**values), thresholds).level
        changes = Register(self._town.desk).register(self._town.clerk, values)
        self._item_id = changes.item_ids[0]
        return Act.REGISTER, self._wait(12 * MINUTE)

    def _figures(self) -> dict[str, Any]:
        dice = self._dice
        reads = number(int(dice.lognormvariate(7.4, 1.5)))
        if self._post.platform == WEIBO:
            reads = HIDDEN
        elif self._post.platform == WECHAT and dice.random() < 0.02:
            reads = at_least(100_000)
        forwards = UNKNOWN if dice.random() < 0.05 else number(int(dice.lognormvariate(3.0, 1.5)))
        if self._fate is Fate.IMPORTANT:
            forwards = number(dice.randint(600, 4_000))
        return {"reads": reads, "forwards": forwards, "replies": number(int(dice.lognormvariate(2.7, 1.4)))}

    def _assess(self) -> Step:
        need = ReplyNeed.NOT_NEEDED if self._fate is Fate.NO_REPLY else ReplyNeed.NEEDED
        decided = Assessment(self._level, self._post.kind, need, self._post.topic)
        Assess(self._town.desk).assess(self._town.clerk, self._item_id, decided)
        return Act.ASSESS, self._wait(15 * MINUTE)

    def _sending(self) -> Sending:
        urgency = Urgency.NORMAL if self._level is Level.ORDINARY else Urgency.URGENT
        others = [one for one in self._town.sections.values() if one != self._section_id]
        assisting = (self._dice.choice(others),) if self._chance(0.1) else ()
        return Sending(self._section_id, assisting, urgency)

    def _transfer(self) -> Step:
        Transfer(self._town.desk).transfer(self._town.clerk, self._item_id, self._sending())
        return Act.TRANSFER, self._wait(25 * MINUTE)

    def _refuse(self) -> Step:
        reason = self._dice.choice(texts.REFUSALS)
        Transfer(self._town.desk).refuse(self._liaison, self._item_id, by=self._liaison.name, reason=reason)
        self._section_id = self._other_section()
        return Act.REFUSE_SLIP, self._wait(HOUR)

    def _reassign(self) -> Step:
        self._section_id = self._other_section()
        Transfer(self._town.desk).reassign(
            self._town.clerk, self._item_id, self._sending(), reason="首转科室说明业务已调整"
        )
        return Act.REASSIGN, self._wait(25 * MINUTE)

    def _receive(self) -> Step:
        Transfer(self._town.desk).receive(self._liaison, self._item_id, received_by=self._liaison.name)
        return Act.RECEIVE, self._wait(3 * HOUR)

    def _interim(self) -> Step:
        words = self._dice.choice(DEFAULT_INTERIM_WORDINGS)
        Replying(self._town.desk).interim(self._town.clerk, self._item_id, self._published(words))
        return Act.INTERIM_REPLY, self._wait(4 * HOUR)

    def _report(self) -> Step:
        handling = Handling(
            findings=self._post.findings, measures=self._post.measures, reported_by=self._liaison.name,
            responsible=self._liaison.name,
        )  # fmt: skip
        Handle(self._town.desk).report(self._liaison, self._item_id, handling, Wording(self._post.reply))
        return Act.REPORT_HANDLING, self._wait(50 * MINUTE)

    def _amend(self) -> Step:
        self._post = replace(self._post, reply=f"{self._post.reply}祝您生活愉快。")
        wording = Wording(self._post.reply)
        Handle(self._town.desk).amend(self._town.clerk, self._item_id, wording, reason="核稿修改")
        return Act.AMEND_REPLY, self._wait(30 * MINUTE)

    def _decide(self, role: Role, decision: Decision) -> Step:
        leader = self._town.people[role]
        agrees = decision is Decision.AGREE
        given = Opinion(
            role, decision, leader.person_id, opinion="同意。" if agrees else self._dice.choice(texts.RETURNS)
        )
        entered_by = leader
        if agrees and self._chance(0.1):
            now = self._town.desk.store.clock.now()
            given = replace(
                given, kind=ConsentKind.PAPER, decided_at=now, sheet_number=f"签批{self._item_id}"
            )
            entered_by = self._town.clerk
        Approve(self._town.desk).decide(entered_by, self._item_id, given)
        if not agrees:
            return Act.SEND_BACK, self._wait(2 * HOUR)
        return (Act.APPROVE_DEPUTY if role is Role.DEPUTY else Act.APPROVE_HEAD), self._wait(25 * MINUTE)

    def _try_to_reply_unapproved(self) -> None:
        """第十三条（五）: refused, and the attempt stands in the record."""
        try:
            Replying(self._town.desk).reply(
                self._town.clerk, self._item_id, self._published(self._post.reply)
            )
        except Refused:
            return

    def _reply(self) -> Step:
        Replying(self._town.desk).reply(self._town.clerk, self._item_id, self._published(self._post.reply))
        return Act.REPLY, self._wait(4 * HOUR)

    def _published(self, text: str) -> Published:
        return Published(self._town.accounts[self._post.platform], text, link=self._post.link)

    def _without_reply(self) -> Step:
        replying = Replying(self._town.desk)
        if self._fate is Fate.NO_REPLY:
            replying.no_reply(self._town.clerk, self._item_id, reason="属一般情绪表达，未提出具体诉求")
            return Act.NO_REPLY, self._wait(DAY)
        replying.suspend(self._town.clerk, self._item_id, reason="该平台没有本局认证账号")
        return Act.SUSPEND_REPLY, self._wait(DAY)

    def _note(self, act: Act, words: str, *, wait: float) -> Step:
        note = Note(to=_ADDRESSEE.get(act, "反映人"), channel="电话", number="0000-7654321", words=words)
        DutyActs(self._town.desk).note(self._town.clerk, act, self._item_id, note)
        return act, self._wait(wait)

    def _read_figures(self) -> Step:
        reading = FigureReading(**self._figures(), origin="页面")
        Register(self._town.desk).read_figures(self._town.clerk, self._item_id, reading)
        return Act.READ_FIGURES, self._wait(HOUR)

    def _merge(self) -> None:
        """Into the item before it, if that one can take it."""
        earlier = self._town.desk.store.get(Item, self._item_id - 1) if self._item_id > 1 else None
        if earlier is not None and earlier.trashed_at is None and earlier.status not in NO_TARGET:
            Closing(self._town.desk).merge(
                self._town.clerk, self._item_id, into=earlier.number, reason="反映同一件事"
            )

    def _dismiss(self) -> None:
        Closing(self._town.desk).dismiss(
            self._town.clerk, self._item_id, reason="所述地点不在本市，与本局无关"
        )

    def _hand_over(self) -> None:
        Closing(self._town.desk).hand_over(
            self._town.clerk, self._item_id, to="市住房和城乡建设局", reason="属该局职责"
        )

    def _close(self) -> None:
        outcome = self._dice.choice(texts.OUTCOMES)
        Closing(self._town.desk).close(self._town.clerk, self._item_id, outcome=outcome)

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
