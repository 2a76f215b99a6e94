"""The office's own words and figures as forms: fields, and values from and to what is stored."""

from dataclasses import asdict
from typing import Any

from ui.widgets.field import Field
from yuqing_desktop.domain.vocabulary import CommentKind
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.settings import Office

OFFICE = (
    Field("bureau", "单位名称", required=True, help="印在转送单、台账的标题上。"),
    Field("office", "承办机构", required=True),
    Field("contact", "联系人", help="转送单上的联系人；不填则为转送人。"),
    Field("phone", "电话", beside=True),
)
PAPERS = (
    Field("slip_prefix", "转送单", required=True, help="代字，编号如 舆转〔2026〕12号。"),
    Field("approval_prefix", "审批单", required=True, beside=True),
    Field("urge_prefix", "催办单", required=True),
    Field("supervision_prefix", "督办单", required=True, beside=True),
    Field("report_prefix", "报告", required=True),
    Field("requirements", "办理要求", "text", lines=2, help="转送单上预填的办理要求，转送时可改。"),
)
LEVELS = (
    Field("important_reads", "重要：阅读", required=True, help="达到其一，评估时建议定为重要。"),
    Field("important_forwards", "转发", required=True, beside=True),
    Field("important_replies", "回复", required=True, beside=True),
    Field("emergency_reads", "重大：阅读", required=True, help="达到其一，评估时建议定为重大突发。"),
    Field("emergency_forwards", "转发", required=True, beside=True),
    Field("emergency_words", "重大：用词", "text", lines=2, help="一行一个；出现即建议定为重大突发。"),
)
_PHRASE_HELP = {CommentKind.GENERAL: "一行一条；{单位}、{标题}、{科室}、{电话}会换成实际的内容（第十一条）。"}
WORDINGS = (
    Field(
        "interim_wordings",
        "用语",
        "text",
        lines=5,
        required=True,
        help="一行一条，先行回复时选用（第十二条）。",
    ),
)
PHRASES = tuple(
    Field(f"phrases_{kind}", kind.label, "text", lines=2, help=_PHRASE_HELP.get(kind, ""))
    for kind in CommentKind
    if kind is not CommentKind.MALICIOUS
)
LADDER = (
    Field("call_share", "电话提醒", required=True, help="时限用去百分之几时打电话提醒，例：80。"),
    Field("urge_after_days", "催办", required=True, help="超过时限几个工作日发催办单，抄报副组长。"),
    Field(
        "supervise_after_days",
        "督办",
        required=True,
        beside=True,
        help="超过几个工作日且未说明原因，发督办单。",
    ),
)
AGREEMENTS = (
    Field(
        "interim_needs_nod",
        "先行回复",
        "check",
        placeholder="每次先行回复都须副组长同意（不勾选：只有用语以外的才须同意）",
    ),
    Field(
        "malicious_needs_nod", "不作理睬", "check", placeholder="对恶意言论不作理睬须副组长同意（第十一条）"
    ),
    Field(
        "paper_suffices",
        "纸质签批",
        "check",
        placeholder="代录的纸质签批足以发布重要事项的回复（不勾选：须本人在程序中审批）",
    ),
)
MONITORING = (
    Field(
        "found_within_hours",
        "发现时限",
        required=True,
        help="发布后几小时内应当发现；超过的列入“未及时监测”供核（第十三条一）。",
    ),
)
NETWORK = (
    Field("fetch_allowed", "打开链接", "check", placeholder="登记时打开粘贴的链接，读出标题、时间和读数",
          help="只读公开网页，不登录，不保存账号；关闭后照链接填平台和来源，其余手工填写。"),
    Field("fetch_hosts", "内网网站", "text", lines=3,
          help="一行一个域名。只有写在这里的内网网站才会打开；公开网站不必写。"),
)  # fmt: skip

_LINES = ("interim_wordings", "fetch_hosts", "emergency_words", *(field.key for field in PHRASES))
_COUNTED = [field.key for field in LEVELS if field.key.split("_")[1] in ("reads", "forwards", "replies")]
_NUMBERS = (*_COUNTED, "urge_after_days", "supervise_after_days", "found_within_hours")
_SHARES = ("call_share",)


def shown(office: Office) -> dict[str, Any]:
    """Values as the forms show them."""
    values = asdict(office)
    values |= {name: "\n".join(values[name]) for name in _LINES}
    values |= {name: f"{values[name]:.0%}" for name in _SHARES}
    return values | {name: str(values[name]) for name in _NUMBERS}


def stored(values: dict[str, Any]) -> dict[str, Any]:
    """Values as the settings take them. Raises BadInput for a figure that is no whole number."""
    taken = dict(values)
    wrong: dict[str, str] = {}
    for name in set(_LINES) & taken.keys():
        taken[name] = tuple(line.strip() for line in taken[name].splitlines() if line.strip())
    for name in set(_NUMBERS + _SHARES) & taken.keys():
        text = str(taken[name]).replace(",", "").strip("%％ ")
        if text.isascii() and text.isdigit():
            taken[name] = int(text) / 100 if name in _SHARES else int(text)
        else:
            wrong[name] = "请填写整数"
    if wrong:
        raise BadInput(wrong)
    return taken
