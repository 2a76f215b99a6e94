"""设置: parts at the left, the chosen one at the right."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.list_export import export_list
from ui.pages.seat import Seat
from ui.pages.settings.accounts_panel import AccountsPanel
from ui.pages.settings.backup_panel import BackupPanel
from ui.pages.settings.calendar_panel import CalendarPanel
from ui.pages.settings.form_panel import FormPanel
from ui.pages.settings.hours_panel import HoursPanel
from ui.pages.settings.house_rules_panel import HouseRulesPanel
from ui.pages.settings.limits_panel import LimitsPanel
from ui.pages.settings.list_panel import ListPanel
from ui.pages.settings.lists import office_lists
from ui.pages.settings.look_panel import LookPanel
from ui.pages.settings.office_fields import (
    AGREEMENTS,
    LADDER,
    LEVELS,
    MONITORING,
    NETWORK,
    OFFICE,
    PAPERS,
    PHRASES,
    WORDINGS,
)
from ui.pages.settings.office_panel import OfficePanel
from ui.pages.settings.personal_panel import PersonalPanel
from ui.pages.settings.templates_panel import TemplatesPanel
from ui.shell.appearance import Appearance
from ui.shell.kept_look import keep_look
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.rights import Deed

P = TypeVar("P", bound=QWidget)
_WAYS = ("保存", "放弃改动", "返回设置")
_SAVE, _DROP, _BACK = range(3)


class SettingsPage(Page):
    """Every list and setting of the office that can be changed here."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._leaving = False
        self.parts, self.stack = QListWidget(), QStackedWidget()
        if not seat.refusal(Deed.SETTINGS):
            self._add_office(seat)
        self._add("账户", AccountsPanel(seat))
        self._add("显示", LookPanel(lambda look: keep_look(seat.geometry, look)))
        self._lay_out()
        for form in self._panels(FormPanel):
            form.told.connect(self._saved)
        for calendar in self._panels(CalendarPanel):
            calendar.told.connect(self.banner_asked)
        for accounts in self._panels(AccountsPanel):
            accounts.told.connect(self.banner_asked)
        for words in self._panels(HouseRulesPanel):
            words.told.connect(self._saved)
        self.parts.currentRowChanged.connect(self._turn)
        self.parts.setCurrentRow(0)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        table = self.stack.currentWidget().findChild(PagedTable)
        done: dict[str, Callable[[], object]] = {"save": self._save}
        if table is None:
            return done
        title = self.parts.currentItem().text()
        return done | {"copy": table.copy, "export": lambda: export_list(self, self._seat, table, title)}

    def open_with(self, argument: str) -> None:
        """A part by its title; empty for the one left."""
        titles = [self.parts.item(at).text() for at in range(self.parts.count())]
        if argument in titles:
            self.parts.setCurrentRow(titles.index(argument))
        self.counts_told.emit("")

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.parts, self.stack)

    def may_leave(self) -> bool:
        """Ask about typed settings that were not saved; once they are saved the window closes after all."""
        dirty = self._dirty
        if not dirty:
            return True
        answer = self._seat.prompts.choose("设置有改动还没有保存", _WAYS, safe=_BACK)
        if answer != _SAVE:
            return answer == _DROP
        for panel in dirty:
            panel.keep()
        if left := self._dirty:
            self._leaving = True
            self.parts.setCurrentRow(self.stack.indexOf(left[0]))
        return not left

    @property
    def _dirty(self) -> list[FormPanel | HouseRulesPanel]:
        panels: list[FormPanel | HouseRulesPanel] = [*self._panels(FormPanel), *self._panels(HouseRulesPanel)]
        return [panel for panel in panels if panel.is_dirty]

    def _saved(self, words: str) -> None:
        self.banner_asked.emit(words)
        if self._leaving and not self._dirty:
            self._leaving = False
            self.window().close()

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.handlers_changed.emit()

    def _save(self) -> None:
        panel = self.stack.currentWidget()
        if isinstance(panel, FormPanel):
            panel.keep()

    def _panels(self, kind: type[P]) -> list[P]:
        panels = [self.stack.widget(at) for at in range(self.stack.count())]
        return [panel for panel in panels if isinstance(panel, kind)]

    def _add_office(self, seat: Seat) -> None:
        """What the office's keepers set for everybody (第十四条)."""
        papers, phrases, ladder, network = _office_panels(seat)
        self._add("单位与文书", papers)
        self._add("文书模板", TemplatesPanel(seat))
        for held in office_lists(seat.core, lambda: seat.now.date()):
            self._add(held.title, ListPanel(seat, held))
        self._add("回复用语", phrases)
        self._add("督办与同意", ladder)
        self._add("词表", HouseRulesPanel(seat))
        self._add("网络", network)
        self._add("日历", CalendarPanel(seat))
        self._add("上班时间", HoursPanel(seat))
        self._add("时限", LimitsPanel(seat))
        self._add("个人信息", PersonalPanel(seat))
        self._add("备份与锁定", BackupPanel(seat))

    def _add(self, title: str, panel: QWidget) -> None:
        self.parts.addItem(title)
        self.stack.addWidget(panel)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.parts, 1)
        if refusal := self._seat.refusal(Deed.SETTINGS):
            others = TextLabel(f"{refusal}。", role="muted", wrap=True)
            others.setFixedWidth(self.parts.width())
            column.addWidget(others)
        return column

    def _lay_out(self) -> None:
        self.parts.setAccessibleName("设置分类")
        self.stack.setAccessibleName("设置内容")
        self.parts.setFixedWidth(round(160 * Appearance.present().look.base / 13))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 12)
        row.setSpacing(16)
        row.addLayout(self._left())
        row.addWidget(self.stack, 1)


def _office_panels(seat: Seat) -> list[OfficePanel]:
    return [
        OfficePanel(
            seat,
            "单位与文书",
            "印在每张文书上的字。",
            (("单位", OFFICE), ("文书代字", PAPERS), ("评估参考", LEVELS)),
        ),
        OfficePanel(
            seat,
            "回复用语",
            "先行回复用的（第十二条），和各类评论可套用的（第十一条）。",
            (("先行回复", WORDINGS), ("各类评论", PHRASES)),
        ),
        OfficePanel(
            seat,
            "督办与同意",
            "督办的阶梯（第三条），另须副组长同意的事，纸质签批的效力（第九条）。",
            (("督办阶梯", LADDER), ("同意与签批", AGREEMENTS), ("监测", MONITORING)),
        ),
        OfficePanel(seat, "网络", "程序只在登记时打开粘贴的链接，不自行抓取。", (("打开链接", NETWORK),)),
    ]
