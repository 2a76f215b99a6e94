"""The office's own words propose, show why, and are tried out first."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.figures import UNKNOWN, number
from yuqing_desktop.domain.house_rules import HouseRule, match, read
from yuqing_desktop.domain.vocabulary import Level
from yuqing_desktop.problems import BadInput, Refused


@pytest.mark.parametrize(
    ("expression", "text", "words"),
    [
        ("预约 排队", "网上预约打不开", ("预约",)),
        ("预约 +系统", "网上预约打不开", ()),
        ("预约 +系统", "预约系统打不开", ("预约", "系统")),
        ("预约 !点赞", "点赞：预约很快", ()),
        ("/排队.小时/", "现场排队两小时", ("排队两小时",)),
        ("ＡＰＰ", "更新app以后", ("app",)),
    ],
)  # fmt: skip
def test_an_expression_holds_for_a_text_and_says_by_which_words(
    expression: str, text: str, words: tuple[str, ...]
) -> None:
    assert match(read(expression), text) == words


@pytest.mark.parametrize("expression", ["", "!只排除", "=>名", "/(a+)+$/", "/[/", f"/{'x' * 200}/"])
def test_an_expression_that_cannot_be_used_is_refused(expression: str) -> None:
    with pytest.raises(BadInput):
        read(expression)


def test_a_rule_is_tried_out_kept_and_asked(office: Office) -> None:
    item = office.register()
    rules = office.core.house_rules
    assert rules.try_out("预约 +系统") == (item,)
    rule = HouseRule(expression="预约 +系统 =>预约系统", topic="网上办事", level=Level.IMPORTANT)
    rules.save(office.clerk, rule)
    (hit,) = rules.hits("预约系统又打不开了")
    assert (hit.name, hit.words, hit.rule.topic) == ("预约系统", ("预约", "系统"), "网上办事")
    with pytest.raises(Refused):
        rules.save(office.section, rule)


@pytest.mark.article("第七条")
def test_the_offices_words_raise_the_level_proposed_never_lower_it(office: Office) -> None:
    core = office.core
    core.house_rules.save(office.clerk, HouseRule(0, "打不开 =>预约系统", "", Level.IMPORTANT))
    core.house_rules.save(office.clerk, HouseRule(0, "预约 =>寻常", "", Level.ORDINARY))
    item = office.register(title="预约系统打不开", forwards=UNKNOWN)
    proposal = core.assess.propose(item)
    assert proposal.level is Level.IMPORTANT
    assert proposal.reasons == ("词表“预约系统”：文中有“打不开”",)
    grave = office.register(title="预约系统打不开", reads=number(600_000), link="")
    assert core.assess.propose(grave).level is Level.EMERGENCY
