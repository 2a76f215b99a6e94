"""A leader's single agreement to something other than a reply's text: an extension, an interim wording, silence.

On screen the leader acts; on paper somebody else enters who agreed, on which sheet, when (第九条).
"""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.approval import check_consent
from yuqing_desktop.domain.people import Person, Post
from yuqing_desktop.domain.records import NOD, Consent, Note
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Role
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.desk import Case

LEADERS = (Role.DEPUTY, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Nod:
    """Who agreed, when, and on which sheet when it was on paper; `words` is the opinion."""

    approver_id: int
    role: Role = Role.DEPUTY
    sheet_number: str = ""
    decided_at: datetime | None = None
    words: str = ""


def take(case: Case, nod: Nod | None, act: Act) -> str:
    """Check and record the agreement; returns the leader's name. Raises Refused when it is lacking, BadInput."""
    if nod is None or nod.role not in LEADERS:
        raise Refused(
            f"{act.label}须经副组长同意。",
            kept="填写的内容还在。",
            advice="请填写同意人。",
            article=act.article,
        )
    approver = case.work.get(Person, nod.approver_id)
    on_screen = approver.id == case.actor.person_id
    consent = Consent(
        role=nod.role,
        kind=ConsentKind.SCREEN if on_screen else ConsentKind.PAPER,
        approver_id=approver.id,
        approver=approver.name,
        decided_at=case.now if on_screen else nod.decided_at or case.now,
        sheet_number=one_line(nod.sheet_number),
        entered_at=case.now,
    )
    check_consent(consent, case.actor, case.work.find(Post))
    case.work.add(
        Note(
            item_id=case.item.id,
            act=NOD,
            at=consent.decided_at,
            by=approver.name,
            to=act.label,
            channel=consent.kind.label,
            number=consent.sheet_number,
            words=clean(nod.words) or "同意",
            stage=case.actor.name,
        )
    )
    return approver.name
