"""Forms of one page: 转送单, 处置审批单, 催办单, 督办单, 报告记录."""

from pathlib import Path
from typing import Any

from tools import paper_builder as b
from tools.paper_package import finish

FORM = (24, 54, 24, 54)
"""mm: the four columns of a form."""
SIGNED = "签名：　　　　　　　　　年　　月　　日"
MARKS = "{% if 作废 %}　【{{ 作废 }}】{% endif %}{% if 样例 %}　【{{ 样例 }}】{% endif %}"
FOOT = "留痕摘要：{{ 留痕摘要 }}　{{ 补打 }}"

v = b.value


def transfer_slip(path: Path) -> None:
    """转送单."""
    document = form("{{ 单位 }}政务舆情转送单", "紧急程度：{{ 紧急程度 }}")
    table = b.grid(document, FORM)
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
    close(document, path, "政务舆情转送单", "注：请当日签收并退回回执，在反馈时限前报送处置情况。")


def approval_form(path: Path) -> None:
    """处置审批单."""
    document = form("{{ 单位 }}政务舆情处置审批单", "转送单号：{{ 转送单号 }}")
    table = b.grid(document, FORM)
    wide(table, "舆情标题", v("{{ 舆情标题 }}"))
    pairs(table, "登记编号", "{{ 登记编号 }}", "等　　级", "{{ 等级 }}")
    pairs(table, "承办科室", "{{ 承办科室 }}", "承办人电话", "{{ 承办人 }}　{{ 电话 }}")
    pairs(table, "收到时间", "{{ 收到时间 }}", "反馈时限", "{{ 反馈时限 }}")
    pairs(table, "提交时间", "{{ 提交时间 }}", "是否逾期", "{{ 是否逾期 }}")
    wide(table, "调查核实\n情　　况", v("{{ 调查核实情况 }}", top=True), 20, split=True)
    wide(table, "处置措施\n及结果", v("{{ 处置措施及结果 }}", top=True), 14, split=True)
    reply = v("{{ 拟回复内容 }}", top=True, rights=["{{ 回复版本 }}　文本指纹 {{ 文本指纹 }}"])
    wide(table, "拟回复内容", reply, 28, split=True)
    pairs(table, "拟回复账号", "{{ 拟回复账号 }}", "回复方式", "{{ 回复方式 }}")
    pairs(table, "先行回复", "{{ 先行回复 }}", "保密审查", "{{ 保密审查意见 }}")
    opinion(table, b.label("科室负责人\n（对内容负责）", small=8.5), "{{ 科室负责人意见 }}")
    opinion(table, b.label("办公室核稿\n（对程序负责）", small=8.5), "{{ 办公室核稿意见 }}")
    opinion(table, "副组长意见", "{{ 副组长意见 }}", 16)
    opinion(table, "组长意见", "{{ 组长意见 }}", 16)
    wide(table, "回复回填", v("{{ 回复回填 }}", small=9), 10)
    wide(table, "备　　注", v("{{ 备注 }}", "{{ 签批说明 }}", small=9))
    note = "注：审批通过后正文有改动的，须重新审批。"
    close(document, path, "政务舆情处置审批单", note, anchored=True)


def key_form(path: Path) -> None:
    """签名密钥确认单: the approver signs beside the fingerprint, a second person compares it."""
    document = form("{{ 单位 }}签名密钥确认单", "{{ 登记类别 }}")
    table = b.grid(document, FORM)
    pairs(table, "姓　　名", "{{ 姓名 }}", "职　　务", "{{ 职务 }}", 10)
    pairs(table, "登记时间", "{{ 登记时间 }}", "密钥状态", "{{ 密钥状态 }}", 10)
    wide(table, "密钥指纹", v("{{ 指纹 }}", size=20, height=28, align=b.ALIGN.CENTER, face=b.SONG), 24)
    wide(table, "原密钥指纹", v("{{ 原密钥指纹 }}"), 10)
    statement = "以上指纹所对应的签名密钥由本人登记、由本人的密码保护，用于政务舆情回复审批（第九条）。"
    opinion(table, "本人声明", statement, 32, "本人" + SIGNED)
    compared = "□已照本单逐组核对，与程序中登记的指纹一致。"
    signed = v(compared, "确认人姓名、职务：", top=True, rights=["确认人" + SIGNED], gap=44)
    wide(table, "第二人核对", signed, 32)
    wide(table, "可确认的\n人　　员", v("{{ 可确认的人员 }}"), 12)
    opinion(table, "备　　注", "", 20, "")
    note = "注：第二人照本单输入指纹确认后密钥方生效，本单由办公室存档。"
    close(document, path, "签名密钥确认单", note, anchored=True)


def urge_note(path: Path) -> None:
    """催办单."""
    document = form("{{ 单位 }}政务舆情催办单", "原转送单号：{{ 原转送单号 }}")
    addressed(document, "{{ 催办科室 }}：")
    b.body(document, "下列事项已过反馈时限，请在现要求时限前报送处置情况。", size=14, line=26)
    table = b.grid(document, FORM)
    wide(table, "舆情标题", v("{{ 舆情标题 }}", size=12, height=17), 12)
    pairs(table, "登记编号", "{{ 登记编号 }}", "原反馈时限", "{{ 原反馈时限 }}", 10)
    pairs(table, "已逾期时长", "{{ 已逾期时长 }}", "现要求时限", "{{ 现要求时限 }}", 10)
    wide(table, "已催次数\n与方式", v("{{ 已催次数与方式 }}", size=12, height=17), 14)
    pairs(table, "催 办 人", "{{ 催办人 }}　{{ 电话 }}", "催办时间", "{{ 催办时间 }}", 10)
    wide(table, "抄　　送", v("{{ 抄送 }}", size=12, height=17), 10)
    opinion(table, "未办原因\n（科室填）", "{{ 未办原因 }}", 80, "科室负责人" + SIGNED)
    signed_for(table)
    close(document, path, "政务舆情催办单", "注：时限届满后5个工作日仍未说明原因的，转为督办。")


def supervision_note(path: Path) -> None:
    """督办单."""
    document = form("{{ 单位 }}政务舆情督办单", "登记编号：{{ 登记编号 }}")
    table = b.grid(document, FORM)
    wide(table, "督办事项", v("{{ 督办事项 }}"), 9)
    wide(table, "督办依据", v("{{ 督办依据 }}"), 9)
    wide(table, "督办内容", v("{{ 督办内容 }}", top=True, indent=2, height=16), 32, split=True)
    pairs(table, "批示领导", "{{ 批示领导 }}", "批示时间", "{{ 批示时间 }}", 8)
    wide(table, "批示内容", v("{{ 批示内容 }}"), 12)
    pairs(table, "牵头科室", "{{ 牵头科室 }}", "配合科室", "{{ 配合科室 }}", 8)
    pairs(table, "交办时限", "{{ 交办时限 }}", "反馈方式", "{{ 反馈方式 }}", 8)
    pairs(table, "已逾期时长", "{{ 已逾期时长 }}", "联系电话", "{{ 联系人 }}　{{ 电话 }}", 8)
    wide(table, "督办要求", v("{{ 督办要求 }}", top=True), 20)
    opinion(table, "承办回复", "{{ 承办回复 }}", 36, "科室负责人" + SIGNED)
    opinion(table, "审结意见", "{{ 审结意见 }}", 22, "□办结　□退回重办　　　" + SIGNED)
    signed_for(table)
    close(document, path, "政务舆情督办单", "注：请按交办时限书面反馈，办结前不销号。")


def report_up(path: Path) -> None:
    """报告市委宣传部: the script, the message and the record on one sheet."""
    document = form("{{ 单位 }}重要舆情报告记录", "{{ 报告阶段 }}　{{ 等级 }}　{{ 登记编号 }}")
    table = b.grid(document, FORM)
    pairs(table, "事发时间", "{{ 事发时间 }}", "信息来源", "{{ 信息来源 }}", 8)
    pairs(table, "平台账号", "{{ 平台账号 }}", "传播数据", "{{ 传播数据 }}", 8)
    for name, height in (("事由", 34), ("已采取措施", 30), ("下一步", 24)):
        wide(table, name, v(f"{{{{ {name} }}}}", size=12, height=17, top=True, indent=2), height, split=True)
    pairs(table, "报 告 人", "{{ 报告人 }}", "电　　话", "{{ 电话 }}", 8)
    pairs(table, "报告方式", "{{ 报告方式 }}", "报告时间", "{{ 报告时间 }}", 8)
    wide(table, "报告对象", v("{{ 报告对象 }}"), 8)
    wide(table, "报告用语", v("{{ 报告用语 }}", top=True), 36, split=True)
    opinion(table, "接报答复", "", 18, "记录人" + SIGNED)
    close(document, path, "重要舆情报告记录", "注：先电话或短信，后补书面；时间为24小时制。")


def form(title: str, right: str) -> Any:
    """A one-page form begun: head, title, its number and what stands at the right."""
    document = b.new_document(form=True, footer_mm=13, header_mm=12)
    _head(document, title)
    b.line(document, "编号：{{ 编号 }}", right)
    return document


def close(document: Any, path: Path, title: str, *notes: str, anchored: bool = False) -> None:
    """A form ended: its foot, where `anchored` with the chain's end as a QR code, and the file."""
    b.end(document)
    b.footer(document, notes, FOOT, page_numbers=True, code="留痕码" if anchored else "")
    finish(document, path, title)


def pairs(table: Any, left: str, left_value: str, right: str, right_value: str, height: float = 0) -> None:
    """Two fields beside each other."""
    b.row(table, [(left, 1), (v(left_value), 1), (right, 1), (v(right_value), 1)], height_mm=height)


def wide(table: Any, name: Any, filler: Any, height: float = 0, *, split: bool = False) -> None:
    """One field over the whole width."""
    b.row(table, [(name, 1), (filler, 3)], height_mm=height, split=split)


def opinion(table: Any, name: Any, text: str, height: float = 12, signed: str = SIGNED) -> None:
    """A box for somebody's opinion, signature and date."""
    gap = max(0.0, height * 72 / 25.4 - 33)
    wide(table, name, v(text, top=True, rights=[signed], gap=gap), height)


def addressed(document: Any, text: str) -> None:
    """Whom a note is for."""
    b.body(document, text, size=14, indent=0, line=26)


def signed_for(table: Any) -> None:
    """Where the section signs that it has the paper."""
    when = v("　　年　月　日　时　分")
    b.row(table, [("签 收 人", 1), (v(""), 1), ("签收时间", 1), (when, 1)], height_mm=9)


def _head(document: Any, title: str) -> None:
    b.header(document, "{{ 密级标记 }}", mark=MARKS)
    b.title(document, title)


def _receipt(document: Any) -> None:
    cut = document.add_paragraph()
    b.set_paragraph(cut, line=14, align=b.ALIGN.CENTER, before=2, after=1, keep_next=True)
    b.write(
        cut,
        "- - - - - - - - - - - - - - - - 回执（沿此线裁下） - - - - - - - - - - - - - - - -",
        b.SONG,
        10.5,
    )
    table = b.grid(document, (20, 40, 20, 36, 16, 24))
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
