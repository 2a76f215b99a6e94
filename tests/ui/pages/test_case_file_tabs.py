"""热度, 附件 and 同一事件 in the case file."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.registry.detail_pane import DetailPane
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.evidence_curve import EvidenceCurve
from ui.widgets.evidence_picture import HEIGHT, WIDTH, EvidencePicture, small_picture
from ui.widgets.segmented import Segmented
from yuqing_desktop.domain.affairs import Judgement, Relation
from yuqing_desktop.domain.figures import at_least, number
from yuqing_desktop.domain.records import FigureReading, Note
from yuqing_desktop.domain.vocabulary import Act, Level, Status

TEXT = "昨天上午去大厅办居住证，网上预约系统一直显示繁忙，叫号机也停了，前面排了六十多人，志愿者说系统升级没有通知。"


@pytest.fixture
def pane(qtbot: QtBot, seat: Seat) -> DetailPane:
    held = DetailPane(seat)
    qtbot.addWidget(held)
    held.resize(360, 700)
    held.show()
    return held


def words(tab: QWidget) -> str:
    shown = [label for label in tab.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(label.text() for label in shown)


def press(tab: QWidget, verb: str) -> None:
    [one for one in tab.findChildren(QPushButton) if one.text() == verb][-1].click()


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.article("第七条")
def test_heat_shows_the_frozen_reading_growth_and_the_proposal(
    office: Office, pane: DetailPane, acts: RecordingActs
) -> None:
    item = office.assess(office.register(reads=number(1000)), Level.ORDINARY)
    office.pass_time(hours=2)
    office.core.register.read_figures(
        office.clerk, item.id, FigureReading(reads=number(60_000), forwards=item.forwards)
    )
    pane.show_item(item.id)
    pane.tabs.setCurrentWidget(pane.heat)
    said = words(pane.heat)
    assert "登记时，不可修改" in said and "阅读 +59,000（每小时 +29,500）" in said
    assert "+0" not in said
    assert "阅读数60000，达到50000" in said and "高于现在的等级（一般）" in said
    assert pane.tabs.tabText(3) == "热度 1"
    press(pane.heat, "重新评估…")
    press(pane.heat, "补读数…")
    assert [asked[1] for asked in acts.asked] == [Act.REASSESS, Act.READ_FIGURES]


def test_of_many_readings_the_latest_and_the_frozen_one_stand_there_and_the_rest_on_demand(
    office: Office, pane: DetailPane
) -> None:
    item = office.register(reads=number(1))
    with office.core.store.many():
        for reads in range(2, 32):
            office.pass_time(hours=1)
            office.core.register.read_figures(office.clerk, item.id, FigureReading(reads=number(reads)))
    pane.show_item(item.id)
    pane.tabs.setCurrentWidget(pane.heat)
    told = [line for line in words(pane.heat).splitlines() if line.startswith("阅读 ") and "转发" in line]
    assert [int(line.split()[1]) for line in told] == [*range(31, 11, -1), 1]
    press(pane.heat, "更早的 10 次")
    pane.heat.column.activate()
    shown = [pane.heat.column.itemAt(at).widget() for at in range(pane.heat.column.count())]
    told = [line for one in shown if one for line in words(one).splitlines() if "转发 " in line]
    assert [int(line.split()[1]) for line in told] == list(range(31, 0, -1))


def test_a_curve_of_two_hundred_readings_tells_its_ends_and_is_no_thicker(
    qtbot: QtBot, office: Office
) -> None:
    now = office.clock.now()
    curve = EvidenceCurve()
    qtbot.addWidget(curve)
    curve.resize(300, 130)
    curve.show_dots("阅读", [(now + timedelta(hours=at), number(500), at == 0) for at in range(200)])
    assert curve.accessibleName().count("；") == 7 and "登记时" in curve.accessibleName()
    image, area = curve.grab().toImage(), curve._area()
    ground = image.pixelColor(2, 2)
    middle = round(area.center().x())
    assert sum(image.pixelColor(middle, y) != ground for y in range(20)) < 5


def test_one_reading_draws_no_curve(office: Office, pane: DetailPane) -> None:
    pane.show_item(office.register(reads=number(1000)).id)
    pane.tabs.setCurrentWidget(pane.heat)
    assert pane.heat.findChildren(EvidenceCurve) == []


def test_the_curve_says_its_readings_and_paints(qtbot: QtBot, office: Office) -> None:
    now = office.clock.now()
    curve = EvidenceCurve()
    qtbot.addWidget(curve)
    curve.resize(320, 132)
    later = now + timedelta(hours=1)
    curve.show_dots("阅读", [(now, number(300), True), (later, at_least(100_000), False)])
    blank = EvidenceCurve()
    qtbot.addWidget(blank)
    blank.resize(320, 132)
    assert "300（登记时）" in curve.accessibleName() and "10万+" in curve.accessibleName()
    assert curve.grab().toImage() != blank.grab().toImage()


@pytest.mark.article("第七条")
def test_evidence_shows_pictures_small_and_when_the_post_was_last_seen(
    office: Office, pane: DetailPane
) -> None:
    item = office.register()
    office.core.attachments.attach_bytes(
        office.clerk, item.id, "截图.png", picture(1200, 300), link="https://a.cn"
    )
    pane.show_item(item.id)
    pane.tabs.setCurrentWidget(pane.evidence)
    (small,) = pane.evidence.findChildren(EvidencePicture)
    shown = small.pixmap()
    assert shown.width() / shown.devicePixelRatio() == WIDTH and shown.height() < HEIGHT * 2
    said = words(pane.evidence)
    assert "来自 https://a.cn" in said and "张敏" in said and "原帖最后见于" in said


def test_a_deleted_post_is_said_so(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.REPLIED)
    office.core.duty_acts.note(office.clerk, Act.FOLLOW_UP, item.id, Note(words="帖子没了", stage="已删除"))
    pane.show_item(item.id)
    pane.tabs.setCurrentWidget(pane.evidence)
    assert "已删除" in words(pane.evidence)


def test_what_is_no_picture_or_too_large_is_not_decoded() -> None:
    assert small_picture(b"\x89PNG no picture").isNull()
    assert small_picture(b"").isNull()
    small = small_picture(picture(2000, 1000))
    assert (small.width(), small.height()) == (WIDTH * 2, WIDTH)


@pytest.mark.article("第三条")
def test_what_is_like_the_item_is_judged_from_the_case_file(office: Office, pane: DetailPane) -> None:
    first = office.register(title="居住证预约系统繁忙", summary=TEXT, link="")
    second = office.register(title="预约系统繁忙", summary=TEXT.replace("六十多", "七十多"), link="")
    pane.show_item(second.id)
    panel = pane.overview.alike
    assert first.number in "".join(one.text() for one in panel.findChildren(QPushButton))
    panel.findChildren(Segmented)[0].changed.emit(Relation.SIBLING.value)
    (said,) = office.core.store.find(Judgement)
    assert said.relation is Relation.SIBLING
    pane.refresh()
    assert "同一事件另有 1 件" in words(panel)


def test_an_item_is_taken_out_of_its_event(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts
) -> None:
    one, two = (office.register(link=f"https://weibo.com/1/Nabcdefg{end}") for end in "xy")
    office.core.affairs.judge(office.clerk, two.id, one.id, Relation.SAME)
    pane.show_item(two.id)
    prompts.will(True)
    press(pane.overview.alike, "本件移出")
    assert office.core.registry.item(two.id).affair_id is None


def test_an_item_that_stands_alone_shows_no_panel(office: Office, pane: DetailPane) -> None:
    pane.show_item(office.register().id)
    assert pane.overview.alike.isHidden()


def test_another_post_of_the_event_is_gone_to(office: Office, seat: Seat, qtbot: QtBot) -> None:
    one, two = (office.register(link=f"https://weibo.com/1/Nabcdefg{end}") for end in "xy")
    page = RegistryPage(seat)
    qtbot.addWidget(page)
    page.show()
    assert page.table.current_id() == two.id
    page.detail.item_asked.emit(one.id)
    assert page.table.current_id() == one.id
