"""Contexts filled with believable words, and hostile ones."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.documents.context import names
from yuqing_desktop.documents.papers.ledger import LedgerContext, LedgerRow, Paragraphs
from yuqing_desktop.documents.papers.transfer_slip import REQUIREMENTS, TransferSlip
from yuqing_desktop.documents.tables import Chart, ChartKind, Table

C = TypeVar("C")

HOSTILE = (
    "第一行 <b>AT&T</b> & \"引号\" '单' {{ 编号 }} {% if x %} \x00\x07\ud83d 😀👍🏽\n"
    "第二行 ]]> </w:t>\t制表\r\n第三行"
)

SLIP = TransferSlip(
    bureau="某市数据资源管理局",
    number="舆转〔2026〕12号",
    urgency="加急",
    lead="政务服务科",
    assisting="数据资源科",
    sent_at="2026年11月24日 9:30",
    due="2026年11月25日 17:30",
    due_rule="登记后1个工作日，局规定",
    title="网友反映政务服务网上预约系统多次提交失败",
    source="新浪微博（@城市生活观察）",
    published_at="2026年11月23日 21:14",
    found_at="2026年11月24日 8:50",
    item_number="YQ-2026-0123",
    link="https://weibo.com/1234567890/NxYzAbCdE?type=comment",
    reads="1.2万",
    forwards="86",
    replies="143",
    figures_at="2026年11月24日 8:55",
    kind="投诉举报",
    topic="政务服务",
    level="重要",
    summary="网友称在政务服务网上预约不动产登记时，连续三天提交后页面提示“系统繁忙”，致电服务热线未得到明确答复，"
    "认为系统改版后可用性下降，要求说明原因并尽快修复。评论区另有多名网友反映类似情况，部分言论情绪较激烈。",
    requirements=REQUIREMENTS,
    opinion="拟转政务服务科牵头办理，数据资源科配合。",
    attachments="1.原帖截图（2张）；2.评论区截图（1张）",
    contact="张三",
    phone="0000-8888 8888",
    code="YQ-ZS-2026-12-1",
    head="9f3a 1c77 02be · 1024",
)

LONG_SLIP = replace(
    SLIP,
    lead="政务服务科、数据资源科、办公室",
    title="😀" + SLIP.title * 3,
    link="https://example.com/" + "a1b2c3d4e5" * 28,
    summary=(SLIP.summary + HOSTILE + "\n") * 3,
    copy="补打第2次",
    void="作废",
    sample="样例",
)


def says_its_names(context: type[C], text: str = "") -> C:
    """A context whose every field says its own Chinese name (or `text`)."""
    said: dict[str, Any] = {}
    for name in names(context):
        said[name.field] = text or f"〔{name.label}〕"
        if name.rows is not None:
            row = _row_class(context, name.field)
            said[name.field] = (says_its_names(row, text), says_its_names(row, text))
    if "code" in {field.name for field in fields(context)}:  # type: ignore[arg-type]
        said["code"] = "YQ-TEST-1"
    return context(**said)


def _row_class(context: type, field: str) -> type:
    from typing import get_args, get_type_hints

    hint = get_type_hints(context, include_extras=True)[field]
    found: type = get_args(get_args(hint)[0])[0]
    return found


def ledger_row(number: int = 1, **changes: Any) -> LedgerRow:
    """A row in the middle of its way."""
    row = LedgerRow(
        item_number=f"YQ-2026-{number:04d}",
        found_at=_at(17, 9, 5),
        published_at=_at(16, 21, 14),
        source="新浪微博/@城市生活观察",
        title="网友反映政务服务网上预约系统多次提交失败",
        summary=SLIP.summary,
        link=SLIP.link,
        reads="10万+",
        forwards=86,
        replies=143,
        kind="投诉举报",
        level="重要",
        reply_need="需要",
        section="政务服务科",
        slip="舆转〔2026〕12号\n11-17 10:00",
        received="李四\n11-17 10:20",
        due=_at(18, 17, 30),
        fed_back_at=_at(17, 15, 40),
        approved="副组长 王五 11-17 16:10\n组长 赵六 11-17 16:40",
        interim_at=_at(17, 11, 0),
        replied_at=_at(17, 17, 5),
        reply_account="@某市数据资源管理局\n" + SLIP.link,
        result="已修复并公开回复",
        overdue="按时",
        closed_at=_at(18, 9, 0),
    )
    return replace(row, **changes)


def ledger(registered: int = 6, carried: int = 2, **changes: Any) -> LedgerContext:
    """An issue of the ledger; every third row is late."""
    rows = tuple(
        ledger_row(n, overdue="超时2小时") if n % 3 == 0 else ledger_row(n) for n in range(1, registered + 1)
    )
    old = tuple(
        ledger_row(n, found_at=_at(16, 9, 0).replace(year=2025), overdue="超时3天")
        for n in range(90, 90 + carried)
    )
    trend = Table(
        "近八周登记件数",
        ("周", "登记", "办结"),
        tuple((f"第{n}周", 3 + n * 7 % 5, 2 + n % 4) for n in range(40, 48)),
        note="按登记时间计；办结按办结时间计。",
        chart=Chart(ChartKind.LINE, (1, 2)),
    )
    kinds = Table(
        "按类别",
        ("类别", "件数", "占比"),
        (
            ("一般性评论", 2, 0.25),
            ("建设性意见", 1, 0.125),
            ("咨询", 3, 0.375),
            ("恶意言论", 0, 0.0),
            ("投诉举报", 2, 0.25),
        ),
        percent=(2,),
        chart=Chart(ChartKind.COLUMNS, (1,)),
    )
    sections = Table(
        "科室办理",
        ("科室", "转送", "按时", "逾期", "按时率", "反馈中位数（小时）"),
        (("政务服务科", 4, 3, 1, 0.75, 3.5), ("数据资源科", 2, 2, 0, 1.0, 2.25)),
        percent=(4,),
        hours=(5,),
        note="按时指在反馈时限前报送处置情况。",
        chart=Chart(ChartKind.BARS, (4,), "科室按时率", percent=True),
    )
    rounds = Table(
        "巡查记录",
        ("日期", "门户网站", "论坛", "微博", "微信", "巡查人"),
        (
            ("11月16日", "发现1", "未发现", "发现1", "未发现", "张三"),
            ("11月17日", "缺", "缺", "缺", "缺", ""),
        ),
    )
    context = LedgerContext(
        bureau="某市数据资源管理局",
        title="政务舆情周台账",
        issue="第47期（总第47期）",
        period="2026年11月16日0时至22日24时",
        year=2026,
        prepared_at="2026年11月23日 9:30",
        prepared_by="张三",
        signer="王五",
        addressees="舆情搜集与回应工作领导小组",
        filter_stated="2026年11月16日至22日登记的全部事项，按登记编号升序；以前登记、尚未办结的另列。",
        registered=rows,
        carried=old,
        tables=(
            Table("总体", ("指标", "本周", "上周", "环比"), (("登记", 6, 4, 0.5),), percent=(3,)),
            trend,
            kinds,
            sections,
        ),
        definitions=(
            "首次回复率：1个工作日内有先行或正式回复的件数，除以需要回复的件数。",
            "截止时间：2026年11月22日24时。",
        ),
        important=Paragraphs("重要舆情", ("网友反映预约系统多次提交失败。" * 8,)),
        rounds=(rounds,),
        supervision=(Table("超期事项", ("登记编号", "标题", "超期"), (), empty="本周无超期事项"),),
        head="9f3a 1c77 02be · 1024",
    )
    return replace(context, **changes)


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)
