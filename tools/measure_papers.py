"""Read each Word paper back and print its numbers beside GB/T 9704-2012's: `python -m tools.measure_papers [FILE…]`.

Without files every paper of an item is made and measured.
"""

import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tools.paper_office import NORMAL, papers_of
from yuqing_desktop.documents import fonts, gongwen
from yuqing_desktop.documents.package import W, text_of

LETTERS = ("handling_report", "period_report")
"""Papers of running text, set on the standard's whole grid."""
_PADDED = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|年0\d?月|月0\d?日")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\{\{ 成文日期 \}\}")
_DATE_CHARACTERS = 7.5
"""2026年11月24日 in full-width characters."""
_ALIGNED = {"right": "居右", "left": "居左", "center": "居中"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: what it is, what was read, what the standard says."""

    what: str
    read: str
    standard: str

    @property
    def holds(self) -> bool:
        """Whether they are the same."""
        return self.read == self.standard


def measures(path: Path) -> Iterator[Measure]:
    """Every measure of one paper."""
    with zipfile.ZipFile(path) as file:
        parts = {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
    document = parts["word/document.xml"]
    letter = path.stem in LETTERS
    yield from _page(next(document.iter(f"{W}sectPr")), letter=letter)
    yield from _type(document, letter=letter)
    if letter:
        yield from _page_numbers(parts, document)
    yield from _language_and_faces(parts)
    yield Measure("页码域的五段", _fields(parts), "齐全")
    yield Measure("不合规的日期", str(len(_PADDED.findall(text_of(document)))), "0")


def _page(section: Any, *, letter: bool) -> Iterator[Measure]:
    size, margin, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    lying = _of(size, "orient") == "landscape"
    sides = (gongwen.PAGE_WIDTH, gongwen.PAGE_HEIGHT)
    yield _mm("纸宽", size, "w", sides[lying])
    yield _mm("纸高", size, "h", sides[not lying])
    margins = (gongwen.MARGIN_TOP, gongwen.MARGIN_RIGHT, gongwen.MARGIN_BOTTOM, gongwen.MARGIN_LEFT)
    turned = (margins[3], margins[0], margins[1], margins[2]) if lying else margins
    for name, side, standard in zip("上右下左", ("top", "right", "bottom", "left"), turned, strict=True):
        yield _mm(f"{name}边距", margin, side, standard)
    width, height = (int(_of(size, side)) for side in ("w", "h"))
    inner = width - sum(int(_of(margin, side)) for side in ("left", "right"))
    tall = height - sum(int(_of(margin, side)) for side in ("top", "bottom"))
    block = f"{round(gongwen.millimetres(inner))}×{round(gongwen.millimetres(tall))} mm"
    yield Measure("版心", block, "225×156 mm" if lying else "156×225 mm")
    yield Measure("行距网格", _of(grid, "linePitch"), str(gongwen.LINE_PITCH))
    if letter:
        yield Measure("网格类型", _of(grid, "type"), "linesAndChars")
        yield Measure("字距网格", _of(grid, "charSpace"), str(gongwen.CHAR_SPACE))
        yield Measure("每页行数", str(tall // gongwen.LINE_PITCH), str(gongwen.LINES_PER_PAGE))


def _type(document: Any, *, letter: bool) -> Iterator[Measure]:
    runs = [run for run in document.iter(f"{W}r") if _face(run, "eastAsia") == fonts.TITLE.name]
    yield Measure("标题字体", _face(runs[0], "eastAsia"), fonts.TITLE.name)
    yield Measure("标题位置", _align(runs[0].getparent()), "居中")
    yield Measure("标题字号", _size(runs[-1]), "36 磅" if "案卷" in _text(runs[-1]) else "22 磅")
    yield Measure("标题加粗", "是" if runs[0].find(f"{W}rPr/{W}b") is not None else "否", "否")
    if not letter:
        return
    paragraph = next(
        p for p in document.iter(f"{W}p") if _face(next(p.iter(f"{W}r"), None), "eastAsia") == fonts.HEI.name
    )
    yield Measure("一级标题", _face(next(paragraph.iter(f"{W}r")), "eastAsia"), fonts.HEI.name)
    following = paragraph.getnext()
    run = following.find(f"{W}r")
    yield Measure("正文字体", _face(run, "eastAsia"), fonts.BODY.name)
    yield Measure("正文字号", _size(run), "16 磅")
    spacing = following.find(f"{W}pPr/{W}spacing")
    yield Measure("正文行距", f"{int(_of(spacing, 'line')) / 20:g} 磅", f"{gongwen.LINE_PITCH / 20:g} 磅")
    yield Measure("首行缩进", _of(following.find(f"{W}pPr/{W}ind"), "firstLineChars"), "200")
    tighter = int(_of(run.find(f"{W}rPr/{W}spacing"), "val")) / 20
    width = (gongwen.PAGE_WIDTH - gongwen.MARGIN_LEFT - gongwen.MARGIN_RIGHT) / 20
    yield Measure("每行字数", str(int(width // (16 + tighter))), str(gongwen.CHARACTERS_PER_LINE))


def _page_numbers(parts: dict[str, Any], document: Any) -> Iterator[Measure]:
    """4号半角宋体 between one-character dashes, odd right, even left, one character in; the date four from the right."""
    switch = parts["word/settings.xml"].find(f"{W}evenAndOddHeaders")
    yield Measure("单双页不同", "否" if switch is None else "是", "是")
    feet = sorted((foot for name, root in parts.items() if "/footer" in name for foot in root), key=_align)
    for foot, pages in zip(feet, ("单页", "双页"), strict=True):
        run = next(run for run in foot.iter(f"{W}r") if _text(run))
        side = "right" if pages == "单页" else "left"
        yield Measure(f"{pages}页码位置", _align(foot), _ALIGNED[side])
        yield Measure(f"{pages}页码空字", _of(foot.find(f"{W}pPr/{W}ind"), f"{side}Chars"), "100")
        yield Measure(
            f"{pages}页码字体", f"{_face(run, 'eastAsia')} {_size(run)}", f"{fonts.SONG.name} 14 磅"
        )
        yield Measure(f"{pages}页码形式", text_of(foot).strip(), "— 1 —")
    dates = [p for p in document.iter(f"{W}p") if _DATE.fullmatch(text_of(p).strip())]
    from_left = int(_of(dates[-1].find(f"{W}pPr/{W}ind"), "left")) / 20 / 16
    right = (gongwen.CHARACTERS_PER_LINE - from_left - _DATE_CHARACTERS) / 2
    yield Measure("成文日期右空", f"{right:g} 字", "4 字")


def _language_and_faces(parts: dict[str, Any]) -> Iterator[Measure]:
    defaults = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    yield Measure("语言", _of(defaults.find(f"{W}lang"), "eastAsia"), fonts.LANGUAGE)
    yield Measure("默认字体", _of(defaults.find(f"{W}rFonts"), "eastAsia"), fonts.BODY.name)
    theme = next(root for name, root in parts.items() if name.startswith("word/theme/"))
    east = {element.get("typeface") for element in theme.iter(f"{_A}ea")}
    yield Measure("主题字体", "、".join(sorted(east)), fonts.BODY.name)
    bare = sum(
        1
        for name, root in parts.items()
        if name.startswith("word/") and "theme" not in name
        for run in root.iter(f"{W}r")
        if not all(_face(run, attribute) for attribute in ("eastAsia", "ascii", "hAnsi"))
    )
    yield Measure("字体未写全的文字段", str(bare), "0")


def _fields(parts: dict[str, Any]) -> str:
    for name, root in parts.items():
        kinds = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
        codes = len(list(root.iter(f"{W}instrText")))
        if kinds != ["begin", "separate", "end"] * codes:
            return f"不齐（{name}）"
    return "齐全"


def _mm(what: str, element: Any, attribute: str, standard: int) -> Measure:
    read = int(_of(element, attribute))
    return Measure(what, f"{gongwen.millimetres(read):.1f} mm", f"{gongwen.millimetres(standard):.1f} mm")


def _of(element: Any, attribute: str) -> str:
    return "" if element is None else str(element.get(f"{W}{attribute}") or "")


def _face(run: Any, attribute: str) -> str:
    return "" if run is None else _of(run.find(f"{W}rPr/{W}rFonts"), attribute)


def _size(run: Any) -> str:
    return f"{int(_of(run.find(f'{W}rPr/{W}sz'), 'val')) / 2:g} 磅"


def _align(paragraph: Any) -> str:
    return _ALIGNED.get(_of(paragraph.find(f"{W}pPr/{W}jc"), "val"), "居左")


def _text(run: Any) -> str:
    return "".join(text.text or "" for text in run.iter(f"{W}t"))


def main(files: list[Path]) -> int:
    """Print every measure; 1 when one does not hold. Without files every paper of an item is made and measured."""
    if not files:
        with tempfile.TemporaryDirectory() as made:
            return main([_write(Path(made), *paper) for paper in papers_of(NORMAL, Path(made) / "office")])
    wrong = 0
    for path in files:
        print(path.name)
        for measure in measures(path):
            wrong += not measure.holds
            mark = "" if measure.holds else "   ← 不符"
            print(f"  {measure.what:　<10}{measure.read:<20}标准 {measure.standard}{mark}")
    return int(wrong > 0)


def _write(folder: Path, name: str, docx: bytes) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(docx)
    return path


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
