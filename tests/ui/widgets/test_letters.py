"""Every field of a dialog has its letter with Alt, mnemonic where it can be."""

from pypinyin import Style, lazy_pinyin

from ui.widgets.field import Field
from ui.widgets.letters import initial, lettered

WORDS = "标题链接平台来源作者发布时间摘要转发回复读数人领域原文备注签收理由处置措施审批意见密码账号科室方式"


def test_the_initial_of_a_common_character_is_that_of_its_pinyin() -> None:
    assert [initial(one) for one in WORDS] == [
        one.upper() for one in lazy_pinyin(list(WORDS), style=Style.FIRST_LETTER)
    ]
    assert [initial(one) for one in "a（龘〔，1"] == ["A", "", "", "", "", ""]


def test_no_two_fields_of_a_dialog_share_a_letter() -> None:
    taken: set[str] = set()
    one = lettered(
        [Field("a", "理由"), Field("b", "来源(&L)"), Field("c", "链接"), Field("d", "说", "said")], taken
    )
    assert [field.letter for field in one] == ["Y", "L", "J", ""]
    assert [field.name for field in one] == ["理由", "来源", "链接", "说"]
    other = lettered([Field("e", "理由")], taken)
    assert other[0].letter and other[0].letter not in {"Y", "L", "J", "U"}


def test_a_dialog_of_more_fields_than_letters_leaves_the_last_without() -> None:
    many = lettered([Field(str(at), "理由") for at in range(30)], set())
    letters = [field.letter for field in many if field.letter]
    assert len(letters) == len(set(letters)) == 25
