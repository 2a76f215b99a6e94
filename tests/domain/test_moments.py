"""Times as platforms, tables and people write them, relative to the moment of reading."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.moments import DATE_ONLY, days_before, read_moment

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)

STATED = {
    "3分钟前": "2026-11-24 10:27:05",
    "半小时前": "2026-11-24 10:00:05",
    "2个小时前": "2026-11-24 08:30:05",
    "刚刚": "2026-11-24 10:30:05",
    "昨天 09:45": "2026-11-23 09:45:00",
    "前天 9:30": "2026-11-22 09:30:00",
    "今天 上午9:05": "2026-11-24 09:05:00",
    "昨晚8点半": "2026-11-23 20:30:00",
    "11月08日 23:00": "2026-11-08 23:00:00",
    "12月08日 23:00": "2025-12-08 23:00:00",
    "11月24日 23:00": "2025-11-24 23:00:00",
    "2月29日 8:00": "2024-02-29 08:00:00",
    "11-23 13:46": "2026-11-23 13:46:00",
    "2024年6月6日 15:21": "2024-06-06 15:21:00",
    "2024年6月6日 星期四 下午3时21分": "2024-06-06 15:21:00",
    "2019/4/25 9:32:09": "2019-04-25 09:32:09",
    "24-6-6 09:30": "2024-06-06 09:30:00",
    "2024-06-06 24:00": "2024-06-07 00:00:00",
    "Thu Jul 21 21:46:04 +0800 2022": "2022-07-21 21:46:04",
    "Thu, 21 Jul 2022 13:46:04 GMT": "2022-07-21 21:46:04",
    "2022-07-21T13:46:04Z": "2022-07-21 21:46:04",
    "2022-07-21T13:46:04.123+08:00": "2022-07-21 13:46:04",
    "2012年12月10日, 格林尼治标准时间10:41": "2012-12-10 18:41:00",
    "发布时间：2024年6月6日 09:30": "2024-06-06 09:30:00",
    "11月08日 23:00 来自 iPhone客户端": "2026-11-08 23:00:00",
    "（2024-06-06 09:30）": "2024-06-06 09:30:00",
    "２０２４-０６-０６ ０９：３０": "2024-06-06 09:30:00",
    "1658411164": "2022-07-21 21:46:04",
    "1658411164000": "2022-07-21 21:46:04",
    "20240606093000": "2024-06-06 09:30:00",
    "45449.5": "2024-06-06 12:00:00",
    "周三 09:30": "2026-11-18 09:30:00",
    "一个半小时前": "2026-11-24 09:00:05",
    "1小时30分钟前": "2026-11-24 09:00:05",
    "十分钟前": "2026-11-24 10:20:05",
    "三天前 09:20": "2026-11-21 09:20:00",
    "今早8:15": "2026-11-24 08:15:00",
    "昨夜十一点": "2026-11-23 23:00:00",
    "11月23日晚8点": "2026-11-23 20:00:00",
    "二〇二六年十一月二十三日 上午九时三十分": "2026-11-23 09:30:00",
    "2026-11-23 09:30 周一": "2026-11-23 09:30:00",
    "2026-11-22 08:10 湖南长沙": "2026-11-22 08:10:00",
    "'2026-11-23 09:30": "2026-11-23 09:30:00",
    "20261123 09:30:15": "2026-11-23 09:30:15",
    "09:30 2026-11-23": "2026-11-23 09:30:00",
    "首发于2026-11-22 10:00": "2026-11-22 10:00:00",
    "星期日 2026-11-22 10:00": "2026-11-22 10:00:00",
    "周日，2026年11月22日 10:00": "2026-11-22 10:00:00",
    "北京时间2026年11月22日10:00": "2026-11-22 10:00:00",
    "2026-11-22 10:00 发布于 浙江": "2026-11-22 10:00:00",
    "2026-11-22 10:00 IP属地：浙江": "2026-11-22 10:00:00",
    '"2026-11-22 10:00"': "2026-11-22 10:00:00",
    "Nov. 22, 2026, 10:00 a.m.": "2026-11-22 10:00:00",
    "22-Nov-2026 10:00": "2026-11-22 10:00:00",
    "5 minutes ago": "2026-11-24 10:25:05",
    "2 hours ago": "2026-11-24 08:30:05",
    "just now": "2026-11-24 10:30:05",
    "前晚9点": "2026-11-22 21:00:00",
    "本周一 09:30": "2026-11-23 09:30:00",
    "上周一 09:30": "2026-11-16 09:30:00",
}  # fmt: skip


@pytest.mark.parametrize("words", STATED)
def test_a_stated_time_is_read_to_the_second_in_local_time(words: str) -> None:
    reading = read_moment(words, NOW)
    assert reading.value == datetime.fromisoformat(STATED[words]).replace(tzinfo=SHANGHAI)
    assert reading.remark == ""


@pytest.mark.parametrize(
    "words", ["2024年6月6日", "2024.6.6", "2024-06-06", "20240606", 45449, date(2024, 6, 6)]
)
def test_a_date_alone_is_midnight_and_says_so(words: object) -> None:
    reading = read_moment(words, NOW)
    assert reading.value == datetime(2024, 6, 6, tzinfo=SHANGHAI)
    assert reading.remark == DATE_ONLY


@pytest.mark.parametrize(
    "words",
    [
        *("昨晚1:20", "11月23日晚上12点", "11月23日上午12:30", "11月23日9时左右", "2026112309", "一周前"),
        *("2026-11-23 09:30 至 2026-11-24 10:00", "2026-11-23 09:30 之前", "1.5天前", "下周一"),
        "3个月前",
        "4/5/2019",
        "11-6-6",
        "2024-02-30",
        "明天",
        "25:00",
        *(
            "20-Nov-26",
            "yesterday",
            "3d ago",
            "2026-11",
            "20日 09:30",
            "2026年11月下旬",
            "11月20日晚",
            "2026-11-20 09",
        ),
        *(
            "截至2026-11-20",
            "2026-11-20~2026-11-21",
            "0000-00-00 00:00:00",
            "上本周一",
            "前晚1点",
            "约2026-11-20",
        ),
        True,
        4.81e15,
        "12345",
        time(9, 45),
    ],
)
def test_what_is_rough_ambiguous_or_impossible_is_left_as_text(words: object) -> None:
    reading = read_moment(words, NOW)
    assert reading.value is None
    assert reading.leftover == str(words)
    assert reading.reason


@pytest.mark.parametrize("words", [None, "", " ", "-", "—", "－", "无", "null", "None", "nan", float("nan")])
def test_an_empty_mark_states_nothing_and_is_not_reported(words: object) -> None:
    reading = read_moment(words, NOW)
    assert (reading.value, reading.leftover) == (None, "")


def test_a_day_count_follows_the_calendar_of_its_workbook() -> None:
    counted = read_moment(45449 - 1462, NOW, since_1904=True)
    assert counted.value == datetime(2024, 6, 6, tzinfo=SHANGHAI)


def test_this_weeks_friday_is_not_last_weeks() -> None:
    reading = read_moment("本周五 09:30", NOW)
    assert reading.value == datetime(2026, 11, 27, 9, 30, tzinfo=SHANGHAI) and reading.remark


def test_a_time_after_the_reading_is_kept_and_remarked() -> None:
    assert read_moment("2026-11-25 08:00", NOW).remark == "晚于读取时间"


moments = st.integers(min_value=662_688_000, max_value=4_102_300_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, SHANGHAI)
)


@given(
    moments,
    st.sampled_from(["%Y-%m-%d %H:%M:%S", "%Y年%m月%d日 %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S"]),
)
def test_every_moment_survives_being_written_in_full(moment: datetime, pattern: str) -> None:
    assert read_moment(moment.strftime(pattern), NOW).value == moment


@given(moments)
def test_a_date_without_a_year_is_never_after_the_reading(now: datetime) -> None:
    for day in (now, now - timedelta(days=1), now + timedelta(days=1)):
        reading = read_moment(day.strftime("%m月%d日 %H:%M"), now)
        assert reading.value is None or reading.value <= now + timedelta(minutes=10)


def test_the_nearest_such_day_may_be_years_back() -> None:
    assert days_before(date(2027, 3, 1), 2, 29) == date(2024, 2, 29)
    assert days_before(date(2027, 3, 1), 2, 30) is None


@given(st.text(max_size=40))
def test_no_text_is_a_bug(words: str) -> None:
    read_moment(words, NOW)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("unit", ["1", "1:", "2026-", "昨天", "("])
def test_no_cell_is_so_long_that_it_holds_anybody_up(unit: str) -> None:
    reading = read_moment(unit * (60_000 // len(unit)), NOW)
    assert reading.value is None and reading.leftover
