"""Signing in: nobody acts under another's name."""

import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.bureau import CHEAP, Bureau, password_of
from tests.walk import Office
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.people import Post
from yuqing_desktop.domain.signing_in import Cost
from yuqing_desktop.domain.trust import Credential, SigningKey
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.accounts import Accounts, Second
from yuqing_desktop.storage.signing import unlock

CLERK = "张敏"


def acts(office: Office) -> list[tuple[str, str, str]]:
    return office.core.store.database.rows("SELECT act, person, outcome FROM event ORDER BY id")


def whole_record(office: Office) -> str:
    return "".join(str(row) for row in office.core.store.database.rows("SELECT * FROM event"))


def test_a_sample_asks_nobody_to_sign_in(office: Office) -> None:
    assert not office.core.accounts.asks_for_sign_in()


def test_there_is_no_account_and_no_password_before_the_first_administrator(bureau: Bureau) -> None:
    assert bureau.core.accounts.names() == []
    assert not bureau.core.accounts.asks_for_sign_in()
    with pytest.raises(Refused, match="不是管理员"):
        bureau.core.accounts.set_first(bureau.clerk.person_id, "pass-word-1")
    bureau.open_accounts()
    assert bureau.core.accounts.asks_for_sign_in()
    with pytest.raises(Refused, match="只能设立一次"):
        bureau.core.accounts.set_first(bureau.actor("黄磊").person_id, "pass-word-2")


def test_signing_in_and_out_is_on_the_record_and_the_password_is_not(bureau: Bureau) -> None:
    bureau.open_accounts(CLERK)
    signed = bureau.core.accounts.sign_in(CLERK, password_of(CLERK))
    assert (signed.actor, signed.must_change) == (bureau.clerk, False)
    bureau.core.accounts.sign_out(signed.actor)
    with pytest.raises(Refused, match="姓名或密码不对"):
        bureau.core.accounts.sign_in(CLERK, "wrong-pass")
    assert acts(bureau)[-3:] == [
        ("sign_in", CLERK, "done"), ("sign_out", CLERK, "done"), ("sign_in", CLERK, "refused"),
    ]  # fmt: skip
    record = whole_record(bureau)
    assert password_of(CLERK) not in record
    assert bureau.core.store.find(Credential)[0].secret not in record


def test_an_unknown_name_is_told_no_more_than_a_wrong_password(bureau: Bureau) -> None:
    bureau.open_accounts(CLERK)
    said = []
    for name in (CLERK, "无此人"):
        with pytest.raises(Refused) as refused:
            bureau.core.accounts.sign_in(name, "wrong-pass")
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert "无此人" not in whole_record(bureau)  # people type passwords into the wrong field


def test_a_password_given_by_others_must_be_changed(bureau: Bureau) -> None:
    bureau.open_accounts()
    bureau.core.accounts.grant(bureau.actor("黄磊"), bureau.clerk.person_id, "first-word-1")
    assert bureau.core.accounts.sign_in(CLERK, "first-word-1").must_change
    with pytest.raises(BadInput, match="相同"):
        bureau.core.accounts.change_password(bureau.clerk, "first-word-1", "first-word-1")
    bureau.core.accounts.change_password(bureau.clerk, "first-word-1", "my-own-word")
    assert not bureau.core.accounts.sign_in(CLERK, "my-own-word").must_change


def test_only_the_administrator_gives_accounts(bureau: Bureau) -> None:
    bureau.open_accounts()
    with pytest.raises(Refused, match="须由管理员办理"):
        bureau.core.accounts.grant(bureau.clerk, bureau.head.person_id, "first-word-1")


def wrong_three_times(bureau: Bureau, accounts: Accounts) -> None:
    for _ in range(3):
        with pytest.raises(Refused, match="不对"):
            accounts.sign_in(CLERK, "wrong-pass")


def test_the_wait_after_wrong_passwords_survives_a_restart(bureau: Bureau) -> None:
    bureau.open_accounts(CLERK)
    wrong_three_times(bureau, bureau.core.accounts)
    bureau.core.close()
    core = open_core(bureau.core.paths, bureau.clock, cost=CHEAP)
    with pytest.raises(Refused, match="10秒后再试"):
        core.accounts.sign_in(CLERK, password_of(CLERK))
    bureau.pass_time(seconds=10)
    assert core.accounts.sign_in(CLERK, password_of(CLERK))
    core.close()


@pytest.mark.parametrize("hours", [-24, 24])
def test_the_wait_survives_a_clock_that_is_put_back_or_forward(bureau: Bureau, hours: int) -> None:
    bureau.open_accounts(CLERK)
    wrong_three_times(bureau, bureau.core.accounts)
    bureau.clock.put_to(bureau.clock.now() + timedelta(hours=hours))
    with pytest.raises(Refused, match="10秒后再试"):
        bureau.core.accounts.sign_in(CLERK, password_of(CLERK))
    bureau.core.close()
    with contextlib.closing(open_core(bureau.core.paths, bureau.clock, cost=CHEAP)) as core:
        with pytest.raises(Refused, match="10秒后再试"):
            core.accounts.sign_in(CLERK, password_of(CLERK))
        bureau.pass_time(seconds=10)
        assert core.accounts.sign_in(CLERK, password_of(CLERK))


def test_a_password_kept_by_weaker_figures_is_kept_by_the_present_ones_after_signing_in(
    bureau: Bureau,
) -> None:
    bureau.open_accounts("王建国", "陈静")
    deputy = bureau.deputy
    bureau.confirm(bureau.actor("陈静"), bureau.enrol(deputy))
    bureau.core.close()
    raised = Cost(2 * CHEAP.n)
    core = open_core(bureau.core.paths, bureau.clock, cost=raised)
    assert core.accounts.sign_in("王建国", password_of("王建国"))
    (kept,) = core.store.find(Credential, person_id=deputy.person_id)
    (key,) = core.store.find(SigningKey)
    assert kept.scheme == raised.scheme and key.sealed.startswith(f"{raised.scheme}$")
    assert unlock(key.sealed, password_of("王建国"))("a text")
    assert core.accounts.sign_in("王建国", password_of("王建国"))
    assert core.checkup.check().ok
    core.close()


@pytest.mark.article("第十三条")
def test_a_forgotten_password_takes_two_people_and_a_reason(bureau: Bureau) -> None:
    bureau.open_accounts(CLERK, "陈静", "王建国")
    admin, office_head = bureau.actor("黄磊"), bureau.actor("陈静")
    second = Second(office_head, password_of("陈静"))
    reset = bureau.core.accounts.reset
    with pytest.raises(BadInput, match="原因"):
        reset(admin, second, bureau.clerk.person_id, "new-word-1", " ")
    with pytest.raises(Refused, match="须由"):
        reset(admin, Second(admin, password_of("黄磊")), bureau.clerk.person_id, "new-word-1", "忘记密码")
    with pytest.raises(Refused, match="不对"):
        reset(admin, Second(office_head, "wrong-pass"), bureau.clerk.person_id, "new-word-1", "忘记密码")
    with pytest.raises(Refused, match="另一人"):
        reset(admin, second, office_head.person_id, "new-word-1", "忘记密码")
    reset(admin, second, bureau.clerk.person_id, "new-word-1", "忘记密码")
    assert bureau.core.accounts.sign_in(CLERK, "new-word-1").must_change
    with pytest.raises(Refused):
        bureau.core.accounts.sign_in(CLERK, password_of(CLERK))


def test_a_reset_ends_the_signing_key(bureau: Bureau) -> None:
    bureau.open_accounts("陈静", "王建国", "赵志远")
    bureau.give_keys()
    second = Second(bureau.actor("陈静"), password_of("陈静"))
    bureau.core.accounts.reset(
        bureau.actor("黄磊"), second, bureau.deputy.person_id, "new-word-1", "忘记密码"
    )
    (key,) = bureau.core.store.find(SigningKey, person_id=bureau.deputy.person_id)
    assert key.end_reason == "密码重置"


@pytest.mark.article("第十三条")
def test_a_departed_administrator_is_replaced_by_two_leaders(bureau: Bureau) -> None:
    bureau.open_accounts("陈静", "王建国")
    first = Second(bureau.deputy, password_of("王建国"))
    second = Second(bureau.actor("陈静"), password_of("陈静"))
    new = bureau.actor("何伟")
    with pytest.raises(Refused, match="不能由同一人担任"):
        bureau.core.accounts.replace_administrator(first, second, bureau.head.person_id, "new-word-1", "离岗")
    bureau.core.accounts.replace_administrator(first, second, new.person_id, "new-word-1", "离岗")
    assert Role.ADMIN in bureau.core.accounts.sign_in("何伟", "new-word-1").actor.roles
    with pytest.raises(Refused):
        bureau.core.accounts.sign_in("黄磊", password_of("黄磊"))
    ended = bureau.core.store.find(Post, person_id=bureau.actor("黄磊").person_id)
    assert ended[0].until == bureau.clock.now().date()


@pytest.mark.article("第十三条")
def test_one_person_may_not_be_made_administrator_and_auditor(bureau: Bureau) -> None:
    post = Post(person_id=bureau.actor("徐洁").person_id, role=Role.ADMIN, since=bureau.clock.now().date())
    with pytest.raises(BadInput, match="不能由同一人担任"):
        bureau.core.people.save(bureau.actor("黄磊"), post)
    later = replace(post, since=post.since + timedelta(days=400))
    with pytest.raises(BadInput, match="不能由同一人担任"):
        bureau.core.people.save(bureau.actor("黄磊"), later)
