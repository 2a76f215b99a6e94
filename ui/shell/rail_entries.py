"""The rail's entries: which pages there are, in which order, and how they lead to one another.

A page's module is imported when the page is first opened: the window must not wait for it.
"""

from collections.abc import Callable

from ui.pages.seat import Seat
from ui.shell.entry import Entry
from ui.shell.page import Page
from yuqing_desktop.domain.filters import VIEWS, say

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


def rail_entries(seat: Callable[[], Seat], go: Callable[[str, str], object]) -> list[Entry]:
    """`go(key, argument)` opens another page, a list where `key` is empty."""

    def today() -> Page:
        from ui.pages.today.today_page import TodayPage

        page = TodayPage(seat())
        page.list_asked.connect(lambda typed: go("", typed))
        page.ledger_asked.connect(lambda: go("ledger", ""))
        page.rounds_asked.connect(lambda: go("rounds", ""))
        return page

    def registry() -> Page:
        from ui.pages.registry.registry_page import RegistryPage

        return RegistryPage(seat(), first_steps=(("导入表格", seat().acts.import_file),))

    def rounds() -> Page:
        from ui.pages.rounds.rounds_page import RoundsPage

        page = RoundsPage(seat())
        page.settings_asked.connect(lambda: go("settings", CHANNELS))
        return page

    def supervision() -> Page:
        from ui.pages.supervision.supervision_page import SupervisionPage

        page = SupervisionPage(seat())
        page.item_asked.connect(lambda number: go("", number))
        return page

    def accountability() -> Page:
        from ui.pages.accountability.accountability_page import AccountabilityPage

        page = AccountabilityPage(seat())
        page.item_asked.connect(lambda number: go("", number))
        return page

    def statistics() -> Page:
        from ui.pages.statistics.statistics_page import StatisticsPage

        page = StatisticsPage(seat())
        page.list_asked.connect(lambda typed: go("", typed))
        return page

    def approvals() -> Page:
        from ui.pages.approvals.approvals_page import ApprovalsPage

        return ApprovalsPage(seat())

    def ledger() -> Page:
        from ui.pages.ledger.ledger_page import LedgerPage

        return LedgerPage(seat())

    def settings() -> Page:
        from ui.pages.settings.settings_page import SettingsPage

        return SettingsPage(seat())

    views = [
        Entry(f"registry.{key}", VIEWS[key][0], parent="registry", argument=say(VIEWS[key][1]))
        for key in SHOWN_VIEWS
    ]
    return [
        Entry("today", "今日", today, icon="today"),
        Entry("registry", "登记簿", registry, icon="registry"),
        *views,
        Entry("rounds", "每日巡查", rounds, icon="rounds"),
        Entry("approvals", "审批", approvals, icon="approvals"),
        Entry("supervision", "督办", supervision, icon="supervision"),
        Entry("ledger", "台账", ledger, icon="ledger"),
        Entry("statistics", "统计", statistics, icon="statistics"),
        Entry("accountability", "责任追究", accountability, icon="accountability"),
        Entry("settings", "设置", settings, icon="settings", bottom=True),
    ]
