"""Build the factory templates of all papers: `python -m tools.make_templates [FOLDER]`.

The built files are committed; this script is where a form's layout is changed.
"""

import sys
from pathlib import Path

from tools import paper_builder as b
from tools.paper_package import finish

FORM = (24, 54, 24, 54)
"""mm: the four columns of a form."""


def transfer_slip(path: Path) -> None:
    """转送单."""
    document = b.new_document(form=True, footer_mm=13, header_mm=12)
    _head(document, "{{ 单位 }}政务舆情转送单")
    b.line(document, "编号：{{ 编号 }}", "紧急程度：{{ 紧急程度 }}")
    table = b.grid(document, FORM)
    v = b.value
    for left, left_value, right, right_value in (
        ("转送科室", v("{{ 转送科室 }}"), "协办科室", v("{{ 协办科室 }}")),
        ("转送时间", v("{{ 转送时间 }}"), "反馈时限", v("{{ 反馈时限 }}", "（{{ 时限依据 }}）", small=9)),
    ):
        b.row(table, [(left, 1), (left_value, 1), (right, 1), (right_value, 1)])
    b.row(table, [("舆情标题", 1), (v("{{ 舆情标题 }}"), 3)])
    b.row(table, [("信息来源", 1), (v("{{ 信息来源 }}"), 1), ("发布时间", 1), (v("{{ 信息发布时间 }}"), 1)])
    b.row(table, [("发现时间", 1), (v("{{ 发现时间 }}"), 1), ("登记编号", 1), (v("{{ 登记编号 }}"), 1)])
    b.row(table, [("原文链接", 1), (v("{{ 原文链接 }}", size=10, height=12.5, break_words=True), 3)])
    b.row(
        table,
        [
            (b.label("当时阅读数"), 1),
            (v("{{ 当时阅读数 }}"), 1),
            (b.label("转发/回复数"), 1),
            (v("{{ 当时转发数 }} / {{ 当时回复数 }}", "（{{ 采集时间 }}采集）", small=9), 1),
        ],
    )
    b.row(table, [("类　　别", 1), (v("{{ 类别 }} · {{ 领域 }}"), 1), ("等　　级", 1), (v("{{ 等级 }}"), 1)])
    b.row(
        table,
        [("信息摘要", 1), (v("{{ 信息摘要 }}", size=12, top=True, indent=2, height=17), 3)],
        height_mm=60,
        split=True,
    )
    b.row(table, [("办理要求", 1), (v("{{ 办理要求 }}"), 3)])
    b.row(table, [("领导批示", 1), (v("{{ 领导批示 }}", top=True), 3)], height_mm=30)
    b.row(
        table,
        [("办公室意见", 1), (v("{{ 办公室意见 }}", rights=["签名：　　　　　　　　　年　　月　　日"]), 3)],
    )
    b.row(table, [("附　　件", 1), (v("{{ 附件 }}"), 3)])
    b.row(table, [("联 系 人", 1), (v("{{ 联系人 }}"), 1), ("电　　话", 1), (v("{{ 电话 }}"), 1)])
    _receipt(document)
    b.footer(
        document,
        ["注：请当日签收并退回回执，在反馈时限前报送处置情况。"],
        "留痕摘要：{{ 留痕摘要 }}　{{ 补打 }}",
        page_numbers=True,
    )
    finish(document, path, "政务舆情转送单")


def _head(document: b.Any, title: str) -> None:
    b.header(
        document,
        "{{ 密级标记 }}",
        mark="{% if 作废 %}　【{{ 作废 }}】{% endif %}{% if 样例 %}　【{{ 样例 }}】{% endif %}",
    )
    b.title(document, title)


def _receipt(document: b.Any) -> None:
    cut = document.add_paragraph()
    b.set_paragraph(cut, line=14, align=b.ALIGN.CENTER, before=2, after=1, keep_next=True)
    b.write(
        cut,
        "- - - - - - - - - - - - - - - - 回执（沿此线裁下） - - - - - - - - - - - - - - - -",
        b.SONG,
        10.5,
    )
    table = b.grid(document, (20, 40, 20, 36, 16, 24))
    v = b.value
    b.row(
        table,
        [
            ("编　号", 1),
            (v("{{ 编号 }}"), 1),
            ("签收科室", 1),
            (v("{{ 转送科室 }}"), 1),
            ("签收人", 1),
            (v(""), 1),
        ],
        height_mm=7.5,
    )
    when = v("　　　　年　　月　　日　　时　　分")
    b.row(table, [("签收时间", 1), (when, 3), ("备　注", 1), (v(""), 1)], height_mm=7.5)
    last = document.add_paragraph()
    b.set_paragraph(last, line=1)
    b.write(last, "", b.BODY, 1)


BUILDERS = (transfer_slip,)


def main(folder: Path) -> None:
    """Build every template into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for build in BUILDERS:
        build(folder / f"{build.__name__}.docx")
        print(f"{build.__name__}.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "templates")
