"""个人信息 in the case file (第十一条): masked, shown for a reason on the record."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.registry.personal_card import PersonalCard
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts

pytestmark = pytest.mark.article("第十一条")


@pytest.fixture
def card(seat: Seat, qtbot: QtBot) -> PersonalCard:
    made = PersonalCard(seat)
    qtbot.addWidget(made)
    return made


def test_it_is_entered_masked_and_shown_for_a_reason(
    card: PersonalCard, office: Office, prompts: ScriptedPrompts
) -> None:
    item = office.register()
    card.show_item(item)
    assert card.reveal.isHidden()

    def enter(dialog: Any) -> None:
        dialog.form.fill({"name": "张三丰", "phone": "12"})
        dialog.main.click()
        assert "电话号码不对" in dialog.problem.words
        dialog.form.fill({"phone": "13812345678"})
        dialog.main.click()

    prompts.will(enter)
    card.enter.click()
    assert card.facts.words == {"姓名": "张**", "电话": "138****5678"}

    def why(dialog: Any) -> None:
        dialog.form.fill({"reason": "回访"})
        dialog.main.click()

    prompts.will(why)
    card.reveal.click()
    assert card.facts.words["电话"] == "13812345678"
    ((act, detail),) = office.core.store.database.rows(
        "SELECT act, detail FROM event ORDER BY id DESC LIMIT 1"
    )
    assert act == "reveal_personal"
    assert "回访" in detail
    assert "13812345678" not in detail
    card.show_item(item)
    assert card.facts.words["电话"] == "138****5678"


def test_whoever_may_not_see_it_finds_no_button(office: Office, seat: Seat, qtbot: QtBot) -> None:
    from dataclasses import replace

    item = office.register()
    office.core.personal.enter(office.clerk, item.id, {"name": "张三丰"})
    card = PersonalCard(replace(seat, actor=office.actor("徐洁")))
    qtbot.addWidget(card)
    card.show_item(item)
    assert card.facts.words == {"姓名": "张**"}
    assert card.reveal.isHidden()
    assert card.enter.isHidden()
