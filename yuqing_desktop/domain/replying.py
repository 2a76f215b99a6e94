"""Answering from a certified account (第十条), the interim words (第十二条), and whether a text is the approved one."""

import difflib
from dataclasses import dataclass
from datetime import date

from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.records import Account, Draft
from yuqing_desktop.domain.text import clean
from yuqing_desktop.problems import BadInput, Refused

INTERIM_WORDS = "正在跟进处理"
DEFAULT_INTERIM_WORDINGS = (
    "您好！您反映的情况我们已经收到，正在跟进处理，核实后将尽快回复您。感谢您的关注与监督。",
    "您好！您咨询的问题正在跟进处理，有结果后我们会第一时间在此答复。感谢您的理解。",
)


def check_account(account: Account, platform: str, day: date) -> None:
    """第十条: the account is certified on that day and belongs to the item's platform. Raises Refused."""
    if account.platform != platform:
        raise Refused(
            f"账号“{account.name}”属于{account.platform}，不能回复{platform}上的事项。",
            kept="填写的内容还在。",
            advice="请选本平台的认证账号；没有的，按“暂不回复”办理。",
            article="第十条",
        )
    if not account.valid_on(day):
        raise Refused(
            f"账号“{account.name}”在{day:%Y-%m-%d}没有有效认证，不能用于回复。",
            kept="填写的内容还在。",
            advice="请更新认证有效期，或换用其他认证账号。",
            article="第十条",
        )


def is_approved_wording(text: str, approved_wordings: tuple[str, ...]) -> bool:
    """第十二条: whether an interim text is one of the wordings approved beforehand, which need no agreement of their own.

    Raises BadInput when it does not say 正在跟进处理.
    """
    if INTERIM_WORDS not in text:
        raise BadInput({"text": f"先行回复须含“{INTERIM_WORDS}”"}, article="第十二条")
    return fingerprint(text) in {fingerprint(wording) for wording in approved_wordings}


def check_published(text: str, draft: Draft, deviation: str) -> None:
    """第十三条（五）: the text on the page is the approved one, or the deviation is recorded with its reason. Raises Refused."""
    if fingerprint(text) == draft.sha256 or deviation.strip():
        return
    raise Refused(
        "页面上的文本与批准的文本不一致。",
        kept="填写的内容还在。",
        advice="请在页面上改正后重填，或写明偏差的原因。",
        article="第十三条",
    )


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters: in both texts, only in the old or only in the new (kind: same, gone, added)."""

    kind: str
    text: str


def differences(old: str, new: str) -> tuple[Span, ...]:
    """The two cleaned texts compared character by character."""
    before, after = clean(old), clean(new)
    spans: list[Span] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            spans.append(Span("same", before[i1:i2]))
            continue
        if i2 > i1:
            spans.append(Span("gone", before[i1:i2]))
        if j2 > j1:
            spans.append(Span("added", after[j1:j2]))
    return tuple(spans)
