"""The level proposed, with its reasons (第七条): figures and words speak, a person decides."""

import pytest

from yuqing_desktop.domain.assessment import Thresholds, propose
from yuqing_desktop.domain.figures import HIDDEN, at_least, number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, Level

pytestmark = pytest.mark.article("第七条")
LIMITS = Thresholds()


@pytest.mark.parametrize(
    ("item", "level", "reason"),
    [
        (Item(reads=number(49_999)), Level.ORDINARY, "均未达到"),
        (Item(reads=number(50_000)), Level.IMPORTANT, "阅读数"),
        (Item(reads=at_least(100_000)), Level.IMPORTANT, "10万+"),
        (Item(forwards=number(500)), Level.IMPORTANT, "转发数"),
        (Item(replies=number(300)), Level.IMPORTANT, "回复数"),
        (Item(reads=number(500_000)), Level.EMERGENCY, "阅读数"),
        (Item(forwards=number(5_000)), Level.EMERGENCY, "转发数"),
        (Item(reads=HIDDEN, title="机房发生火灾"), Level.IMPORTANT, "火灾"),
        (Item(summary="系统瘫痪"), Level.IMPORTANT, "瘫痪"),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, str) else "",
)
def test_the_level_follows_figures_and_words_and_says_which(item: Item, level: Level, reason: str) -> None:
    proposal = propose(item, LIMITS)
    assert proposal.level is level
    assert any(reason in words for words in proposal.reasons)


def test_a_complaint_is_named_among_the_reasons_only_beside_another() -> None:
    assert propose(Item(comment_kind=CommentKind.COMPLAINT), LIMITS).level is Level.ORDINARY
    loud = propose(Item(comment_kind=CommentKind.COMPLAINT, reads=number(60_000)), LIMITS)
    assert loud.reasons[-1] == "属投诉举报"
