"""The words of the regulation: one enumeration a notion, each member with its Chinese word and its article.

The stored value is the English name; `label` is the word on screens and papers.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A member has a stored value, a Chinese label and the article it comes from."""

    label: str
    article: str

    def __new__(cls, value: str, label: str = "", article: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.article = article
        return member

    @classmethod
    def from_label(cls, label: str) -> Self | None:
        """The member with this Chinese word (or stored value), or None."""
        wanted = label.strip()
        return next((member for member in cls if wanted in (member.label, member.value)), None)

    @property
    def rank(self) -> int:
        """Its place in the enumeration: the order lists are sorted by."""
        return type(self)._member_names_.index(self._name_)


class Status(Word):
    """Where an item stands (状态); the label says what it waits for."""

    REGISTERED = "registered", "待评估", "第七条"
    ASSESSED = "assessed", "待转送", "第七条"
    TRANSFERRED = "transferred", "待签收", "第八条"
    RECEIVED = "received", "待科室", "第九条"
    HANDLED = "handled", "待审批", "第九条"
    DEPUTY_AGREED = "deputy_agreed", "待组长", "第九条"
    APPROVED = "approved", "待回复", "第九条"
    REPLIED = "replied", "已回复", "第十条"
    NO_REPLY = "no_reply", "无需回复", "第十一条"
    REPLY_SUSPENDED = "reply_suspended", "暂不回复", "第十条"
    MERGED = "merged", "已并案", "第三条"
    DISMISSED = "dismissed", "误报", "第四条"
    HANDED_OVER = "handed_over", "已移交", "第八条"
    CLOSED = "closed", "已办结", "第三条"

    @property
    def is_final(self) -> bool:
        """Nothing more is owed: closed, merged, dismissed or handed over."""
        return self in (Status.CLOSED, Status.MERGED, Status.DISMISSED, Status.HANDED_OVER)


class Level(Word):
    """等级."""

    ORDINARY = "ordinary", "一般", "第九条"
    IMPORTANT = "important", "重要", "第七条"
    EMERGENCY = "emergency", "重大突发", "第七条"

    @property
    def needs_head(self) -> bool:
        """第九条: replies to important items need the head's agreement too."""
        return self is not Level.ORDINARY

    @property
    def needs_report_up(self) -> bool:
        """第七条: report to the propaganda department at once."""
        return self is not Level.ORDINARY


class ReplyNeed(Word):
    """回复情况: needed, not needed, already replied when found."""

    NEEDED = "needed", "需要", "第七条"
    NOT_NEEDED = "not_needed", "不需要", "第七条"
    REPLIED = "replied", "已回", "第七条"


class CommentKind(Word):
    """The five kinds of comment (类别), in the regulation's order: keys 1–5."""

    GENERAL = "general", "一般性评论", "第十一条"
    CONSTRUCTIVE = "constructive", "建设性意见", "第十一条"
    QUESTION = "question", "咨询", "第十一条"
    MALICIOUS = "malicious", "恶意言论", "第十一条"
    COMPLAINT = "complaint", "投诉举报", "第十一条"


class Urgency(Word):
    """紧急程度 of a slip."""

    NORMAL = "normal", "平件", "第八条"
    URGENT = "urgent", "加急", "第八条"
    CRITICAL = "critical", "特急", "第八条"


class Role(Word):
    """Who acts: posts of the regulation (第二条、第三条) and of the program."""

    CLERK = "clerk", "专人", "第三条"
    SECTION = "section", "科室", "第五条"
    OFFICE_HEAD = "office_head", "办公室主任", "第三条"
    DEPUTY = "deputy", "副组长", "第二条"
    HEAD = "head", "组长", "第二条"
    AUDITOR = "auditor", "审计员", "第十三条"
    ADMIN = "admin", "管理员", "第十四条"


class Act(Word):
    """What a person does to an item: the stations of 第三条 and the side ways."""

    REGISTER = "register", "登记", "第七条"
    EDIT = "edit", "修改", "第七条"
    ASSESS = "assess", "评估", "第七条"
    REASSESS = "reassess", "重新评估", "第七条"
    TRANSFER = "transfer", "转送", "第八条"
    RECEIVE = "receive", "签收", "第八条"
    REFUSE_SLIP = "refuse_slip", "退单", "第十三条"
    REASSIGN = "reassign", "改派", "第八条"
    REPORT_HANDLING = "report_handling", "报送处置情况", "第九条"
    AMEND_REPLY = "amend_reply", "修改拟回复", "第九条"
    APPROVE_DEPUTY = "approve_deputy", "副组长审批", "第九条"
    APPROVE_HEAD = "approve_head", "组长审批", "第九条"
    SEND_BACK = "send_back", "退回重办", "第九条"
    INTERIM_REPLY = "interim_reply", "先行回复", "第十二条"
    REPLY = "reply", "正式回复", "第十条"
    NO_REPLY = "no_reply", "无需回复", "第十一条"
    SUSPEND_REPLY = "suspend_reply", "暂不回复", "第十条"
    MERGE = "merge", "并案", "第三条"
    DISMISS = "dismiss", "误报", "第四条"
    HAND_OVER = "hand_over", "移交", "第八条"
    CLOSE = "close", "办结", "第三条"
    REOPEN = "reopen", "重开", "第三条"
    REPORT_UP = "report_up", "报告市委宣传部", "第七条"
    PRIVATE_MESSAGE = "private_message", "私信了解", "第十一条"
    PROGRESS_FEEDBACK = "progress_feedback", "反馈进展", "第十一条"
    CALL = "call", "电话提醒", "第三条"
    URGE = "urge", "催办", "第三条"
    SUPERVISE = "supervise", "督办", "第三条"
    GIVE_REASON = "give_reason", "说明未办原因", "第三条"
    FOLLOW_UP = "follow_up", "跟踪反馈", "第三条"
    READ_FIGURES = "read_figures", "补读数", "第七条"
    ATTACH = "attach", "添加附件", "第七条"
    EXTEND = "extend", "延期", "第十二条"
    TRASH = "trash", "移入回收站", "第七条"
    RESTORE = "restore", "恢复", "第七条"


class Decision(Word):
    """What an approver decides."""

    AGREE = "agree", "同意", "第九条"
    RETURN = "return", "退回", "第九条"


class ConsentKind(Word):
    """How consent was given: by the approver on screen, or on paper and entered by the clerk (代录)."""

    SCREEN = "screen", "本人在此审批", "第九条"
    PAPER = "paper", "纸质签批代录", "第九条"


class ReplyChannel(Word):
    """回复方式."""

    PUBLIC = "public", "公开回复", "第十条"
    PRIVATE = "private", "私信", "第十一条"


class DutyKind(Word):
    """What is owed beside the state; `label` names it, `article` says why."""

    TRANSFER = "transfer", "转送", "第八条"
    RECEIPT = "receipt", "科室签收", "第八条"
    FEEDBACK = "feedback", "科室反馈", "第九条"
    DEPUTY_APPROVAL = "deputy_approval", "副组长审批", "第九条"
    HEAD_APPROVAL = "head_approval", "组长审批", "第九条"
    PUBLISH = "publish", "发出回复", "第十条"
    FIRST_REPLY = "first_reply", "首次回复", "第十二条"
    FULL_REPLY = "full_reply", "正式回复", "第十二条"
    REPORT_UP = "report_up", "报告市委宣传部", "第七条"
    PRIVATE_MESSAGE = "private_message", "私信了解", "第十一条"
    PROGRESS_FEEDBACK = "progress_feedback", "反馈进展", "第十一条"

    @property
    def is_sections(self) -> bool:
        """Whether the section owes it (第五条: content) rather than the office (procedure)."""
        return self in (DutyKind.RECEIPT, DutyKind.FEEDBACK)


class PaperKind(Word):
    """文书: the value is also the template's name."""

    TRANSFER_SLIP = "transfer_slip", "转送单", "第八条"
    APPROVAL_FORM = "approval_form", "处置审批单", "第九条"
    APPROVAL_BATCH = "approval_batch", "处置审批汇总单", "第九条"
    URGE_NOTE = "urge_note", "催办单", "第三条"
    SUPERVISION_NOTE = "supervision_note", "督办单", "第三条"
    HANDLING_REPORT = "handling_report", "处置情况报告", "第四条"
    PERIOD_REPORT = "period_report", "时期处置情况报告", "第四条"
    REPORT_UP = "report_up", "报告市委宣传部", "第七条"
    ROUNDS_MONTH = "rounds_month", "巡查月表", "第七条"
    ACCOUNTABILITY = "accountability", "责任追究情形表", "第十三条"
    ARCHIVE_COVER = "archive_cover", "归档封面", "第四条"
    ARCHIVE_CONTENTS = "archive_contents", "卷内目录", "第四条"
    WEEKLY_LEDGER = "weekly_ledger", "周台账", "第四条"
    KEY_FORM = "key_form", "签名密钥确认单", "第九条"
