"""Slips out of the registry: the right words, counted prints, void numbers kept."""

from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.documents.papers.notes import SUPERVISED
from yuqing_desktop.domain import periods
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.paper_codes import PaperCode, read
from yuqing_desktop.domain.records import Draft, Note, Paper
from yuqing_desktop.domain.report_up import Stage
from yuqing_desktop.domain.rounds import RoundOutcome
from yuqing_desktop.domain.vocabulary import Act, Level, PaperKind, Status
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.transfer import Sending


def text_of(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts = [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *parts])


@pytest.mark.article("第八条")
def test_a_slip_names_number_section_and_the_limit_it_promises(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    text = text_of(office.core.papers.write_slip(office.clerk, paper, tmp_path / "slip.docx"))
    for words in (
        "舆转〔2026〕1号",
        "政务服务科",
        item.title,
        item.number,
        "不可见",
        "326",
        "2026年11月23日 16:00",
    ):
        assert words in text
    assert "补打" not in text


def test_the_second_print_says_so(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    office.core.papers.write_slip(office.clerk, paper, tmp_path / "one.docx")
    assert "补打第1次" in text_of(office.core.papers.write_slip(office.clerk, paper, tmp_path / "two.docx"))


def test_a_reassigned_item_leaves_a_void_slip_with_its_number(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    sending = Sending(office.section_id("数据安全科"))
    office.core.transfer.reassign(office.clerk, item.id, sending, reason="属数据安全")
    old, new = office.core.store.find(Paper, item_id=item.id)
    assert (old.number, new.number) == ("舆转〔2026〕1号", "舆转〔2026〕2号")
    assert old.voided_at is not None and new.voided_at is None
    assert office.core.papers.slip_context(old).void == "作废"


def test_an_item_never_sent_has_no_slip(office: Office) -> None:
    with pytest.raises(NotFound, match="转送单"):
        office.core.papers.slips_of([office.register().id])


def test_every_paper_an_item_can_have_comes_out(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.CLOSED, Level.IMPORTANT)
    papers = office.core.papers.of_item(office.clerk, item.id)
    assert {paper.kind for paper in papers} == {
        PaperKind.TRANSFER_SLIP, PaperKind.APPROVAL_FORM, PaperKind.HANDLING_REPORT, PaperKind.REPORT_UP,
        PaperKind.ACCOUNTABILITY, PaperKind.ARCHIVE_COVER, PaperKind.ARCHIVE_CONTENTS,
    }  # fmt: skip
    for path in office.core.papers.write_slips(office.clerk, papers, tmp_path):
        assert item.title in text_of(path)


@pytest.mark.article("第九条")
def test_an_approval_form_says_whose_agreement_to_which_text(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.APPROVED)
    form = office.core.papers.make(
        office.clerk, PaperKind.APPROVAL_FORM, item_id=item.id, subject_id=office.core.store.find(Draft)[0].id
    )
    text = text_of(office.core.papers.write_slip(office.clerk, form, tmp_path / "form.docx"))
    for words in ("舆审〔2026〕1号", "王建国", "按规定无需报组长", "第1稿", "证书到期导致登录失败"):
        assert words in text


def test_a_new_wording_voids_the_form_of_the_old_one(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    office.core.papers.of_item(office.clerk, item.id)
    office.core.handle.amend(office.section, item.id, Wording("您好，已处理。"), reason="改")
    office.core.papers.of_item(office.clerk, item.id)
    forms = office.core.store.find(Paper, item_id=item.id, kind=PaperKind.APPROVAL_FORM)
    assert [(form.number, form.voided_at is None) for form in forms] == [
        ("舆审〔2026〕1号", False), ("舆审〔2026〕2号", True),
    ]  # fmt: skip


def test_notes_of_the_ladder_and_sheets_of_periods_come_out(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.RECEIVED)
    office.pass_time(days=2)
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="书面"))
    office.core.supervise.issue(
        office.deputy, Act.SUPERVISE, item.id, Note(to="政务服务科", words="限两日内办结")
    )
    for channel in office.core.rounds.channels()[:3]:
        office.core.rounds.record(office.clerk, channel.id, RoundOutcome.NOTHING)
    papers = [paper for paper in office.core.store.find(Paper) if paper.kind is not PaperKind.TRANSFER_SLIP]
    papers.append(office.core.papers.batch(office.clerk, [office.item_at(Status.HANDLED).id]))
    month = periods.month_of(office.clock.now().date())
    kinds = (PaperKind.PERIOD_REPORT, PaperKind.ROUNDS_MONTH)
    papers += [office.core.papers.of_period(office.clerk, kind, month) for kind in kinds]
    texts = [text_of(path) for path in office.core.papers.write_slips(office.clerk, papers, tmp_path)]
    for text, words in zip(
        texts, ("已逾期", "限两日内办结", "证书到期", "登记政务舆情2件", "未发现"), strict=True
    ):
        assert words in text


def _pressed(office: Office, item: Item, section: str) -> None:
    """A call, an urge note and a supervision note to a late section."""
    office.pass_time(days=3)
    office.core.duty_acts.note(office.clerk, Act.CALL, item.id, Note(to="科室", channel="电话"))
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to=section, channel="书面"))
    office.core.supervise.issue(office.deputy, Act.SUPERVISE, item.id, Note(to=section, words="限两日"))


@pytest.mark.article("第三条")
def test_a_note_printed_again_keeps_its_own_slip_and_section_and_counts_nobody_else_s_calls(
    office: Office,
) -> None:
    item = office.item_at(Status.RECEIVED)
    _pressed(office, item, "政务服务科")
    office.pass_time(minutes=1)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    item = office.receive(office.transfer(office.core.registry.item(item.id), "数据安全科"))
    _pressed(office, item, "数据安全科")
    told = {
        kind: [
            office.core.papers.context(paper)
            for paper in office.core.store.find(Paper, item_id=item.id)
            if paper.kind is kind
        ]
        for kind in (PaperKind.URGE_NOTE, PaperKind.SUPERVISION_NOTE)
    }
    urged, supervised = told[PaperKind.URGE_NOTE], told[PaperKind.SUPERVISION_NOTE]
    assert [(one.section, one.slip_number) for one in urged] == [
        ("政务服务科", "舆转〔2026〕1号"), ("数据安全科", "舆转〔2026〕2号")
    ]  # fmt: skip
    assert [one.urged_before.split("；")[0] for one in urged] == ["1次", "1次"]
    assert [(one.lead, one.basis) for one in supervised] == [
        ("政务服务科", "转送单舆转〔2026〕1号、催办单舆催〔2026〕1号"),
        ("数据安全科", "转送单舆转〔2026〕2号、催办单舆催〔2026〕2号"),
    ]


@pytest.mark.article("第四条")
def test_a_report_on_a_period_not_yet_over_says_until_when_it_counts(office: Office) -> None:
    office.register()
    month = periods.month_of(office.clock.now().date())
    paper = office.core.papers.of_period(office.clerk, PaperKind.PERIOD_REPORT, month)
    told = office.core.papers.context(paper).overview
    assert told.startswith("2026年11月1日0时至11月30日24时（截至2026年11月23日 9:30），")
    assert told.endswith("尚未办结1件。")
    office.pass_time(days=10)
    told = office.core.papers.context(paper).overview
    assert "截至" not in told and told.endswith("期末未办结1件。")


@pytest.mark.article("第七条")
def test_what_is_read_out_to_the_propaganda_department_is_ready(office: Office) -> None:
    item = office.item_at(Status.ASSESSED, Level.EMERGENCY)
    script, sms = office.core.papers.report_words(item, office.clerk, Stage.FIRST)
    assert "初报" in script and item.title in script and "张敏" in script
    assert sms.startswith("【某市数据资源管理局舆情初报】")


@pytest.mark.article("第三条")
def test_the_notes_of_the_ladder_tell_what_was_done_before_and_what_is_asked(office: Office) -> None:
    core, item = office.core, office.item_at(Status.RECEIVED)
    office.pass_time(hours=2)
    core.duty_acts.note(office.clerk, Act.CALL, item.id, Note(to="李强", channel="电话"))
    office.pass_time(days=1)
    core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="书面"))
    core.supervise.issue(office.deputy, Act.SUPERVISE, item.id, Note(to="政务服务科", words="限两日内办结"))
    made = {paper.kind: core.papers.context(paper) for paper in core.papers.of_item(office.clerk, item.id)}
    urge, note = made[PaperKind.URGE_NOTE], made[PaperKind.SUPERVISION_NOTE]
    assert urge.urged_before == "1次；2026年11月23日 11:30电话"
    assert urge.new_due == note.due == "收到本单后4个工作小时内"
    assert note.basis == "转送单舆转〔2026〕1号、催办单舆催〔2026〕1号"
    assert (note.content, note.instructions) == (item.summary, "限两日内办结")
    assert note.requirements == SUPERVISED


@pytest.mark.article("第九条")
def test_a_late_section_s_form_says_by_how_much_and_why(office: Office) -> None:
    core, item = office.core, office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6, minutes=30)
    core.duty_acts.note(office.clerk, Act.GIVE_REASON, item.id, Note(words="等厂商答复"))
    item = office.handle(item)
    (form,) = [
        one for one in core.papers.of_item(office.clerk, item.id) if one.kind is PaperKind.APPROVAL_FORM
    ]
    assert core.papers.context(form).late == "逾期1天（等厂商答复）"


@pytest.mark.article("第七条")
def test_a_final_report_promises_no_further_one(office: Office) -> None:
    item = office.item_at(Status.REPLIED, Level.IMPORTANT)
    _, first = office.core.papers.report_words(item, office.clerk, Stage.FIRST)
    _, final = office.core.papers.report_words(item, office.clerk, Stage.FINAL)
    assert "进展续报" in first
    assert "进展续报" not in final and "已按规定回应；继续关注网上反应。" in final
    assert "\n" not in final and "，。" not in final


def test_a_code_on_a_paper_names_it() -> None:
    assert read("yqt-2026-12-1") == PaperCode(PaperKind.TRANSFER_SLIP, 2026, 12, 1)
    assert read("YQ-2026-0012") is None
