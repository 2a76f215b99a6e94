"""Searching: by any two characters, in any width and case; what is typed is never the index's own language."""

import contextlib
import sqlite3
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.storage.search import folded, holds, match_of, needs_checking, tokens

TEXTS = {
    "YQ-2026-0001": "办事大厅网上预约系统打不开",
    "YQ-2026-0002": "预约成功后系统没有短信ＡＢＣ提醒",
    "YQ-2026-0003": "公积金提取100%到账_是真的吗？",
    "YQ-2026-0004": "12月起Wi-Fi覆盖政务大厅，5G也有",
    "YQ-2026-0005": "网约车平台数据开放",
}


@pytest.fixture
def filled(office: Office) -> Office:
    for number, title in TEXTS.items():
        item = office.register(title=title, summary="", source="", link="")
        assert item.number == number
    return office


def found(office: Office, words: str) -> set[str]:
    return {office.core.registry.item(item_id).number[-1] for item_id in office.core.registry.search(words)}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("约", "125"), ("预约", "12"), ("系统", "12"), ("约系", "1"), ("预约系统", "1"), ("系统打不", "1"),
        ("公积金提取", "3"), ("预约 系统", "12"), ("系统 短信", "2"), ("预约 公积金", ""), ("大厅", "14"),
        ("abc", "2"), ("ＡＢＣ", "2"), ("信abc", "2"), ("abc提", "2"), ("wi-fi", "4"), ("WI", "4"), ("5g", "4"),
        ("2月", "4"), ("12月", "4"), ("月起w", "4"), ("100%", "3"), ("0%", "3"), ("%", "3"), ("_", "3"), ("_是", "3"),
        ("？", "3"), ("吗？", "3"), ("吗?", "3"), ("YQ-2026-0004", "4"), ("约统", ""), ("的吗", "3"), ("吗的", ""),
    ],
)  # fmt: skip
def test_words_find_what_holds_them(filled: Office, words: str, numbers: str) -> None:
    assert found(filled, words) == set(numbers)
    assert filled.core.registry.count(Filter(words=tuple(words.split()))) == len(numbers)


@pytest.mark.parametrize(
    "words",
    [
        '"', '""', "*", "AND", "预约 AND 系统", "NEAR(预约 系统)", "title:预约", "^预约", "-预约", "预约*", '"预约', "(",
        "'; DROP TABLE item",
    ],
)  # fmt: skip
def test_the_indexs_own_language_is_plain_text_when_typed(filled: Office, words: str) -> None:
    everything = {number[-1]: title for number, title in TEXTS.items()}
    wanted = {
        key for key, title in everything.items() if all(word.lower() in title for word in words.split())
    }
    assert found(filled, words) == wanted


def test_excluded_words_take_away_exactly_what_holds_them(filled: Office) -> None:
    def without(*words: str) -> set[str]:
        ids = filled.core.registry.ids(Filter(excluded=Filter(words=words)))
        return {filled.core.registry.item(item_id).number[-1] for item_id in ids}

    assert without("预约") == set("345")
    assert without("预约系统") == set("2345")
    assert without("预约", "公积金提取") == set("45")
    assert without("%") == set("1245")


def test_an_edited_text_is_found_by_its_new_words_alone(filled: Office) -> None:
    item = filled.core.registry.by_number("1")
    filled.core.register.edit(filled.clerk, item.id, {"title": "窗口态度不好"})
    assert found(filled, "窗口态度") == {"1"}
    assert found(filled, "预约系统") == set()
    filled.core.register.edit(filled.clerk, item.id, {"notes": "电话核实"})
    assert found(filled, "电话核实 窗口") == {"1"}


alphabet = st.sampled_from(
    "政务公开办大厅预约系统一二〇々々𠮷𰻝ＡａBb09０９éß%_\"'*-—，。？！ （）[]:/\\^~ 😀"
)
titles = st.text(alphabet | st.characters(exclude_categories=["Cs", "Cc"]), min_size=2, max_size=30)


@settings(max_examples=60)
@given(st.lists(titles.map(one_line).filter(lambda title: len(title) > 1), min_size=1, max_size=3), st.data())
def test_any_neighbouring_characters_of_a_title_find_it_and_nothing_that_lacks_them(
    texts: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text) - 2))
    word = text[start : start + data.draw(st.integers(1, 4))]
    wanted = {number for number, one in enumerate(texts) if folded(word) in folded(one)}
    if any(character.isascii() and character.isalnum() for character in folded(word)):
        assert (
            searched(texts, word) <= wanted
        )  # a word of letters and digits is found from its beginning only
    else:
        assert searched(texts, word) == wanted


def searched(texts: list[str], word: str) -> set[int]:
    """Which of the texts the index and the check beside it let through."""
    with contextlib.closing(sqlite3.connect(":memory:")) as index:
        index.execute(
            "CREATE VIRTUAL TABLE search USING fts5(body, content='', detail=none,"
            " tokenize='unicode61 remove_diacritics 0')"
        )
        for number, text in enumerate(texts):
            index.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (number, " ".join(tokens(text))))
        found, match = set(range(len(texts))), match_of(word)
        if match:
            rows = index.execute("SELECT rowid FROM search WHERE search MATCH ?", (match,))
            found = {number for (number,) in rows}
    if match and not needs_checking(word):
        return found
    return {number for number in found if holds(folded(word), texts[number])}


def test_tokens_are_pairs_words_and_what_touches() -> None:
    assert tokens("政务公开") == ["政务", "务公", "公开", "开"]
    assert tokens("12月 Wi-Fi") == ["12", "2月", "月", "wi", "fi"]
    assert match_of("2月") == '"2月"'
    assert not needs_checking("2月")
    assert needs_checking("政务公")


def test_the_moment_of_registration_is_no_text_to_search(filled: Office) -> None:
    assert datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI) == filled.clock.now()
    assert found(filled, "09:30:00") == set()
