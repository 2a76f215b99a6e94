"""Words of other people's tables for the regulation's own: levels, kinds of comment, reply need."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from yuqing_desktop.domain.text import bare, folded
from yuqing_desktop.domain.vocabulary import CommentKind, Level, ReplyNeed

W = TypeVar("W", bound=StrEnum)
_LEVELS = {
    Level.ORDINARY: ("一般", "普通", "平件", "低", "蓝色", "蓝", "iv级", "四级"),
    Level.IMPORTANT: (
        "重要",
        "较大",
        "重大",
        "加急",
        "高",
        "橙色",
        "橙",
        "黄色",
        "黄",
        "ii级",
        "iii级",
        "二级",
        "三级",
    ),
    Level.EMERGENCY: ("重大突发", "特别重大", "特急", "红色", "红", "i级", "一级", "突发"),
}
_KINDS = {
    CommentKind.GENERAL: ("一般性评论", "一般评论", "表扬", "感谢", "评价"),
    CommentKind.CONSTRUCTIVE: ("建设性意见", "建议", "意见建议", "建议意见", "建议类", "建言", "建言献策"),
    CommentKind.QUESTION: (
        "咨询",
        "咨询类",
        "提问",
        "询问",
        "求助",
        "求助类",
        "求助咨询",
        "咨询求助",
        "疑问",
    ),
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
    return _named(_LEVELS, text)


def comment_kind_named(text: str) -> CommentKind | None:
    """The kind of comment (第十一条) a word means, or None."""
    return _named(_KINDS, text)


def reply_need_named(text: str) -> ReplyNeed | None:
    """The reply need (第七条) a word means, or None."""
    return _named(_NEEDS, text)


def _named(words: Mapping[W, Sequence[str]], text: str) -> W | None:
    """By the whole word, else by what stands before or in its brackets where both mean the same: 二级（重要）."""
    whole = bare(text)
    found = _exactly(words, whole)
    if found is not None or "(" not in folded(text):
        return found
    outside, _, inside = folded(text).partition("(")
    meant = {one for part in (outside, inside) if (one := _exactly(words, bare(part))) is not None}
    return meant.pop() if len(meant) == 1 else None


def _exactly(words: Mapping[W, Sequence[str]], word: str) -> W | None:
    return next((one for one, known in words.items() if word in known or word == one), None)
