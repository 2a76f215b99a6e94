"""Every act's dialog by keyboard (E20): reading order, safe buttons, Esc asks only about what was typed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from tests.ui.dialogs.conftest import Stage
from tests.ui.dialogs.test_act_dialogs import READY
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.handling_dialog import HandlingDialog
from ui.widgets.inputs.input import Input
from ui.widgets.inputs.line_input import LineInput
from ui.widgets.inputs.said_input import SaidInput
from ui.widgets.inputs.text_input import TextInput
from yuqing_desktop.domain.vocabulary import Act


@pytest.mark.parametrize("act", READY, ids=str)
def test_tab_goes_as_the_eye_does_and_ends_at_the_buttons(stage: Stage, act: Act) -> None:
    dialog = stage.open(act, READY[act](stage.office))
    stops = _stops(dialog)
    fields = _inputs_in_order(dialog, stops)
    places = [_row_and_column(dialog, one) for one in fields]
    assert places == sorted(places)
    shown = [one for form in dialog.forms for one in form.inputs.values() if one.isVisible()]
    assert [one for one in shown if one not in fields and not isinstance(one, SaidInput)] == []
    buttons = [one for one in (dialog.danger, dialog.cancel, dialog.main) if one.isVisible()]
    assert [stop for stop in stops if stop in buttons] == buttons
    last = max((stops.index(one) for one in stops if _holds(fields, one)), default=-1)
    assert last < stops.index(buttons[0])
    dialog.hide()


def test_the_phrases_are_reached_from_the_text_they_go_into(stage: Stage) -> None:
    dialog = stage.open(Act.REPORT_HANDLING, READY[Act.REPORT_HANDLING](stage.office))
    assert isinstance(dialog, HandlingDialog)
    dialog.form.focus("text")
    stage.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.phrases
    dialog.hide()


@pytest.mark.parametrize("act", READY, ids=str)
def test_no_button_is_pressed_by_enter_unless_it_has_the_keyboard(stage: Stage, act: Act) -> None:
    dialog = stage.open(act, READY[act](stage.office))
    assert [
        one.text() for one in dialog.findChildren(QPushButton) if one.isDefault() or one.autoDefault()
    ] == []
    dialog.hide()


@pytest.mark.parametrize("act", READY, ids=str)
def test_esc_leaves_at_once_and_asks_only_about_what_was_typed(stage: Stage, act: Act) -> None:
    item = READY[act](stage.office)
    untouched = stage.open(act, item)
    stage.qtbot.keyClick(untouched, Qt.Key.Key_Escape)
    assert untouched.isHidden() and not stage.prompts.asked
    typed = stage.open(act, item)
    field = _text_field(typed)
    if field is None:
        typed.hide()
        return
    stage.type(field.target, "改")
    stage.prompts.will(False, True)
    stage.qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert not typed.isHidden()
    assert field.value() == "改" or "改" in str(field.value())
    stage.qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert typed.isHidden()
    assert len(stage.prompts.asked) == 2


@pytest.mark.parametrize("act", READY, ids=str)
def test_every_field_is_reached_by_its_own_letter(stage: Stage, act: Act) -> None:
    dialog = stage.open(act, READY[act](stage.office))
    shown = [one for form in dialog.forms for one in form.inputs.items() if one[1].isVisible()]
    letters: dict[str, list[QLabel]] = {}
    for label in dialog.findChildren(QLabel):
        if label.buddy() is not None and not QKeySequence.mnemonic(label.text()).isEmpty():
            letters.setdefault(QKeySequence.mnemonic(label.text()).toString()[-1], []).append(label)
    buttons = [
        QKeySequence.mnemonic(one.text()).toString()[-1:] for one in dialog.findChildren(QAbstractButton)
    ]
    assert not {*filter(None, buttons)} & letters.keys()
    assert [letter for letter, labels in letters.items() if len(labels) > 1] == []
    for letter, (label,) in letters.items():
        if not label.isVisible():
            continue
        stage.qtbot.keyClick(dialog, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
        target, focused = label.buddy(), dialog.focusWidget()
        assert focused is target or target.isAncestorOf(focused), label.text()
    said = [held for _, held in shown if isinstance(held, SaidInput)]
    assert len([one for (one,) in letters.values() if one.isVisible()]) == len(shown) - len(said)
    dialog.hide()


def _stops(dialog: DeskDialog) -> list[QWidget]:
    """The widgets Tab stops at, from the first input to the last button."""
    first = dialog.focusWidget()
    assert first is not None
    stops, at = [first], first
    for _ in range(300):
        at = at.nextInFocusChain()
        if at is first:
            break
        tabs = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabs and at.isVisible() and at.isEnabled() and at.focusProxy() is None and at.window() is dialog:
            stops.append(at)
    return stops


def _inputs_in_order(dialog: DeskDialog, stops: list[QWidget]) -> list[Input]:
    held: list[Input] = []
    for stop in stops:
        for form in dialog.forms:
            for one in form.inputs.values():
                if (one is stop or one.isAncestorOf(stop)) and one not in held:
                    held.append(one)
    return held


def _holds(fields: list[Input], stop: QWidget) -> bool:
    return any(one is stop or one.isAncestorOf(stop) for one in fields)


def _row_and_column(dialog: DeskDialog, one: QWidget) -> tuple[int, int]:
    at = one.mapTo(dialog, QPoint())
    return at.y() // 12, at.x()


def _text_field(dialog: DeskDialog) -> Input | None:
    fields = [one for form in dialog.forms for one in form.inputs.values()]
    return next((one for one in fields if isinstance(one, LineInput | TextInput) and one.isVisible()), None)
