"""回复 (第十条、第十二条): the approved text as it stands on the page, the interim words, or why there is none."""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import replying
from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Account, Reply
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act, CommentKind, ReplyChannel, ReplyNeed
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services import nods
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.nods import Nod


@dataclass(frozen=True, slots=True)
class Published:
    """What the clerk did on the platform: account, text as it stands there, when, under which link."""

    account_id: int
    text: str
    published_at: datetime | None = None
    link: str = ""
    channel: ReplyChannel = ReplyChannel.PUBLIC
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class Replying:
    """Replies and the reasons for none. The program itself posts nothing."""

    desk: Desk

    def accounts_for(self, item: Item) -> tuple[Account, ...]:
        """The certified accounts of the item's platform, valid today (第十条)."""
        day = self.desk.store.clock.now().date()
        accounts = self.desk.store.find(Account, platform=item.platform)
        return tuple(account for account in accounts if account.valid_on(day))

    def reply(
        self,
        actor: Actor,
        item_id: int,
        published: Published,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Record the full reply: approved by everyone needed, from a valid account, in the approved words.

        Raises BadInput, Refused (recorded), StaleEdit.
        """

        def do(case: Case) -> str:
            replying.check_published(published.text, case.draft, published.deviation)
            case.work.saw(case.draft, *case.facts.consents)
            reply = self._record(case, published, draft_id=case.draft.id)
            case.advance(
                replied_at=reply.published_at,
                reply_account=reply.account,
                reply_link=reply.link,
                reply_need=ReplyNeed.NEEDED,
            )
            return f"{case.item.number}已由{reply.account}回复"

        return self.desk.perform(actor, Act.REPLY, item_id, do, version=version, op_id=op_id)

    def interim(
        self,
        actor: Actor,
        item_id: int,
        published: Published,
        *,
        nod: Nod | None = None,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Record the interim reply (第十二条): stops the first clock, starts the second.

        A wording approved beforehand needs no agreement of its own, unless the office set it so; any other does.
        Raises BadInput, Refused.
        """

        def do(case: Case) -> str:
            office = self.desk.settings.office()
            approved = replying.is_approved_wording(published.text, office.interim_wordings)
            if office.interim_needs_nod or not approved:
                nods.take(case, nod, Act.INTERIM_REPLY)
            reply = self._record(case, published, interim=True)
            case.advance(interim_at=reply.published_at)
            return f"{case.item.number}已先行回复，请按时补正式回复"

        return self.desk.perform(actor, Act.INTERIM_REPLY, item_id, do, version=version, op_id=op_id)

    def no_reply(
        self,
        actor: Actor,
        item_id: int,
        *,
        reason: str,
        nod: Nod | None = None,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """无需回复, with the reason (第十一条: malice may be left alone, by setting with the deputy's nod).

        Raises BadInput, Refused.
        """
        return self._without(actor, Act.NO_REPLY, item_id, reason, nod=nod, version=version, op_id=op_id)

    def suspend(
        self, actor: Actor, item_id: int, *, reason: str, version: int | None = None, op_id: str | None = None
    ) -> Changes:
        """暂不回复: the page knows no certified account (第十条). Raises BadInput, Refused."""
        return self._without(
            actor, Act.SUSPEND_REPLY, item_id, reason, nod=None, version=version, op_id=op_id
        )

    def _without(
        self,
        actor: Actor,
        act: Act,
        item_id: int,
        reason: str,
        *,
        nod: Nod | None,
        version: int | None,
        op_id: str | None,
    ) -> Changes:
        words = clean(reason)
        if not words:
            raise BadInput({"reason": "请写明理由"}, article=act.article)

        def do(case: Case) -> str:
            is_malicious = act is Act.NO_REPLY and case.item.comment_kind is CommentKind.MALICIOUS
            if is_malicious and self.desk.settings.office().malicious_needs_nod:
                nods.take(case, nod, act)
            prefix = "恶意言论，不作理睬：" if is_malicious else ""
            case.work.detail["reason"] = words
            case.advance(outcome=f"{prefix}{words}")
            return f"{case.item.number}{act.label}"

        return self.desk.perform(actor, act, item_id, do, version=version, op_id=op_id)

    def _record(
        self, case: Case, published: Published, *, draft_id: int | None = None, interim: bool = False
    ) -> Reply:
        text = clean(published.text)
        if not text:
            raise BadInput({"text": "请粘贴页面上的回复文本"}, article="第十条")
        at = _when(published.published_at or case.now, case)
        account = case.work.get(Account, published.account_id)
        replying.check_account(account, case.item.platform, at.date())
        case.work.saw(account)
        return case.work.add(
            Reply(
                item_id=case.item.id,
                interim=interim,
                channel=published.channel,
                account_id=account.id,
                account=account.name,
                text=text,
                sha256=fingerprint(text),
                draft_id=draft_id,
                deviation=clean(published.deviation),
                published_at=at,
                link=one_line(published.link),
                entered_by=case.actor.name,
            )
        )


def _when(at: datetime, case: Case) -> datetime:
    """The time of publishing: not in the future, not before the agreement it needed. Raises BadInput."""
    if at > case.now:
        raise BadInput({"published_at": "回复时间晚于现在"}, article="第十条")
    agreed = max((one for one in (case.item.deputy_at, case.item.head_at) if one), default=None)
    if case.step.act is Act.REPLY and agreed is not None and at < agreed:
        raise BadInput(
            {"published_at": f"回复时间早于审批同意的时间（{agreed:%m-%d %H:%M}）"}, article="第十三条"
        )
    if case.item.found_at is not None and at < case.item.found_at:
        raise BadInput({"published_at": "回复时间早于发现时间"}, article="第十条")
    return at
