"""A number in the trash says so, and until when it may be taken out (E37)."""

from datetime import datetime, timedelta

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.trash import TRASH_DAYS, days_left, said, why_not

PUT = datetime(2026, 11, 1, 9, 30, tzinfo=SHANGHAI)
ITEM = Item(trashed_at=PUT)


def test_it_may_be_taken_out_for_thirty_days_and_not_a_minute_longer() -> None:
    last = PUT + timedelta(days=TRASH_DAYS, minutes=-1)
    assert days_left(ITEM, PUT) == TRASH_DAYS
    assert (days_left(ITEM, last), why_not(ITEM, last)) == (1, "")
    after = last + timedelta(minutes=1)
    assert days_left(ITEM, after) == 0
    assert "作废" in why_not(ITEM, after)


def test_it_says_since_when_why_and_what_becomes_of_the_number() -> None:
    words = said(ITEM, PUT + timedelta(days=10), "录重了")
    assert words == "2026-11-01 09:30移入回收站（录重了），还可恢复20天；编号保留，不再使用"
    assert "内容留存备查" in said(ITEM, PUT + timedelta(days=40))


def test_an_item_that_is_not_there_says_nothing() -> None:
    assert said(Item(), PUT) == ""
    assert why_not(Item(), PUT) == "不在回收站中"
