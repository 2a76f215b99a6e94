"""Whoever may not is refused, and the attempt stands on the record (第十三条)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bureau import Bureau, password_of
from tests.walk import Office
from yuqing_desktop.domain.accountability import Clause, Facts
from yuqing_desktop.domain.audit_words import AuditFilter
from yuqing_desktop.domain.people import Actor, Person, Post
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import RIGHTS, Deed
from yuqing_desktop.domain.vocabulary import PaperKind, Role
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.accounts import Second
from yuqing_desktop.services.exports import ShownList

LAST_WEEK = week_of(date(2026, 11, 18))
pytestmark = pytest.mark.article("第十三条")
Try = Callable[[Bureau, Actor, Path], object]

TRIES: dict[Deed, Try] = {
    Deed.REGISTER: lambda at, who, out: at.core.register.register(who, {"title": "甲", "platform": "微博"}),
    Deed.ISSUE: lambda at, who, out: at.core.editions.issue(who, LAST_WEEK, signer="陈静"),
    Deed.VOID_PAPER: lambda at, who, out: at.core.papers.void(
        who, Paper(id=1, number="舆转〔2026〕1号"), "错"
    ),
    Deed.ACCOUNTABILITY: lambda at, who, out: at.core.accountability.take_up(
        who, Facts(Clause.CONTENT, 1, None, ("内容失实",), ())
    ),
    Deed.SETTINGS: lambda at, who, out: at.core.settings.change(who, {"bureau": "别的局"}),
    Deed.ACCOUNTS: lambda at, who, out: at.core.accounts.grant(who, at.section.person_id, "first-word-1"),
    Deed.APPOINT: lambda at, who, out: at.core.people.save(
        who, Post(person_id=at.section.person_id, role=Role.DEPUTY, since=at.clock.now().date())
    ),
    Deed.CONFIRM_RESET: lambda at, who, out: at.core.accounts.replace_administrator(
        Second(who, "word"), Second(at.head, "word"), at.section.person_id, "first-word-1", "离岗"
    ),
    Deed.ENROL_KEY: lambda at, who, out: at.core.signing.enrol(who, password_of(who.name)),
    Deed.CONFIRM_KEY: lambda at, who, out: at.core.signing.confirm(who, 1, "0000", password_of(who.name)),
    Deed.EXPORT: lambda at, who, out: at.core.exports.write(
        who, ShownList("登记簿", ("编号",), [("1",)]), out / "x.xlsx"
    ),
    Deed.AUDIT: lambda at, who, out: at.core.audit.lines(who, AuditFilter()),
    Deed.BACKUP: lambda at, who, out: at.core.backing.back_up(who, to=out),
    Deed.RESTORE: lambda at, who, out: at.core.backing.require_restorer(who),
    Deed.ENTER_PERSONAL: lambda at, who, out: at.core.personal.enter(who, 1, {"name": "李建设"}),
    Deed.REVEAL_PERSONAL: lambda at, who, out: at.core.personal.reveal(who, 1, "想看看"),
    Deed.PURGE_PERSONAL: lambda at, who, out: at.core.personal.purge(who, [], "清除0件"),
}
WHO: dict[Role, str] = {
    Role.CLERK: "张敏", Role.SECTION: "李强", Role.OFFICE_HEAD: "陈静", Role.DEPUTY: "王建国",
    Role.HEAD: "赵志远", Role.AUDITOR: "徐洁", Role.ADMIN: "黄磊",
}  # fmt: skip


def test_every_deed_but_the_one_everybody_may_is_tried() -> None:
    assert set(TRIES) == set(Deed) - {Deed.CHECK}
    assert set(WHO) == set(Role)


@pytest.mark.parametrize("deed", TRIES, ids=str)
def test_whoever_may_not_is_refused_on_the_record(bureau: Bureau, tmp_path: Path, deed: Deed) -> None:
    bureau.register()
    bureau.open_accounts()
    for role, name in WHO.items():
        if role in RIGHTS[deed]:
            continue
        with pytest.raises(Refused, match="须由"):
            TRIES[deed](bureau, bureau.actor(name), tmp_path)
        sql = "SELECT outcome, person, act FROM event ORDER BY id DESC LIMIT 1"
        assert bureau.core.store.database.rows(sql) == [("refused", name, deed.value)]
    assert list(tmp_path.glob("*.xlsx")) == []


def test_lists_ledgers_and_archives_go_out_by_the_same_right(office: Office, tmp_path: Path) -> None:
    week = week_of(office.clock.now().date())
    with pytest.raises(Refused, match="导出须由"):
        office.core.ledger.export(office.section, week, tmp_path / "w.xlsx")
    with pytest.raises(Refused, match="导出须由"):
        office.core.archive.write(office.section, [1], tmp_path / "a.zip")
    assert list(tmp_path.glob("*.*")) == []


def test_a_template_is_the_offices_to_change(office: Office) -> None:
    with pytest.raises(Refused, match="修改设置须由"):
        office.core.templates.restore(office.section, PaperKind.TRANSFER_SLIP)
    rows = office.core.store.database.rows("SELECT outcome, act FROM event ORDER BY id DESC LIMIT 1")
    assert rows == [("refused", "settings")]


@pytest.mark.article("第五条")
def test_nobody_appoints_the_own_person_once_people_sign_in(bureau: Bureau) -> None:
    bureau.open_accounts()
    admin, people = bureau.actor("黄磊"), bureau.core.people
    (post,) = bureau.core.store.find(Post, person_id=admin.person_id)
    me = bureau.core.store.get(Person, admin.person_id)
    yesterday = bureau.clock.now().date() - timedelta(days=1)
    for record in (replace(post, role=Role.HEAD), replace(post, until=yesterday), replace(me, active=False)):
        with pytest.raises(Refused, match="须由他人办理"):
            people.save(admin, record)
    people.save(admin, replace(me, phone="0000-1"))


@pytest.mark.article("第五条")
def test_a_clerk_may_appoint_while_nobody_signs_in(bureau: Bureau) -> None:
    since = bureau.clock.now().date()
    person = bureau.section.person_id
    bureau.core.people.save(bureau.clerk, Post(person_id=person, role=Role.OFFICE_HEAD, since=since))
    assert Role.OFFICE_HEAD in bureau.actor("李强").roles
