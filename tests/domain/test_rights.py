"""Role × deed."""

import pytest

from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.rights import RIGHTS, Deed
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import Refused


def test_every_deed_has_its_roles() -> None:
    assert set(RIGHTS) == set(Deed)
    assert all(RIGHTS.values())


LEAST: dict[Role, set[Deed]] = {
    Role.CLERK: {
        Deed.REGISTER, Deed.ISSUE, Deed.VOID_PAPER, Deed.ACCOUNTABILITY, Deed.SETTINGS, Deed.EXPORT, Deed.CHECK, Deed.BACKUP,
        Deed.ENTER_PERSONAL, Deed.REVEAL_PERSONAL,
    },
    Role.SECTION: {Deed.CHECK, Deed.REVEAL_PERSONAL},
    Role.OFFICE_HEAD: {
        Deed.REGISTER, Deed.ISSUE, Deed.VOID_PAPER, Deed.ACCOUNTABILITY,
        Deed.SETTINGS, Deed.CONFIRM_RESET, Deed.CONFIRM_KEY, Deed.EXPORT, Deed.CHECK, Deed.BACKUP, Deed.RESTORE,
        Deed.ENTER_PERSONAL, Deed.REVEAL_PERSONAL, Deed.PURGE_PERSONAL,
    },
    Role.DEPUTY: {
        Deed.ACCOUNTABILITY,
        Deed.CONFIRM_RESET, Deed.ENROL_KEY, Deed.CONFIRM_KEY, Deed.EXPORT, Deed.CHECK, Deed.REVEAL_PERSONAL,
    },
    Role.HEAD: {
        Deed.ACCOUNTABILITY,
        Deed.CONFIRM_RESET, Deed.ENROL_KEY, Deed.CONFIRM_KEY, Deed.EXPORT, Deed.CHECK, Deed.REVEAL_PERSONAL,
    },
    Role.AUDITOR: {
        Deed.ACCOUNTABILITY, Deed.AUDIT, Deed.CHECK, Deed.EXPORT, Deed.CONFIRM_KEY, Deed.CONFIRM_RESET,
    },
    Role.ADMIN: {
        Deed.SETTINGS, Deed.ACCOUNTS, Deed.APPOINT, Deed.CHECK, Deed.BACKUP, Deed.RESTORE, Deed.PURGE_PERSONAL,
    },
}  # fmt: skip
"""What each role may, written down a second time: a right given by mistake stands out."""


@pytest.mark.parametrize("role", Role)
def test_every_role_has_the_rights_it_needs_and_no_other(role: Role) -> None:
    assert {deed for deed in Deed if role in RIGHTS[deed]} == LEAST[role]


@pytest.mark.article("第十三条")
def test_administrator_auditor_and_approver_are_three_people() -> None:
    assert rights.conflict({Role.ADMIN, Role.AUDITOR}) == "审计员、管理员不能由同一人担任"
    assert rights.conflict({Role.DEPUTY, Role.ADMIN})
    assert rights.conflict({Role.HEAD, Role.AUDITOR, Role.CLERK})
    assert not rights.conflict({Role.DEPUTY, Role.HEAD})
    assert not rights.conflict({Role.CLERK, Role.OFFICE_HEAD, Role.SECTION})


@pytest.mark.article("第十三条")
def test_whoever_audits_changes_nothing_and_whoever_administers_does_not_audit() -> None:
    auditor = {deed for deed in Deed if Role.AUDITOR in RIGHTS[deed]} - {Deed.ACCOUNTABILITY}  # its finding
    assert auditor == {Deed.AUDIT, Deed.CHECK, Deed.EXPORT, Deed.CONFIRM_KEY, Deed.CONFIRM_RESET}
    assert Role.ADMIN not in RIGHTS[Deed.AUDIT] | RIGHTS[Deed.CONFIRM_KEY] | RIGHTS[Deed.REVEAL_PERSONAL]


def test_a_refusal_names_who_may_and_the_article() -> None:
    clerk = Actor(1, "张敏", frozenset({Role.CLERK}))
    with pytest.raises(Refused, match="须由办公室主任或管理员办理") as refused:
        rights.require(clerk, Deed.RESTORE)
    assert refused.value.article == "第十三条"
    rights.require(SYSTEM, Deed.BACKUP)
