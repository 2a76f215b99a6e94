"""办结、重开、并案、误报、移交 (第三条): how an item ends, and how it comes back, each with its words."""

from dataclasses import dataclass

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.text import clean
from yuqing_desktop.domain.vocabulary import Act, Status
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.handle import void_consents

NO_TARGET = frozenset({Status.MERGED, Status.DISMISSED, Status.HANDED_OVER})
"""No reply will come from these, so none can serve what is merged into them."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Ends of an item."""

    desk: Desk

    def close(
        self,
        actor: Actor,
        item_id: int,
        *,
        outcome: str,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Close an item whose mandatory duties are done. Raises BadInput, Refused (recorded)."""
        return self._end(
            actor, Act.CLOSE, item_id, outcome, missing="请填写处置结果", version=version, op_id=op_id
        )

    def dismiss(
        self, actor: Actor, item_id: int, *, reason: str, version: int | None = None, op_id: str | None = None
    ) -> Changes:
        """误报: it does not concern the bureau, or is untrue. Raises BadInput, Refused."""
        return self._end(
            actor, Act.DISMISS, item_id, reason, missing="请写明理由", version=version, op_id=op_id
        )

    def hand_over(
        self,
        actor: Actor,
        item_id: int,
        *,
        to: str,
        reason: str,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """移交: it is another body's. Raises BadInput, Refused."""
        if not clean(to):
            raise BadInput({"to": "请填写移交单位"}, article="第八条")
        words = f"移交{clean(to)}：{clean(reason)}" if clean(reason) else ""
        return self._end(
            actor, Act.HAND_OVER, item_id, words, missing="请写明理由", version=version, op_id=op_id
        )

    def merge(
        self,
        actor: Actor,
        item_id: int,
        *,
        into: str,
        reason: str = "",
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """并案: the same event as another item; this post stays as evidence. Raises BadInput, Refused, NotFound."""

        def do(case: Case) -> str:
            other = case.work.item_by_number(into.strip())
            if other.id == case.item.id or other.trashed_at is not None or other.status in NO_TARGET:
                raise BadInput({"into": "请选择另一件未并案、未移交的事项"}, article="第三条")
            case.work.detail["reason"] = clean(reason)
            case.advance(merged_into=other.id, outcome=f"并入{other.number}", closed_at=case.now)
            return f"{case.item.number}已并入{other.number}"

        return self.desk.perform(actor, Act.MERGE, item_id, do, version=version, op_id=op_id)

    def reopen(
        self, actor: Actor, item_id: int, *, reason: str, version: int | None = None, op_id: str | None = None
    ) -> Changes:
        """重开: it goes the whole way again, on the record; earlier agreements are void. Raises BadInput, Refused."""
        words = clean(reason)
        if not words:
            raise BadInput({"reason": "请写明重开的理由"}, article="第三条")

        def do(case: Case) -> str:
            case.work.detail["reason"] = words
            void_consents(case, "事项重开")
            case.advance(
                reopened_at=case.now, closed_at=None, merged_into=None, outcome="", slip_number="",
                transferred_at=None, received_at=None, received_by="", handled_at=None, deputy_at=None, deputy_by="",
                head_at=None, head_by="", interim_at=None, replied_at=None, reply_account="", reply_link="",
            )  # fmt: skip
            return f"{case.item.number}已重开"

        return self.desk.perform(actor, Act.REOPEN, item_id, do, version=version, op_id=op_id)

    def _end(
        self,
        actor: Actor,
        act: Act,
        item_id: int,
        words: str,
        *,
        missing: str,
        version: int | None,
        op_id: str | None,
    ) -> Changes:
        said = clean(words)
        if not said:
            raise BadInput({"outcome" if act is Act.CLOSE else "reason": missing}, article=act.article)

        def do(case: Case) -> str:
            case.advance(outcome=said, closed_at=case.now)
            return f"{case.item.number}已{act.label}"

        return self.desk.perform(actor, act, item_id, do, version=version, op_id=op_id)
