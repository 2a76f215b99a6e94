"""周台账 (第四条): the weekly ledger, an issued document; month and year editions differ in words only.

What it says is decided by the services; here stand its rows and how they are laid on sheets.
"""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.documents.looks import Look
from yuqing_desktop.documents.tables import Table

_NEXT = "\n"
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

    @property
    def course(self) -> str:
        """办理经过: what was done and when, a line an act; times of another year than the finding show theirs."""
        account, *_ = self.reply_account.split("\n")
        told = (
            ("转送", self.slip),
            ("签收", self.received),
            ("反馈时限", self._said(self.due)),
            ("反馈", self._said(self.fed_back_at)),
            ("审批", self.approved),
            ("先行回复", self._said(self.interim_at)),
            ("正式回复", self.replied_at and f"{self._said(self.replied_at)} {account}"),
            ("督办", self.supervised),
            ("办结", self._said(self.closed_at)),
        )
        return "\n".join(f"{what}：{words.replace(_NEXT, ' ')}" for what, words in told if words)

    def _said(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        year = "" if self.found_at and self.found_at.year == moment.year else f"{moment:%Y}-"
        return f"{year}{moment.month}-{moment.day} {moment:%H:%M}"


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: the row's field, its heading, its width in characters, how its cells look, whether it is printed.

    28 columns on one page's width would be read by nobody: what is not printed is folded, and told in 办理经过.
    """

    field: str
    heading: str
    width: float
    look: Look = Look.TEXT
    printed: bool = True


def _folded(field: str, heading: str, width: float, look: Look = Look.CENTER) -> LedgerColumn:
    return LedgerColumn(field, heading, width, look, printed=False)


LEDGER_COLUMNS = (
    LedgerColumn("item_number", "登记编号", 8.5, Look.CENTER),
    LedgerColumn("found_at", "发现时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("published_at", "信息发布时间", 9.5, Look.SHORT_TIME),
    LedgerColumn("source", "信息来源（平台/账号）", 9),
    LedgerColumn("title", "标题", 16),
    LedgerColumn("summary", "信息摘要", 26),
    _folded("link", "原文链接", 12, Look.TEXT),
    LedgerColumn("reads", "当时阅读数", 7.5, Look.NUMBER),
    LedgerColumn("forwards", "当时转发数", 6, Look.NUMBER),
    LedgerColumn("replies", "当时回复数", 6, Look.NUMBER),
    LedgerColumn("kind", "类别", 5.5, Look.CENTER),
    LedgerColumn("level", "等级", 5, Look.CENTER),
    LedgerColumn("reply_need", "回复情况", 5.5, Look.CENTER),
    LedgerColumn("section", "跟进科室", 7, Look.CENTER),
    _folded("slip", "转送单号·时间", 16),
    _folded("received", "签收人·时间", 12),
    _folded("due", "反馈时限", 10, Look.SHORT_TIME),
    _folded("fed_back_at", "反馈时间", 10, Look.SHORT_TIME),
    _folded("approved", "审批人·时间（副组长/组长）", 14),
    _folded("interim_at", "先行回复时间", 10, Look.SHORT_TIME),
    _folded("replied_at", "正式回复时间", 10, Look.SHORT_TIME),
    _folded("reply_account", "回复账号·链接", 20, Look.TEXT),
    LedgerColumn("course", "办理经过", 29),
    LedgerColumn("result", "处置结果", 10),
    LedgerColumn("overdue", "是否超时", 7.5, Look.CENTER),
    _folded("supervised", "督办情况", 10),
    _folded("closed_at", "办结时间", 10, Look.SHORT_TIME),
    LedgerColumn("note", "备注", 6),
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
