"""A list is saved under a name and found again as it was (E13)."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.registry.kept_views import keep_views, kept_views
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.registry.saved_view import SavedView
from ui.pages.registry.view_name_dialog import ViewNameDialog
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.filters import Filter, parse
from yuqing_desktop.domain.people import Actor

Sit = Callable[[Actor], MainWindow]


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> ScriptedPrompts:
    made = ScriptedPrompts()
    monkeypatch.setattr("ui.shell.open_window.WindowPrompts", lambda: made)
    return made


@pytest.fixture
def sit(office: Office, geometry: Geometry, qtbot: QtBot, prompts: ScriptedPrompts) -> Sit:
    for title, platform in (("甲", "论坛"), ("乙", "微博"), ("丙", "论坛")):
        office.register(title=title, platform=platform)

    def open_as(actor: Actor) -> MainWindow:
        made = open_window(office.core, actor, geometry, InlineRunner())
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        return made

    return open_as


def registry(window: MainWindow, key: str = "registry") -> RegistryPage:
    page = window.open(key)
    assert isinstance(page, RegistryPage)
    return page


def titles(page: RegistryPage) -> list[str]:
    return [page.table.rows.row(at).title for at in range(len(page.table.rows.ids))]


def named(name: str) -> Callable[[ViewNameDialog], object]:
    def work(dialog: ViewNameDialog) -> None:
        dialog.form.fill({"name": name})
        dialog.main.click()

    return work


def saved(window: MainWindow, prompts: ScriptedPrompts, name: str, typed: str = "平台:论坛") -> RegistryPage:
    page = registry(window)
    page.bar.ask(parse(typed))
    prompts.will(named(name))
    window.actions_["view_save_as"].trigger()
    return page


def test_a_filter_its_columns_and_its_order_are_saved_under_a_name(
    office: Office, sit: Sit, prompts: ScriptedPrompts
) -> None:
    window = sit(office.clerk)
    page = registry(window)
    page.table.head.sort_by("title")
    keys = [column.key for column in page.table.rows.columns]
    page.table.head.show_column(keys.index("section"), on=True)
    saved(window, prompts, "论坛的")
    assert window.front == "registry.view.论坛的"
    assert window.rail.count("registry.view.论坛的") == "2"
    page.bar.clear()
    page.table.head.sort_by("due")
    registry(window, "registry.view.论坛的")
    assert titles(page) == ["丙", "甲"]
    assert page.table.head.sort == [("title", False)]
    assert not page.table.head.isSectionHidden(keys.index("section"))


def test_a_view_survives_a_restart_and_belongs_to_one_person(
    office: Office, sit: Sit, prompts: ScriptedPrompts
) -> None:
    saved(sit(office.clerk), prompts, "论坛的")
    again = sit(office.clerk)
    assert titles(registry(again, "registry.view.论坛的")) == ["丙", "甲"]
    assert "registry.view.论坛的" not in sit(office.deputy).rail._buttons


def test_a_changed_view_says_so_and_is_saved_or_put_back(
    office: Office, sit: Sit, prompts: ScriptedPrompts
) -> None:
    window = sit(office.clerk)
    page = saved(window, prompts, "论坛的")
    assert page.bar.view.text() == "视图：论坛的"
    assert not window.actions_["view_save"].isEnabled()
    page.bar.ask(parse("平台:微博"))
    assert page.bar.view.text() == "视图：论坛的 •"
    window.actions_["view_revert"].trigger()
    assert titles(page) == ["丙", "甲"]
    assert page.bar.view.text() == "视图：论坛的"
    page.table.head.sort_by("title")
    assert page.bar.view.text() == "视图：论坛的 •"
    page.bar.ask(parse("平台:微博"))
    window.actions_["view_save"].trigger()
    assert page.bar.view.text() == "视图：论坛的"
    assert window.rail.count("registry.view.论坛的") == "1"


def test_a_built_in_view_may_be_put_back_and_saved_under_another_name_only(
    office: Office, sit: Sit, prompts: ScriptedPrompts
) -> None:
    window = sit(office.clerk)
    page = registry(window, "registry.to_assess")
    assert page.bar.view.text() == "视图：待评估"
    page.bar.ask(parse("状态:待评估 平台:微博"))
    assert page.bar.view.text() == "视图：待评估 •"
    able = {key: window.actions_[key].isEnabled() for key in ("view_save", "view_save_as", "view_revert")}
    assert able == {"view_save": False, "view_save_as": True, "view_revert": True}
    assert not window.actions_["view_delete"].isEnabled()


def test_the_registry_comes_back_as_it_was_left(office: Office, sit: Sit, prompts: ScriptedPrompts) -> None:
    window = sit(office.clerk)
    page = registry(window)
    page.bar.ask(Filter(words=("乙",)))
    registry(window, "registry.to_assess")
    assert len(titles(page)) == 3
    registry(window)
    assert titles(page) == ["乙"]
    assert page.bar.view.text() == "视图"


def test_views_are_renamed_ordered_and_deleted(office: Office, sit: Sit, prompts: ScriptedPrompts) -> None:
    window = sit(office.clerk)
    saved(window, prompts, "一")
    saved(window, prompts, "二", "平台:微博")
    window.actions_["view_up"].trigger()
    kept = lambda: [view.name for view in kept_views(window._geometry, office.clerk)]  # noqa: E731
    assert kept() == ["二", "一"]
    places = [window.rail.button(f"registry.view.{name}").y() for name in kept()]
    QApplication.sendPostedEvents()
    assert places == sorted(places)
    prompts.will(named("三"))
    window.actions_["view_rename"].trigger()
    assert kept() == ["三", "一"]
    assert window.front == "registry.view.三"
    prompts.will(True)
    window.actions_["view_delete"].trigger()
    assert kept() == ["一"]
    assert window.front == "registry"
    assert "不影响任何事项" in prompts.asked[-1]


def test_a_name_that_is_taken_is_refused(office: Office, sit: Sit, prompts: ScriptedPrompts) -> None:
    window = sit(office.clerk)
    page = registry(window)
    said: list[str] = []

    def work(dialog: ViewNameDialog) -> None:
        dialog.form.fill({"name": "待评估"})
        dialog.main.click()
        said.append(dialog.problem.words)
        dialog.form.set_values({"name": ""})
        dialog.cancel.click()

    prompts.will(work)
    page.handlers()["view_save_as"]()
    assert "已有“待评估”" in said[0]
    assert kept_views(window._geometry, office.clerk) == ()


def test_a_named_range_of_days_moves_with_the_day(office: Office, sit: Sit, prompts: ScriptedPrompts) -> None:
    window = sit(office.clerk)
    page = saved(window, prompts, "今天的", "发布:今天")
    assert page.bar.days.chosen == ("今天",)
    assert len(titles(page)) == 3
    office.pass_time(days=1)
    page.handlers()["refresh"]()
    assert titles(page) == []
    assert page.bar.view.text() == "视图：今天的"


def test_what_was_kept_and_cannot_be_read_is_no_view(office: Office, geometry: Geometry) -> None:
    keep_views(geometry, office.clerk, [SavedView("甲")])
    assert kept_views(geometry, office.clerk) == (SavedView("甲"),)
    geometry.save_text(f"views_{office.clerk.person_id}", '[{"nonsense": 1}]')
    assert kept_views(geometry, office.clerk) == ()


def test_a_view_whose_words_are_no_longer_known_says_so_and_the_window_goes_on(
    office: Office, sit: Sit, geometry: Geometry
) -> None:
    keep_views(geometry, office.clerk, [SavedView("旧的", typed="状态:没有这个")])
    page = registry(sit(office.clerk), "registry.view.旧的")
    assert "没有状态“没有这个”" in page.bar.error.text()
