"""Which domain record lives in which table."""

from typing import Any

from yuqing_desktop.domain.accountability import AccountabilityCase
from yuqing_desktop.domain.affairs import Affair, Judgement
from yuqing_desktop.domain.editions import Edition
from yuqing_desktop.domain.house_rules import HouseRule
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Person, Post, Section
from yuqing_desktop.domain.records import (
    Account,
    Batch,
    Consent,
    Draft,
    Duty,
    Evidence,
    FigureReading,
    Handling,
    Note,
    Paper,
    Platform,
    Reply,
    Slip,
    Topic,
)
from yuqing_desktop.domain.rounds import Channel, Look, Turn
from yuqing_desktop.domain.trust import Credential, PersonalData, Signature, SigningKey

TABLE_OF: dict[type[Any], str] = {
    Item: "item", Section: "section", Person: "person", Post: "post", Slip: "slip", Handling: "handling",
    Draft: "draft", Consent: "consent", Reply: "reply", Duty: "duty", FigureReading: "figure_reading",
    Paper: "paper", Note: "note", Evidence: "evidence", Account: "account", Platform: "platform", Topic: "topic",
    Batch: "batch", Channel: "channel", Look: "look", Turn: "turn", AccountabilityCase: "accountability_case",
    Credential: "credential", SigningKey: "signing_key", Signature: "signature", PersonalData: "personal_data",
    Edition: "edition", Affair: "affair", Judgement: "judgement", HouseRule: "house_rule",
}  # fmt: skip

WORD_OF: dict[type[Any], str] = {
    Item: "事项", Section: "科室", Person: "人员", Post: "职务", Slip: "转送单", Handling: "处置情况", Draft: "拟回复",
    Consent: "审批", Reply: "回复", Duty: "待办", FigureReading: "读数", Paper: "文书", Note: "记录", Evidence: "附件",
    Account: "认证账号", Platform: "平台", Topic: "领域", Batch: "导入批次",
    Channel: "巡查渠道", Look: "巡查记录", Turn: "值班", AccountabilityCase: "责任追究情形",
    Credential: "登录凭据", SigningKey: "签名密钥", Signature: "签名", PersonalData: "个人信息",
    Edition: "台账期号", Affair: "同一事件", Judgement: "比对结论", HouseRule: "词表",
}  # fmt: skip
