"""How long outside text is shown: what a label cannot wrap gets places to break."""

import re

_BREAK = "\u200b"
_RUN = re.compile(r"[!-~]{25,}")


def breakable(text: str) -> str:
    """The text with unseen breaks in runs of letters no line can hold (links, long numbers)."""
    return _RUN.sub(lambda run: _BREAK.join(re.findall(r".{1,12}", run[0])), text)
