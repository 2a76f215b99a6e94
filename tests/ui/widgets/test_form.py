from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.line_input import LineInput
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.domain.figures import number
from yuqing_desktop.problems import BadInput, Refused

FIELDS = (
    Field("title", "标题(&T)", required=True, help="一句话说清"),
    Field("summary", "摘要", "text"),
    Field("reads", "阅读数", "figure"),
    Field("day", "签批日期", "date", beside=True),
    Field("need", "回复情况", "segmented", choices=[("needed", "需要"), ("replied", "已回")]),
    Field("section", "科室", "choice", choices=[(1, "安全科"), (2, "规划科")]),
    Field("assisting", "协办", "many", choices=[(1, "安全科"), (2, "规划科")]),
    Field("secret", "口令", "password"),
    Field("urgent", "加急", "check"),
    Field("who", "登记人", "said"),
    Field("files", "附件", "files"),
    Field("found", "发现时间", "moment"),
)


@pytest.fixture
def form(qtbot: QtBot, around: Surroundings) -> Form:
    made = Form(FIELDS, around)
    qtbot.addWidget(made)
    made.show()
    return made


def test_values_go_in_and_come_out_in_their_own_types(form: Form) -> None:
    values = {
        "title": "预约系统打不开",
        "summary": "两行\n摘要",
        "reads": number(326),
        "day": date(2026, 11, 24),
        "need": "needed",
        "section": 2,
        "assisting": (1, 2),
        "urgent": True,
        "who": "张敏",
    }
    form.set_values(values)
    assert {key: form.values()[key] for key in values} == values
    assert not form.is_dirty


def test_only_what_the_person_changed_is_a_change(form: Form, qtbot: QtBot) -> None:
    form.set_values({"title": "旧"})
    told: list[str] = []
    form.changed.connect(told.append)
    title = form.inputs["title"]
    assert isinstance(title, LineInput)
    title.edit.end(False)
    qtbot.keyClicks(title.edit, "x")
    assert form.changes() == {"title": "旧x"}
    assert told == ["title"]
    title.edit.backspace()
    assert not form.is_dirty


def test_every_label_has_its_buddy_and_every_input_its_name(form: Form) -> None:
    for key, field in form.fields.items():
        target = form.inputs[key].target
        assert target.accessibleName() == field.name
        assert any(label.buddy() is target for label in form.findChildren(QLabel))
    assert form.fields["title"].name == "标题"


def test_what_is_missing_or_cannot_be_read_is_said_under_its_field(form: Form) -> None:
    form.fill({"summary": "x"})
    reads = form.inputs["reads"].target
    reads.setText("许多")  # type: ignore[attr-defined]
    with pytest.raises(BadInput) as raised:
        form.require()
    assert set(raised.value.fields) == {"title", "reads"}
    form.show_errors(raised.value.fields)
    error = form._errors["title"]
    assert error.isVisible()
    assert error.text().startswith("请填写标题")
    assert form.inputs["title"].target.property("wrong") is True
    assert form.focusWidget() is form.inputs["title"].target


def test_an_error_leaves_when_the_field_is_changed_and_its_help_returns(form: Form, qtbot: QtBot) -> None:
    form.show_errors({"title": "请填写标题"})
    qtbot.keyClicks(form.inputs["title"].target, "x")
    assert form._errors["title"].text() == "一句话说清"
    assert form.inputs["title"].target.property("wrong") is False


def test_a_hidden_field_is_not_required(form: Form) -> None:
    form.show_field("title", shown=False)
    form.require()
    form.show_field("title", shown=True)
    with pytest.raises(BadInput):
        form.require()


def test_tab_order_follows_reading_order(form: Form) -> None:
    expected = [form.inputs[key].target for key in ("title", "summary", "reads")]
    form.activateWindow()
    form.focus("title")
    seen = [form.focusWidget()]
    for _ in range(2):
        seen[-1].focusNextChild()
        seen.append(form.focusWidget())
    assert seen == expected


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def dialog(qtbot: QtBot, around: Surroundings, prompts: ScriptedPrompts) -> ActDialog:
    made = ActDialog(
        None, prompts, title="审批：副组长", main="同意", danger="退回科室…", heading="标题" * 20
    )
    made.add_text("调查核实", "系统已恢复。" * 10)
    form = made.add_form(FIELDS, around)
    # Closed by the test's end with something typed, it would ask.
    qtbot.addWidget(made, before_close_func=lambda _: form.set_values(form.values()))
    made.show()
    return made


def test_enter_goes_on_and_only_ctrl_enter_submits(dialog: ActDialog, qtbot: QtBot) -> None:
    submitted: list[None] = []
    dialog.submitted.connect(lambda: submitted.append(None))
    dialog.activateWindow()
    title = dialog.forms[0].inputs["title"].target
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert submitted == []
    assert dialog.focusWidget() is not title
    qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(submitted) == 1


def test_nothing_is_submitted_while_pinyin_is_composed(dialog: ActDialog, qtbot: QtBot) -> None:
    submitted: list[None] = []
    dialog.submitted.connect(lambda: submitted.append(None))
    title = dialog.forms[0].inputs["title"].target
    title.setFocus()
    QApplication.sendEvent(title, QInputMethodEvent("tong", []))
    qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert submitted == []
    assert dialog.focusWidget() is title


def test_esc_asks_only_when_something_was_typed(
    dialog: ActDialog, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.forms[0].inputs["title"].target, "x")
    prompts.will(False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert prompts.asked == ["已填写的内容还没有保存，要放弃吗？"]
    dialog.forms[0].set_values({"title": ""})
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_problem_is_said_in_the_dialog_and_what_was_typed_stays(dialog: ActDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.forms[0].inputs["title"].target, "abc")
    dialog.set_busy(busy=True)
    assert not dialog.main.isEnabled()
    dialog.show_problem(BadInput({"summary": "请填写摘要"}, article="第七条"))
    assert dialog.main.isEnabled()
    assert dialog.problem.words == "请填写摘要。请改正后再试。（依据第七条）"
    assert dialog.forms[0]._errors["summary"].text() == "请填写摘要"
    assert dialog.forms[0].values()["title"] == "abc"
    dialog.show_problem(Refused("不能同意（第九条）。", article="第九条"))
    assert dialog.problem.words == "不能同意（第九条）。"
    assert dialog.forms[0]._errors["summary"].isHidden()


def test_no_button_is_a_default_and_the_dialog_fits_a_small_screen(dialog: ActDialog) -> None:
    assert not any(button.isDefault() for button in (dialog.main, dialog.danger, dialog.cancel))
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()
    assert dialog.width() <= room.width()


def test_the_red_button_is_told_apart(dialog: ActDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.turned_down):
        dialog.danger.click()
