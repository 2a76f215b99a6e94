"""Single agreements of a leader: extensions, interim wordings of one's own, silence to malice."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Duty, Note
from yuqing_desktop.domain.replying import DEFAULT_INTERIM_WORDINGS
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Status
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.nods import Nod
from yuqing_desktop.services.reply import Published


def interim(office: Office, item: Item, text: str, nod: Nod | None = None) -> Item:
    published = Published(office.account_id(), text)
    return office.item(office.core.replying.interim(office.clerk, item.id, published, nod=nod))


def paper_nod(office: Office) -> Nod:
    return Nod(office.deputy.person_id, sheet_number="签批2026-7")


@pytest.mark.article("第十二条")
def test_an_interim_reply_in_an_approved_wording_stops_the_first_clock_and_starts_the_second(
    office: Office,
) -> None:
    item = interim(office, office.item_at(Status.RECEIVED), DEFAULT_INTERIM_WORDINGS[0])
    duties = {duty.kind: duty for duty in office.core.store.find(Duty, item_id=item.id)}
    assert duties[DutyKind.FIRST_REPLY].met
    assert duties[DutyKind.FULL_REPLY].is_open
    assert item.status is Status.RECEIVED


@pytest.mark.article("第十二条")
def test_an_interim_reply_says_that_the_matter_is_being_followed_up(office: Office) -> None:
    with pytest.raises(BadInput, match="正在跟进处理"):
        interim(office, office.item_at(Status.RECEIVED), "收到")


def test_another_wording_needs_the_deputys_nod(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    with pytest.raises(Refused, match="副组长同意"):
        interim(office, item, "您反映的情况正在跟进处理，请稍候。")
    assert (
        interim(office, item, "您反映的情况正在跟进处理，请稍候。", paper_nod(office)).interim_at is not None
    )
    (note,) = office.core.store.find(Note, item_id=item.id)
    assert (note.by, note.channel, note.number) == ("王建国", "纸质签批代录", "签批2026-7")


def test_by_setting_every_interim_reply_needs_a_nod(office: Office) -> None:
    office.core.settings.change(office.clerk, {"interim_needs_nod": True})
    with pytest.raises(Refused):
        interim(office, office.item_at(Status.RECEIVED), DEFAULT_INTERIM_WORDINGS[0])


@pytest.mark.article("第十二条")
def test_an_extension_needs_reason_and_nod_and_comes_before_the_limit_lapses(office: Office) -> None:
    item = interim(office, office.item_at(Status.RECEIVED), DEFAULT_INTERIM_WORDINGS[0])
    extend = office.core.extend.extend
    with pytest.raises(Refused):
        extend(office.clerk, item.id, days=3, reason="等待核实", nod=None)
    with pytest.raises(BadInput):
        extend(office.clerk, item.id, days=3, reason=" ", nod=paper_nod(office))
    extend(office.clerk, item.id, days=3, reason="等待核实", nod=paper_nod(office))
    (duty,) = office.core.store.find(Duty, item_id=item.id, kind="full_reply")
    assert f"{duty.due_at:%m-%d %H:%M}" == "12-03 17:30"
    assert "王建国" in office.core.registry.explain(duty).steps[-1]
    office.pass_time(days=30)
    with pytest.raises(Refused, match="届满"):
        extend(office.clerk, item.id, days=3, reason="再等", nod=paper_nod(office))


@pytest.mark.article("第十一条")
def test_by_setting_silence_to_malice_needs_the_deputys_nod(office: Office) -> None:
    office.core.settings.change(office.clerk, {"malicious_needs_nod": True})
    item = office.assess(office.register(), kind=CommentKind.MALICIOUS)
    with pytest.raises(Refused):
        office.core.replying.no_reply(office.clerk, item.id, reason="谩骂")
    done = office.core.replying.no_reply(office.clerk, item.id, reason="谩骂", nod=paper_nod(office))
    assert office.item(done).outcome == "恶意言论，不作理睬：谩骂"


def test_the_one_who_enters_a_nod_is_not_the_one_who_gave_it(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    with pytest.raises(Refused):
        interim(office, item, "正在跟进处理，请稍候。", Nod(office.clerk.person_id, sheet_number="1"))
