"""Holiday notices: a year's days off and days worked instead, as a JSON file in the holiday-cn form.

{"year": 2026, "papers": ["国办发明电〔2025〕7号"], "days": [{"name", "date", "isOffDay"}, …]}
`papers` may hold the notice's number, its address, or both.
"""

import json
import re
from collections.abc import Iterable
from datetime import date

from yuqing_desktop.domain.workdays import SATURDAY, NoticeDay, YearNotice
from yuqing_desktop.paths import resources
from yuqing_desktop.problems import BadFile

LARGEST = 256 * 1024
MOST_DAYS = 120
LONGEST_NAME = 30
NUMBER = re.compile(r"\S{1,20}〔\d{4}〕\d{1,4}号")
KEPT = "日历没有改动。"
ADVICE = "请选用 holiday-cn 格式的年度放假安排文件（.json）。"


def factory_notices() -> tuple[YearNotice, ...]:
    """The notices shipped with the program, by year."""
    files = sorted((resources() / "holidays").glob("*.json"))
    return tuple(read_notice(file.read_bytes(), year=int(file.stem)) for file in files)


def read_notice(data: bytes, *, year: int | None = None) -> YearNotice:
    """The notice in a file's bytes. Raises BadFile, naming the row, when it is none or of another year."""
    content = _parsed(data)
    if not isinstance(content, dict) or not isinstance(content.get("days"), list):
        raise _refused("文件不是放假安排：缺少 days 列表。")
    own_year = content.get("year")
    if type(own_year) is not int or not 2000 <= own_year <= 2200:
        raise _refused("文件不是放假安排：缺少年份 year。")
    if year is not None and own_year != year:
        raise _refused(f"文件是{own_year}年的放假安排，不是{year}年的。")
    papers = content.get("papers")
    number, source = _papers(papers if isinstance(papers, list) else [])
    return YearNotice(own_year, number, _days(content["days"], own_year), source)


def _parsed(data: bytes) -> object:
    if len(data) > LARGEST:
        raise _refused(f"文件过大（超过{LARGEST // 1024} KB），不是放假安排。")
    try:
        content: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _refused("文件不是 UTF-8 编码，无法读取。") from error
    except (ValueError, RecursionError) as error:
        raise _refused("文件不是完整的 JSON，无法读取。") from error
    return content


def _papers(papers: Iterable[object]) -> tuple[str, str]:
    texts = [paper.strip() for paper in papers if isinstance(paper, str)]
    numbers = (found.group() for found in map(NUMBER.search, texts) if found)
    sources = (text for text in texts if text.startswith(("http://", "https://")) and len(text) <= 300)
    return next(numbers, ""), next(sources, "")


def _days(rows: list[object], year: int) -> tuple[NoticeDay, ...]:
    if not rows:
        raise _refused(f"文件里没有{year}年的日期：该年的放假安排可能尚未公布。")
    if len(rows) > MOST_DAYS:
        raise _refused(f"文件列出{len(rows)}天，超过一年可能的放假和补班天数。")
    days: dict[date, NoticeDay] = {}
    for number, row in enumerate(rows, start=1):
        day = _day(row, number, year)
        if day.day in days:
            raise _refused(f"第{number}条：{day.day.isoformat()}重复出现。")
        days[day.day] = day
    return tuple(days[day] for day in sorted(days))


def _day(row: object, number: int, year: int) -> NoticeDay:
    if not isinstance(row, dict):
        raise _refused(f"第{number}条不是一天的安排。")
    name, text, is_rest = row.get("name"), row.get("date"), row.get("isOffDay")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_NAME:
        raise _refused(f"第{number}条：节日名称 name 缺失或过长。")
    if not isinstance(is_rest, bool):
        raise _refused(f"第{number}条：是否休息 isOffDay 应为 true 或 false。")
    day = _date(text, number)
    if not date(year - 1, 12, 1) <= day <= date(year + 1, 1, 31):
        raise _refused(f"第{number}条：{day.isoformat()}不在{year}年及前后相邻的月份内。")
    if not is_rest and day.weekday() < SATURDAY:
        raise _refused(f"第{number}条：{day.isoformat()}不是周末，不能是补班。")
    return NoticeDay(day, " ".join(name.split()), is_rest)


def _date(text: object, number: int) -> date:
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise _refused(f"第{number}条：日期 date 应写作 2026-01-01 的样子。")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _refused(f"第{number}条：没有{text}这一天。") from error


def _refused(what: str) -> BadFile:
    return BadFile(what, kept=KEPT, advice=ADVICE)
