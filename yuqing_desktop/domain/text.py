"""Outside text cleaned once, where it enters: what Word, Excel and the database cannot hold goes.

The content stays. The raw text is kept as evidence by whoever took it in; nothing here is applied twice.
"""

import re

from yuqing_desktop.domain.width import compatible

REPLACEMENT = "\ufffd"
_LINE_ENDS = re.compile(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
# control characters, zero-width and direction marks (they hide or reorder text), noncharacters
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WESTERN = {
    ord(character): byte
    for byte in range(0x80, 0xA0)
    for character in (bytes([byte]).decode("cp1252", "ignore") or chr(0xF100 + byte))
}
"""What Windows shows for the bytes that Latin-1 leaves empty, and LibreOffice for those that Windows does."""
_MARKS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")


def whole(raw: str) -> str:
    """The text with surrogate pairs joined; a lone surrogate becomes U+FFFD, so that it can be encoded."""
    if _SURROGATE.search(raw) is None:
        return raw
    return raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def clean(raw: str) -> str:
    """A text of several lines: line ends as \\n, unfit characters gone, lines trimmed, no two blank lines."""
    if raw.isprintable():  # nothing to mend: by far the commonest cell
        return raw.strip()
    text = _UNFIT.sub("", _LINE_ENDS.sub("\n", whole(raw)))
    lines: list[str] = []
    for line in (line.strip() for line in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()


def one_line(raw: str) -> str:
    """A title, name or link: `clean`, with every run of blanks and line ends one space."""
    return " ".join(clean(raw).split())


def folded(text: str) -> str:
    """For comparing only: full-width as half-width, no case, no blanks."""
    return "".join(compatible(whole(text)).casefold().split())


def bare(text: str) -> str:
    """For comparing only: `folded`, letters and digits alone (no punctuation, no symbols)."""
    return _MARKS.sub("", compatible(whole(text)).casefold())


def excerpt(text: str, limit: int = 60) -> str:
    """A title for a text without one: its first sentence, cut with an ellipsis after `limit` characters."""
    cleaned = clean(text)
    sentence = next((part for part in _SENTENCE.split(cleaned) if bare(part)), cleaned)
    line = one_line(sentence)
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def mended(text: str) -> str | None:
    """The text behind a mojibake, or None where there is none to mend.

    Three are told: UTF-8 read as GB18030 (鏂囧瓧), UTF-8 read as Latin (æ–‡å­—), GB18030 read as Latin (ÎÄ×Ö).
    """
    if len(text) < 3 or text.isascii():
        return None
    western = text.translate(_WESTERN)
    for read, wrong, right in (
        (text, "gb18030", "utf-8"),
        (western, "latin-1", "utf-8"),
        (western, "latin-1", "gb18030"),
    ):
        try:
            candidate = read.encode(wrong).decode(right)
        except UnicodeError:
            continue
        if _common_share(candidate) > _common_share(text):
            return candidate
    return None


def _common_share(text: str) -> float:
    """How much of the text is GB2312 Han: ordinary Chinese is, mojibake mostly is not."""
    han = [character for character in text if not character.isascii()]
    return sum(map(_is_common, han)) / len(han) if han else 0.0


def _is_common(character: str) -> bool:
    try:
        coded = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    # the first level of GB2312, ordered by sound: the 3,755 characters in daily use
    return 0xB0 <= coded[0] <= 0xD7 or coded[0] in (0xA1, 0xA3)
