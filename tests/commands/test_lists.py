"""list, search, show."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.commands.conftest import NOW, Program

ITEM_NAMES = {
    "number", "title", "summary", "published_at", "found_at", "registered_at", "platform", "source", "author", "link",
    "reads", "forwards", "replies", "reply_need", "level", "comment_kind", "status", "section", "due_at", "words",
}  # fmt: skip


def test_a_list_is_an_array_of_items_in_the_shape_of_the_design(program: Program, data: Path) -> None:
    items = program("list", "--json", "--data", data).json
    assert len(items) >= 50 and all(set(item) == ITEM_NAMES for item in items)
    assert [item["number"] for item in items] == sorted((item["number"] for item in items), reverse=True)
    for item in items:
        assert item["registered_at"][10] == "T"
        assert datetime.fromisoformat(item["registered_at"]).utcoffset() == timedelta(hours=8)
        assert set(item["forwards"]) == {"kind", "value"}
    assert any(item["reads"] == {"kind": "hidden", "value": None} for item in items)


def test_the_stored_words_stand_in_the_fields_and_the_chinese_ones_beside_them(
    program: Program, data: Path
) -> None:
    item = program("--data", data, "--json", "list", "状态:待评估").json[0]
    assert (item["status"], item["words"]["status"]) == ("registered", "待评估")
    assert item["level"] is None and item["words"]["level"] is None


def test_a_filter_narrows_and_a_leading_minus_excludes(program: Program, data: Path) -> None:
    everything = program("list", "--json", "--data", data).json
    weibo = program("list", "平台:微博", "--json", "--data", data).json
    rest = program("list", "-平台:微博", "--json", "--data", data).json
    assert weibo and rest and len(weibo) + len(rest) == len(everything)
    assert {item["platform"] for item in weibo} == {"微博"}


def test_an_unknown_word_in_a_filter_is_refused_in_words(program: Program, data: Path) -> None:
    said = program("list", "状态:没有这种", "--json", "--data", data)
    assert said.code == 1 and "没有状态" in said.err
    assert said.json == {"refused": said.err.strip(), "article": None}


def test_a_list_for_people_is_in_chinese_with_the_count_under_it(program: Program, data: Path) -> None:
    said = program("list", "状态:待评估", "--data", data)
    assert said.code == 0 and said.out.splitlines()[-1].startswith("共")
    assert all(" 待评估 " in line for line in said.out.splitlines()[:-1])


def test_nothing_found_is_an_empty_array(program: Program, data: Path) -> None:
    assert program("search", "绝无此词", "--json", "--data", data).json == []


def test_a_search_finds_the_items_that_hold_every_word(program: Program, data: Path) -> None:
    title = program("list", "--json", "--data", data).json[0]["title"]
    found = program("search", title[:4], title[4:8], "--json", "--data", data).json
    assert title in [item["title"] for item in found]


def test_show_gives_the_item_with_everything_it_gathered(program: Program, data: Path) -> None:
    number = program("list", "状态:已办结", "--json", "--data", data).json[0]["number"]
    shown = program("show", number, "--json", "--data", data).json
    assert set(shown) == ITEM_NAMES | {"timeline", "duties", "readings", "papers", "evidence"}
    assert shown["timeline"][0]["act"] == "登记"
    assert {"kind", "what", "article", "due_at", "closed_at", "met"} <= set(shown["duties"][0])


def test_show_for_people_tells_its_course(program: Program, data: Path) -> None:
    said = program("show", "1", "--data", data, "--now", "2025-12-01T10:00")
    assert said.code == 0 and said.out.startswith("YQ-2025-0001") and "登记" in said.out


def test_a_number_that_is_not_there_is_refused(program: Program, data: Path) -> None:
    said = program("show", "YQ-2026-9999", "--json", "--data", data)
    assert said.code == 1 and "YQ-2026-9999" in said.json["refused"]


def test_a_registry_that_is_not_there_is_not_made(program: Program, tmp_path: Path) -> None:
    said = program("list", "--data", tmp_path / "nowhere", "--now", NOW)
    assert said.code == 1 and "没有找到登记簿" in said.err
    assert not (tmp_path / "nowhere").exists()
