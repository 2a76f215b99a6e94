"""Contexts filled with believable words, and hostile ones."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from yuqing_desktop.documents.context import names
from yuqing_desktop.documents.papers.transfer_slip import REQUIREMENTS, TransferSlip

C = TypeVar("C")

HOSTILE = (
    "第一行 <b>AT&T</b> & \"引号\" '单' {{ 编号 }} {% if x %} \x00\x07\ud83d 😀👍🏽\n"
    "第二行 ]]> </w:t>\t制表\r\n第三行"
)

SLIP = TransferSlip(
    bureau="某市数据资源管理局",
    number="舆转〔2026〕12号",
    urgency="加急",
    lead="政务服务科",
    assisting="数据资源科",
    sent_at="2026年11月24日 9:30",
    due="2026年11月25日 17:30",
    due_rule="登记后1个工作日，局规定",
    title="网友反映政务服务网上预约系统多次提交失败",
    source="新浪微博（@城市生活观察）",
    published_at="2026年11月23日 21:14",
    found_at="2026年11月24日 8:50",
    item_number="YQ-2026-0123",
    link="https://weibo.com/1234567890/NxYzAbCdE?type=comment",
    reads="1.2万",
    forwards="86",
    replies="143",
    figures_at="2026年11月24日 8:55",
    kind="投诉举报",
    topic="政务服务",
    level="重要",
    summary="网友称在政务服务网上预约不动产登记时，连续三天提交后页面提示“系统繁忙”，致电服务热线未得到明确答复，"
    "认为系统改版后可用性下降，要求说明原因并尽快修复。评论区另有多名网友反映类似情况，部分言论情绪较激烈。",
    requirements=REQUIREMENTS,
    opinion="拟转政务服务科牵头办理，数据资源科配合。",
    attachments="1.原帖截图（2张）；2.评论区截图（1张）",
    contact="张三",
    phone="0000-8888 8888",
    code="YQ-ZS-2026-12-1",
    head="9f3a 1c77 02be · 1024",
)

LONG_SLIP = replace(
    SLIP,
    lead="政务服务科、数据资源科、办公室",
    title="😀" + SLIP.title * 3,
    link="https://example.com/" + "a1b2c3d4e5" * 28,
    summary=(SLIP.summary + HOSTILE + "\n") * 3,
    copy="补打第2次",
    void="作废",
    sample="样例",
)


def says_its_names(context: type[C], text: str = "") -> C:
    """A context whose every field says its own Chinese name (or `text`)."""
    said: dict[str, Any] = {}
    for name in names(context):
        said[name.field] = text or f"〔{name.label}〕"
        if name.rows is not None:
            row = _row_class(context, name.field)
            said[name.field] = (says_its_names(row, text), says_its_names(row, text))
    if "code" in {field.name for field in fields(context)}:  # type: ignore[arg-type]
        said["code"] = "YQ-TEST-1"
    return context(**said)


def _row_class(context: type, field: str) -> type:
    from typing import get_args, get_type_hints

    hint = get_type_hints(context, include_extras=True)[field]
    found: type = get_args(get_args(hint)[0])[0]
    return found
