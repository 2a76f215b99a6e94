"""Papers of running text on the standard's grid: 处置情况报告 of one item and of a period."""

from pathlib import Path
from typing import Any

from docx.shared import Pt

from tools import paper_builder as b
from tools.paper_forms import MARKS
from tools.paper_package import finish
from yuqing_desktop.documents.fonts import KAI

_SIGNED_FROM = 12.5
"""Characters in: a date of 7.5 characters centred from here to the line's end leaves four free at its right."""


def handling_report(path: Path) -> None:
    """处置情况报告 of one item."""
    document = _letter("关于“{{ 舆情标题 }}”{% if 作废 %}（{{ 作废 }}）{% endif %}处置情况的报告")
    for place, name in zip("一二三", ("基本情况", "调查核实情况", "处置措施及结果"), strict=True):
        _part(document, f"{place}、{name}", f"{{{{ {name} }}}}")
    _part(
        document,
        "四、回复情况",
        "{{ 回复时间 }}，以认证账号{{ 回复账号 }}回复。链接：{{ 回复链接 }}。原文如下：",
    )
    b.body(document, "{{ 回复原文 }}", face=KAI)
    _part(document, "五、网上反应", "{{ 网上反应 }}")
    _part(document, "六、下一步措施", "{{ 下一步措施 }}")
    _signed(document, "{{ 单位 }}{{ 落款科室 }}", "负责人：{{ 负责人 }}")
    finish(document, path, "处置情况报告")


def period_report(path: Path) -> None:
    """处置情况报告 of a period."""
    document = _letter("关于{{ 期间 }}政务舆情处置情况的报告")
    _part(document, "一、总体情况", "{{ 总体情况 }}")
    table = b.grid(document, (52, 20, 84))
    b.row(table, [("指　　标", 1), ("数　　量", 1), ("说　　明", 1)], heading=True, height_mm=9)
    center = b.value("{{ 行.数量 }}", size=12, height=17, align=b.ALIGN.CENTER)
    cells = [
        (b.value("{{ 行.指标 }}", size=12, height=17), 1),
        (center, 1),
        (b.value("{{ 行.说明 }}", size=12, height=17), 1),
    ]
    b.rows_of(table, "行", "统计", cells, height_mm=8)
    _heading(document, "二、重要舆情处置情况")
    b.listed(document, "行", "重要舆情", "{{ 行.内容 }}")
    _heading(document, "三、未办结事项")
    b.listed(document, "行", "未办结事项", "{{ 行.内容 }}")
    _part(document, "四、下一步措施", "{{ 下一步措施 }}")
    _signed(document, "{{ 单位 }}办公室", "")
    b.body(document, "（统计口径：{{ 统计口径 }}）", size=12, line=18)
    finish(document, path, "舆情处置情况报告")


def _letter(title: str) -> Any:
    document = b.new_document(header_mm=12)
    b.gongwen_page_numbers(document)
    b.header(document, "{{ 密级标记 }}", mark=MARKS)
    b.title(document, title, line=34)
    b.body(document, "{{ 编号 }}", indent=0, align=b.ALIGN.CENTER)
    b.body(document, "", indent=0)
    b.body(document, "{{ 主送 }}：", indent=0)
    return document


def _heading(document: Any, text: str) -> None:
    b.body(document, text, face=b.HEI).paragraph_format.keep_with_next = True


def _part(document: Any, heading: str, text: str) -> None:
    _heading(document, heading)
    b.body(document, text)


def _signed(document: Any, unit: str, person: str) -> None:
    """署名 and 成文日期, each centred over the other, the date four characters from the right; never alone on a page."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    b.body(document, "", indent=0).paragraph_format.keep_with_next = True
    for text in filter(None, (unit, person, "{{ 成文日期 }}")):
        signed = b.body(document, text, indent=0, align=b.ALIGN.CENTER).paragraph_format
        signed.left_indent, signed.keep_with_next = Pt(_SIGNED_FROM * 16), text != "{{ 成文日期 }}"
    b.body(document, "（留痕摘要：{{ 留痕摘要 }}{% if 补打 %}　{{ 补打 }}{% endif %}）", size=10.5, line=16)
