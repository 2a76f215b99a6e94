"""责任追究: facts laid out from the records, each against whom it concerns."""

from datetime import datetime, timedelta

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.accountability import unapproved
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Reply
from yuqing_desktop.domain.vocabulary import Decision

OUT = datetime(2026, 11, 24, 16, tzinfo=SHANGHAI)
REPLY = Reply(account="@某局", text="甲", sha256="a", published_at=OUT, deviation="平台限制字数")
AGREED = Consent(decision=Decision.AGREE, text_sha256="a")
EARLIER, LATER = OUT - timedelta(hours=1), OUT + timedelta(hours=1)


@pytest.mark.article("第十三条")
@pytest.mark.parametrize(
    ("consent", "is_shown"),
    [
        (AGREED, False),
        (Consent(decision=Decision.AGREE, text_sha256="b"), True),
        (Consent(decision=Decision.RETURN, text_sha256="a"), True),
        (Consent(decision=Decision.AGREE, text_sha256="a", voided_at=EARLIER), True),
        (Consent(decision=Decision.AGREE, text_sha256="a", voided_at=LATER), False),
    ],
)
def test_only_an_agreement_that_stood_to_the_very_text_covers_a_reply(
    consent: Consent, is_shown: bool
) -> None:
    found = unapproved(Item(id=1), [REPLY], [consent])
    assert (found is not None) is is_shown
    if found is not None:
        assert found.opposing == ("登记的偏差原因：平台限制字数",)
