"""第七条: what an item must have, what may be given at registration and what may be changed later."""

from dataclasses import fields, replace
from datetime import datetime, timedelta

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain import item as items
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.item import EDITABLE, REGISTRABLE, Item
from yuqing_desktop.domain.vocabulary import Level, Status
from yuqing_desktop.problems import BadInput

pytestmark = pytest.mark.article("第七条")

NOW = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
GOOD = Item(title="预约系统打不开", platform="微博", found_at=NOW, registered_at=NOW)


def refused(values: dict[str, object]) -> set[str]:
    with pytest.raises(BadInput) as problem:
        items.check(replace(GOOD, **values))  # type: ignore[arg-type]
    return set(problem.value.fields)


def test_a_whole_item_passes() -> None:
    items.check(GOOD)
    items.check(replace(GOOD, published_at=NOW, title="题" * items.TITLE_LIMIT))


@pytest.mark.parametrize(
    "values",
    [
        {"title": " "}, {"title": "题" * 201}, {"platform": ""}, {"found_at": None}, {"link": "h" * 2001},
        {"summary": "要" * 30_001}, {"content": "文" * 30_001}, {"found_at": NOW + timedelta(minutes=1)},
        {"published_at": NOW + timedelta(minutes=1)},
    ],
    ids=lambda values: next(iter(values)),
)  # fmt: skip
def test_what_is_missing_too_long_or_too_late_is_named(values: dict[str, object]) -> None:
    assert refused(values) == set(values)


def test_every_wrong_field_is_named_at_once() -> None:
    assert refused({"title": "", "platform": ""}) == {"title", "platform"}


def test_ordinary_fields_may_be_edited_and_the_result_is_checked() -> None:
    assert items.edited(GOOD, {"title": "新题", "notes": "补记"}).title == "新题"
    with pytest.raises(BadInput, match="标题"):
        items.edited(GOOD, {"title": ""})


@pytest.mark.parametrize("name", [field.name for field in fields(Item) if field.name not in EDITABLE])
def test_the_figures_of_registration_and_what_acts_set_are_never_edited(name: str) -> None:
    with pytest.raises(BadInput) as problem:
        items.edited(GOOD, {name: getattr(GOOD, name)})
    assert set(problem.value.fields) == {name}


@pytest.mark.parametrize("name", [field.name for field in fields(Item) if field.name not in REGISTRABLE])
def test_nobody_registers_an_item_further_on_than_registered(name: str) -> None:
    with pytest.raises(BadInput, match="不能在登记时填写"):
        items.registered({"title": "题", name: getattr(GOOD, name)})


def test_where_an_item_stands_and_who_agreed_are_not_registrable() -> None:
    assert not {"status", "deputy_at", "head_at", "replied_at", "closed_at", "number", "due_at"} & set(
        REGISTRABLE
    )
    assert items.registered({"title": "题", "reads": number(3)}).status is Status.REGISTERED


def test_an_item_not_yet_assessed_is_taken_as_ordinary() -> None:
    assert Item().level_or_ordinary is Level.ORDINARY
    assert Item(level=Level.EMERGENCY).level_or_ordinary is Level.EMERGENCY
