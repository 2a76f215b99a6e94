"""The help is whole, its links lead somewhere, and its words and figures are those of the program."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.architecture.sources import ROOT
from tests.ui.dialogs.conftest import Stage
from tests.ui.dialogs.conftest import stage as stage
from tests.ui.help.all_dialogs import act_dialogs
from tests.walk import Office
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.item_dialogs import _OPENERS
from ui.dialogs.simple_dialog import SimpleDialog
from ui.help.chapters import ACT_CHAPTERS, CHAPTERS, PAGE_CHAPTERS
from ui.help.help_text import chapter, found, words_of
from ui.help.help_window import HelpWindow
from ui.help.made_chapters import MADE
from ui.pages.settings.settings_page import SettingsPage
from ui.shell.geometry import Geometry
from ui.shell.menu_plan import ACTIONS
from ui.shell.open_window import open_window
from ui.shell.rail_entries import rail_entries
from ui.shell.shortcut_sheet import ELSEWHERE
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain import vocabulary
from yuqing_desktop.domain.limits import FACTORY_PROFILE
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.regulation import ARTICLES
from yuqing_desktop.domain.vocabulary import Act, Status, Word
from yuqing_desktop.paths import resources

FOLDER = resources() / "help"
LINK = re.compile(r'<a href="([^"]+)">')
ENGLISH = {
    "Alt", "Ctrl", "Shift", "Enter", "Tab", "Esc", "Delete", "WPS", "Word", "Excel", "PDF", "is",
    "xlsx", "xls", "ods", "csv", "txt", "html", "xml", "json",
}  # fmt: skip


@pytest.fixture
def window(office: Office, geometry: Geometry, qtbot: QtBot) -> MainWindow:
    office.item_at(Status.HANDLED)
    made = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_chapter_has_its_text_and_every_text_its_chapter() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} | MADE.keys() == CHAPTERS.keys()


@pytest.mark.parametrize("key", CHAPTERS)
def test_a_chapter_is_well_formed_short_and_without_english(key: str) -> None:
    ElementTree.fromstring(f"<div>{chapter(key).replace('<br>', '<br/>')}</div>")
    assert 100 < len(words_of(key)) < 3000
    bare = re.sub(r"<[^>]+>|128-0a1b2c3d4e5f", " ", chapter(key))
    assert set(re.findall(r"[A-Za-z]{2,}", bare)) - ENGLISH == set()


def test_every_page_has_a_chapter(office: Office) -> None:
    def unused() -> None:
        raise AssertionError

    entries = rail_entries(unused, lambda key, argument: None, SYSTEM)  # type: ignore[arg-type]
    assert {entry.page for entry in entries} <= PAGE_CHAPTERS.keys()
    assert set(PAGE_CHAPTERS.values()) <= CHAPTERS.keys()


def test_every_act_and_every_dialog_has_a_chapter() -> None:
    assert set(ACT_CHAPTERS) == set(Act)
    assert set(ACT_CHAPTERS.values()) <= CHAPTERS.keys()
    acts = {held for held in _OPENERS.values() if isinstance(held, type)}
    by_act = acts | {DeskDialog, SimpleDialog}
    without = [
        kind.__name__
        for kind in act_dialogs()
        if kind.chapter not in CHAPTERS and kind not in by_act and kind.__name__ not in _BASES
    ]
    assert without == []


_BASES = {"LongDialog", "AssessDialog", "TransferDialog", "ApprovalDialog"}


def test_every_link_leads_somewhere(office: Office, window: MainWindow) -> None:
    settings = window.open("settings")
    assert isinstance(settings, SettingsPage)
    parts = {settings.parts.item(at).text() for at in range(settings.parts.count())}
    for key in CHAPTERS:
        for target in LINK.findall(chapter(key)):
            if not target.startswith("page:"):
                assert target in CHAPTERS, (key, target)
                continue
            page, _, argument = target.removeprefix("page:").partition("/")
            assert page in PAGE_CHAPTERS, (key, target)
            assert not argument or argument in parts, (key, target)


def test_the_glossary_has_every_word_of_the_architecture_page_and_of_the_vocabulary() -> None:
    glossary = words_of("glossary")
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("## Glossary")[2]
    words = [
        word.casefold()
        for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)[1:]
        for word in re.split(r"[ ·、（）]+", row.removesuffix(" "))
        if word and word != "---"
    ]
    assert len(words) > 30
    assert [word for word in words if word not in glossary] == []
    kinds = (
        Status, vocabulary.Level, vocabulary.ReplyNeed, vocabulary.CommentKind, vocabulary.Urgency,
        vocabulary.Role, vocabulary.ReplyChannel,
    )  # fmt: skip
    assert [one.label for kind in kinds for one in kind if one.label not in glossary] == []


@pytest.mark.parametrize(
    "kind", [Act, vocabulary.DutyKind, vocabulary.PaperKind], ids=lambda kind: kind.__name__
)
def test_every_act_duty_and_paper_is_spoken_of(kind: type[Word]) -> None:
    written = "".join(words_of(key) for key in CHAPTERS)
    assert [one.label for one in kind if one.label not in written] == []


def test_the_limits_told_are_those_the_program_is_delivered_with() -> None:
    rows = re.findall(r"<tr><td>(.+?)</td><td>(.+?)</td><td>(.+?)</td></tr>", chapter("calendar"))
    assert rows == [(one.stage.label, one.label, one.stage.article) for one in FACTORY_PROFILE.limits]


def test_every_key_told_is_a_key_of_the_program() -> None:
    keys = {action.shortcut for action in ACTIONS} | {one[2] for one in ELSEWHERE} | {"Ctrl+V", "Ctrl+S"}
    told = {
        key for name in CHAPTERS for key in re.findall(r"<b>((?:Ctrl|Alt|Shift|F\d)[^<]*)</b>", chapter(name))
    }
    assert len(told) > 20
    assert {key for key in told if key not in keys} == set()


def test_every_article_stands_in_the_regulation_chapter() -> None:
    assert all(article.number in words_of("regulation") for article in ARTICLES)
    assert all(act.label in words_of("regulation") for act in Act)


def test_f1_opens_the_help_at_the_page_in_front(window: MainWindow) -> None:
    window.open("rounds")
    window.actions_["help"].trigger()
    held: HelpWindow | None = window.findChild(HelpWindow)
    assert held is not None and held.shown == "rounds"
    window.open("approvals")
    window.actions_["help"].trigger()
    assert held.shown == "approve"
    assert len(window.findChildren(HelpWindow)) == 1


def test_a_link_of_the_help_opens_the_page_and_its_part(window: MainWindow) -> None:
    window.actions_["help"].trigger()
    held: HelpWindow = window.findChild(HelpWindow)
    held.text.anchorClicked.emit(QUrl("page:settings/日历"))
    settings = window.page
    assert isinstance(settings, SettingsPage)
    current = settings.parts.currentItem()
    assert current is not None and current.text() == "日历"
    held.text.anchorClicked.emit(QUrl("reply"))
    assert held.shown == "reply"


def test_f1_in_a_dialog_opens_the_chapter_of_its_act_and_offers_no_page(stage: Stage) -> None:
    dialog = stage.open(Act.REPLY, stage.office.item_at(Status.APPROVED))
    stage.qtbot.keyClick(dialog, Qt.Key.Key_F1)
    held: HelpWindow | None = dialog.findChild(HelpWindow)
    assert held is not None and held.shown == "reply"
    assert "page:" not in held.text.toHtml()
    assert not dialog.isHidden()


def test_a_search_leaves_the_chapters_that_hold_every_word_and_marks_them(qtbot: QtBot) -> None:
    held = HelpWindow(None)
    qtbot.addWidget(held)
    held.show_at("start")
    held.search.setText("打印 预览")
    left = held.findChild(QListWidget)
    assert 0 < left.count() < len(CHAPTERS)
    assert held.shown == "papers"
    assert held.text.extraSelections()
    held.search.setText("没有这样的词句")
    assert left.count() == 0 and not held.none.isHidden()


def test_searching_counts_every_word() -> None:
    assert "papers" in found("扫描枪")
    assert found("") == dict.fromkeys(CHAPTERS, 0)
