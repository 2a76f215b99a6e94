"""Bytes to text: BOM, then utf-8, then gb18030 (which covers gb2312 and gbk), or Big5 where they look it."""

import codecs
import re

from yuqing_desktop.problems import BadFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD_SHARE = 0.002
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_LOOKED_AT, _ENOUGH_PAIRS = 65_536, 8


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """(text, encoding) of a text file; `encoding` forces one. Raises BadFile for bytes that are no text."""
    if encoding:
        try:
            return data.decode(encoding), encoding
        except (UnicodeError, LookupError) as error:
            raise BadFile(f"文件不能按{encoding}编码读出。", advice="请换一种编码再试。") from error
    name = sniffed(data)
    if name is None:
        raise BadFile("文件内容不是文字（不是UTF-8、GB18030或Big5编码），未读取。")
    return data.decode(name, "replace"), name


def sniffed(data: bytes) -> str | None:
    """The encoding the bytes are in, a few broken characters forgiven; None for what is no text."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if b"\x00" in data[:4096]:
        return _without_mark(data)
    for name in ("utf-8", "gb18030"):
        if _decodes(data, name):
            return "cp950" if name == "gb18030" and _is_big5(data[:_LOOKED_AT]) else name
    broken = {name: data.decode(name, "replace").count("\ufffd") for name in ("utf-8", "gb18030")}
    best = min(broken, key=lambda name: broken[name])
    return best if broken[best] <= max(1, len(data) * _ODD_SHARE) else None


def _is_big5(data: bytes) -> bool:
    """Whether the double bytes are the daily characters of Big5 and hardly any of GB2312."""
    pairs = _PAIR.findall(data)
    daily = sum(0xA4 <= pair[0] <= 0xC6 or pair[0] == 0xA1 for pair in pairs)
    mainland = sum(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    return len(pairs) >= _ENOUGH_PAIRS and daily > len(pairs) * 0.9 and mainland < len(pairs) * 0.5


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of its ASCII is nought."""
    head = data[: min(len(data), 4096) // 2 * 2]
    for name, blanks in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if blanks.count(0) > len(blanks) * 0.2 and _decodes(data, name):
            return name
    return None
