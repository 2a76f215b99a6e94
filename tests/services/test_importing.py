"""Tables from outside: looked at row by row, taken by one act, taken back while untouched."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import FigureKind
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Batch, Duty
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status
from yuqing_desktop.problems import BadFile, Refused
from yuqing_desktop.progress import Cancelled, Progress
from yuqing_desktop.services.importing import Outcome, Preview
from yuqing_desktop.services.refused_rows import write_refused

Seen = Callable[..., Preview]


@pytest.fixture
def seen(office: Office, tmp_path: Path) -> Seen:
    """Previews a table of these lines."""

    def look(*lines: str, name: str = "表.csv") -> Preview:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8-sig")
        return office.core.importing.preview(office.clerk, path)

    return look


def take(office: Office, preview: Preview) -> Outcome:
    return office.core.importing.take(office.clerk, preview)


def items(office: Office) -> list[Item]:
    return office.core.store.find(Item, trashed_at=None)


@pytest.mark.article("第七条")
def test_a_row_becomes_an_item_with_the_figures_of_its_day(office: Office, seen: Seen) -> None:
    outcome = take(
        office,
        seen(
            "标题,发布时间,平台,账号,阅读数,转发数,评论数,等级,类别,跟进科室",
            "停车扣费两次,2026-11-20 08:15,新浪微博,@甲,不可见,326,1.2万,重要,投诉,数据应用科",
        ),
    )
    (item,) = items(office)
    assert (item.title, item.platform, item.source) == ("停车扣费两次", "微博", "@甲")
    assert item.published_at == datetime(2026, 11, 20, 8, 15, tzinfo=SHANGHAI)
    assert item.found_at == item.registered_at == office.clock.now()
    assert item.reads.kind is FigureKind.HIDDEN and item.forwards.value == 326 and item.replies.value == 12000
    assert (item.level, item.comment_kind) == (Level.IMPORTANT, CommentKind.COMPLAINT)
    assert item.section_id == office.section_id("数据应用科") and item.status is Status.REGISTERED
    assert item.origin == "表.csv第2行" and item.batch_id == outcome.batch.id
    kinds = {duty.kind for duty in office.core.store.find(Duty, item_id=item.id)}
    assert {DutyKind.TRANSFER, DutyKind.FIRST_REPLY, DutyKind.REPORT_UP} <= kinds


def test_an_answer_in_the_file_makes_the_item_replied_and_is_kept(office: Office, seen: Seen) -> None:
    take(office, seen("留言主题,留言详情,答复意见,答复时间", "门禁,要刷脸,已要求保留刷卡,2026-11-01 10:00"))
    (item,) = items(office)
    assert item.reply_need is ReplyNeed.REPLIED
    assert "原有答复（2026-11-01 10:00）：已要求保留刷卡" in item.notes
    assert DutyKind.FIRST_REPLY not in {duty.kind for duty in office.core.store.find(Duty, item_id=item.id)}


def test_what_could_not_be_read_is_kept_as_text_with_its_label(office: Office, seen: Seen) -> None:
    preview = seen("标题,阅读数,承办单位", "门禁,很多很多,市住建局")
    take(office, preview)
    (item,) = items(office)
    assert item.reads.kind is FigureKind.UNKNOWN
    assert "未能识别的当时阅读数：很多很多" in item.notes and "跟进科室：市住建局" in item.notes
    assert preview.new[0].leftovers


def test_rows_are_judged_by_the_validators_that_write(office: Office, seen: Seen) -> None:
    preview = seen("标题,发布时间", "将来的事,2026-12-01 08:00", f"{'长' * 201},2026-11-01", ",2026-11-01")
    assert "发布时间晚于发现时间" in preview.rows[0].refused
    assert not preview.rows[1].refused and len(preview.rows[1].item.title) <= 200
    assert "没有标题" in preview.rows[2].refused


def test_the_same_post_by_another_link_is_a_duplicate(office: Office, seen: Seen) -> None:
    here = office.register(link="https://weibo.com/1234567890/NxYzAbCdE")
    preview = seen(
        "标题,链接", "甲,https://m.weibo.cn/status/NxYzAbCdE?from=x", "乙,https://weibo.com/1234567890/NxYzAbCdF",
        "丙,https://weibo.com/1234567890/NxYzAbCdF",
    )  # fmt: skip
    assert [row.duplicate_of for row in preview.rows] == [here.number, None, 3]


def test_a_post_without_link_is_told_word_for_word(office: Office, seen: Seen) -> None:
    lines = (
        "标题,来源,发布时间",
        "甲,东湖论坛,2026-11-01 08:00",
        "甲,东湖论坛,2026-11-01 08:01",
        "甲,东湖论坛,",
    )
    assert take(office, seen(*lines)).batch.new == 3
    again = seen(*lines, "乙,东湖论坛,")
    assert [row.duplicate_of is None for row in again.rows] == [False, False, False, True]


def test_importing_again_adds_nothing(office: Office, seen: Seen) -> None:
    lines = ("标题,留言编号,平台", "甲,101,领导留言板", "甲,102,领导留言板")
    first, second = take(office, seen(*lines)).batch, take(office, seen(*lines)).batch
    assert (first.new, second.new, second.duplicate) == (2, 0, 2)
    assert len(items(office)) == 2


def test_what_came_in_since_the_preview_is_not_taken_twice(office: Office, seen: Seen) -> None:
    preview = seen("标题,链接", "甲,https://example.org/a")
    take(office, preview)
    assert take(office, preview).batch.new == 0


def test_the_same_operation_a_second_time_gives_the_first_outcome(office: Office, seen: Seen) -> None:
    preview = seen("标题,平台", "甲,微博")
    first = office.core.importing.take(office.clerk, preview, op_id="once")
    assert office.core.importing.take(office.clerk, preview, op_id="once").batch == first.batch
    assert len(office.core.store.find(Batch)) == 1


def test_a_cancelled_import_keeps_nothing(office: Office, seen: Seen) -> None:
    preview = seen("标题,平台", *(f"第{number}件,微博" for number in range(500)))
    progress = Progress(lambda done, total, words: progress.cancel() if done else None)
    with pytest.raises(Cancelled):
        office.core.importing.take(office.clerk, preview, progress=progress)
    assert items(office) == [] and office.core.batches.all() == ()
    assert office.register().number == "YQ-2026-0001"


def test_other_columns_for_the_fields(office: Office, seen: Seen) -> None:
    preview = seen("甲列,乙列", "标题在此,不是标题")
    assert preview.rows[0].refused
    again = office.core.importing.remapped(office.clerk, preview, {"title": 0, "summary": 1})
    assert again.rows[0].item.title == "标题在此" and again.rows[0].item.summary == "不是标题"


@pytest.mark.article("第七条")
def test_a_batch_is_taken_back_while_untouched_and_can_come_again(office: Office, seen: Seen) -> None:
    lines = ("标题,平台,链接", "甲,微博,https://weibo.com/1234567890/NxYzAbCdE", "乙,微博,")
    batch = take(office, seen(*lines)).batch
    office.core.batches.undo(office.clerk, batch.id)
    assert items(office) == [] and office.core.registry.count(Filter(trashed=True)) == 2
    assert office.core.store.get(Batch, batch.id).undone_at == office.clock.now()
    assert office.core.store.find(Duty, closed_at=None) == []
    with pytest.raises(Refused, match="已经撤销"):
        office.core.batches.undo(office.clerk, batch.id)
    assert take(office, seen(*lines)).batch.new == 2


def test_taking_a_batch_back_tells_how_far_it_is_and_is_stopped_whole(office: Office, seen: Seen) -> None:
    batch = take(office, seen("标题,平台", *(f"第{number}件,微博" for number in range(500)))).batch
    told: list[tuple[int, int, str]] = []
    progress = Progress(lambda *step: (told.append(step), progress.cancel()))
    with pytest.raises(Cancelled):
        office.core.batches.undo(office.clerk, batch.id, progress=progress)
    assert told == [(0, 500, "移入回收站")] and len(items(office)) == 500
    office.core.batches.undo(office.clerk, batch.id, progress=Progress(lambda *step: told.append(step)))
    assert told[1:] == [(0, 500, "移入回收站"), (200, 500, "移入回收站"), (400, 500, "移入回收站")]
    assert items(office) == []


def test_a_batch_somebody_worked_on_stays(office: Office, seen: Seen) -> None:
    batch = take(office, seen("标题,平台", "甲,微博", "乙,微博")).batch
    touched = office.assess(items(office)[0])
    with pytest.raises(Refused, match=touched.number):
        office.core.batches.undo(office.clerk, batch.id)
    assert len(items(office)) == 2


@pytest.mark.article("第七条")
def test_every_batch_is_listed_with_its_counts_and_how_it_stands(office: Office, seen: Seen) -> None:
    first = take(office, seen("标题,平台", "甲,微博", ",微博", "甲,微博")).batch
    second = take(office, seen("标题,平台", "乙,微博")).batch
    office.assess(items(office)[1])
    newest, oldest = office.core.batches.all()
    assert (newest.batch, newest.touched, newest.can_be_undone) == (second, 1, False)
    assert (oldest.batch, oldest.touched, oldest.can_be_undone) == (first, 0, True)
    assert (first.new, first.duplicate, first.refused, first.taken_by) == (1, 1, 1, "张敏")
    office.core.batches.undo(office.clerk, first.id)
    assert not office.core.batches.all()[1].can_be_undone
    assert office.core.batches.batch(99) is None


@pytest.mark.article("第七条")
def test_the_file_as_it_came_is_kept_as_evidence_of_its_batch(
    office: Office, seen: Seen, tmp_path: Path
) -> None:
    take(office, seen("标题,平台", "甲,微博"))
    came = (tmp_path / "表.csv").read_bytes()
    (tmp_path / "表.csv").unlink()
    (standing,) = office.core.batches.all()
    assert standing.source is not None and standing.source.name == "表.csv"
    copy = office.core.attachments.open_copy(standing.source)
    assert copy.read_bytes() == came and not copy.stat().st_mode & 0o222
    assert office.core.checkup.check().ok


def test_a_file_with_no_name_to_open_it_by_gets_one(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "导出.dat"
    path.write_text("标题,平台\n甲,微博", encoding="utf-8")
    take(office, office.core.importing.preview(office.clerk, path))
    (standing,) = office.core.batches.all()
    assert standing.source is not None and standing.source.name == "导出.dat.csv"


def test_a_file_changed_since_it_was_judged_is_not_taken(office: Office, seen: Seen, tmp_path: Path) -> None:
    preview = seen("标题,平台", "甲,微博")
    (tmp_path / "表.csv").write_text("标题,平台\n乙,微博", encoding="utf-8")
    with pytest.raises(BadFile, match="改动过"):
        take(office, preview)
    assert items(office) == [] and office.core.batches.all() == ()


def test_rows_a_person_does_not_want_are_left_out_and_counted(office: Office, seen: Seen) -> None:
    preview = seen("标题,平台", "甲,微博", "乙,微博", "丙,微博").choosing({3})
    assert [row.item.title for row in preview.new] == ["甲", "丙"] and preview.duplicate == 0
    outcome = take(office, preview)
    assert (outcome.batch.new, outcome.batch.left_out, outcome.batch.duplicate) == (2, 1, 0)
    assert "选择不导入1行" in outcome.changes.result
    assert [item.title for item in items(office)] == ["甲", "丙"]
    assert [row.item.title for row in preview.choosing(()).new] == ["甲", "乙", "丙"]


def test_one_act_one_event(office: Office, seen: Seen) -> None:
    before = office.core.store.database.rows("SELECT count(*) FROM event")[0][0]
    outcome = take(office, seen("标题,平台", "甲,微博", "乙,微博"))
    assert office.core.store.database.rows("SELECT count(*) FROM event")[0][0] == before + 1
    assert len(outcome.changes.item_ids) == 2
    course = office.core.registry.dossier(outcome.changes.item_ids[0], office.clerk).timeline
    assert [(entry.act, entry.words) for entry in course] == [("登记", "由“表.csv”导入")]


def test_a_real_table_of_thirty_letters_goes_in_whole(office: Office, shared: Path) -> None:
    from openpyxl import load_workbook

    path = shared / "data" / "02_petition" / "问政_留言_30_datetime.xlsx"
    office.clock.move_to(office.clock.now() + timedelta(days=1))
    outcome = take(office, office.core.importing.preview(office.clerk, path))
    assert (outcome.batch.new, outcome.batch.duplicate, outcome.batch.refused) == (30, 0, 0)
    heads, *rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    at = {str(head).strip(): column for column, head in enumerate(heads)}
    for item, row in zip(items(office), rows, strict=True):
        published = row[at["留言时间"]]
        assert item.published_at == published.replace(tzinfo=SHANGHAI, microsecond=0)
        assert squeezed(item.title) == squeezed(row[at["留言主题"]])
        assert squeezed(item.summary) == squeezed(row[at["留言详情"]])
        assert item.author == str(row[at["留言用户"]]).strip()


def test_a_real_table_of_letters_with_answers_goes_in_whole(office: Office, shared: Path) -> None:
    path = shared / "data" / "02_petition" / "问政_留言与答复_202_gb18030.csv"
    preview = office.core.importing.preview(office.clerk, path)
    outcome = take(office, preview)
    assert (outcome.batch.new, outcome.batch.duplicate, outcome.batch.refused) == (202, 0, 0)
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("gb18030"), newline="")))
    for item, row in zip(items(office), rows, strict=True):
        assert item.published_at is not None
        assert squeezed(item.title) == squeezed(row["留言主题"])
        assert squeezed(item.summary) == squeezed(row["留言详情"])
        assert squeezed(row["答复意见"]) in squeezed(item.notes) and item.reply_need is ReplyNeed.REPLIED
        digits = [
            int(part)
            for part in row["留言时间"].replace("/", " ").replace(":", " ").replace("-", " ").split()
        ]
        here = item.published_at
        assert [here.year, here.month, here.day, here.hour, here.minute] == digits[:5]
    assert any("\n" in item.summary for item in items(office)) == any(
        "\n" in row["留言详情"].strip() for row in rows
    )
    again = office.core.importing.preview(office.clerk, path)
    assert again.duplicate == 202 and replace(again, rows=()).sha256 == preview.sha256


def squeezed(text: object) -> str:
    return "".join(str(text).replace("\ufeff", "").split())


def test_a_row_refused_for_its_stray_comma_goes_whole_into_the_file_of_refused_rows(
    seen: Seen, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    preview = seen("标题,平台", "甲,乙,微博", "丙,微博", "丁,微博")
    sheet = load_workbook(write_refused(preview, tmp_path / "未收.xlsx")).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["标题", "平台", "第3列", "未收原因"], ["甲", "乙", "微博", preview.refused[0].refused],
    ]  # fmt: skip
