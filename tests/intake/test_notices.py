import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.workdays import NoticeDay, YearNotice
from yuqing_desktop.intake.notices import factory_notices, read_notice
from yuqing_desktop.problems import BadFile

REST = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}
MAKEUP = {"name": "元旦", "date": "2027-01-09", "isOffDay": False}


def file(**changes: Any) -> bytes:
    content = {"year": 2027, "papers": ["国办发明电〔2026〕9号"], "days": [REST, MAKEUP], **changes}
    return json.dumps(content, ensure_ascii=False).encode()


def test_the_notices_shipped_cover_2024_to_2026_with_their_numbers() -> None:
    assert [(notice.year, notice.number) for notice in factory_notices()] == [
        (2024, "国办发明电〔2023〕7号"),
        (2025, "国办发明电〔2024〕12号"),
        (2026, "国办发明电〔2025〕7号"),
    ]


def test_a_notice_is_read_with_its_days_in_order() -> None:
    first = NoticeDay(date(2027, 1, 1), "元旦", is_rest=True)
    second = NoticeDay(date(2027, 1, 9), "元旦", is_rest=False)
    assert read_notice(file(days=[MAKEUP, REST])) == YearNotice(
        2027, "国办发明电〔2026〕9号", (first, second)
    )


def test_the_published_form_with_addresses_a_schema_and_a_byte_order_mark_is_read() -> None:
    address = "https://www.gov.cn/zhengce/content/202610/content_1.htm"
    data = b"\xef\xbb\xbf" + file(**{"$schema": "https://example.org/schema.json", "papers": [address]})
    notice = read_notice(data, year=2027)
    assert (notice.number, notice.source) == ("", address)


def test_days_of_the_neighbouring_months_belong_to_a_notice() -> None:
    eve = {"name": "元旦", "date": "2026-12-31", "isOffDay": True}
    assert read_notice(file(days=[eve, REST])).days[0].day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "不是完整的 JSON"),
        (b"PK\x03\x04", "不是完整的 JSON"),
        (file()[:-1], "不是完整的 JSON"),
        (b"[" * 200_000, "不是完整的 JSON"),
        ("元旦".encode("gb18030"), "不是 UTF-8"),
        (b" " * 300_000, "文件过大"),
        (b"[]", "缺少 days"),
        (file(days={}), "缺少 days"),
        (file(year="2027"), "缺少年份"),
        (file(year=True), "缺少年份"),
        (file(year=1027), "缺少年份"),
        (file(days=[]), "可能尚未公布"),
        (file(days=[REST] * 121), "超过一年"),
        (file(days=[REST, REST]), "第2条：2027-01-01重复"),
        (file(days=[REST, "2027-01-02"]), "第2条不是"),
        (file(days=[{**REST, "name": ""}]), "第1条：节日名称"),
        (file(days=[{**REST, "name": "节" * 31}]), "第1条：节日名称"),
        (file(days=[{**REST, "isOffDay": "yes"}]), "第1条：是否休息"),
        (file(days=[{**REST, "isOffDay": 1}]), "第1条：是否休息"),
        (file(days=[{**REST, "date": "2027/1/1"}]), "第1条：日期"),
        (file(days=[{**REST, "date": 20270101}]), "第1条：日期"),
        (file(days=[{**REST, "date": "2027-02-29"}]), "没有2027-02-29"),
        (file(days=[{**REST, "date": "2025-01-01"}]), "2025-01-01不在2027年"),
        (file(days=[{**REST, "date": "2028-10-01"}]), "2028-10-01不在2027年"),
        (file(days=[{**MAKEUP, "date": "2027-01-08"}]), "不是周末，不能是补班"),
    ],
)
def test_what_is_no_notice_is_refused_with_the_row(data: bytes, reason: str) -> None:
    with pytest.raises(BadFile, match=reason) as refusal:
        read_notice(data)
    assert "日历没有改动" in str(refusal.value)


def test_a_notice_of_another_year_is_refused() -> None:
    with pytest.raises(BadFile, match="2027年的放假安排，不是2028年的"):
        read_notice(file(), year=2028)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["year", "days", "name", "date", "isOffDay"]), inner)
    ),
)


@given(JSON)
def test_any_json_is_either_a_notice_or_refused(content: Any) -> None:
    try:
        notice = read_notice(json.dumps(content).encode())
    except BadFile:
        return
    assert notice.days


@given(st.binary())
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read_notice(data)
