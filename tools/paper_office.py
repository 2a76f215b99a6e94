"""Every paper as the office would hand it over: one item walked through the services, normal or hard to set.

The hard one has what breaks forms: long texts in several paragraphs, emoji, a link of 300 characters, three sections.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tests.bureau import Bureau
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain import periods
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading, Handling, Note, Paper
from yuqing_desktop.domain.report_up import Stage
from yuqing_desktop.domain.rounds import RoundOutcome
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, PaperKind, Role, Urgency
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.transfer import Sending


@dataclass(frozen=True, slots=True)
class Story:
    """What is registered, found out and replied about one item."""

    title: str
    summary: str
    source: str
    link: str
    findings: str
    measures: str
    reply: str
    instruction: str


NORMAL = Story(
    title="网友反映政务服务网上预约系统多次提交失败",
    summary="网友称在政务服务网上预约不动产登记时，连续三天提交后页面提示“系统繁忙”，致电服务热线未得到明确答复，"
    "认为系统改版后可用性下降，要求说明原因并尽快修复。评论区另有多名网友反映类似情况，部分言论情绪较激烈。",
    source="@城市生活观察",
    link="https://weibo.com/1234567890/NxYzAbCdE?type=comment",
    findings="经查，11月16日系统升级后，部分地区节点缓存未更新，导致提交时页面提示“系统繁忙”。三日内共有37笔预约"
    "受影响，均已逐一联系当事人补办。热线答复不一，系坐席未及时收到升级通知。",
    measures="11月17日上午完成缓存更新并复测；对37名当事人逐一回访；更新热线知识库，对坐席开展培训。",
    reply="网友您好！您反映的网上预约提交失败问题，我局高度重视，已组织技术人员排查，系因系统升级后缓存未及时更新所致，"
    "现已修复。给您带来不便，深表歉意。如仍遇问题，请拨打服务电话，我们将第一时间为您处理。",
    instruction="请政务服务科今日内说明情况，明日12时前报送处置结果。",
)
HARD = Story(
    title="😀网友实名反映XX市政务服务网“一网通办”平台不动产登记、社保转移、公积金提取等多项业务连续多日无法在线预约，"
    "窗口与热线12345答复不一、互相推诿，附现场照片与通话录音（第2次发帖）",
    summary="\n".join([NORMAL.summary + "🙏🏽 AT&T <b>热线</b> “截图” 1.2万人围观。"] * 3),
    source="@城市生活观察（房产·民生·办事指南，粉丝12.3万）👨‍👩‍👧",
    link="https://example.com/thread?" + "&".join(f"utm_part{n}=a1b2c3d4e5f6" for n in range(12)),
    findings="\n".join([NORMAL.findings] * 3),
    measures="\n".join(f"{n}. {NORMAL.measures}" for n in range(1, 4)),
    reply="\n".join([NORMAL.reply] * 2) + "😊",
    instruction=NORMAL.instruction
    + "涉及的三个科室要逐项说明原因、责任人、整改措施和完成时限，" * 3
    + "不得再出现答复不一。",
)
STORIES = {"normal": NORMAL, "hard": HARD}
PUBLIC = "transfer_slip-public"
_ARCHIVED = (PaperKind.ARCHIVE_COVER, PaperKind.ARCHIVE_CONTENTS)
_SECTIONS = ("政务服务科", "数据资源科", "数据安全科")


def papers_of(story: Story, folder: Path) -> Iterator[tuple[str, bytes]]:
    """(name, .docx) of every paper, in an office opened in an empty folder: a void copy and a public variant too."""
    clock = FixedClock(datetime(2026, 11, 2, 9, 30, tzinfo=SHANGHAI))
    core = open_core(Paths(folder / "data", folder / "workstation"), clock)
    with closing(core):
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=False)
        office = Bureau(core, clock)
        office.certify("微博")
        core.settings.change(office.clerk, {"phone": "0000-8888 8888"})
        for name, paper in _walk(office, story):
            yield name or paper.kind.value, core.papers.filled(paper, public=name == PUBLIC)


def ledger_of(folder: Path, *, items: int = 60) -> bytes:
    """A week's ledger as issued by a sample office with a year of items, opened in an empty folder."""
    clock = FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
    core = open_core(Paths(folder / "data", folder / "workstation"), clock)
    with closing(core):
        core.sample.fill(items, seed=7)
        actor = core.people.actor_named("张敏")
        return core.ledger.export(actor, periods.parse("2026-W47"), folder / "ledger.xlsx").read_bytes()


def _walk(office: Bureau, story: Story) -> Iterator[tuple[str, Paper]]:
    """The item's whole way; each paper at the hour it is signed, by its kind's name or another."""
    core, clerk = office.core, office.clerk
    _rounds(office)
    item = _transferred(office, story)
    slip = core.papers.slips_of([item.id])[0]
    yield from (("", slip), (PUBLIC, slip), ("", _reported_up(office, item, Stage.FIRST)))
    office.receive(item)
    yield from _pressed(office, item, story)
    office.pass_time(hours=3)
    handled = _handled(office, item, story)
    yield from _standing(office, item, PaperKind.APPROVAL_FORM)
    yield "", core.papers.batch(clerk, [item.id, *(_other(office, story, n) for n in range(1, 5))])
    yield "report_up-further", _reported_up(office, item, Stage.FURTHER)
    _answered(office, handled, story)
    yield "report_up-final", _reported_up(office, item, Stage.FINAL)
    core.closing.close(clerk, item.id, outcome="系统已修复并公开回复，37名当事人均已补办。")
    for facts in core.accountability.of_item(item.id):
        core.accountability.take_up(clerk, facts)
    for kind in (PaperKind.HANDLING_REPORT, PaperKind.ACCOUNTABILITY, *_ARCHIVED):
        yield from _standing(office, item, kind)
    month = periods.month_of(office.clock.now().date())
    for kind in (PaperKind.PERIOD_REPORT, PaperKind.ROUNDS_MONTH):
        yield "", core.papers.of_period(clerk, kind, month)
    core.papers.count_print(clerk, slip)
    core.papers.void(clerk, slip, "填写有误")
    yield "transfer_slip-void", slip
    office.open_accounts("王建国")
    yield "", core.papers.make(clerk, PaperKind.KEY_FORM, subject_id=office.enrol(office.deputy).id)


def _rounds(office: Bureau) -> None:
    for day in range(14):
        for place, channel in enumerate(office.core.rounds.channels()):
            found = 1 if (day + place) % 11 == 0 else 0
            if day in (4, 5, 11, 12) or (day, place) == (8, 3):
                continue
            office.core.rounds.record(
                office.clerk, channel.id, RoundOutcome.FOUND if found else RoundOutcome.NOTHING, found=found
            )
        office.pass_time(days=1)


def _transferred(office: Bureau, story: Story) -> Item:
    item = office.register(
        title=story.title, summary=story.summary, source=story.source, link=story.link, reads=number(12_000)
    )
    for name in ("原帖截图.png", "评论区截图（含楼中楼回复与现场照片）.png"):
        office.core.attachments.attach_bytes(office.clerk, item.id, name, name.encode())
    item = office.assess(item, Level.IMPORTANT, CommentKind.COMPLAINT)
    office.pass_time(minutes=20)
    lead, *assisting = (office.section_id(name) for name in _SECTIONS)
    office.core.transfer.transfer(office.clerk, item.id, Sending(lead, tuple(assisting), Urgency.URGENT))
    return office.core.registry.item(item.id)


def _reported_up(office: Bureau, item: Item, stage: Stage) -> Paper:
    papers = office.core.papers
    _, sms = papers.report_words(office.core.registry.item(item.id), office.clerk, stage)
    note = Note(
        to="市委宣传部网信科值班员", channel="手机短信", number="0000-7654321", words=sms, stage=stage.label
    )
    office.core.duty_acts.note(office.clerk, Act.REPORT_UP, item.id, note)
    return [one for one in papers.of_item(office.clerk, item.id) if one.kind is PaperKind.REPORT_UP][-1]


def _pressed(office: Bureau, item: Item, story: Story) -> Iterator[tuple[str, Paper]]:
    section = _SECTIONS[0]
    call = Note(to="李强", channel="电话", number="0000-8888888", words="已催，答复正在核实")
    office.pass_time(hours=4)
    office.core.duty_acts.note(office.clerk, Act.CALL, item.id, call)
    office.pass_time(days=1)
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to=section, channel="书面"))
    yield from _standing(office, item, PaperKind.URGE_NOTE)
    office.pass_time(days=1)
    note = Note(to=section, channel="书面", words=story.instruction)
    office.core.supervise.issue(office.deputy, Act.SUPERVISE, item.id, note)
    yield from _standing(office, item, PaperKind.SUPERVISION_NOTE)


def _handled(office: Bureau, item: Item, story: Story) -> Item:
    handling = Handling(
        findings=story.findings, measures=story.measures, reported_by="李强", responsible="李强"
    )
    wording = Wording(story.reply, account_id=office.account_id())
    return office.item(office.core.handle.report(office.section, item.id, handling, wording))


def _other(office: Bureau, story: Story, number_: int) -> int:
    """A further item waiting for the deputy."""
    item = office.register(
        title=f"{story.title}（{number_}）", summary=story.summary, link=f"https://weibo.com/1/{number_}"
    )
    item = office.receive(office.transfer(office.assess(item)))
    return _handled(office, item, story).id


def _answered(office: Bureau, item: Item, story: Story) -> None:
    item = office.agree(office.agree(item, Role.DEPUTY), Role.HEAD)
    office.pass_time(minutes=20)
    item = office.reply(item, story.reply)
    for reads in (23_000, 34_000):
        office.pass_time(hours=24)
        reading = FigureReading(reads=number(reads), forwards=number(402), replies=number(188))
        office.core.register.read_figures(office.clerk, item.id, reading)
    message = Note(to=story.source, channel="私信", words="已私信说明处理情况")
    office.core.duty_acts.note(office.clerk, Act.PRIVATE_MESSAGE, item.id, message)
    office.core.duty_acts.note(office.clerk, Act.PROGRESS_FEEDBACK, item.id, message)


def _standing(office: Bureau, item: Item, kind: PaperKind) -> Iterator[tuple[str, Paper]]:
    made = office.core.papers.of_item(office.clerk, item.id)
    yield from (("", one) for one in made if one.kind is kind)
