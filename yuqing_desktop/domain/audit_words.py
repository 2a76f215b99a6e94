"""The record in words: what an act is called, what a table and a column hold (第十三条)."""

from dataclasses import dataclass
from datetime import date, datetime

from yuqing_desktop.domain.listing import FieldChange
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act

OTHER_ACTS = {
    "found": "建立登记簿", "settings": "修改设置", "calendar": "修改日历", "print": "打印文书", "paper": "制作文书",
    "void": "作废文书", "issue": "制发", "import": "导入", "undo_import": "撤销导入", "round": "每日巡查",
    "judge": "比对", "accountability": "责任追究", "sign_in": "登录", "sign_out": "退出",
    "change_password": "修改密码", "reset_password": "重置密码", "replace_administrator": "更换管理员",
    "confirm_password": "核对密码", "rehash": "加强登录凭据", "acknowledge": "核查说明", "view_audit": "查阅审计记录",
    "migrate": "程序升级",
}  # fmt: skip
"""Acts that are neither an item's steps nor deeds of the table of rights."""

FIELDS = {
    "title": "标题", "summary": "摘要", "content": "原文", "published_at": "发布时间", "found_at": "发现时间",
    "platform": "平台", "source": "来源", "author": "作者", "link": "链接", "reply_need": "回复情况", "topic": "领域",
    "notes": "备注", "level": "等级", "comment_kind": "类别", "status": "状态", "outcome": "处置结果", "name": "名称",
    "phone": "电话", "role": "职务", "since": "起", "until": "止", "active": "启用", "value": "内容", "text": "文本",
    "due_at": "到期时间", "due_kind": "到期事由", "closed_at": "结束时间", "closed_by": "结束于", "met": "是否履行",
    "section_id": "科室", "slip_number": "转送单号", "transferred_at": "转送时间", "received_at": "签收时间",
    "received_by": "签收人", "handled_at": "反馈时间", "deputy_at": "副组长同意时间", "deputy_by": "副组长",
    "head_at": "组长同意时间", "head_by": "组长", "interim_at": "先行回复时间", "replied_at": "回复时间",
    "reply_account": "回复账号", "reply_link": "回复链接", "reported_up_at": "报告时间", "voided_at": "作废时间",
    "void_reason": "作废原因", "copies": "份数", "urged": "催办次数", "trashed_at": "移入回收站", "reason": "原因",
    "refused_at": "退单时间", "refused_by": "退单人", "ended_at": "终止时间", "end_reason": "终止原因",
    "confirmed_at": "确认时间", "confirmed_by": "确认人", "valid_until": "有效期止", "valid_from": "有效期起",
    "temporary": "首次须改密码", "set_at": "设定时间", "set_by": "设定人", "purged_at": "清除时间", "version": "版本",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which events to show; everything empty shows all. `words` are looked for in results and reasons."""

    first: date | None = None
    last: date | None = None
    person: str = ""
    act: str = ""
    number: str = ""
    words: str = ""
    refused_only: bool = False


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One event in words; `changes` are old and new values, `rows` what was written (事项 12)."""

    event: int
    at: datetime
    person: str
    act: str
    number: str
    words: str
    reason: str
    refused: bool
    rows: tuple[str, ...]
    changes: tuple[FieldChange, ...]
    hash: str


def act_word(act: str) -> str:
    """What an act is called on screen."""
    for words in (Act, Deed):
        for member in words:
            if member.value == act:
                return str(member.label)
    return OTHER_ACTS.get(act, act)


def field_word(column: str) -> str:
    """What a column is called on screen."""
    return FIELDS.get(column, column)
