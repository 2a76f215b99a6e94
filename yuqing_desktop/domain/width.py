"""Width made equal: full-width letters, figures and signs as half-width ones."""

import unicodedata

_SIGNS = tuple(zip("，：；！？（）", ",:;!?()", strict=True))


def compatible(text: str) -> str:
    """The text in Unicode's form NFKC. The signs of Chinese texts go first: they alone make it ten times as slow."""
    if text.isascii():
        return text
    for wide, narrow in _SIGNS:
        text = text.replace(wide, narrow)
    return unicodedata.normalize("NFKC", text)
