"""Words of other people's tables for the regulation's own: levels, kinds of comment, reply need."""

from yuqing_desktop.domain.text import folded
from yuqing_desktop.domain.vocabulary import CommentKind, Level, ReplyNeed

_LEVELS = {
    Level.ORDINARY: ("一般", "普通", "平件", "低", "蓝色", "iv级", "四级"),
    Level.IMPORTANT: ("重要", "较大", "重大", "加急", "高", "橙色", "黄色", "ii级", "iii级", "二级", "三级"),
    Level.EMERGENCY: ("重大突发", "特别重大", "特急", "红色", "i级", "一级", "突发"),
}
_KINDS = {
    CommentKind.GENERAL: ("一般性评论", "一般评论", "表扬", "感谢", "评价"),
    CommentKind.CONSTRUCTIVE: ("建设性意见", "建议", "意见建议", "建言", "建言献策"),
    CommentKind.QUESTION: ("咨询", "咨询类", "提问", "询问", "求助", "求助类", "疑问"),
    CommentKind.MALICIOUS: ("恶意言论", "恶意", "谣言"),
    CommentKind.COMPLAINT: ("投诉举报", "投诉", "举报", "投诉类", "举报类", "控告", "申诉"),
}
_NEEDS = {
    ReplyNeed.NEEDED: ("需要", "需要回复", "需回复", "未回复", "未回", "待回复", "是"),
    ReplyNeed.NOT_NEEDED: ("不需要", "不需要回复", "无需回复", "不需回复", "无需", "否"),
    ReplyNeed.REPLIED: ("已回", "已回复", "已答复", "已办结回复"),
}


def level_named(text: str) -> Level | None:
    """The level a word means, or None."""
    return next((level for level, words in _LEVELS.items() if folded(text) in words or text == level), None)


def comment_kind_named(text: str) -> CommentKind | None:
    """The kind of comment (第十一条) a word means, or None."""
    return next((kind for kind, words in _KINDS.items() if folded(text) in words or text == kind), None)


def reply_need_named(text: str) -> ReplyNeed | None:
    """The reply need (第七条) a word means, or None."""
    return next((need for need, words in _NEEDS.items() if folded(text) in words or text == need), None)
