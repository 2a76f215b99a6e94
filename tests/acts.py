"""Every act of the table of steps through its service, with plausible particulars."""

from collections.abc import Callable

from tests.walk import REPLY, Office
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Draft, FigureReading, Handling, Note
from yuqing_desktop.domain.replying import DEFAULT_INTERIM_WORDINGS
from yuqing_desktop.domain.vocabulary import Act, CommentKind, ConsentKind, Decision, Level, Role
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.nods import Nod
from yuqing_desktop.services.reply import Published
from yuqing_desktop.services.transfer import Sending

NOTES = (Act.REPORT_UP, Act.PRIVATE_MESSAGE, Act.PROGRESS_FEEDBACK, Act.CALL, Act.GIVE_REASON, Act.FOLLOW_UP)
REASON = "情况有变"
SECTION = "政务服务科"


def do(
    office: Office, act: Act, actor: Actor, item: Item, *, level: Level = Level.ORDINARY, text: str = "",
    kind: CommentKind = CommentKind.QUESTION, into: str = "",
) -> Changes:  # fmt: skip
    """One act by this person. Level, kind, text and the item merged into are what a random walk varies."""
    core, id_ = office.core, item.id
    decided = Assessment(level, kind, reason=REASON)
    sending = Sending(office.section_id(SECTION))
    ways: dict[Act, Callable[[], Changes]] = {
        Act.EDIT: lambda: core.register.edit(actor, id_, {"notes": f"第{item.version}次"}),
        Act.ASSESS: lambda: core.assess.assess(actor, id_, decided),
        Act.REASSESS: lambda: core.assess.reassess(actor, id_, decided),
        Act.TRANSFER: lambda: core.transfer.transfer(actor, id_, sending),
        Act.RECEIVE: lambda: core.transfer.receive(actor, id_, received_by="李强"),
        Act.REPORT_HANDLING: lambda: core.handle.report(
            actor,
            id_,
            Handling(findings="属实。", measures="已恢复。", reported_by="李强"),
            Wording(text or REPLY),
        ),
        Act.APPROVE_DEPUTY: lambda: core.approve.decide(actor, id_, opinion(office, actor, Role.DEPUTY)),
        Act.APPROVE_HEAD: lambda: core.approve.decide(actor, id_, opinion(office, actor, Role.HEAD)),
        Act.SEND_BACK: lambda: core.approve.decide(
            actor, id_, opinion(office, actor, Role.DEPUTY, Decision.RETURN)
        ),
        Act.REPLY: lambda: core.replying.reply(
            actor, id_, published(office, text or wording_of(office, item))
        ),
        Act.INTERIM_REPLY: lambda: core.replying.interim(
            actor, id_, published(office, DEFAULT_INTERIM_WORDINGS[0])
        ),
        Act.NO_REPLY: lambda: core.replying.no_reply(actor, id_, reason=REASON),
        Act.SUSPEND_REPLY: lambda: core.replying.suspend(actor, id_, reason=REASON),
        Act.REFUSE_SLIP: lambda: core.transfer.refuse(actor, id_, by="李强", reason=REASON),
        Act.REASSIGN: lambda: core.transfer.reassign(actor, id_, sending, reason=REASON),
        Act.AMEND_REPLY: lambda: core.handle.amend(
            actor, id_, Wording(text or f"{REPLY}（{item.version}）"), reason=REASON
        ),
        Act.MERGE: lambda: core.closing.merge(actor, id_, into=into or "YQ-2026-0001", reason=REASON),
        Act.DISMISS: lambda: core.closing.dismiss(actor, id_, reason=REASON),
        Act.HAND_OVER: lambda: core.closing.hand_over(actor, id_, to="市教育局", reason=REASON),
        Act.CLOSE: lambda: core.closing.close(actor, id_, outcome="已办结"),
        Act.REOPEN: lambda: core.closing.reopen(actor, id_, reason=REASON),
        Act.URGE: lambda: core.supervise.issue(actor, act, id_, note()),
        Act.SUPERVISE: lambda: core.supervise.issue(actor, act, id_, note()),
        Act.EXTEND: lambda: core.extend.extend(actor, id_, days=2, reason=REASON, nod=nod(office, actor)),
        Act.READ_FIGURES: lambda: core.register.read_figures(actor, id_, FigureReading(reads=number(9))),
        Act.ATTACH: lambda: core.attachments.attach_bytes(actor, id_, "说明.txt", "说明".encode()),
        Act.TRASH: lambda: core.register.trash(actor, id_, REASON),
        Act.RESTORE: lambda: core.register.restore(actor, id_),
        **{one: lambda: core.duty_acts.note(actor, act, id_, note()) for one in NOTES},
    }
    return ways[act]()


def note() -> Note:
    return Note(to="值班室", channel="电话", number="0000-7654321", words="已说明情况")


def wording_of(office: Office, item: Item) -> str:
    """The present draft's text: what a clerk would copy to the platform."""
    drafts = office.core.store.find(Draft, item_id=item.id, order="serial DESC", limit=1)
    return drafts[0].text if drafts else REPLY


def published(office: Office, text: str) -> Published:
    return Published(office.account_id(), text, link="https://weibo.com/reply/1")


def opinion(office: Office, actor: Actor, role: Role, decision: Decision = Decision.AGREE) -> Opinion:
    """On screen by the leader himself, on paper entered by anybody else."""
    leader = office.deputy if role is Role.DEPUTY else office.head
    if actor.person_id == leader.person_id:
        return Opinion(role, decision, leader.person_id, opinion=REASON)
    return Opinion(
        role, decision, leader.person_id, ConsentKind.PAPER, REASON, decided_at=office.clock.now(), sheet_number="1"
    )  # fmt: skip


def nod(office: Office, actor: Actor) -> Nod:
    return Nod(office.deputy.person_id, sheet_number="" if actor == office.deputy else "1")
