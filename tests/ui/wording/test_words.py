import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.wording.differences import changed_places, differences
from ui.wording.figures import exact_figure, figure, figure_tone, growth
from ui.wording.people import person, sections, some
from ui.wording.sizes import counts, file_size
from ui.wording.states import level_tone, status_tone
from yuqing_desktop.domain.figures import HIDDEN, UNKNOWN, Figure, at_least, number
from yuqing_desktop.domain.vocabulary import Level, Status


@pytest.mark.parametrize(
    ("count", "short", "exact"),
    [
        (number(326), "326", "326"),
        (number(1204), "1,204", "1,204"),
        (number(21999), "2.1万", "21,999"),
        (at_least(100_000), "10万+", "至少 100,000"),
        (HIDDEN, "不可见", "不可见（平台不公开）"),
        (UNKNOWN, "—", "未采集"),
    ],
)
def test_a_figure_is_short_in_the_column_and_exact_in_the_tooltip(
    count: Figure, short: str, exact: str
) -> None:
    assert (figure(count), exact_figure(count)) == (short, exact)


def test_unknown_is_faint_and_never_a_nought() -> None:
    assert figure_tone(UNKNOWN) == "faint"
    assert figure(number(0)) == "0"
    assert figure_tone(number(0)) == "plain"


def test_growth_is_said_only_between_exact_counts() -> None:
    assert growth(number(326), number(1038)) == "+712"
    assert growth(HIDDEN, number(5)) == ""


def test_every_status_and_level_has_a_tone() -> None:
    assert all(status_tone(status) for status in Status)
    assert level_tone(Level.IMPORTANT) == level_tone(Level.EMERGENCY) == "danger"
    assert level_tone(Level.ORDINARY) != "danger"


def test_sections_say_who_leads_only_when_others_assist() -> None:
    assert sections("政务服务科") == "政务服务科"
    assert sections("政务服务科", ["安全科"]) == "政务服务科（主办）、安全科（协办）"
    assert sections("") == "—"
    assert person("张敏", "专人") == "张敏（专人）"
    assert some(["甲", "乙", "丙"], 2) == "甲、乙等 3 个"


@pytest.mark.parametrize(
    ("count", "said"), [(512, "512 字节"), (1535, "1.4 KB"), (12 * 1024, "12 KB"), (3 * 1024**3, "3 GB")]
)
def test_a_size_is_never_rounded_up(count: int, said: str) -> None:
    assert file_size(count) == said


def test_the_status_bar_counts_in_one_line() -> None:
    assert counts(12340, 21, 1) == "共 12,340 · 显示 21 · 选中 1"


@given(st.text("请改天再来您好，", max_size=30), st.text("请改天再来您好，", max_size=30))
def test_pieces_give_back_both_wordings(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert changed_places(pieces) == 0 if old == new else changed_places(pieces) > 0


def test_one_character_that_stayed_by_chance_does_not_split_a_change() -> None:
    pieces = differences("深表歉意。请改天再来，咨询电话", "深表歉意。当天未能取号的可优先办理，咨询电话")
    assert [piece.kind for piece in pieces] == ["same", "gone", "new", "same"]
    assert changed_places(pieces) == 1
