"""舆情 item: every field of 第七条, where it stands, and what may be edited when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType

from yuqing_desktop.domain.changing import with_fields
from yuqing_desktop.domain.figures import UNKNOWN, Figure
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status
from yuqing_desktop.problems import BadInput

ItemId = NewType("ItemId", int)

TITLE_LIMIT = 200
LINK_LIMIT = 2000
TEXT_LIMIT = 30_000


@dataclass(frozen=True, slots=True)
class Item:
    """One 舆情 item as stored: flat, times local and aware, sections by id.

    `reads`, `forwards`, `replies` are the legal 当时 figures, read at `figures_at` by `figures_by`: never changed.
    `due_at` and `due_kind` are the earliest open duty's.
    """

    id: int = 0
    number: str = ""
    version: int = 0
    title: str = ""
    summary: str = ""
    content: str = ""
    published_at: datetime | None = None
    found_at: datetime | None = None
    registered_at: datetime | None = None
    registered_by: str = ""
    platform: str = ""
    source: str = ""
    author: str = ""
    link: str = ""
    link_key: str = ""
    reads: Figure = UNKNOWN
    forwards: Figure = UNKNOWN
    replies: Figure = UNKNOWN
    figures_at: datetime | None = None
    figures_by: str = ""
    reply_need: ReplyNeed = ReplyNeed.NEEDED
    level: Level | None = None
    comment_kind: CommentKind | None = None
    topic: str = ""
    status: Status = Status.REGISTERED
    section_id: int | None = None
    assisting: tuple[int, ...] = ()
    slip_number: str = ""
    transferred_at: datetime | None = None
    received_at: datetime | None = None
    received_by: str = ""
    handled_at: datetime | None = None
    deputy_at: datetime | None = None
    deputy_by: str = ""
    head_at: datetime | None = None
    head_by: str = ""
    interim_at: datetime | None = None
    replied_at: datetime | None = None
    reply_account: str = ""
    reply_link: str = ""
    reported_up_at: datetime | None = None
    private_message_at: datetime | None = None
    progress_feedback_at: datetime | None = None
    outcome: str = ""
    closed_at: datetime | None = None
    reopened_at: datetime | None = None
    urged: int = 0
    merged_into: int | None = None
    notes: str = ""
    origin: str = ""
    batch_id: int | None = None
    trashed_at: datetime | None = None
    affair_id: int | None = None
    seen_at: datetime | None = None
    post_state: str = ""
    due_at: datetime | None = None
    due_kind: DutyKind | None = None

    @property
    def level_or_ordinary(self) -> Level:
        """An item not yet assessed is taken as ordinary."""
        return self.level or Level.ORDINARY


EDITABLE = (
    "title", "summary", "content", "published_at", "found_at", "platform", "source", "author", "link",
    "reply_need", "topic", "notes",
)  # fmt: skip
"""What 修改 may change; the 当时 figures and everything an act set are not among them."""

EDITABLE_TOGETHER = frozenset({"platform", "source", "reply_need", "topic"})
"""What 修改 may change on several items at once; the rest is each item's own."""

REGISTRABLE = (
    *EDITABLE, "reads", "forwards", "replies", "figures_at", "figures_by", "level", "comment_kind", "section_id",
    "link_key", "origin", "batch_id",
)  # fmt: skip
"""What 登记 may give, by hand or by import; where an item stands and who agreed come from acts alone."""


def registered(values: dict[str, Any]) -> Item:
    """A new item of these fields, not yet checked. Raises BadInput for a field that only an act may set."""
    _only(values, REGISTRABLE, "不能在登记时填写，请用相应的办理操作")
    return Item(**values)


def edited(item: Item, changes: dict[str, Any]) -> Item:
    """The item with ordinary fields changed. Raises BadInput for a field that only an act may change."""
    _only(changes, EDITABLE, "登记时的数据不能修改，请用补读数或相应的办理操作")
    changed = with_fields(item, **changes)
    if changed.reply_need is not item.reply_need and item.status is not Status.REGISTERED:
        raise BadInput({"reply_need": "已经评估，改回复情况请用“重新评估”并写明理由"}, article="第七条")
    check(changed)
    return changed


def _only(values: dict[str, Any], allowed: tuple[str, ...], words: str) -> None:
    forbidden = [name for name in values if name not in allowed]
    if forbidden:
        raise BadInput(dict.fromkeys(forbidden, words), article="第七条")


def check(item: Item) -> None:
    """第七条: what every registered item must have, and that its times run forward. Raises BadInput."""
    wrong: dict[str, str] = {}
    if not item.title.strip():
        wrong["title"] = "请填写标题"
    elif len(item.title) > TITLE_LIMIT:
        wrong["title"] = f"标题超过{TITLE_LIMIT}字（现{len(item.title)}字），请把全文放入摘要"
    if not item.platform.strip():
        wrong["platform"] = "请选择来源平台"
    if item.found_at is None:
        wrong["found_at"] = "请填写发现时间"
    if len(item.link) > LINK_LIMIT:
        wrong["link"] = f"链接超过{LINK_LIMIT}字"
    for name, word in (("summary", "摘要"), ("content", "原文")):
        if len(getattr(item, name)) > TEXT_LIMIT:
            wrong[name] = f"{word}超过{TEXT_LIMIT}字，请作为附件保存"
    wrong.update(_times(item))
    if wrong:
        raise BadInput(wrong, article="第七条")


def _times(item: Item) -> dict[str, str]:
    """Published ≤ found ≤ registered."""
    if item.found_at is None:
        return {}
    if item.registered_at is not None and item.found_at > item.registered_at:
        return {"found_at": "发现时间晚于现在"}
    if item.published_at is not None and item.published_at > item.found_at:
        return {"published_at": "发布时间晚于发现时间"}
    return {}
