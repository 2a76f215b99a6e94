"""Where a paper's words come from: the registry, the office's settings, the marks every numbered paper carries."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yuqing_desktop.documents import gongwen
from yuqing_desktop.domain import approval, paper_codes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import Limit, profile_on
from yuqing_desktop.domain.people import Section
from yuqing_desktop.domain.records import Draft, Evidence, Handling, Note, Paper, Slip
from yuqing_desktop.domain.vocabulary import Act, DutyKind, Level
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store

SAMPLE_MARK = "样例"
NONE = "无"
NOT_OVERDUE = "未逾期"


@dataclass(frozen=True, slots=True)
class Sources:
    """Read access for the makers of contexts."""

    store: Store
    settings: Settings

    @property
    def now(self) -> datetime:
        """The moment of printing."""
        return self.store.clock.now()

    def issued(self, paper: Paper) -> dict[str, str]:
        """What every paper carries: whose, its number and code, the marks of copies, voids and samples."""
        return {
            "bureau": self.settings.office().bureau,
            "number": paper.number,
            "code": paper_codes.code_of(paper.kind, paper.number, paper.copies + 1),
            "head": self.store.head(),
            "copy": f"补打第{paper.copies}次" if paper.copies else "",
            "void": "作废" if paper.voided_at else "",
            "sample": SAMPLE_MARK if self.settings.is_sample() else "",
        }

    def anchored(self, paper: Paper) -> dict[str, str]:
        """What a paper carries that is evidence of the chain's end as well."""
        issued = self.issued(paper)
        return {**issued, "head_code": paper_codes.head_code(issued["head"])}

    def last(self, cls: type[Any], item: Item) -> Any:
        """The item's latest record of a kind, or None."""
        found = self.store.find(cls, item_id=item.id, order="id DESC", limit=1)
        return found[0] if found else None

    def section(self, section_id: int | None) -> str:
        """A section's name; empty for none."""
        return self.store.get(Section, section_id).name if section_id else ""

    def sections(self, ids: tuple[int, ...]) -> str:
        """Names of sections, joined; 无 for none."""
        return "、".join(self.section(one) for one in ids) or NONE

    def limit(self, item: Item, kind: DutyKind) -> Limit:
        """The limit of a duty by the profile of the item's day."""
        day = (item.registered_at or self.now).date()
        return profile_on(self.settings.rules().profiles, day).limit(kind, item.level_or_ordinary)

    def consent_rule(self, *levels: Level) -> str:
        """What a signature on paper is worth for items of these levels (第九条)."""
        suffices = self.settings.office().paper_suffices
        return approval.paper_rule(max(levels, key=lambda level: level.rank), paper_suffices=suffices)

    def attachments(self, item: Item) -> str:
        """Names of the item's attachments."""
        return "；".join(one.name for one in self.store.find(Evidence, item_id=item.id)) or NONE

    def handling(self, item: Item) -> Handling:
        """The latest handling result, or an empty one."""
        found = self.last(Handling, item)
        return found if found is not None else Handling()

    def draft(self, item: Item) -> Draft:
        """The present wording, or an empty one."""
        found = self.last(Draft, item)
        return found if found is not None else Draft()

    def notes(self, item: Item, slip: Slip, *acts: Act) -> list[Note]:
        """The item's records of these acts since a slip went out, oldest first: what is said to one section."""
        found = [one for one in self.store.find(Note, item_id=item.id) if one.act in acts]
        return [one for one in found if not (slip.sent_at and one.at) or one.at >= slip.sent_at]

    def slip(self, item: Item, at: datetime | None = None) -> Slip:
        """The slip that stood at a moment (now), or an empty one: an older paper printed again keeps its own."""
        slips = self.store.find(Slip, item_id=item.id)
        standing = [one for one in slips if at is None or one.sent_at is None or one.sent_at <= at]
        return (standing or slips or [Slip()])[-1]


def said(moment: datetime | None, absent: str = "") -> str:
    """A time to the minute as papers say it."""
    return gongwen.moment(moment) if moment else absent


def source_of(item: Item) -> str:
    """Platform, account, author."""
    return " · ".join(part for part in (item.platform, item.source, item.author) if part)


def figures_of(item: Item) -> str:
    """The 当时 figures in one sentence."""
    return f"阅读{item.reads.label}，转发{item.forwards.label}，回复{item.replies.label}（{said(item.figures_at)}读取）"


def overdue_words(due: datetime | None, until: datetime) -> str:
    """How long past its time, in natural days and hours; 未逾期 when not."""
    if due is None or until <= due:
        return NOT_OVERDUE
    hours = int((until - due).total_seconds() // 3600)
    days, rest = divmod(hours, 24)
    return "".join((f"{days}天" if days else "", f"{rest}小时" if rest else "")) or "不足1小时"
