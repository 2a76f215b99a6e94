"""第十条、第十二条、第十三条: from which account, in which words, and whether they are the approved ones."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain import replying
from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.records import Account, Draft
from yuqing_desktop.domain.text import clean
from yuqing_desktop.problems import Refused

DAY = date(2026, 11, 23)
ACCOUNT = Account(platform="微博", name="@某局", valid_from=date(2026, 1, 1), valid_until=DAY)
DRAFT = Draft(text="您好！系统已恢复。", sha256=fingerprint("您好！系统已恢复。"))


@pytest.mark.article("第十条")
def test_an_account_replies_on_its_own_platform_while_its_certification_holds() -> None:
    replying.check_account(ACCOUNT, "微博", DAY)
    for account, platform, day in (
        (ACCOUNT, "抖音", DAY),
        (ACCOUNT, "微博", date(2026, 11, 24)),
        (ACCOUNT, "微博", date(2025, 12, 31)),
        (replace(ACCOUNT, active=False), "微博", DAY),
    ):
        with pytest.raises(Refused) as refused:
            replying.check_account(account, platform, day)
        assert refused.value.article == "第十条" and refused.value.advice


@pytest.mark.article("第十三条")
def test_another_text_than_the_approved_one_needs_its_reason() -> None:
    replying.check_published("您好！系统已恢复。\r\n", DRAFT, "")
    replying.check_published("您好！系统恢复了。", DRAFT, "平台字数限制")
    with pytest.raises(Refused, match="不一致"):
        replying.check_published("您好！系统恢复了。", DRAFT, " ")


@pytest.mark.article("第十二条")
def test_the_factory_wordings_say_what_they_must() -> None:
    assert all(replying.INTERIM_WORDS in wording for wording in replying.DEFAULT_INTERIM_WORDINGS)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_differences_put_together_are_both_texts(old: str, new: str) -> None:
    spans = replying.differences(old, new)
    assert "".join(span.text for span in spans if span.kind != "added") == clean(old)
    assert "".join(span.text for span in spans if span.kind != "gone") == clean(new)
