"""Columns find their fields."""

import json
from pathlib import Path

import pytest

from yuqing_desktop.intake.presets import PRESETS, find_preset, propose_mapping

LONG = [
    *(
        "序号",
        "标题／微博内容",
        "信息属性",
        "原创/转发",
        "原文/评论链接",
        "来源网站",
        "原文作者",
        "日期",
        "媒体类型",
    ),
    *(
        "原微博内容",
        "认证类型",
        "信源地域（IP）",
        "性别",
        "全文内容",
        "粉丝数",
        "作品数",
        "转发数",
        "评论数",
        "点赞数",
    ),
    *(
        "阅读数/浏览热度",
        "行业标签",
        "微博情绪",
        "根微博作者",
        "城市",
        "精准地域",
        "涉及词",
        "注册时间",
        "信源级别",
    ),
    *("收藏数", "媒体信息", "用户类型", "账号类型", "主页链接", "用户简介", "摘要", "头像", "相似文章数"),
]
WEEKLY = [
    *("序号", "登记编号", "发现时间", "信息发布时间", "信息来源(平台/账号)", "标题", "信息摘要", "原文链接"),
    *("当时阅读数", "当时转发数", "当时回复数", "类别", "等级", "回复情况(需要/不需要/已回)", "跟进科室"),
]


def mapped(headings: list[str]) -> dict[str, str]:
    return {name: headings[column] for name, column in propose_mapping(headings).columns.items()}


def test_the_long_vendor_table() -> None:
    assert mapped(LONG) == {
        "title": "标题／微博内容",
        "summary": "摘要",
        "content": "全文内容",
        "published_at": "日期",
        "platform": "媒体类型",
        "source": "来源网站",
        "author": "原文作者",
        "link": "原文/评论链接",
        "reads": "阅读数/浏览热度",
        "forwards": "转发数",
        "replies": "评论数",
    }


def test_the_offices_own_ledger_comes_back_in() -> None:
    columns = mapped(WEEKLY)
    assert columns["published_at"] == "信息发布时间"
    assert columns["found_at"] == "发现时间"
    assert columns["source"] == "信息来源(平台/账号)"
    assert columns["reply_need"] == "回复情况(需要/不需要/已回)"


def test_the_forwarded_posts_columns_are_not_the_posts() -> None:
    columns = mapped(["博文", "转发_博文", "发布时间", "转发_发布时间", "转发_转发数", "转发数"])
    assert columns == {"summary": "博文", "published_at": "发布时间", "forwards": "转发数"}


def test_time_of_collection_is_not_time_of_publication() -> None:
    assert mapped(["标题", "采集时间", "点赞数"]) == {"title": "标题", "found_at": "采集时间"}


def test_values_decide_where_a_heading_misleads() -> None:
    headings = ["标题", "地址", "类型"]
    web = propose_mapping(headings, [["a", "https://example.com/1", "咨询"]]).columns
    street = propose_mapping(headings, [["a", "人民路1号", "原创"]]).columns
    assert set(web) == {"title", "link", "comment_kind"}
    assert set(street) == {"title"}


def test_of_two_columns_with_one_heading_the_filled_one_is_taken() -> None:
    assert propose_mapping(["标题", "诉求号码", "诉求号码"], [["a", None, "138"]]).columns["contact"] == 2


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_found_by_its_own_headings(preset: object) -> None:
    assert find_preset(preset.marks) is preset  # type: ignore[attr-defined]


def test_every_real_heading_row_is_known(shared: Path) -> None:
    rows = json.loads((shared / "04_forms" / "真实表头.json").read_text(encoding="utf-8"))
    for headings in rows.values():
        mapping = propose_mapping(headings)
        assert mapping.preset
        assert {"title", "summary"} & set(mapping.columns)
        assert len(mapping.columns) >= 4
