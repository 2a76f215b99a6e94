"""周台账 (第四条): the weekly ledger, an issued document; month and year editions differ in words only.

What it says is decided by the services; here stand its rows and how they are laid on sheets.
"""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.documents.looks import Look
from yuqing_desktop.documents.tables import Table

Count = int | str
"""A count on a platform: a number, or 不可见, 10万+, — (Figure.label)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One item as the ledger shows it. Times are moments or None; a name with a time is ready words.

    `overdue` begins with 超时 where a limit was passed. `corrected` marks a row a 更正 changed.
    """

    item_number: str
    found_at: datetime | None
    published_at: datetime | None
    source: str
    title: str
    summary: str
    link: str
    reads: Count
    forwards: Count
    replies: Count
    kind: str
    level: str
    reply_need: str
    section: str
    slip: str = ""
    received: str = ""
    due: datetime | None = None
    fed_back_at: datetime | None = None
    approved: str = ""
    interim_at: datetime | None = None
    replied_at: datetime | None = None
    reply_account: str = ""
    result: str = ""
    overdue: str = ""
    supervised: str = ""
    closed_at: datetime | None = None
    note: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: the row's field, its heading, its width in characters and how its cells look."""

    field: str
    heading: str
    width: float
    look: Look = Look.TEXT


LEDGER_COLUMNS: tuple[LedgerColumn, ...] = (
    LedgerColumn("item_number", "登记编号", 8.5, Look.CENTER),
    LedgerColumn("found_at", "发现时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("published_at", "信息发布时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("source", "信息来源（平台/账号）", 9),
    LedgerColumn("title", "标题", 12),
    LedgerColumn("summary", "信息摘要", 24),
    LedgerColumn("link", "原文链接", 12),
    LedgerColumn("reads", "当时阅读数", 6, Look.NUMBER),
    LedgerColumn("forwards", "当时转发数", 5, Look.NUMBER),
    LedgerColumn("replies", "当时回复数", 5, Look.NUMBER),
    LedgerColumn("kind", "类别", 5.5, Look.CENTER),
    LedgerColumn("level", "等级", 5, Look.CENTER),
    LedgerColumn("reply_need", "回复情况", 5.5, Look.CENTER),
    LedgerColumn("section", "跟进科室", 7, Look.CENTER),
    LedgerColumn("slip", "转送单号·时间", 9.5, Look.CENTER),
    LedgerColumn("received", "签收人·时间", 7.5, Look.CENTER),
    LedgerColumn("due", "反馈时限", 9.5, Look.SHORT_TIME),
    LedgerColumn("fed_back_at", "反馈时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("approved", "审批人·时间（副组长/组长）", 10, Look.CENTER),
    LedgerColumn("interim_at", "先行回复时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("replied_at", "正式回复时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("reply_account", "回复账号·链接", 11),
    LedgerColumn("result", "处置结果", 10),
    LedgerColumn("overdue", "是否超时", 6.5, Look.CENTER),
    LedgerColumn("supervised", "督办情况", 7, Look.CENTER),
    LedgerColumn("closed_at", "办结时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("note", "备注", 7),
)
"""The columns of the issued ledger after 序号; an office's own layout is another tuple of the same fields."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A heading and paragraphs under the figures (important items, each in one)."""

    title: str
    texts: tuple[str, ...]
    empty: str = "无"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerContext:
    """One issue of the ledger, whole. It can be pickled, so that it may be written in a child process.

    `title` 政务舆情周台账; `issue` 第12期（总第12期）; `period` 2026年11月16日0时至22日24时; `edition` empty,
    草稿 or 更正第N次; `head` the audit head; `year` the period's: times of other years show theirs.
    `registered` was registered in the period, `carried` earlier weeks left unfinished.
    `filter_stated` says what the rows were chosen by, `definitions` how figures were counted and until when.
    """

    bureau: str
    title: str
    issue: str
    period: str
    year: int
    prepared_at: str
    prepared_by: str
    signer: str
    addressees: str
    filter_stated: str
    registered: tuple[LedgerRow, ...]
    carried: tuple[LedgerRow, ...]
    tables: tuple[Table, ...]
    definitions: tuple[str, ...]
    important: Paragraphs = Paragraphs("重要舆情", ())
    rounds: tuple[Table, ...] = ()
    supervision: tuple[Table, ...] = ()
    columns: tuple[LedgerColumn, ...] = LEDGER_COLUMNS
    edition: str = ""
    head: str = ""
    sample: bool = False
    period_word: str = "本周"
