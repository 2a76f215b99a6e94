"""A look at a template's package before it is used: no macros, no embedded or outside material."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yuqing_desktop.problems import BadFile, NotFound

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")

_MOST_BYTES = 30_000_000
_MOST_PARTS = 500
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")
_BAD_PARTS = re.compile(
    r"vbaProject|activeX|/embeddings/|afchunk|oleObject|/externalLinks/|\.bin$", re.IGNORECASE
)
_BAD_RELATIONS = ("aFChunk", "attachedTemplate", "oleObject", "control", "package", "subDocument", "frame")
_LINKS = ("http://", "https://", "mailto:")
_VML = "{urn:schemas-microsoft-com:vml}*"
_VML_SOURCES = ("src", "{urn:schemas-microsoft-com:office:office}href", "href")
_BAD_ELEMENTS = {
    "altChunk": "外部文档块",
    "object": "嵌入对象",
    "control": "控件",
    "mailMerge": "邮件合并",
    "subDoc": "子文档",
}


def read(path: Path) -> dict[str, bytes]:
    """A .docx as its parts. Raises NotFound, BadFile in words."""
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise BadFile(f"模板太大：{path.name}。", advice="请减少图片后再用。")
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except FileNotFoundError:
        raise NotFound(f"找不到模板：{path.name}。", advice="请在设置中恢复原模板。") from None
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise BadFile(
            f"模板打不开：{path.name}，不是完好的 Word 文件。", advice="请在设置中恢复原模板。"
        ) from error
    if "word/document.xml" not in parts:
        raise BadFile(f"模板打不开：{path.name}，不是 .docx 文件。", advice="请另存为 .docx 再用。")
    return parts


def dangers(parts: dict[str, bytes]) -> Iterator[str]:
    """What a template must not hold, each in words."""
    for name, content in parts.items():
        if _BAD_PARTS.search(name):
            yield f"含有宏、控件或嵌入对象（{name}）"
        if not name.endswith((".xml", ".rels")):
            continue
        root = parse(content)
        if root is None:
            yield f"内容不是合法的 XML（{name}）"
        elif name.endswith(".rels"):
            yield from _relations(root)
        elif name.startswith("word/"):
            yield from _elements(root)
        elif name == "[Content_Types].xml" and b"macroEnabled" in content:
            yield "是含宏的文件类型"


def parse(content: bytes) -> Any:
    """XML as a tree, or None where it is broken or declares entities."""
    from lxml import etree

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return None
    try:
        return etree.fromstring(
            content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        )
    except etree.XMLSyntaxError:
        return None


def text_of(root: Any) -> str:
    """The text of a part as a reader sees it: breaks and paragraph ends are line ends."""
    pieces: list[str] = []
    for element in root.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}p"):
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{W}tab":
            if element.getparent().tag == f"{W}r":
                pieces.append("\t")
        else:
            pieces.append("\n")
    return "".join(pieces)


def _relations(root: Any) -> Iterator[str]:
    for relation in root:
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        if kind in _BAD_RELATIONS:
            yield f"引用了外部材料（{kind}）"
        elif relation.get("TargetMode") == "External" and not (
            kind == "hyperlink" and relation.get("Target", "").lower().startswith(_LINKS)
        ):
            yield f"引用了文件以外的内容（{relation.get('Target', '')[:60]}）"


def _elements(root: Any) -> Iterator[str]:
    for tag, words in _BAD_ELEMENTS.items():
        if next(root.iter(f"{W}{tag}"), None) is not None:
            yield f"含有{words}"
    for shape in root.iter(_VML):
        for name in filter(shape.get, _VML_SOURCES):
            yield f"引用了文件以外的内容（{shape.get(name)[:60]}）"
    for code in _field_codes(root):
        first = (code.split() or [""])[0].upper()
        if first not in _FIELDS:
            yield f"含有域〔{first or '空'}〕，只能用页码域"


def _field_codes(root: Any) -> Iterator[str]:
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", "")
    open_codes: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_codes.append([])
        elif kind == "end" and open_codes:
            yield "".join(open_codes.pop())
        elif kind is None and open_codes:
            open_codes[-1].append(element.text or "")
    for unfinished in open_codes:
        yield "".join(unfinished)
