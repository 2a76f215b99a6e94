"""Papers that are lists: 审批汇总单, 巡查月表, 责任追究情形表, 归档封面, 卷内目录."""

from pathlib import Path
from typing import Any

from tools import paper_builder as b
from tools.paper_forms import FOOT, MARKS, close
from tools.paper_package import finish

v = b.value


def approval_batch(path: Path) -> None:
    """处置审批汇总单: a signature box a row."""
    right = "呈：{{ 呈批领导 }}　　共{{ 件数 }}件"
    # its foot is higher by the code: it begins lower, so that the rows keep their room
    document = _lying("{{ 单位 }}政务舆情处置审批汇总单", right, footer_mm=7)
    table = b.grid(document, (11, 34, 78, 68, 34))
    headings = (
        "序号",
        "登记编号、科室\n和时限",
        "舆情标题和核实结论",
        "拟回复内容和方式",
        "审批意见\n（签名、日期）",
    )
    b.row(table, [(b.label(heading, size=10.5, height=13.5), 1) for heading in headings], heading=True)
    line: dict[str, Any] = {"size": 10.5, "height": 13.5}
    cells = [
        (v("{{ 行.序号 }}", align=b.ALIGN.CENTER, **line), 1),
        (v("{{ 行.登记编号 }}", "{{ 行.承办科室 }}", "{{ 行.回复时限 }}前", **line), 1),
        (v("【{{ 行.舆情标题 }}】", "{{ 行.核实结论 }}", top=True, **line), 1),
        (v("{{ 行.拟回复内容 }}", top=True, rights=["（{{ 行.回复方式 }}）"], **line), 1),
        (v("{{ 行.审批意见 }}", top=True, rights=["年　月　日"], gap=20, **line), 1),
    ]
    b.rows_of(table, "行", "事项", cells, height_mm=20)
    b.line(document, "{{ 签批说明 }}", size=10.5, height=15)
    close(
        document,
        path,
        "处置审批汇总单",
        "呈批人：{{ 呈批人 }}　呈批时间：{{ 呈批时间 }}　　注：逐件签批；不同意的请写明理由。",
        anchored=True,
    )


def rounds_month(path: Path) -> None:
    """每日巡查月表."""
    document = _standing("{{ 单位 }}每日巡查月表", "{{ 月份 }}")
    names = ("日期", "星期", "门户网站", "论坛", "微博", "微信", "其他", "巡查人", "备注")
    table = _listing(
        document, (22, 11, 19, 17, 17, 17, 16, 18, 19), names, "巡查", names, height_mm=5.6, size=10
    )
    b.row(table, [("合　计", 2), (v("{{ 合计 }}"), 7)], height_mm=7)
    b.row(table, [("缺巡查日", 2), (v("{{ 缺巡查日 }}"), 7)], height_mm=7)
    close(document, path, "每日巡查月表", "制表人：{{ 制表人 }}　制表时间：{{ 制表时间 }}　审核人：")


def accountability(path: Path) -> None:
    """责任追究情形表: facts by situation, never guilt."""
    document = _lying("{{ 单位 }}责任追究情形表（第十三条）", "期间：{{ 期间 }}")
    b.line(document, "对象：{{ 对象 }}")
    names = ("情形", "查明事实", "说明与补救", "证据")
    _listing(document, (48, 76, 53, 48), names, "情形表", names, height_mm=12, size=11)
    close(
        document,
        path,
        "责任追究情形表",
        "制表人：{{ 制表人 }}　制表时间：{{ 制表时间 }}　审核人：",
        "注：本表只列事实，不作责任认定。",
    )


def archive_contents(path: Path) -> None:
    """卷内目录."""
    document = _standing("{{ 单位 }}卷内目录", "")
    b.line(document, "案卷题名：{{ 案卷题名 }}")
    names = ("顺序号", "文号", "责任者", "题名", "日期", "页号", "校验值", "备注")
    _listing(document, (14, 32, 14, 26, 31.5, 11, 16.5, 11), names, "目录", names, height_mm=11, size=10)
    close(document, path, "卷内目录", "注：校验值为文件SHA-256的前8位。")


def archive_cover(path: Path) -> None:
    """归档封面."""
    document = b.new_document(form=True, footer_mm=13, header_mm=12)
    b.header(document, "{{ 密级标记 }}", mark=MARKS)
    for text, size in (("{{ 单位 }}", 22), ("政务舆情处置案卷", 36)):
        b.set_paragraph(document.add_paragraph(), line=30)
        b.title(document, text, size=size, line=size * 1.6)
    b.set_paragraph(document.add_paragraph(), line=60)
    table = b.grid(document, (30, 48, 30, 48))
    big: dict[str, Any] = {"size": 14, "height": 22}
    b.row(table, [(b.label("案卷题名", **big), 1), (v("{{ 案卷题名 }}", **big), 3)], height_mm=26)
    for left, right in (
        ("登记编号", "承办科室"),
        ("起止日期", "保管期限"),
        ("件数", "页数"),
        ("卷号", "编号"),
        ("立卷人", "立卷日期"),
    ):
        cells = [
            (filler, 1)
            for name in (left, right)
            for filler in (b.label(name, **big), v(f"{{{{ {name} }}}}", **big))
        ]
        b.row(table, cells, height_mm=14)
    b.end(document)
    b.footer(document, [], FOOT)
    finish(document, path, "归档封面")


def _lying(title: str, right: str, *, footer_mm: float = 12) -> Any:
    document = b.new_document(form=True, landscape=True, footer_mm=footer_mm, header_mm=8)
    return _begun(document, title, right)


def _standing(title: str, right: str) -> Any:
    return _begun(b.new_document(form=True, footer_mm=13, header_mm=12), title, right)


def _begun(document: Any, title: str, right: str) -> Any:
    b.header(document, "{{ 密级标记 }}", mark=MARKS)
    b.title(document, title)
    b.line(document, "编号：{{ 编号 }}", right)
    return document


def _listing(
    document: Any, widths: tuple[float, ...], headings: tuple[str, ...], within: str, names: tuple[str, ...], *,
    height_mm: float, size: float,
) -> Any:  # fmt: skip
    table = b.grid(document, widths)
    b.row(table, [(b.label(heading, size=size), 1) for heading in headings], heading=True, height_mm=8)
    short = 0.15 * sum(widths)
    cells = [
        (
            v(
                f"{{{{ 行.{name} }}}}",
                size=size,
                height=size + 3,
                align=b.ALIGN.CENTER if wide < short else None,
            ),
            1,
        )
        for name, wide in zip(names, widths, strict=True)
    ]
    b.rows_of(table, "行", within, cells, height_mm=height_mm)
    return table
