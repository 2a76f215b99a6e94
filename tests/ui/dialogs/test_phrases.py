"""套用用语: by kind, searched, counted, never over what was typed."""

import pytest

from tests.ui.dialogs.conftest import Stage
from ui.dialogs.amend_dialog import AmendDialog
from ui.dialogs.handling_dialog import HandlingDialog
from ui.dialogs.phrase_dialog import PhraseDialog
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, Status
from yuqing_desktop.services.assess import Assessment


def handling(stage: Stage, kind: CommentKind) -> HandlingDialog:
    office = stage.office
    item = office.item_at(Status.RECEIVED)
    decided = Assessment(level=Level.ORDINARY, comment_kind=kind, reason="改类别")
    office.core.assess.reassess(office.clerk, item.id, decided)
    dialog = stage.open(Act.REPORT_HANDLING, stage.item(item))
    assert isinstance(dialog, HandlingDialog)
    return dialog


@pytest.mark.article("第十一条")
def test_the_phrases_of_the_items_kind_come_first(stage: Stage) -> None:
    offered = handling(stage, CommentKind.COMPLAINT).phrases.offered()
    assert offered[0].kind == "投诉举报"
    assert {one.kind for one in offered} == {"投诉举报", "一般性评论", "建设性意见", "咨询"}
    assert "{" not in offered[0].text


def test_a_phrase_comes_after_what_was_typed_and_is_counted(stage: Stage) -> None:
    dialog = handling(stage, CommentKind.QUESTION)
    dialog.form.fill({"text": "已写的话。"})
    last = dialog.phrases.offered()[1]

    def choose(asked: PhraseDialog) -> None:
        asked.list.setCurrentRow(1)
        asked.accept()

    stage.prompts.will(choose)
    dialog.phrases.click()
    assert dialog.form.inputs["text"].value() == f"已写的话。\n{last.text}"
    first = dialog.phrases.offered()[0]
    assert (first.template, first.used) == (last.template, 1)


def test_leaving_changes_nothing(stage: Stage) -> None:
    dialog = handling(stage, CommentKind.QUESTION)
    before = dialog.form.inputs["text"].value()
    stage.prompts.will(lambda asked: asked.reject())
    dialog.phrases.click()
    assert dialog.form.inputs["text"].value() == before


def test_a_search_leaves_what_holds_every_word(stage: Stage) -> None:
    dialog = handling(stage, CommentKind.GENERAL)

    def look(asked: PhraseDialog) -> None:
        asked.search.setText("感谢 建议")
        assert asked.list.count() == 1
        asked.search.setText("没有这样的话")
        assert asked.list.count() == 0 and asked.taken is None
        assert not asked.main.isEnabled() and not asked.none.isHidden()
        asked.reject()

    stage.prompts.will(look)
    dialog.phrases.click()


def test_the_comparison_follows_a_phrase(stage: Stage) -> None:
    dialog = stage.open(Act.AMEND_REPLY, stage.office.item_at(Status.HANDLED))
    assert isinstance(dialog, AmendDialog)
    stage.prompts.will(lambda asked: asked.accept())
    dialog.phrases.click()
    assert dialog._card.note.text().startswith("改 ")
