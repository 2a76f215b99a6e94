import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from ui.shell.appearance import Appearance
from ui.shell.application import prepare_environment
from ui.shell.icons import pixmap, svg
from ui.shell.theme import DARK, LIGHT, Tokens
from yuqing_desktop.paths import resources

INKS = ("text", "muted", "accent", "danger", "warn", "ok")
GROUNDS = ("bg", "surface", "rail", "hover", "soft", "danger_soft", "warn_soft", "ok_soft")


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_must_be_read_can_be_read_on_every_ground(tokens: Tokens) -> None:
    weak = [
        (ink, ground)
        for ink, ground in product(INKS, GROUNDS)
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    ]
    assert weak == []
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5


def test_the_style_sheet_names_no_colour_and_every_token_it_names_exists() -> None:
    sheet = (resources() / "style" / "app.qss").read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?!\w)", sheet)
    known = {*Tokens.__slots__, "base", "small", "title", "control", "inner", "icons"}
    assert {a or b for a, b in re.findall(r"\$(?:\{(\w+)\}|(\w+))", sheet)} <= known


def test_the_look_changes_at_once_without_restart(appearance: Appearance, qtbot: QtBot) -> None:
    label = QLabel("字")
    qtbot.addWidget(label)
    label.show()
    appearance.apply(replace(appearance.look, scheme="dark", size="huge"))
    assert label.palette().color(label.foregroundRole()).name().upper() == DARK.text
    assert label.font().pixelSize() == 17
    assert appearance.is_dark
    appearance.apply(replace(appearance.look, scheme="light", size="medium"))
    assert label.font().pixelSize() == 13


def test_rows_are_52_and_36_pixels_high(appearance: Appearance) -> None:
    assert replace(appearance.look, density="standard").row == 52
    assert replace(appearance.look, density="compact").row == 36


def test_a_list_keeps_its_arrow_under_the_style_sheet(appearance: Appearance, qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItem("微博")
    qtbot.addWidget(box)
    box.resize(160, 34)
    box.show()
    image = box.grab().toImage()
    arrow = [image.pixelColor(x, y).name() for x in range(136, 152) for y in range(10, 24)]
    assert any(contrast(color, LIGHT.surface) > 3 for color in arrow)


def test_qt_itself_speaks_chinese(qapp: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QCoreApplication.translate("QLineEdit", "Select All") == "选择全部" or QCoreApplication.translate(
        "QLineEdit", "Select All"
    ) not in ("Select All", "")


@pytest.mark.parametrize(
    ("before", "after"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", "")]
)
def test_fcitx_is_reached_through_ibus(before: str, after: str) -> None:
    environ = {"QT_IM_MODULE": before}
    prepare_environment(environ)
    assert environ["QT_IM_MODULE"] == after


@pytest.mark.parametrize(
    ("to_x", "taken"), [("@im=fcitx", "ibus"), ("@im=ibus", "ibus"), ("@im=none", None), ("", None)]
)
def test_an_input_method_named_to_x_only_is_reached_too(to_x: str, taken: str | None) -> None:
    environ = {"XMODIFIERS": to_x}
    prepare_environment(environ)
    assert environ.get("QT_IM_MODULE") == taken


@pytest.mark.parametrize("drawing", sorted((resources() / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_paints_in_the_colour_asked(qapp: QApplication, drawing: Path) -> None:
    assert "currentColor" not in svg(drawing.stem, LIGHT.danger)
    image = pixmap(drawing.stem, LIGHT.danger, 24, 2.0).toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT.danger}


@pytest.fixture
def dressed_again(qapp: QApplication) -> Iterator[None]:
    """A second look dresses the one application of all tests; the first dresses it again."""
    before = qapp.styleSheet()
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("dressed_again")
def test_nowhere_to_keep_temporary_files_keeps_no_window_closed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    monkeypatch.chdir(tmp_path)
    look = Appearance(qapp)
    assert "background" in qapp.styleSheet()
    assert list(tmp_path.iterdir()) == []
    look.deleteLater()


@pytest.mark.usefixtures("dressed_again")
def test_a_full_disk_for_temporary_files_keeps_no_window_closed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("ui.shell.appearance.write_drawings", full)
    look = Appearance(qapp)
    assert "background" in qapp.styleSheet()
    look.deleteLater()
