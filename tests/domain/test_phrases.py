"""Phrases by kind of comment: variables put in, typed text never lost."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.phrases import DEFAULT_PHRASES, filled, joined
from yuqing_desktop.domain.vocabulary import CommentKind


@pytest.mark.article("第十一条")
def test_every_kind_has_its_phrases_and_malice_none(office: Office) -> None:
    kinds = {kind for kind in CommentKind if office.core.settings.office().phrases(kind)}
    assert kinds == set(CommentKind) - {CommentKind.MALICIOUS}
    assert office.core.settings.office().phrases(None) == ()


def test_variables_are_put_in_and_nothing_else_is_touched() -> None:
    phrase = DEFAULT_PHRASES[CommentKind.QUESTION][0] + "{别的}"
    assert (
        filled(phrase, bureau="某局", title="预约{单位}", section="")
        == "您好！您咨询的“预约{单位}”，现答复如下：{别的}"
    )


def test_a_telephone_that_is_not_known_stays_to_be_seen() -> None:
    asked = {"bureau": "某局", "title": "题", "section": ""}
    assert filled("请拨打{电话}。", **asked) == "请拨打{电话}。"
    assert filled("请拨打{电话}。", **asked, phone="0000-1234567") == "请拨打0000-1234567。"


def test_a_phrase_comes_after_what_was_typed() -> None:
    assert joined("已写的话。\n", "用语") == "已写的话。\n用语"
    assert joined("  ", "用语") == "用语"
