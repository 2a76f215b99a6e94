from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.filter_chip import FilterChip
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.inputs.figure_input import FigureInput
from ui.widgets.inputs.file_input import FileInput
from ui.widgets.inputs.line_input import LineInput
from ui.widgets.inputs.moment_input import MomentInput
from ui.widgets.segmented import Segmented
from ui.widgets.text_edit import TextEdit
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import HIDDEN, UNKNOWN, at_least, number


@pytest.fixture
def moment(qtbot: QtBot) -> MomentInput:
    made = MomentInput(lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1123", datetime(2026, 11, 23, tzinfo=SHANGHAI)),
        ("11.23", datetime(2026, 11, 23, tzinfo=SHANGHAI)),
        ("昨天 9:30", datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)),
        ("2026-11-20 08:12", datetime(2026, 11, 20, 8, 12, tzinfo=SHANGHAI)),
    ],
)
def test_a_time_may_be_typed_in_a_hurry(
    moment: MomentInput, qtbot: QtBot, typed: str, meant: datetime
) -> None:
    moment.edit.insert(typed)
    assert moment.value() == meant
    assert moment.reason() == ""
    moment.edit.editingFinished.emit()
    assert moment.edit.text() == f"{meant:%Y-%m-%d %H:%M}"


def test_t_is_now_and_plus_and_minus_move_a_day(moment: MomentInput, qtbot: QtBot) -> None:
    qtbot.keyClick(moment.edit, Qt.Key.Key_T)
    assert moment.value() == NOW
    qtbot.keyClick(moment.edit, Qt.Key.Key_Plus)
    assert moment.value() == NOW + timedelta(days=1)
    qtbot.keyClick(moment.edit, Qt.Key.Key_Minus)
    qtbot.keyClick(moment.edit, Qt.Key.Key_Minus)
    assert moment.value() == NOW - timedelta(days=1)


def test_a_minus_within_a_date_is_a_hyphen(moment: MomentInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(moment.edit, "11-20")
    assert moment.edit.text() == "11-20"
    assert moment.value() == datetime(2026, 11, 20, tzinfo=NOW.tzinfo)


def test_what_is_no_time_is_said_so_and_stays(moment: MomentInput) -> None:
    moment.edit.insert("好像是上周")
    assert moment.value() is None
    assert "看不懂" in moment.reason()
    assert moment.meaning.text() == "看不懂"


def test_a_day_ahead_without_its_year_is_the_coming_one(qtbot: QtBot) -> None:
    made = MomentInput(lambda: NOW, day_only=True, ahead=True)
    qtbot.addWidget(made)
    made.edit.insert("0105")
    assert made.value() == date(2027, 1, 5)


def test_the_calendar_gives_a_day_and_keeps_the_hour(moment: MomentInput, qtbot: QtBot) -> None:
    moment.set_value(NOW)
    moment.open_calendar()
    popup = moment.findChild(CalendarPopup)
    assert popup is not None
    assert popup.windowType() == Qt.WindowType.Tool
    qtbot.keyClick(popup.grid, Qt.Key.Key_Left)
    qtbot.keyClick(popup.grid, Qt.Key.Key_PageUp)
    qtbot.keyClick(popup.grid, Qt.Key.Key_Return)
    assert moment.value() == NOW.replace(month=10, day=23)


def test_the_calendar_tells_rest_days_and_worked_weekends(qtbot: QtBot) -> None:
    popup = CalendarPopup(date(2026, 1, 31), date(2026, 1, 2), lambda day: "休" if day.day == 1 else "")
    qtbot.addWidget(popup)
    popup.grid.turn(1)
    assert popup.grid.day == date(2026, 2, 28)
    popup.grid.go_to(date(2026, 3, 1))
    assert popup.grid.accessibleDescription() == "2026-03-01 休"
    popup.grid.turn(-3)
    assert popup.grid.day == date(2025, 12, 1)


@pytest.mark.article("第七条")
def test_a_figure_is_a_number_at_least_hidden_or_unknown_but_never_nought_by_silence(qtbot: QtBot) -> None:
    made = FigureInput()
    qtbot.addWidget(made)
    assert made.value() == UNKNOWN
    made.edit.insert("1.2万")
    assert made.value() == number(12_000)
    made.set_value(at_least(100_000))
    assert made.edit.text() == "10万+"
    assert made.value() == at_least(100_000)
    made.hidden.click()
    assert made.value() == HIDDEN
    assert not made.edit.isEnabled()


def test_text_that_is_no_count_is_said_so(qtbot: QtBot) -> None:
    made = FigureInput()
    qtbot.addWidget(made)
    made.edit.insert("很多")
    assert made.value() == UNKNOWN
    assert "很多" in made.reason()


def test_a_list_gives_its_own_values_and_nothing_before_a_choice(qtbot: QtBot) -> None:
    made = ChoiceInput([(3, "政务服务科"), (5, "安全科")], required=True)
    qtbot.addWidget(made)
    assert made.value() is None
    made.set_value(5)
    assert made.combo.currentText() == "安全科"
    made.set_choices([(5, "安全科"), (9, "规划科")])
    assert made.value() == 5
    made.set_choices([(9, "规划科")])
    assert made.value() is None


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_suggestions_never_replace_a_shorter_word_and_tab_goes_on(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    first, second = LineInput(suggestions=["市民论坛", "市民热线"]), LineInput()
    column.addWidget(first)
    column.addWidget(second)
    box.show()
    box.activateWindow()
    first.edit.setFocus()
    first.edit.insert("市民")
    first.edit.completer().complete()
    popup = first.edit.completer().popup()
    assert popup.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    assert popup.isHidden()
    assert first.value() == "市民"
    assert box.focusWidget() is second.edit


def test_a_line_knows_when_pinyin_is_being_composed(qtbot: QtBot) -> None:
    made = LineInput()
    qtbot.addWidget(made)
    QApplication.sendEvent(made.edit, QInputMethodEvent("shi", []))
    assert made.edit.is_composing
    event = QInputMethodEvent()
    event.setCommitString("市")
    QApplication.sendEvent(made.edit, event)
    assert not made.edit.is_composing
    assert made.value() == "市"


def test_pasted_text_comes_in_plain_and_tab_leaves(qtbot: QtBot) -> None:
    made = TextEdit()
    qtbot.addWidget(made)
    mime = QMimeData()
    mime.setHtml("<b>粗</b>")
    mime.setText("粗")
    made.insertFromMimeData(mime)
    assert made.toPlainText() == "粗"
    assert made.tabChangesFocus()


def test_a_text_grows_with_its_words(qtbot: QtBot) -> None:
    made = TextEdit(lines=2)
    qtbot.addWidget(made)
    low = made.sizeHint().height()
    made.setPlainText("行\n" * 6)
    assert made.sizeHint().height() > low
    made.setPlainText("行\n" * 100)
    assert made.sizeHint().height() < 14 * made.fontMetrics().lineSpacing()


def test_a_text_is_as_high_as_its_words_at_any_width_before_it_is_shown(qtbot: QtBot) -> None:
    made = TextEdit(lines=3)
    qtbot.addWidget(made)
    least = made.heightForWidth(700)
    made.setPlainText("市民反映预约系统打不开。" * 20)
    assert least < made.heightForWidth(700) < made.heightForWidth(350)
    assert made.heightForWidth(100) == made.heightForWidth(60)
    made.resize(700, made.heightForWidth(700))
    made.show()
    assert made.verticalScrollBar().maximum() == 0


def test_pills_are_chosen_by_number_keys(qtbot: QtBot) -> None:
    made = Segmented([("a", "同意"), ("b", "退回")])
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.changed) as told:
        qtbot.keyClick(made, Qt.Key.Key_2)
    assert told.args == ["b"]
    assert made.value == "b"
    made.choose("none")
    assert made.value == ""


def test_files_are_added_once_dropped_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    scan = tmp_path / "扫描件.png"
    scan.write_bytes(b"1234")
    made = FileInput(lambda: [scan])
    qtbot.addWidget(made)
    made.button.click()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    made.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert made.value() == (scan,)
    made._remove(scan)
    assert made.value() == ()


SECTIONS = ((1, "政务服务科"), (2, "数据资源科"), (3, "安全科"), (4, "政策法规科"), (5, "办公室"))


@pytest.mark.parametrize(
    ("letters", "value"), [("zc", 4), ("zw", 1), ("sjzy", 2), ("B", 5), ("zz", 4), ("x", None)]
)
def test_letters_find_a_choice_by_its_pinyin(qtbot: QtBot, letters: str, value: int | None) -> None:
    chosen = ChoiceInput(SECTIONS)
    qtbot.addWidget(chosen)
    chosen.show()
    for letter in letters:
        qtbot.keyClicks(chosen.combo, letter)
    assert chosen.value() == value


def test_letters_mark_a_choice_in_the_open_list_without_choosing_it(qtbot: QtBot) -> None:
    chosen = ChoiceInput(SECTIONS)
    qtbot.addWidget(chosen)
    qtbot.keyClicks(chosen.combo.view(), "aq")
    assert chosen.combo.view().currentIndex().data() == "安全科"
    assert chosen.value() is None


def test_letters_find_a_filter_in_its_menu(qtbot: QtBot) -> None:
    chip = FilterChip("科室", [(label, label) for _, label in SECTIONS])
    qtbot.addWidget(chip)
    qtbot.keyClicks(chip.menu(), "aq")
    marked = chip.menu().activeAction()
    assert marked is not None and marked.text() == "安全科"


def test_initials_find_a_suggestion_and_its_own_words_are_taken(qtbot: QtBot) -> None:
    line = LineInput(suggestions=["微博", "微信公众号", "领导留言板", "QQ 空间"])
    qtbot.addWidget(line)
    line.show()
    completer = line.edit.completer()
    for typed, found in (("wx", ["微信公众号"]), ("qq", ["QQ 空间"]), ("留言", ["领导留言板"])):
        line.edit.clear()
        line.edit.textEdited.emit(typed)
        completer.setCompletionPrefix(typed)
        model = completer.completionModel()
        assert [model.index(at, 0).data() for at in range(model.rowCount())] == found
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "领导留言板"
