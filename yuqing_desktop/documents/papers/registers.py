"""Papers that are lists: 巡查月表 (第七条), 责任追究情形表 (第十三条), 归档封面与卷内目录."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Issued


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundDay:
    """One day: what each kind of channel showed (未发现, 发现N, 缺, or — on a day off)."""

    day: Annotated[str, "日期"]
    weekday: Annotated[str, "星期"]
    portals: Annotated[str, "门户网站"]
    forums: Annotated[str, "论坛"]
    weibo: Annotated[str, "微博"]
    wechat: Annotated[str, "微信"]
    others: Annotated[str, "其他"]
    person: Annotated[str, "巡查人", PERSONAL]
    remark: Annotated[str, "备注"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsMonth(Issued):
    """A month of daily rounds with its missing days."""

    month: Annotated[str, "月份"]
    days: Annotated[tuple[RoundDay, ...], "巡查"]
    totals: Annotated[str, "合计"]
    missing: Annotated[str, "缺巡查日"]
    prepared_by: Annotated[str, "制表人", PERSONAL]
    prepared_at: Annotated[str, "制表时间"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One of the five situations: what the records show, what speaks for the section, the evidence."""

    clause: Annotated[str, "情形"]
    facts: Annotated[str, "查明事实"]
    explanation: Annotated[str, "说明与补救"]
    evidence: Annotated[str, "证据"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountabilitySheet(Issued):
    """The facts of an item, a section or a period by situation; it states facts, never guilt."""

    subject: Annotated[str, "对象"]
    period: Annotated[str, "期间"]
    situations: Annotated[tuple[Situation, ...], "情形表"]
    prepared_by: Annotated[str, "制表人", PERSONAL]
    prepared_at: Annotated[str, "制表时间"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCover(Issued):
    """The cover of a closed item's (or a month's) file."""

    title: Annotated[str, "案卷题名"]
    item_number: Annotated[str, "登记编号"]
    section: Annotated[str, "承办科室"]
    period: Annotated[str, "起止日期"]
    documents: Annotated[str, "件数"]
    pages: Annotated[str, "页数"]
    retention: Annotated[str, "保管期限"]
    volume: Annotated[str, "卷号"]
    filed_by: Annotated[str, "立卷人", PERSONAL]
    filed_at: Annotated[str, "立卷日期"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLine:
    """One document of the file; `digest` the beginning of its SHA-256."""

    place: Annotated[str, "顺序号"]
    number: Annotated[str, "文号"]
    responsible: Annotated[str, "责任者"]
    title: Annotated[str, "题名"]
    day: Annotated[str, "日期"]
    page: Annotated[str, "页号"]
    digest: Annotated[str, "校验值"]
    remark: Annotated[str, "备注"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveContents(Issued):
    """卷内目录: what lies in the file, in order."""

    title: Annotated[str, "案卷题名"]
    lines: Annotated[tuple[ArchiveLine, ...], "目录"]


ROUNDS_MONTH = Paper("rounds_month", "每日巡查月表", RoundsMonth)
ACCOUNTABILITY = Paper("accountability", "责任追究情形表", AccountabilitySheet)
ARCHIVE_COVER = Paper("archive_cover", "归档封面", ArchiveCover)
ARCHIVE_CONTENTS = Paper("archive_contents", "卷内目录", ArchiveContents)
