"""The daily round: one record a look, and the days that were missed."""

from datetime import date, timedelta

import pytest

from tests.walk import Office
from yuqing_desktop.domain.periods import month_of
from yuqing_desktop.domain.rounds import Channel, DayState, RoundOutcome, Slot, Turn
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.rounds import search_link


@pytest.mark.article("第七条")
def test_a_channel_looked_through_says_who_when_and_what(office: Office) -> None:
    rounds = office.core.rounds
    weibo = next(state.channel for state in rounds.states() if state.channel.name == "微博")
    rounds.record(office.clerk, weibo.id, RoundOutcome.NOTHING)
    look = next(state.look for state in rounds.states() if state.channel.name == "微博")
    assert look is not None
    assert (look.by, look.slot, look.outcome.label) == ("张敏", Slot.MORNING, "未发现")


def test_a_find_names_how_many(office: Office) -> None:
    with pytest.raises(BadInput):
        office.core.rounds.record(office.clerk, office.core.rounds.channels()[0].id, RoundOutcome.FOUND)


@pytest.mark.article("第十三条")
def test_a_working_slot_without_a_look_is_a_gap_and_a_day_off_is_none(office: Office) -> None:
    monday = date(2026, 11, 23)
    for channel in office.core.rounds.channels()[1:]:
        office.core.rounds.record(office.clerk, channel.id, RoundOutcome.NOTHING)
    assert office.core.rounds.gaps(monday) == ()
    office.pass_time(hours=5)
    (gap,) = office.core.rounds.gaps(monday)
    assert (gap.day, gap.slot, gap.channel) == (monday, Slot.MORNING, "门户网站")
    office.clock.move_to(office.clock.now() + timedelta(days=6))
    assert all(gap.day.weekday() < 5 for gap in office.core.rounds.gaps(monday))


def test_who_is_on_is_named_by_the_latest_turn(office: Office) -> None:
    day = date(2026, 11, 23)
    for name in ("陈静", "张敏"):
        turn = Turn(person_id=office.actor(name).person_id, since=day, until=day + timedelta(days=4))
        office.core.rounds.put_on_duty(office.clerk, turn)
    assert office.core.rounds.on_duty() == "张敏"
    assert office.core.rounds.on_duty(day + timedelta(days=5)) == ""


def test_a_section_records_no_round(office: Office) -> None:
    with pytest.raises(Refused):
        office.core.rounds.record(office.section, office.core.rounds.channels()[0].id, RoundOutcome.NOTHING)


def test_a_search_link_carries_the_words_and_only_web_links_open() -> None:
    assert search_link(Channel(link="https://s.weibo.com/weibo?q={words}", words="数据 局")) == (
        "https://s.weibo.com/weibo?q=%E6%95%B0%E6%8D%AE%20%E5%B1%80"
    )
    assert search_link(Channel(link="file:///etc/passwd")) == ""


@pytest.mark.article("第十三条")
def test_a_month_says_of_each_day_whether_it_was_complete(office: Office) -> None:
    rounds = office.core.rounds
    for hours in (0, 5):
        office.pass_time(hours=hours)
        for channel in rounds.channels():
            rounds.record(office.clerk, channel.id, RoundOutcome.NOTHING)
    office.pass_time(days=1)
    states = {day.day.day: day.state for day in rounds.days(month_of(date(2026, 11, 24)))}
    assert states[20] is DayState.MISSING
    assert states[22] is DayState.REST
    assert states[23] is DayState.COMPLETE
    assert states[24] is DayState.MISSING  # the morning went by
    assert states[25] is DayState.AHEAD
    day = rounds.days(month_of(date(2026, 11, 23)))[22]
    assert (day.looks, day.found, day.gaps) == (12, 0, ())
