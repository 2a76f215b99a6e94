"""Which domain record lives in which table. Records are named, not imported: the window must not wait for them."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

_KEPT: dict[str, tuple[str, str, str]] = {
    "Item": ("item", "item", "事项"),
    "Section": ("people", "section", "科室"),
    "Person": ("people", "person", "人员"),
    "Post": ("people", "post", "职务"),
    "Slip": ("records", "slip", "转送单"),
    "Handling": ("records", "handling", "处置情况"),
    "Draft": ("records", "draft", "拟回复"),
    "Consent": ("records", "consent", "审批"),
    "Reply": ("records", "reply", "回复"),
    "Duty": ("records", "duty", "待办"),
    "FigureReading": ("records", "figure_reading", "读数"),
    "Paper": ("records", "paper", "文书"),
    "Note": ("records", "note", "记录"),
    "Evidence": ("records", "evidence", "附件"),
    "Account": ("records", "account", "认证账号"),
    "Platform": ("records", "platform", "平台"),
    "Topic": ("records", "topic", "领域"),
    "Batch": ("records", "batch", "导入批次"),
    "Channel": ("rounds", "channel", "巡查渠道"),
    "Look": ("rounds", "look", "巡查记录"),
    "Turn": ("rounds", "turn", "值班"),
    "AccountabilityCase": ("accountability", "accountability_case", "责任追究情形"),
    "Credential": ("trust", "credential", "登录凭据"),
    "SigningKey": ("trust", "signing_key", "签名密钥"),
    "Signature": ("trust", "signature", "签名"),
    "PersonalData": ("trust", "personal_data", "个人信息"),
    "Edition": ("editions", "edition", "台账期号"),
    "Affair": ("affairs", "affair", "同一事件"),
    "Judgement": ("affairs", "judgement", "比对结论"),
    "HouseRule": ("house_rules", "house_rule", "词表"),
}
"""A record's name: its module in domain, its table, its word."""

WORDS: dict[str, str] = {table: word for _, table, word in _KEPT.values()}
"""The word of every table of records."""


def table_of(record: type[Any]) -> str:
    """The table a kind of record lives in."""
    return _KEPT[record.__name__][1]


def word_of(record: type[Any]) -> str:
    """What a kind of record is called."""
    return _KEPT[record.__name__][2]


def records() -> Iterator[type[Any]]:
    """Every kind of record that is kept."""
    for name, (module, _, _) in _KEPT.items():
        yield getattr(import_module(f"yuqing_desktop.domain.{module}"), name)
