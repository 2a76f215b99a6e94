"""The record in words: what an act is called, what a table and a column hold (第十三条)."""

from dataclasses import dataclass
from datetime import date, datetime

from yuqing_desktop.domain.listing import FieldChange
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act

OTHER_ACTS = {
    "found": "建立登记簿", "settings": "修改设置", "calendar": "修改日历", "print": "打印文书", "paper": "制作文书",
    "import": "导入", "undo_import": "撤销导入", "round": "每日巡查",
    "judge": "比对", "sign_in": "登录", "sign_out": "退出",
    "change_password": "修改密码", "reset_password": "重置密码", "replace_administrator": "更换管理员",
    "confirm_password": "核对密码", "rehash": "加强登录凭据", "acknowledge": "核查说明", "view_audit": "查阅留痕",
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
    "number": "编号", "registered_at": "登记时间", "registered_by": "登记人", "link_key": "链接标识", "reads": "阅读数",
    "forwards": "转发数", "replies": "回复数", "reads_kind": "阅读数读法", "forwards_kind": "转发数读法",
    "replies_kind": "回复数读法", "figures_at": "读数时间", "figures_by": "读数人", "assisting": "协办科室",
    "private_message_at": "私信时间", "progress_feedback_at": "反馈进展时间", "reopened_at": "重开时间",
    "merged_into": "并入", "origin": "出处", "batch_id": "导入批次", "affair_id": "同一事件", "seen_at": "最近查看原帖",
    "post_state": "原帖状况", "person_id": "人员", "item_id": "事项", "urgency": "紧急程度", "requirements": "办理要求",
    "sent_at": "转送时间", "sent_by": "转送人", "feedback_due": "反馈时限", "received_entered_by": "签收登记人",
    "findings": "调查核实", "measures": "处置措施", "result": "处置结果", "reported_at": "报送时间",
    "reported_by": "报送人", "responsible": "科室负责人", "entered_by": "登记人", "serial": "序号",
    "sha256": "内容校验值", "channel": "方式", "account_id": "认证账号", "written_at": "拟写时间",
    "written_by": "拟写人", "draft_id": "拟回复", "text_sha256": "文本校验值", "decision": "决定", "kind": "种类",
    "approver_id": "审批人", "approver": "审批人姓名", "decided_at": "决定时间", "opinion": "意见",
    "sheet_number": "签批单号", "scan_sha256": "扫描件校验值", "entered_at": "登记时间", "interim": "是否先行回复",
    "account": "账号", "deviation": "偏差原因", "opened_at": "开始时间", "rule": "时限规则", "assumed": "日历未公布",
    "extended": "延期", "spent": "用时（分钟）", "read_at": "读取时间", "read_by": "读取人", "withdrawn_at": "撤回时间",
    "made_at": "制作时间", "made_by": "制作人", "subject_id": "所据记录", "about": "所据范围", "act": "操作",
    "at": "时间", "by": "经办人", "to": "对象", "words": "内容", "stage": "阶段", "size": "大小",
    "added_at": "添加时间", "added_by": "添加人", "subject": "认证主体", "certification": "认证种类",
    "keeper": "保管人", "hosts": "网址", "file_name": "文件", "taken_at": "导入时间", "taken_by": "导入人",
    "new": "新增", "duplicate": "重复", "refused": "未收", "undone_at": "撤销时间", "readings": "补记读数",
    "left_out": "未取的列", "channel_id": "渠道", "day": "日期", "slot": "时段", "found": "发现", "clause": "情形",
    "supporting": "列出的事实", "opposing": "应一并考虑的情况", "opened_by": "列出人", "decided_by": "决定人",
    "comment": "意见", "scheme": "保存强度", "secret": "密码", "public": "公钥", "sealed": "私钥", "proof": "登记签名",
    "enrolled_at": "登记时间", "enrolled_by": "登记人", "confirmer_id": "确认人", "endorser_id": "背书密钥",
    "endorsement": "背书签名", "consent_id": "审批", "key_id": "密钥", "message": "签名内容", "signature": "签名",
    "id_number": "证件号", "address": "地址", "salt": "掩码", "word": "期别", "first": "起", "last": "止",
    "total": "总期数", "correction": "更正次数", "issued_at": "签发时间", "issued_by": "制发人", "signer": "签发人",
    "head": "留痕摘要", "snapshot": "台账文件", "changed": "改动的行", "other_id": "另一件", "relation": "关系",
    "expression": "词条", "id": "序号",
}  # fmt: skip
"""What the columns of the evidence are called."""

SETTINGS = {
    "office": "单位设置", "sample": "样例标记", "notices": "节假日安排", "hours": "上班时间", "profiles": "时限",
    "ledger_layouts": "台账版式", "ledger_layout": "使用中的台账版式", "import_mappings": "导入对应",
}  # fmt: skip
"""What the settings are called."""

OFFICE_PARTS = {
    "bureau": "单位名称", "office": "承办机构", "contact": "联系人", "phone": "电话", "slip_prefix": "转送单代字",
    "approval_prefix": "审批单代字", "urge_prefix": "催办单代字", "supervision_prefix": "督办单代字",
    "report_prefix": "报告代字", "archive_prefix": "归档代字", "requirements": "办理要求",
    "interim_wordings": "先行回复用语", "phrases_general": "一般性评论用语", "phrases_constructive": "建设性意见用语",
    "phrases_question": "咨询用语", "phrases_complaint": "投诉举报用语", "interim_needs_nod": "先行回复须副组长同意",
    "malicious_needs_nod": "不作理睬须副组长同意", "paper_suffices": "纸质签批足以发布重要事项",
    "personal_days": "个人信息保存天数", "call_share": "电话提醒", "urge_after_days": "催办",
    "supervise_after_days": "督办", "found_within_hours": "发现时限", "rank_sections": "科室排名",
    "lock_minutes": "自动锁定", "second_place": "第二处备份", "fetch_allowed": "打开链接", "fetch_hosts": "内网网站",
    "important_reads": "重要：阅读", "important_forwards": "重要：转发", "important_replies": "重要：回复",
    "emergency_reads": "重大：阅读", "emergency_forwards": "重大：转发", "emergency_words": "重大：用词",
}  # fmt: skip
"""What the parts of the office's own settings are called."""


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


def setting_word(name: str) -> str:
    """What a setting is called on screen."""
    return SETTINGS.get(name, name)


def part_word(part: str) -> str:
    """What a part of the office's own settings is called on screen."""
    return OFFICE_PARTS.get(part, part)
