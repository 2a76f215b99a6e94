"""One dialog for several rows: each through its own gate, each with its own result (D22)."""

from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.ui.dialogs.conftest import Stage
from ui.dialogs.chosen_rows import MOST
from ui.dialogs.desk_dialog import DeskDialog
from yuqing_desktop.domain.item import EDITABLE, EDITABLE_TOGETHER, Item
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, Status
from yuqing_desktop.domain.workflow import IN_BULK, STEPS
from yuqing_desktop.problems import Refused

ASSESSED: dict[str, Any] = {
    "comment_kind": CommentKind.QUESTION, "level": Level.ORDINARY, "topic": "网上办事",
}  # fmt: skip


@pytest.fixture
def three(stage: Stage) -> list[Item]:
    return [stage.office.register(title=title) for title in ("甲", "乙", "丙")]


def statuses(stage: Stage, items: list[Item]) -> list[Status]:
    return [stage.item(item).status for item in items]


def boxes(dialog: DeskDialog) -> list[QCheckBox]:
    assert dialog.rows is not None
    return [box for box, _ in dialog.rows._boxes]


def test_every_ticked_row_is_assessed_and_one_not_ticked_stays(stage: Stage, three: list[Item]) -> None:
    dialog = stage.open(Act.ASSESS, three[0], also=three[1:])
    boxes(dialog)[1].setChecked(False)
    dialog.forms[0].fill(ASSESSED)
    dialog.submit()
    assert statuses(stage, three) == [Status.ASSESSED, Status.ASSESSED, Status.REGISTERED]
    assert dialog.changes is not None
    assert dialog.changes.result == "评估：2 件已办"
    assert [changes.item_ids for changes in stage.heard] == [(three[0].id,), (three[1].id,)]


def test_a_row_the_table_of_steps_refuses_says_why_and_cannot_be_ticked(
    stage: Stage, three: list[Item]
) -> None:
    stage.office.assess(three[1])
    dialog = stage.open(Act.ASSESS, three[0], also=three[1:])
    first, second = boxes(dialog)
    assert not first.isEnabled() and not first.isChecked()
    assert "“待转送”状态不能评估" in first.text()
    assert second.isChecked()


def test_a_row_refused_at_the_gate_is_told_and_holds_nothing_else_up(stage: Stage, three: list[Item]) -> None:
    dialog = stage.open(Act.ASSESS, three[0], also=three[1:])
    stage.office.assess(three[1])
    dialog.forms[0].fill(ASSESSED)
    dialog.submit()
    assert statuses(stage, three) == [Status.ASSESSED] * 3
    assert dialog.isVisible()
    assert "2 件已办，1 件没有办成" in dialog.problem.words
    assert three[1].number in dialog.problem.words
    events = len(stage.office.core.registry.dossier(three[0].id, stage.office.clerk).timeline)
    dialog.submit()
    assert len(stage.office.core.registry.dossier(three[0].id, stage.office.clerk).timeline) == events


def test_each_row_gets_a_slip_of_its_own(stage: Stage, three: list[Item]) -> None:
    assessed = [stage.office.assess(item) for item in three]
    dialog = stage.open(Act.TRANSFER, assessed[0], also=assessed[1:])
    dialog.forms[0].fill({"section_id": stage.office.section_id()})
    dialog.submit()
    assert statuses(stage, three) == [Status.TRANSFERRED] * 3
    assert len({stage.item(item).slip_number for item in three}) == 3


def test_what_several_items_may_share_is_changed_on_all_and_nothing_else(
    stage: Stage, three: list[Item]
) -> None:
    dialog = stage.open(Act.EDIT, three[0], also=three[1:])
    dialog.forms[0].fill({"title": "都叫这个", "topic": "网上办事"})
    dialog.submit()
    assert "只能逐件修改" in dialog.problem.words
    dialog.forms[0].fill({"title": three[0].title})
    dialog.submit()
    assert [stage.item(item).topic for item in three] == ["网上办事"] * 3
    assert [stage.item(item).title for item in three] == ["甲", "乙", "丙"]


def test_an_act_with_its_own_words_is_never_taken_in_bulk(stage: Stage, three: list[Item]) -> None:
    received = [stage.office.item_at(Status.RECEIVED) for _ in range(2)]
    assert stage.open(Act.REPORT_HANDLING, received[0], also=received[1:]).rows is None
    assert {step.act for step in STEPS} >= IN_BULK
    assert not IN_BULK & {Act.APPROVE_DEPUTY, Act.APPROVE_HEAD, Act.REPLY, Act.INTERIM_REPLY}
    assert set(EDITABLE) >= EDITABLE_TOGETHER


def test_more_rows_than_can_be_read_are_refused_in_words(stage: Stage, three: list[Item]) -> None:
    with pytest.raises(Refused, match="最多"):
        stage.open(Act.ASSESS, three[0], also=[three[1]] * (MOST + 1))
