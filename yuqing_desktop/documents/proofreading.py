"""What is mistyped in a template, told with the line it stands in: braces that do not pair, lists without an end."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

_TAG = re.compile(r"<[^>]+>")
_WELL_FORMED = re.compile(r"\{\{[^{}]*\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*((?:end)?(?:for|if))\b([^%]*?)-?%\}")
_DELETED = re.compile(r"<w:delText[^>]*>[^<]*\{")
_SHOWN = 30


def lines_of(source: str) -> list[str]:
    """The paragraphs of a part as a person reads them."""
    told = (unescape(_TAG.sub("", paragraph)) for paragraph in source.split("</w:p>"))
    return [line for line in map(str.strip, told) if line]


def line_with(lines: Sequence[str], words: str) -> str:
    """（“…”一行） for the first line that holds these words; nothing where none does."""
    place = next((line for line in lines if words in line), "")
    return f"（“{shortened(place, words)}”一行）" if place else ""


def shortened(line: str, words: str = "") -> str:
    """As much of a line, from around the words, as a message has room for."""
    start = max(0, line.find(words) - _SHOWN // 3)
    return line[start : start + _SHOWN]


def loose_braces(lines: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    """Lines where a placeholder's name stands between braces that are not {{ and }}: it would be printed as it is."""
    names = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    odd = re.compile(rf"[{{｛][\s{{｛%％]*(?:\w+\.)?({names})|({names})[\s}}｝%％]*[}}｝]")
    for line in lines:
        found = odd.search(_WELL_FORMED.sub("", line))
        if found is not None:
            name = found[1] or found[2]
            yield f"〔{name}〕的花括号写法有误，应为 {{{{ {name} }}}}（“{shortened(line, found[0])}”一行）"


def unpaired(source: str) -> Iterator[str]:
    """Lists and conditions without their end, and ends without a beginning: a row of a list was deleted."""
    opened: list[tuple[str, str]] = []
    for kind, words in _BLOCK.findall(source):
        if not kind.startswith("end"):
            opened.append((kind, words.strip()))
        elif opened and f"end{opened[-1][0]}" == kind:
            opened.pop()
        else:
            yield f"多了一个 {kind}，它前面的开始标签已被删除"
    for kind, words in opened:
        yield f"“{kind} {words}”缺少结束标签 end{kind}，可能连同所在的行被删除"


def has_deleted_placeholder(source: str) -> bool:
    """Whether a placeholder was deleted with changes tracked: it is there and is not."""
    return _DELETED.search(source) is not None
