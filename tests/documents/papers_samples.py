"""Believable contexts for every paper."""

from typing import Any

from tests.documents.samples import SLIP
from yuqing_desktop.documents.papers.approval import ApprovalBatch, ApprovalForm, ApprovalLine
from yuqing_desktop.documents.papers.keys import KeyForm
from yuqing_desktop.documents.papers.notes import SupervisionNote, UrgeNote
from yuqing_desktop.documents.papers.registers import (
    AccountabilitySheet,
    ArchiveContents,
    ArchiveCover,
    ArchiveLine,
    RoundDay,
    RoundsMonth,
    Situation,
)
from yuqing_desktop.documents.papers.report_up import ReportUp
from yuqing_desktop.documents.papers.reports import CountLine, HandlingReport, Paragraph, PeriodReport

_REPLY = (
    "网友您好！您反映的网上预约提交失败问题，我局高度重视，已组织技术人员排查，系因系统升级后缓存未及时更新所致，"
    "现已修复。给您带来不便，深表歉意。如仍遇问题，请拨打服务电话0000-8888 8888，我们将第一时间为您处理。"
)
_FINDINGS = (
    "经查，11月21日系统升级后，部分地区节点缓存未更新，导致提交时页面提示“系统繁忙”。三日内共有37笔预约受影响，"
    "均已逐一联系当事人补办。热线答复不一，系坐席未及时收到升级通知。"
)
_MEASURES = "11月24日上午完成缓存更新并复测；对37名当事人逐一回访；更新热线知识库，对坐席开展培训。"


def _issued(number: str, code: str) -> dict[str, Any]:
    return {"bureau": SLIP.bureau, "number": number, "code": code, "head": SLIP.head}


def _anchored(number: str, code: str) -> dict[str, Any]:
    head = "1024-9f3a1c7702be"
    return _issued(number, code) | {"head": head, "head_code": f"YQHEAD-{head.upper()}"}


APPROVAL = ApprovalForm(
    **_anchored("舆审〔2026〕9号", "YQ-SP-2026-9-1"),
    slip_number=SLIP.number,
    item_number=SLIP.item_number,
    title=SLIP.title,
    level="重要",
    section="政务服务科",
    handler="李四",
    phone=SLIP.phone,
    received_at="2026年11月24日 9:50",
    due="2026年11月24日 15:30",
    submitted_at="2026年11月24日 14:20",
    late="否",
    findings=_FINDINGS,
    measures=_MEASURES,
    reply=_REPLY,
    version="第2稿",
    fingerprint="a41f 09c2 77de",
    account="新浪微博 @某市数据资源管理局（认证有效）",
    channel="公开回复",
    interim="2026年11月24日 10:30（正在跟进处理）",
    consent_rule="纸质签批由办公室代录，原件留存。",
    published="账号：　　　　　　　　时间：　　　　　　　　经办人：\n链接：",
)
BATCH = ApprovalBatch(
    **_anchored("舆审〔2026〕10号", "YQ-SP-2026-10-1"),
    leader="副组长　王五",
    prepared_at="2026年11月24日 15:00",
    prepared_by="张三",
    total="4",
    consent_rule="纸质签批由办公室代录，原件留存。",
    lines=tuple(
        ApprovalLine(
            place=str(n),
            item_number=f"YQ-2026-{120 + n:04d}",
            title=SLIP.title[: 10 + 3 * n],
            section="政务服务科",
            findings=_FINDINGS[: 40 + 8 * n],
            reply=_REPLY[: 60 + 10 * n],
            channel="公开回复",
            due="11月25日 17:30",
        )
        for n in range(1, 5)
    ),
)
URGE = UrgeNote(
    **_issued("舆催〔2026〕3号", "YQ-CB-2026-3-1"),
    section="政务服务科",
    slip_number=SLIP.number,
    item_number=SLIP.item_number,
    title=SLIP.title,
    due="2026年11月24日 15:30",
    overdue="1个工作日",
    urged_before="已催1次：2026年11月24日 14:00 电话催办，接听人李四。",
    new_due="2026年11月26日 12:00",
    urged_by="张三",
    phone=SLIP.phone,
    urged_at="2026年11月25日 15:40",
    copied_to="副组长　王五",
)
SUPERVISION = SupervisionNote(
    **_issued("舆督〔2026〕1号", "YQ-DB-2026-1-1"),
    matter="网上预约系统多次提交失败舆情的处置与回复",
    item_number=SLIP.item_number,
    basis="转送单舆转〔2026〕12号、催办单舆催〔2026〕3号",
    content=SLIP.summary,
    leader="王五",
    instructed_at="2026年12月2日 9:00",
    instructions="请政务服务科今日内说明情况，明日12时前报送处置结果。",
    lead="政务服务科",
    assisting="数据资源科",
    due="2026年12月3日 12:00",
    feedback="一次性",
    overdue="6个工作日",
    requirements="1.查清原因；2.提出整改措施和完成时间；3.拟定回复口径；4.说明未按期报送的原因。",
    contact="张三",
    phone=SLIP.phone,
)
HANDLING = HandlingReport(
    **_issued("舆报〔2026〕5号", "YQ-BG-2026-5-1"),
    title="网上预约系统多次提交失败",
    addressed_to="局舆情搜集与回应工作领导小组办公室",
    situation=SLIP.summary,
    findings=_FINDINGS,
    measures=_MEASURES,
    reply_account="@某市数据资源管理局",
    replied_at="2026年11月24日 17:05",
    reply_link=SLIP.link,
    reply_text=_REPLY,
    reactions="回复前阅读1.2万、转发86、回复143；回复后24小时阅读3.4万、转发102、回复188，新增评论以认可为主。",
    next_steps="一是完善升级前通知与回退预案；\n二是每周抽测网上预约全流程；\n三是热线与技术部门建立联动机制。",
    section="政务服务科",
    signer="李四",
    day="2026年11月26日",
)
PERIOD = PeriodReport(
    **_issued("舆报〔2026〕6号", "YQ-BG-2026-6-1"),
    addressed_to="局舆情搜集与回应工作领导小组办公室",
    period="2026年11月",
    overview="本月共登记舆情23件，同比下降8%，其中重要舆情2件，无重大突发事件。",
    counts=(
        CountLine(what="登记", count="23件", remark="环比增加4件"),
        CountLine(what="需要回复", count="17件", remark="其中已回复15件"),
        CountLine(what="1个工作日内首次回复率", count="94.1%", remark="16件/17件"),
        CountLine(what="科室按时反馈率", count="88.2%", remark="15件/17件"),
    ),
    important=(Paragraph(text=SLIP.summary), Paragraph(text=_FINDINGS)),
    unfinished=(),
    next_steps="继续做好每日巡查，压实科室反馈时限。",
    definitions="按登记时间计；截止2026年11月30日24时。",
    day="2026年12月1日",
)
REPORT = ReportUp(
    **_issued("舆报〔2026〕7号", "YQ-SB-2026-7-1"),
    stage="初报",
    item_number=SLIP.item_number,
    level="重要",
    event_at="2026年11月23日 21:14",
    source="新浪微博",
    account="@城市生活观察（粉丝12.3万）",
    cause="网友反映政务服务网上预约系统连续三天提交失败，评论情绪较激烈",
    figures="截至11月24日 8:55，阅读1.2万、转发86、回复143",
    measures="已转政务服务科核查，10:30先行回复“正在跟进处理”",
    next_steps="今日17:30前核清原因并公开回复，持续监测",
    reporter="张三",
    phone=SLIP.phone,
    channel="电话、短信",
    to="市委宣传部网信科　值班员",
    reported_at="2026年11月24日 9:05",
)
ROUNDS = RoundsMonth(
    **_issued("舆巡〔2026〕11号", "YQ-XC-2026-11-1"),
    month="2026年11月",
    days=tuple(
        RoundDay(
            day=f"11月{n}日",
            weekday="一二三四五六日"[(n - 2) % 7],
            portals="—" if (n - 2) % 7 > 4 else "未发现",
            forums="—" if (n - 2) % 7 > 4 else "未发现",
            weibo="—" if (n - 2) % 7 > 4 else f"发现{n % 3}" if n % 3 else "未发现",
            wechat="—" if (n - 2) % 7 > 4 else "缺" if n == 17 else "未发现",
            others="",
            person="" if (n - 2) % 7 > 4 else "张三",
            remark="休息日" if (n - 2) % 7 > 4 else "",
        )
        for n in range(1, 31)
    ),
    totals="应巡查21天，已巡查20天，发现14条",
    missing="11月17日（微信）",
    prepared_by="张三",
    prepared_at="2026年12月1日",
)
ACCOUNT = AccountabilitySheet(
    **_issued("舆责〔2026〕1号", "YQ-ZR-2026-1-1"),
    subject="YQ-2026-0123（政务服务科）",
    period="2026年11月16日至12月3日",
    situations=tuple(
        Situation(clause=f"（{place}）{words}", facts=facts, explanation="", evidence=evidence)
        for place, words, facts, evidence in (
            (
                "一",
                "未及时监测",
                "11月17日缺微信巡查记录；该帖发布后11小时36分被发现。",
                "巡查月表2026年11月",
            ),
            (
                "二",
                "回复延误、办理不力",
                "反馈时限11月24日 15:30，实际反馈11月26日 10:05，超期1个工作日。",
                "转送单、催办单舆催〔2026〕3号",
            ),
            ("三", "内容把关不严", "无记录。", ""),
            ("四", "推卸责任", "无记录。", ""),
            ("五", "未经同意擅自回复", "无。两级审批记录齐全。", "审批单舆审〔2026〕9号"),
        )
    ),
    prepared_by="张三",
    prepared_at="2026年12月4日",
)
COVER = ArchiveCover(
    **_issued("YQ-2026-0123", "YQ-GD-2026-123-1"),
    title=f"关于“{SLIP.title}”的处置材料",
    item_number=SLIP.item_number,
    section="政务服务科",
    period="2026年11月24日至12月3日",
    documents="9",
    pages="21",
    retention="10年",
    volume="2026-舆情-012",
    filed_by="张三",
    filed_at="2026年12月10日",
)
CONTENTS = ArchiveContents(
    **_issued("2026-舆情-012", "YQ-ML-2026-12-1"),
    title=f"关于“{SLIP.title}”的处置材料",
    lines=tuple(
        ArchiveLine(
            place=str(n),
            number=number,
            responsible="局办公室",
            title=title,
            day="11月24日",
            page=str(n * 2 - 1),
            digest="9f3a1c77",
            remark="",
        )
        for n, (number, title) in enumerate(
            (
                ("舆转〔2026〕12号", "政务舆情转送单"),
                ("舆审〔2026〕9号", "处置审批单"),
                ("", "原帖截图"),
                ("", "回复截图"),
            ),
            1,
        )
    ),
)

KEY = KeyForm(
    **_anchored("舆审〔2026〕11号", "YQK-2026-11-1"),
    name="王五",
    post="副组长",
    reason="更换密钥",
    enrolled_at="2026年11月24日 16:10",
    fingerprint="7A31 0F9C 55E2 B804\n19D6 C3AF 0E47 82BB",
    previous="E410 77B2 0C9D 5A18 F6E3 21AC 904B D75F",
    state="待第二人确认",
    confirmers="已有签名密钥的审批人：赵六",
)
SAMPLES: dict[str, Any] = {
    "transfer_slip": SLIP,
    "approval_form": APPROVAL,
    "approval_batch": BATCH,
    "urge_note": URGE,
    "supervision_note": SUPERVISION,
    "handling_report": HANDLING,
    "period_report": PERIOD,
    "report_up": REPORT,
    "rounds_month": ROUNDS,
    "accountability": ACCOUNT,
    "archive_cover": COVER,
    "archive_contents": CONTENTS,
    "key_form": KEY,
}
