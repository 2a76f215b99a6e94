"""A table's rows as items to be."""

import pickle
from datetime import datetime
from pathlib import Path

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import at_least, number
from yuqing_desktop.domain.vocabulary import CommentKind, ReplyNeed
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, distinct, parse_rows
from yuqing_desktop.intake.sheet import Cell, Sheet
from yuqing_desktop.intake.spreadsheets import read_file


def taken(now: datetime, headings: list[str], *rows: list[Cell], kind: str = "xlsx") -> list[ParsedRow]:
    sheet = Sheet("", tuple(headings), tuple(map(tuple, rows)), tuple(range(2, len(rows) + 2)), kind)
    return parse_rows(sheet, propose_mapping(headings, rows), now)


@pytest.mark.article("第七条")
def test_every_field_of_the_registry_is_read(now: datetime) -> None:
    headings = [
        "标题",
        "发布时间",
        "发布平台",
        "链接",
        "阅读数",
        "转发数",
        "评论数",
        "回复情况",
        "类别",
        "跟进科室",
    ]
    link = "https://weibo.com/2803301701/z0JH2lOMb?from=x"
    row = taken(
        now,
        headings,
        ["停水", "昨天 09:45", "新浪微博", link, "10万+", "1.2万", "转发[3]", "需要", "投诉", "办公室"],
    )[0]
    assert row.refused is None
    assert row.row_number == 2
    assert row.key == "微博:3501756485200075"
    assert row.leftovers == ()
    assert row.fields == {
        "title": "停水",
        "published_at": datetime(2026, 11, 23, 9, 45, tzinfo=SHANGHAI),
        "platform": "微博",
        "source": "新浪微博",
        "link": "https://m.weibo.cn/detail/3501756485200075",
        "reads": at_least(100_000),
        "forwards": number(12_000),
        "replies": number(3),
        "reply_need": ReplyNeed.NEEDED,
        "comment_kind": CommentKind.COMPLAINT,
        "section": "办公室",
    }


def test_what_cannot_be_read_is_reported_and_its_field_left_empty(now: datetime) -> None:
    row = taken(now, ["标题", "发布时间", "阅读数", "原文链接"], ["停水", "上上个月", "约3万", "无此链接"])[0]
    assert {leftover.field for leftover in row.leftovers} == {"published_at", "reads"}
    assert set(row.fields) == {"title"}
    assert row.raw == {"标题": "停水", "发布时间": "上上个月", "阅读数": "约3万", "原文链接": "无此链接"}


def test_a_row_without_a_title_is_titled_by_its_first_sentence(now: datetime) -> None:
    row = taken(now, ["微博正文", "发布时间"], ["路灯坏了。三天没修。", "-"])[0]
    assert row.fields["title"] == "路灯坏了"
    assert row.fields["summary"] == "路灯坏了。三天没修。"


def test_an_overlong_title_is_a_text(now: datetime) -> None:
    long = "长。" * 200
    row = taken(now, ["标题／微博内容", "发布时间"], [long, None])[0]
    assert (row.fields["title"], row.fields["summary"]) == ("长", long)


def test_rows_that_can_be_no_item_say_why(now: datetime) -> None:
    empty, repeated = taken(now, ["标题", "发布时间"], [None, "昨天"], ["标题", "发布时间"])
    assert empty.refused == "没有标题，也没有摘要或正文"
    assert repeated.refused == "这一行与表头相同"
    wide = taken(now, ["标题", "摘要"], ["a", "b", "c"], kind="csv")[0]
    assert wide.refused is not None
    assert "串列" in wide.refused


def test_totals_and_the_foot_of_a_table_are_no_posts(now: datetime) -> None:
    headings = ["序号", "标题", "阅读数", "平台"]
    foot = taken(
        now, headings, [1, "路灯不亮", 12, "微博"], ["合 计", None, 12], [None, "总计：", 12], [None, "共2条"],
        [None, "制表人：张三"], [None, "导出时间：2026-11-20", None],
    )  # fmt: skip
    assert [row.refused for row in foot] == [None] + ["这一行是合计、小标题或落款，不是事项"] * 5
    posts = taken(
        now,
        headings,
        [2, "统计时间：谁来告诉我", 3, "微博"],
        [3, "合计多收了我三百元", 4, "论坛"],
        [4, "共享单车乱停", 1],
    )
    assert [row.refused for row in posts] == [None] * 3


def test_ids_a_spreadsheet_rounded_are_no_identity(now: datetime) -> None:
    headings = ["mid", "标题", "发布平台"]
    ruined = taken(now, headings, ["4.81E+15", "a", "微博"])[0]
    assert (ruined.key, ruined.leftovers[0].field) == ("", "external_id")
    rounded = taken(now, headings, *([f"481262596181{n}0000", "a", "微博"] for n in range(3)))
    assert {row.key for row in rounded} == {""}
    sound = taken(now, headings, *([f"481262596181{n}443{n}", "a", "微博"] for n in range(1, 4)))
    assert len({row.key for row in sound}) == 3


def test_an_id_kept_from_rounding_is_taken_as_it_was(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "表.csv"
    path.write_text('mid,标题,发布平台\n="4812625961814431",停水,微博\n', encoding="utf-8")
    sheet = read_file(path)
    assert (
        parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)[0].key == "微博:4812625961814431"
    )


def test_an_answer_in_the_row_means_already_replied(now: datetime) -> None:
    row = taken(now, ["留言主题", "答复意见"], ["停水", "已修复。"])[0]
    assert row.fields["reply_need"] is ReplyNeed.REPLIED


def test_repeated_and_empty_headings_stay_apart() -> None:
    assert distinct(["诉求号码", "", "诉求号码"]) == ("诉求号码", "第2列", "诉求号码 (2)")


def test_rows_travel_between_processes(now: datetime) -> None:
    rows = taken(now, ["标题", "阅读数"], ["停水", "1.2万"])
    assert pickle.loads(pickle.dumps(rows)) == rows


def test_the_letter_box_goes_in_whole(shared: Path, now: datetime) -> None:
    sheet = read_file(shared / "02_petition" / "问政_留言_30_datetime.xlsx")
    rows = parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)
    assert [row.row_number for row in rows] == list(range(2, 32))
    assert not any(row.refused or row.leftovers for row in rows)
    assert rows[0].fields["published_at"] == datetime(2017, 6, 8, 17, 31, 20, tzinfo=SHANGHAI)


def test_questions_with_answers_go_in_whole(shared: Path, now: datetime) -> None:
    sheet = read_file(shared / "02_petition" / "问政_留言与答复_202_gb18030.csv")
    rows = parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)
    assert len(rows) == 202
    assert not any(row.refused or row.leftovers for row in rows)
    assert all({"published_at", "replied_at", "summary", "reply_text"} <= set(row.fields) for row in rows)
    assert len({row.key for row in rows}) == 202


def test_posts_of_every_export_state_their_figures(shared: Path, now: datetime) -> None:
    for path in sorted((shared / "01_posts").iterdir()):
        sheet = read_file(path)
        rows = parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)
        assert rows
        assert not any(row.refused or row.leftovers for row in rows)
