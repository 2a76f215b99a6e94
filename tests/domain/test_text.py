"""Outside text cleaned once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.text import bare, clean, excerpt, folded, mended, one_line, whole

anything = st.text(st.characters(), max_size=80)


def test_layout_goes_and_paragraphs_stay() -> None:
    assert (
        clean("\r\n\t\t\u3000\u3000第一段\xa0 \r\n\r\n\r\n\r第二段\x0b第三段\n\n")
        == "第一段\n\n第二段\n第三段"
    )


def test_what_word_and_excel_refuse_goes() -> None:
    assert clean("政\x00务\x1b公\ufeff开\u202e热\u200b线\uffff") == "政务公开热线"


def test_names_in_rare_characters_stay_as_written() -> None:
    assert clean("玥昇堃喆\U00020bb7郎\uf92c") == "玥昇堃喆\U00020bb7郎\uf92c"


def test_a_broken_half_of_a_character_shows_as_such_and_a_pair_is_joined() -> None:
    assert clean("好\ud83d") == "好\ufffd"
    assert clean("好\ud83d\ude00") == "好😀"


@given(anything)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)
    assert one_line(one_line(raw)) == one_line(raw)


@given(anything)
def test_cleaned_text_can_be_encoded_and_written_as_xml(raw: str) -> None:
    from lxml import etree

    element = etree.Element("t")
    element.text = clean(raw)
    assert clean(raw).encode() is not None
    assert whole(raw).encode() is not None


@given(st.text(alphabet="政务公开abc123，。 ", max_size=40))
def test_letters_and_digits_are_never_lost(raw: str) -> None:
    assert bare(clean(raw)) == bare(raw)


def test_full_width_and_half_width_compare_alike() -> None:
    assert folded("标题／微博 内容ＡＢＣ") == folded("标题/微博内容abc")


def test_a_text_without_a_title_gives_its_first_sentence() -> None:
    assert excerpt("\n ！\n路灯坏了三天。没人修。") == "路灯坏了三天"
    long = excerpt("长" * 100)
    assert len(long) == 60
    assert long.endswith("…")


@pytest.mark.parametrize(
    ("written", "read"),
    [("utf-8", "gb18030"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gb18030", "latin-1")],
)
def test_mojibake_is_mended(written: str, read: str) -> None:
    text = "政务公开"
    assert mended(text.encode(written).decode(read, "ignore")) in (text, None)
    assert mended("标题".encode(written).decode(read, "ignore")) in ("标题", None)


def test_utf8_read_as_gb18030_is_mended() -> None:
    assert mended("文字内容".encode().decode("gb18030")) == "文字内容"


def test_utf8_read_as_windows_western_is_mended_with_the_bytes_that_has_no_sign_for() -> None:
    text = "发布时间：小区路灯不亮没有人来修"
    as_latin = text.encode().decode("latin-1")
    as_windows = "".join(bytes([ord(one)]).decode("cp1252", "ignore") or one for one in as_latin)
    as_libreoffice = "".join(
        bytes([ord(one)]).decode("cp1252", "ignore") or chr(0xF100 + ord(one)) for one in as_latin
    )
    assert as_latin != as_windows != as_libreoffice
    assert mended(as_latin) == mended(as_windows) == mended(as_libreoffice) == text


@pytest.mark.parametrize("text", ["政务公开", "市民反映路灯不亮", "ok", "", "Crème brûlée", "喆堃玥昇"])
def test_sound_text_is_left_alone(text: str) -> None:
    assert mended(text) is None
