"""Phrase templates by kind of comment (第十一条): courtesy, encouragement, explanation, following up. None for malice."""

import re

from yuqing_desktop.domain.vocabulary import CommentKind

DEFAULT_PHRASES: dict[CommentKind, tuple[str, ...]] = {
    CommentKind.GENERAL: ("您好！感谢您对{单位}工作的关注和支持。",),
    CommentKind.CONSTRUCTIVE: (
        "您好！感谢您提出的建议。您关于“{标题}”的意见我们已转{科室}研究，欢迎继续提出宝贵意见。",
    ),
    CommentKind.QUESTION: (
        "您好！您咨询的“{标题}”，现答复如下：",
        "如有其他疑问，欢迎继续留言或向{科室}咨询。",
    ),
    CommentKind.MALICIOUS: (),
    CommentKind.COMPLAINT: (
        "您好！您反映的问题我们高度重视，已由{科室}调查核实，现将情况回复如下：",
        "为进一步了解情况，请您查看私信并留下联系方式，我们将及时向您反馈进展。",
    ),
}


def filled(phrase: str, *, bureau: str, title: str, section: str, phone: str = "") -> str:
    """A phrase with its variables {单位} {标题} {科室} {电话} put in.

    Anything else in braces stays as written, and so does what is not known, to be seen.
    """
    values = {"单位": bureau, "标题": title, "科室": section or "相关科室", "电话": phone}
    return re.sub(r"\{(单位|标题|科室|电话)\}", lambda found: values[found[1]] or found[0], phrase)


def joined(typed: str, phrase: str) -> str:
    """What was typed with a phrase after it; typed text is never replaced."""
    return f"{typed.rstrip()}\n{phrase}" if typed.strip() else phrase
