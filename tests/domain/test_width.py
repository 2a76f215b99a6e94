"""Width made equal, as Unicode has it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.width import compatible


@given(
    st.text(st.sampled_from("，：；！？（）=<>,\u0338\u0301\u20dd＝Ａ①㍿ｶﾞ政") | st.characters(), max_size=30)
)
def test_width_is_made_equal_as_unicode_has_it(text: str) -> None:
    assert compatible(text) == unicodedata.normalize("NFKC", text)
