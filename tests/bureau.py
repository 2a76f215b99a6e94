"""An office that is no sample: everybody signs in, approvers have keys."""

from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Account
from yuqing_desktop.domain.signing_in import Cost
from yuqing_desktop.domain.trust import SigningKey, fingerprint_words
from yuqing_desktop.domain.vocabulary import Decision, Role
from yuqing_desktop.services.approve import Opinion

CHEAP = Cost(1 << 10)
"""Passwords of tests are tried a hundred times faster than an office's."""


def password_of(name: str) -> str:
    return f"pass-word-{sum(map(ord, name))}"


class Bureau(Office):
    """The sample office's people in a real registry."""

    def certify(self, platform: str) -> None:
        account = Account(platform=platform, name="@某局", subject="某局", certification="机构认证")
        self.core.people.save(self.clerk, account)

    def open_accounts(self, *names: str) -> None:
        admin = self.actor("黄磊")
        self.core.accounts.set_first(admin.person_id, password_of("黄磊"))
        for name in names:
            actor = self.actor(name)
            self.core.accounts.grant(admin, actor.person_id, "first-" + password_of(name))
            self.core.accounts.change_password(actor, "first-" + password_of(name), password_of(name))

    def enrol(self, actor: Actor) -> SigningKey:
        self.core.signing.enrol(actor, password_of(actor.name))
        return self.core.signing.waiting()[-1]

    def confirm(self, by: Actor, key: SigningKey) -> None:
        self.core.signing.confirm(by, key.id, fingerprint_words(key.public), password_of(by.name))

    def give_keys(self) -> None:
        self.confirm(self.actor("陈静"), self.enrol(self.deputy))
        self.confirm(self.deputy, self.enrol(self.head))

    def agree(self, item: Item, role: Role) -> Item:
        leader = self.deputy if role is Role.DEPUTY else self.head
        opinion = Opinion(role, Decision.AGREE, leader.person_id, opinion="同意")
        word = password_of(leader.name) if self.core.accounts.has_account(leader.person_id) else None
        return self.item(self.core.approve.decide(leader, item.id, opinion, password=word))
