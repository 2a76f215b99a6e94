"""The rail's entries: which pages there are, in which order, and how they lead to one another.

A page's module is imported when the page is first opened: the window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.shell.entry import Entry
from ui.shell.page import Page
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.domain.vocabulary import Role

if TYPE_CHECKING:
    from ui.pages.seat import Seat

SHOWN_VIEWS = (
    "to_assess",
    "to_transfer",
    "at_section",
    "to_approve",
    "to_reply",
    "to_close",
    "interim_debt",
    "trash",
)
"""The registry's lists that have a line of their own."""

CHANNELS = "巡查渠道"
PAPER = "paper"
"""Asks not for a page but for the item of a paper whose number or code was typed."""

Go = Callable[[str, str], object]
Make = Callable[["Seat", Go], Page]


_FOR = {
    "audit": frozenset({Role.AUDITOR}),
    "checkup": frozenset({Role.AUDITOR, Role.ADMIN, Role.CLERK, Role.OFFICE_HEAD}),
}
"""Pages that stand in the rail of some people only."""


def rail_entries(seat: Callable[[], Seat], go: Go, actor: Actor) -> list[Entry]:
    """The entries of this person; `go(key, argument)` opens another page, a list where `key` is empty."""

    def entry(key: str, text: str, make: Make) -> Entry:
        return Entry(key, text, lambda: make(seat(), go), icon=key, bottom=key == "settings")

    views = [
        Entry(f"registry.{key}", VIEW_NAMES[key], parent="registry", argument=partial(typed, key))
        for key in SHOWN_VIEWS
    ]
    entries = [
        entry("today", "今日", _today),
        entry("registry", "登记簿", _registry),
        *views,
        entry("rounds", "每日巡查", _rounds),
        entry("approvals", "审批", _approvals),
        entry("supervision", "督办", _supervision),
        entry("ledger", "台账", _ledger),
        entry("statistics", "统计", _statistics),
        entry("accountability", "责任追究", _accountability),
        entry("checkup", "体检", _checkup),
        entry("audit", "留痕", _audit),
        entry("settings", "设置", _settings),
    ]
    return [held for held in entries if has_page(held.key, actor)]


def typed(view: str) -> str:
    """A list as it would be typed into the search box."""
    from yuqing_desktop.domain.filters import VIEWS, say

    return say(VIEWS[view])


def has_page(key: str, actor: Actor) -> bool:
    """Whether this page stands in the person's rail."""
    return key not in _FOR or actor.may(_FOR[key])


def _today(seat: Seat, go: Go) -> Page:
    from ui.pages.today.today_page import TodayPage

    page = TodayPage(seat)
    page.list_asked.connect(lambda typed: go("", typed))
    page.ledger_asked.connect(lambda: go("ledger", ""))
    page.rounds_asked.connect(lambda: go("rounds", ""))
    page.settings_asked.connect(lambda part: go("settings", part))
    return page


def _registry(seat: Seat, go: Go) -> Page:
    from ui.pages.registry.registry_page import RegistryPage

    page = RegistryPage(seat, first_steps=(("导入表格", seat.acts.import_file),))
    page.bar.search.entered.connect(lambda text: _take_paper(seat, text, go))
    page.views.asked.connect(lambda key: go(key, ""))
    return page


def _rounds(seat: Seat, go: Go) -> Page:
    from ui.pages.rounds.rounds_page import RoundsPage

    page = RoundsPage(seat)
    page.settings_asked.connect(lambda: go("settings", CHANNELS))
    return page


def _supervision(seat: Seat, go: Go) -> Page:
    from ui.pages.supervision.supervision_page import SupervisionPage

    page = SupervisionPage(seat)
    page.item_asked.connect(lambda number: go("", number))
    return page


def _accountability(seat: Seat, go: Go) -> Page:
    from ui.pages.accountability.accountability_page import AccountabilityPage

    page = AccountabilityPage(seat)
    page.item_asked.connect(lambda number: go("", number))
    return page


def _statistics(seat: Seat, go: Go) -> Page:
    from ui.pages.statistics.statistics_page import StatisticsPage

    page = StatisticsPage(seat)
    page.list_asked.connect(lambda typed: go("", typed))
    return page


def _audit(seat: Seat, go: Go) -> Page:
    from ui.pages.audit.audit_page import AuditPage

    page = AuditPage(seat)
    page.item_asked.connect(lambda number: go("", number))
    return page


def _checkup(seat: Seat, _: Go) -> Page:
    from ui.pages.checkup.checkup_page import CheckupPage

    return CheckupPage(seat)


def _approvals(seat: Seat, _: Go) -> Page:
    from ui.pages.approvals.approvals_page import ApprovalsPage

    return ApprovalsPage(seat)


def _ledger(seat: Seat, _: Go) -> Page:
    from ui.pages.ledger.ledger_page import LedgerPage

    return LedgerPage(seat)


def _settings(seat: Seat, _: Go) -> Page:
    from ui.pages.settings.settings_page import SettingsPage

    return SettingsPage(seat)


def _take_paper(seat: Seat, text: str, go: Go) -> None:
    """A paper's number or code in the search box opens its item at the act the paper is for."""
    if seat.core.scans.is_paper(text):
        go(PAPER, text)
