"""Lists: what a filter lets through, in the order asked, and the numbers beside the navigation."""

from datetime import date, datetime

import pytest

from tests import acts
from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, number
from yuqing_desktop.domain.filters import VIEWS, Filter, Sort, SortKey
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Act, CommentKind, DutyKind, Level, Status
from yuqing_desktop.problems import NotFound
from yuqing_desktop.storage.queries import registry


@pytest.fixture
def filled(office: Office) -> Office:
    """Eight items in several states, one of them in the trash."""
    office.item_at(Status.CLOSED)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    office.transfer(
        office.assess(office.register(title="数据开放平台下载失败", platform="论坛", reads=number(9))),
        "数据资源科",
    )
    office.pass_time(hours=1)
    office.register(title="停车收费没有公示", published_at=None, reads=number(70_000), topic="工程建设")
    office.assess(
        office.register(title="窗口态度不好", reads=UNKNOWN), Level.EMERGENCY, CommentKind.COMPLAINT
    )
    acts.do(office, Act.INTERIM_REPLY, office.clerk, office.item_at(Status.RECEIVED))
    trashed = office.register(title="误录的一件")
    office.core.register.trash(office.clerk, trashed.id, "误录")
    acts.do(office, Act.NO_REPLY, office.clerk, office.item_at(Status.ASSESSED))
    return office


def items(office: Office) -> list[Item]:
    return [item for item in office.core.store.find(Item) if item.trashed_at is None]


def listed(office: Office, filter_: Filter | str, *sort: Sort) -> list[int]:
    wanted = office.core.registry.parse(filter_) if isinstance(filter_, str) else filter_
    ids = list(office.core.registry.ids(wanted, sort or (Sort(),)))
    assert office.core.registry.count(wanted) == len(ids)
    return ids


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("key", SortKey, ids=str)
def test_every_column_sorts_both_ways_with_what_is_absent_last(
    filled: Office, key: SortKey, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {section.id: section.name for section in filled.core.people.sections()}

    def value(item: Item) -> object:
        if key in (SortKey.LEVEL, SortKey.STATUS):
            word = getattr(item, key.value)
            return None if word is None else word.rank
        if key in (SortKey.READS, SortKey.FORWARDS, SortKey.REPLIES):
            return getattr(item, key.value).value
        return names.get(item.section_id or 0) if key is SortKey.SECTION else getattr(item, key.value)

    here, absent = [], []
    for item in sorted(items(filled), key=lambda item: item.id, reverse=descending):
        (absent if value(item) is None else here).append(item)
    here.sort(key=lambda item: value(item), reverse=descending)  # type: ignore[arg-type, return-value]
    wanted = [item.id for item in [*here, *absent]]
    assert listed(filled, Filter(), Sort(key, descending)) == wanted
    assert list(filled.core.registry.ids(Filter(), (Sort(key, descending),), limit=3)) == wanted[:3]
    unfinished = {item.id for item in items(filled) if not item.status.is_final}
    for most in (registry._FEW, 0):  # few are sorted, many are walked along an index
        monkeypatch.setattr(registry, "_FEW", most)
        some = [one for one in wanted if one in unfinished]
        assert listed(filled, Filter(unfinished=True), Sort(key, descending)) == some
        first = filled.core.registry.ids(Filter(unfinished=True), (Sort(key, descending),), limit=3)
        assert list(first) == some[:3]


def test_a_second_key_orders_what_the_first_leaves_equal(filled: Office) -> None:
    by_level = Sort(SortKey.LEVEL, descending=True)
    got = listed(
        filled,
        Filter(),
        by_level,
        Sort(SortKey.STATUS, descending=False),
        Sort(SortKey.NUMBER, descending=False),
    )
    found = {item.id: item for item in items(filled)}
    keys = [
        (-(found[one].level.rank if found[one].level else -1), found[one].status.rank, one)  # type: ignore[union-attr]
        for one in got
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "text",
    [
        "", "状态:待签收", "状态:待签收、已办结", "等级:重要", "等级:重大突发", "类别:投诉举报", "回复:需要",
        "科室:数据", "科室:数据、政务", "平台:论坛", "领域:工程", "待办:转送", "待办:转送、报告市委宣传部",
        "is:逾期", "is:今天到期", "is:先行未补", "is:在办",
        "-平台:微博", "-状态:已办结 -等级:重要", "-is:先行未补", "-待办:转送",
        "发布:2026-11-23", "发布:2026-11-24..", "登记:..2026-11-22", "-发布:2026-11-20..2026-11-23",
        "发布:今天", "登记:昨天", "-登记:本周",
        "预约", "预约 is:在办", "数据 平台:论坛", "-预约", "来源:小李", "平台:%", "科室:_",
    ],
)  # fmt: skip
def test_a_filter_lets_through_exactly_what_it_says(filled: Office, text: str) -> None:
    filled.pass_time(minutes=45)
    filter_ = filled.core.registry.parse(text)
    wanted = [item.id for item in items(filled) if passes(filled, item, filter_)]
    assert listed(filled, text) == wanted[::-1]


def passes(office: Office, item: Item, filter_: Filter) -> bool:
    """The filter judged item by item, in plain Python."""
    return all(parts_of(office, item, filter_)) and not any(
        parts_of(office, item, filter_.excluded) if filter_.excluded else ()
    )


def parts_of(office: Office, item: Item, filter_: Filter) -> list[bool]:
    now = office.clock.now()
    sections = {section.id: section.name for section in office.core.people.sections()}
    open_duties = {
        duty.kind for duty in office.core.registry.dossier(item.id, office.clerk).duties if duty.is_open
    }
    text = "\n".join((item.title, item.summary, item.source, item.number))
    tests: list[bool] = [word in text for word in filter_.words]
    for wanted, found in (
        (filter_.statuses, item.status), (filter_.levels, item.level), (filter_.kinds, item.comment_kind),
        (filter_.needs, item.reply_need),
    ):  # fmt: skip
        tests += [found in wanted] if wanted else []
    for names, has in (
        (filter_.sections, sections.get(item.section_id or 0, "")), (filter_.platforms, item.platform),
        (filter_.topics, item.topic), (filter_.sources, item.source),
    ):  # fmt: skip
        tests += [any(name in has for name in names)] if names else []
    tests += [bool(open_duties & set(filter_.duties))] if filter_.duties else []
    tests += [item.due_at is not None and item.due_at < now] if filter_.overdue else []
    tests += (
        [item.due_at is not None and now <= item.due_at and item.due_at.date() == now.date()]
        if filter_.due_today
        else []
    )
    tests += [DutyKind.FULL_REPLY in open_duties] if filter_.interim_debt else []
    tests += [not item.status.is_final] if filter_.unfinished else []
    for first, last, moment in (
        (filter_.published_from, filter_.published_to, item.published_at),
        (filter_.registered_from, filter_.registered_to, item.registered_at),
    ):
        if first or last:
            tests.append(moment is not None and (first or date.min) <= moment.date() <= (last or date.max))
    for span, moment in (
        (filter_.published_in, item.published_at),
        (filter_.registered_in, item.registered_at),
    ):
        if span is not None:
            first, last = span.days(now.date())
            tests.append(moment is not None and first <= moment.date() <= last)
    return tests


def test_the_numbers_beside_the_navigation_are_those_of_the_lists(filled: Office) -> None:
    filled.pass_time(minutes=45)
    counts = filled.core.registry.counts()
    assert counts == {key: len(listed(filled, filter_)) for key, filter_ in VIEWS.items()}
    assert counts["trash"] == 1 and counts["interim_debt"] == 1 and counts["overdue"] > 0


def test_the_numbers_come_from_indexes_alone(filled: Office) -> None:
    seen: list[str] = []
    database = filled.core.store.database
    database.rows("SELECT 1")
    database._reader.connection().set_trace_callback(seen.append)
    filled.core.registry.counts()
    database._reader.connection().set_trace_callback(None)
    for sql in [sql for sql in seen if "FROM item" in sql]:
        for *_, plan in database.rows(f"EXPLAIN QUERY PLAN {sql}"):
            assert "SCAN item" not in plan or "COVERING INDEX" in plan, (sql, plan)


def test_a_page_keeps_the_order_asked_and_leaves_out_what_is_gone(filled: Office) -> None:
    rows = filled.core.registry.page([3, 999, 1])
    assert [row.number for row in rows] == ["YQ-2026-0003", "YQ-2026-0001"]
    first = filled.core.registry.item(3)
    assert (rows[0].title, rows[0].section, rows[0].reads) == (first.title, "数据资源科", number(9))
    assert rows[0].due_at == first.due_at and rows[0].level is Level.ORDINARY


def test_the_case_file_holds_everything_and_opens_by_a_short_number(filled: Office) -> None:
    item = filled.core.registry.by_number("1")
    dossier = filled.core.registry.dossier(item.id, filled.clerk)
    assert dossier.section == "政务服务科"
    assert [len(part) for part in (dossier.slips, dossier.handlings, dossier.drafts, dossier.replies)] == [
        1
    ] * 4
    assert dossier.draft is not None and dossier.open_duties == ()
    assert [offer.act for offer in dossier.offers if offer.allowed][:1] == [Act.REOPEN]


def test_in_january_a_bare_number_of_last_year_is_told_how_to_write_it(filled: Office) -> None:
    filled.clock.move_to(datetime(2027, 1, 5, 9, 20, tzinfo=SHANGHAI))
    with pytest.raises(NotFound) as missing:
        filled.core.registry.by_number("1")
    assert str(missing.value) == "没有编号为“YQ-2027-0001”的事项。去年的请写全：YQ-2026-0001。"
    assert filled.core.registry.by_number("2026-1").number == "YQ-2026-0001"
    with pytest.raises(NotFound, match="请核对编号"):
        filled.core.registry.by_number("999")


def test_a_due_time_is_explained_with_its_arithmetic(filled: Office) -> None:
    item = filled.core.registry.by_number("4")
    duty = filled.core.registry.dossier(item.id, filled.clerk).open_duties[0]
    explained = filled.core.registry.explain(duty)
    assert explained.due == duty.due_at and explained.steps
    assert duty.due_at is not None and duty.opened_at is not None and duty.due_at > duty.opened_at
