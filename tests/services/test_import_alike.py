"""Rows of a table like what is registered: found by their text, whatever the size of the registry."""

from datetime import timedelta

import pytest

from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.progress import Cancelled, Progress
from yuqing_desktop.services.import_alike import likely
from yuqing_desktop.services.import_rows import ImportRow

TEXT = "昨天上午去大厅办居住证，网上预约系统一直显示繁忙，叫号机也停了，前面排了六十多人，志愿者说系统升级没有通知。"
OTHER = "城东公园的长椅坏了两周没人修，老人散步没有地方歇脚，希望园林部门尽快换新。"


def rows(office: Office, *texts: str) -> list[ImportRow]:
    published = office.clock.now() - timedelta(days=3)
    return [
        ImportRow(number, Item(title=text[:12], content=text[12:], published_at=published))
        for number, text in enumerate(texts, 2)
    ]


@pytest.mark.article("第三条")
def test_edited_wrapped_and_quoted_copies_find_the_item_and_other_texts_none(office: Office) -> None:
    item = office.register(summary=TEXT, title="居住证预约系统繁忙")
    copies = (
        TEXT.replace("六十多人", "七十多人").replace("志愿者", "工作人员"),
        f"我们那边也一样，大家看看：{TEXT}以上转自城市论坛，欢迎关注。",
        f"有人说“{TEXT[:30]}”，不知是不是真的，等等看吧。",
    )
    found = likely(office.core.store, rows(office, *copies, OTHER))
    assert [one.item_id for one in found.values()] == [item.id] * 3 and list(found) == [2, 3, 4]
    assert found[2].number == item.number and found[2].days_apart is not None


def test_one_more_copy_of_what_many_posts_say_is_found(office: Office) -> None:
    """The words of an event with many posts are common in the registry, and tell of it all the same."""
    with office.core.store.many():
        for number in range(60):
            office.register(title=f"第{number}件", summary=TEXT, link=f"https://weibo.com/1/N{number:08d}")
    assert set(likely(office.core.store, rows(office, f"网友称：{TEXT}", OTHER))) == {2}


def test_an_earlier_row_is_named_where_the_registry_has_nothing_like_it(office: Office) -> None:
    found = likely(office.core.store, rows(office, TEXT, OTHER, f"网友称：{TEXT}请关注"))
    assert {number: like.number for number, like in found.items()} == {4: "第 2 行"}


def test_what_lies_in_the_trash_is_not_like_anything(office: Office) -> None:
    item = office.register(summary=TEXT)
    office.core.register.trash(office.clerk, item.id, "误登")
    assert likely(office.core.store, rows(office, TEXT)) == {}


def test_the_search_can_be_cancelled(office: Office) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        likely(office.core.store, rows(office, TEXT), progress=progress)
