"""The table of steps: the whole regulation's flow as rows. Nothing else decides what may happen to an item."""

from collections.abc import Callable
from dataclasses import dataclass

from yuqing_desktop.domain import approval
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Consent, Draft
from yuqing_desktop.domain.vocabulary import Act, CommentKind, DutyKind, Level, Role, Status
from yuqing_desktop.problems import Refused


@dataclass(frozen=True, slots=True)
class Facts:
    """What a guard may ask beside the item itself: the present draft, the consents, the open duties, whether paper suffices."""

    draft: Draft | None = None
    consents: tuple[Consent, ...] = ()
    open_duties: frozenset[DutyKind] = frozenset()
    paper_suffices: bool = True


Guard = Callable[[Item, Facts], str]
Target = Callable[[Item], Status]


@dataclass(frozen=True, slots=True)
class Step:
    """One row: the act, from which states to which (None: it stays), by whom, by which article, on what condition."""

    act: Act
    sources: frozenset[Status]
    target: Status | Target | None
    roles: frozenset[Role]
    article: str
    guard: Guard | None = None

    def after(self, item: Item) -> Status:
        """The state after the act."""
        if self.target is None:
            return item.status
        return self.target if isinstance(self.target, Status) else self.target(item)


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as the window shows it: allowed, or why not (in words)."""

    act: Act
    reason: str = ""

    @property
    def allowed(self) -> bool:
        """Whether the act may be done now."""
        return not self.reason


# Guards -----------------------------------------------------------------------------------------


def _assigned(item: Item, facts: Facts) -> str:
    return "" if item.level is not None else "请先评估等级"


def _has_draft(item: Item, facts: Facts) -> str:
    return "" if facts.draft is not None else "还没有拟回复"


def _agreed(item: Item, facts: Facts) -> str:
    return approval.missing(item, facts.draft, facts.consents, paper_suffices=facts.paper_suffices)


def _first_reply_owed(item: Item, facts: Facts) -> str:
    if item.interim_at is not None:
        return "已经先行回复，请补正式回复"
    return "" if DutyKind.FIRST_REPLY in facts.open_duties else "没有待履行的首次回复"


def _owes(kind: DutyKind) -> Guard:
    def guard(item: Item, facts: Facts) -> str:
        return "" if kind in facts.open_duties else f"没有待办的“{kind.label}”"

    return guard


def _nothing_mandatory_open(item: Item, facts: Facts) -> str:
    owed = [kind for kind in DutyKind if kind in facts.open_duties and kind in MANDATORY]
    return f"还欠：{'、'.join(kind.label for kind in owed)}" if owed else ""


def _no_interim_debt(item: Item, facts: Facts) -> str:
    return "已先行回复，须补正式回复" if item.interim_at is not None and item.replied_at is None else ""


def _no_debt(item: Item, facts: Facts) -> str:
    if DutyKind.REPORT_UP in facts.open_duties:
        return f"还欠：{DutyKind.REPORT_UP.label}"
    return _no_interim_debt(item, facts)


def _reports_up(item: Item, facts: Facts) -> str:
    return "" if item.level_or_ordinary.needs_report_up else "只用于重要和重大突发"


def _complaint(item: Item, facts: Facts) -> str:
    return "" if item.comment_kind is CommentKind.COMPLAINT else "只用于投诉举报"


# The table --------------------------------------------------------------------------------------

MANDATORY = frozenset({
    DutyKind.REPORT_UP, DutyKind.PRIVATE_MESSAGE, DutyKind.PROGRESS_FEEDBACK,
    DutyKind.FIRST_REPLY, DutyKind.FULL_REPLY,
})  # fmt: skip
"""What must be done or recorded before an item may be closed."""

_OFFICE = frozenset({Role.CLERK, Role.OFFICE_HEAD})
_SECTION = frozenset({Role.SECTION, Role.CLERK})
_DEPUTY = frozenset({Role.DEPUTY, Role.CLERK, Role.OFFICE_HEAD})
_HEAD = frozenset({Role.HEAD, Role.CLERK, Role.OFFICE_HEAD})
_ELSEWHERE = frozenset({Role.SECTION})  # acts only for the items of its own section (第五条)
_LEADERS = _OFFICE | {Role.DEPUTY, Role.HEAD}

_S = Status
_AT_SECTION = frozenset({_S.TRANSFERRED, _S.RECEIVED})
_IN_APPROVAL = frozenset({_S.HANDLED, _S.DEPUTY_AGREED, _S.APPROVED})
_BEFORE_REPLY = frozenset({_S.REGISTERED, _S.ASSESSED}) | _AT_SECTION | _IN_APPROVAL
_SETTLED = frozenset({_S.REPLIED, _S.NO_REPLY, _S.REPLY_SUSPENDED})
_ENDED = frozenset({_S.CLOSED, _S.MERGED, _S.DISMISSED, _S.HANDED_OVER})
_LIVE = _BEFORE_REPLY | _SETTLED

STEPS: tuple[Step, ...] = (
    Step(Act.EDIT, _LIVE, None, _OFFICE, "第七条"),
    Step(Act.ASSESS, frozenset({_S.REGISTERED}), _S.ASSESSED, _OFFICE, "第七条"),
    Step(Act.REASSESS, _LIVE - {_S.REGISTERED}, approval.after_reassessment, _OFFICE, "第七条"),
    Step(Act.TRANSFER, frozenset({_S.ASSESSED}), _S.TRANSFERRED, _OFFICE, "第八条", _assigned),
    Step(Act.RECEIVE, frozenset({_S.TRANSFERRED}), _S.RECEIVED, _SECTION, "第九条"),
    Step(Act.REPORT_HANDLING, frozenset({_S.RECEIVED}), _S.HANDLED, _SECTION, "第九条"),
    Step(Act.APPROVE_DEPUTY, frozenset({_S.HANDLED}), approval.after_deputy, _DEPUTY, "第九条", _has_draft),
    Step(Act.APPROVE_HEAD, frozenset({_S.DEPUTY_AGREED}), _S.APPROVED, _HEAD, "第九条", _has_draft),
    Step(Act.REPLY, frozenset({_S.APPROVED}), _S.REPLIED, frozenset({Role.CLERK}), "第十条", _agreed),
    Step(Act.CLOSE, _SETTLED, _S.CLOSED, _OFFICE, "第三条", _nothing_mandatory_open),
    Step(Act.INTERIM_REPLY, _BEFORE_REPLY, None, frozenset({Role.CLERK}), "第十二条", _first_reply_owed),
    Step(Act.REFUSE_SLIP, _AT_SECTION, _S.ASSESSED, _SECTION, "第十三条"),
    Step(Act.REASSIGN, _AT_SECTION, _S.TRANSFERRED, _OFFICE, "第八条"),
    Step(Act.AMEND_REPLY, _IN_APPROVAL, _S.HANDLED, _SECTION | _OFFICE, "第九条"),
    Step(Act.SEND_BACK, _IN_APPROVAL, _S.RECEIVED, _LEADERS, "第九条"),
    Step(Act.NO_REPLY, _BEFORE_REPLY - {_S.REGISTERED}, _S.NO_REPLY, _OFFICE, "第十一条", _no_interim_debt),
    Step(Act.SUSPEND_REPLY, _BEFORE_REPLY - {_S.REGISTERED}, _S.REPLY_SUSPENDED, _OFFICE, "第十条",
         _no_interim_debt),
    Step(Act.MERGE, _BEFORE_REPLY, _S.MERGED, _OFFICE, "第三条", _no_debt),
    Step(Act.DISMISS, frozenset({_S.REGISTERED, _S.ASSESSED}), _S.DISMISSED, _OFFICE, "第四条", _no_interim_debt),
    Step(Act.HAND_OVER, frozenset({_S.REGISTERED, _S.ASSESSED}) | _AT_SECTION, _S.HANDED_OVER, _OFFICE, "第八条",
         _no_debt),
    Step(Act.REOPEN, _SETTLED | _ENDED, _S.ASSESSED, _OFFICE, "第三条"),
    Step(Act.REPORT_UP, _LIVE | {_S.HANDED_OVER}, None, _OFFICE, "第七条", _reports_up),
    Step(Act.PRIVATE_MESSAGE, _LIVE, None, frozenset({Role.CLERK}), "第十一条", _complaint),
    Step(Act.PROGRESS_FEEDBACK, _LIVE, None, _OFFICE, "第十一条", _complaint),
    Step(Act.CALL, _AT_SECTION, None, _OFFICE, "第三条"),
    Step(Act.GIVE_REASON, _AT_SECTION, None, _SECTION, "第三条"),
    Step(Act.URGE, _AT_SECTION | _IN_APPROVAL, None, _OFFICE, "第三条"),
    Step(Act.SUPERVISE, _AT_SECTION | _IN_APPROVAL, None, _LEADERS, "第三条"),
    Step(Act.EXTEND, _LIVE, None, _LEADERS, "第十二条", _owes(DutyKind.FULL_REPLY)),
    Step(Act.FOLLOW_UP, _SETTLED | {_S.CLOSED}, None, _OFFICE, "第三条"),
    Step(Act.READ_FIGURES, _LIVE | _ENDED, None, _OFFICE, "第七条"),
    Step(Act.ATTACH, _LIVE | _ENDED, None, _LEADERS | _SECTION, "第七条"),
    Step(Act.TRASH, frozenset({_S.REGISTERED}), None, _OFFICE, "第七条"),
)  # fmt: skip

_BY_ACT = {step.act: step for step in STEPS}

IN_BULK = frozenset({
    Act.EDIT, Act.ASSESS, Act.TRANSFER, Act.NO_REPLY, Act.DISMISS, Act.HAND_OVER, Act.CLOSE, Act.FOLLOW_UP, Act.TRASH,
})  # fmt: skip
"""Acts that say the same of several items, each through its own gate. What has its own words or its own person (a
handling, a reply, a receipt, an urging) is not among them, and approvals have their own page (第九条)."""

MAIN_WAY = (
    Act.ASSESS, Act.TRANSFER, Act.RECEIVE, Act.REPORT_HANDLING, Act.APPROVE_DEPUTY, Act.APPROVE_HEAD,
    Act.REPLY, Act.CLOSE,
)  # fmt: skip
"""The acts of the main way in order: the first allowed one is the main button."""


def step_of(act: Act) -> Step:
    """The table's row of an act."""
    return _BY_ACT[act]


def refusal(act: Act, item: Item, actor: Actor, facts: Facts) -> str:
    """Why this act may not be done now, in words; empty when it may."""
    step = _BY_ACT[act]
    if item.trashed_at is not None:
        return "事项在回收站中"
    if item.status not in step.sources:
        return f"“{item.status.label}”状态不能{act.label}"
    if not actor.may(step.roles):
        return f"{act.label}须由{'或'.join(role.label for role in Role if role in step.roles)}办理"
    if not actor.may(step.roles - _ELSEWHERE) and actor.section_id != item.section_id:
        return f"{act.label}须由承办科室办理"
    return step.guard(item, facts) if step.guard is not None else ""


def require(act: Act, item: Item, actor: Actor, facts: Facts) -> Step:
    """The step, if it may be taken. Raises Refused naming the article."""
    reason = refusal(act, item, actor, facts)
    step = _BY_ACT[act]
    if reason:
        raise Refused(
            f"{item.number}不能{act.label}：{reason}（{step.article}）。",
            kept="事项没有改动。",
            advice=_before(act, item),
            article=step.article,
        )
    return step


def _before(act: Act, item: Item) -> str:
    """What the item waits for, when the act comes later on the main way."""
    waits = next_act(item)
    later = waits is not None and act in MAIN_WAY and MAIN_WAY.index(act) > MAIN_WAY.index(waits)
    return f"请先{waits.label}。" if waits is not None and later and item.trashed_at is None else ""


def offers(item: Item, actor: Actor, facts: Facts) -> tuple[Offer, ...]:
    """Every act of the table with its reason when refused, the main way first."""
    ordered = [*MAIN_WAY, *(step.act for step in STEPS if step.act not in MAIN_WAY)]
    return tuple(Offer(act, refusal(act, item, actor, facts)) for act in ordered)


def next_act(item: Item) -> Act | None:
    """The act of the main way that this state waits for, whoever has to do it."""
    return next((act for act in MAIN_WAY if item.status in _BY_ACT[act].sources), None)


def diagram() -> str:
    """The table as a Mermaid state diagram, for docs/architecture.md."""
    lines = ["stateDiagram-v2", "    [*] --> registered: 登记"]
    for step in STEPS:
        for source in sorted(step.sources, key=lambda status: status.rank):
            lines += [f"    {source} --> {target}: {step.act.label}" for target in _targets(step, source)]
    return "\n".join([*lines, "    closed --> [*]"])


def _targets(step: Step, source: Status) -> list[Status]:
    reached = {step.after(Item(status=source, level=level)) for level in Level} - {source}
    return sorted(reached, key=lambda status: status.rank)
