"""The office's lists: sections, people, posts, platforms, topics, certified accounts, channels and turns of the round."""

from typing import Any

from ui.dialogs.choices import people, platforms, sections, words
from ui.dialogs.list_kind import ListKind
from ui.widgets.field import Field
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Person, Post, Section
from yuqing_desktop.domain.records import Account, Platform, Topic
from yuqing_desktop.domain.rounds import Channel, Turn
from yuqing_desktop.domain.vocabulary import Role


def _active(words_: str) -> Field:
    return Field("active", "状态", "check", placeholder=words_)


def _section(core: Core, record: Any) -> list[Field]:
    return [
        Field("name", "名称", required=True),
        Field("phone", "电话"),
        _active("在用（取消后不再出现在选项中）"),
    ]


def _person(core: Core, record: Any) -> list[Field]:
    return [
        Field("name", "姓名", required=True),
        Field("section_id", "科室", "choice", choices=sections(core)),
        Field("phone", "电话"),
        _active("在职（取消后不再出现在选项中）"),
    ]


def _post(core: Core, record: Any) -> list[Field]:
    return [
        Field("person_id", "人员", "choice", required=True, choices=people(core)),
        Field("role", "职务", "choice", required=True, choices=words(Role)),
        Field("since", "任期开始", "date", required=True),
        Field("until", "任期结束", "date", ahead=True, help="不填为至今；结束当日仍在任"),
    ]


def _platform(core: Core, record: Any) -> list[Field]:
    return [
        Field("name", "名称", required=True),
        Field("hosts", "网址", placeholder="weibo.com weibo.cn", help="链接的网址，用空格分开"),
        _active("在用（取消后不再出现在选项中）"),
    ]


def _topic(core: Core, record: Any) -> list[Field]:
    return [Field("name", "名称", required=True), _active("在用（取消后不再出现在选项中）")]


def _account(core: Core, record: Any) -> list[Field]:
    return [
        Field("platform", "平台", "choice", required=True, choices=platforms(core, record.platform)),
        Field("name", "账号名称", required=True),
        Field("subject", "认证主体", required=True, placeholder="认证资料上的单位全称"),
        Field("certification", "认证方式", placeholder="例：机构认证"),
        Field("valid_from", "有效期始", "date", required=True),
        Field("valid_until", "有效期止", "date", ahead=True, help="不填为长期；过期的账号不能用于回复"),
        Field("keeper", "保管人", suggestions=[one.name for one in core.people.people()]),
        _active("在用"),
    ]


def _channel(core: Core, record: Any) -> list[Field]:
    return [
        Field("name", "渠道名称", required=True, placeholder="例：市民论坛"),
        Field("platform", "平台", "choice", choices=platforms(core, record.platform), help="登记时自动填写"),
        Field("link", "搜索链接", placeholder="https://s.weibo.com/weibo?q={words}", help="{words} 处填入搜索用词；只打开网页链接"),
        Field("words", "搜索用词", placeholder="例：数据局 政务服务"),
        _active("在用（取消后不再巡查，已有记录保留）"),
    ]  # fmt: skip


def _turn(core: Core, record: Any) -> list[Field]:
    return [
        Field("person_id", "值班人", "choice", required=True, choices=people(core)),
        Field("since", "开始", "date", required=True, ahead=True),
        Field("until", "结束", "date", required=True, ahead=True, help="结束当日仍值班"),
    ]


LIST_KINDS = {
    "sections": ListKind("科室", Section, _section, "科室对回复的内容负责（第五条）"),
    "people": ListKind("人员", Person, _person, "职务和任期在“职务与任期”中登记（第二条）"),
    "posts": ListKind("职务", Post, _post, "审批以签批当日在任的人为准（第二条、第九条）"),
    "platforms": ListKind("平台", Platform, _platform, "每日巡查的范围（第七条）"),
    "topics": ListKind("领域", Topic, _topic, "事项归类用（第三条）"),
    "channels": ListKind(
        "巡查渠道",
        Channel,
        _channel,
        "每日巡查的范围（第七条）",
        lambda core, actor, record, op_id: core.rounds.save_channel(actor, record, op_id=op_id),
    ),
    "turns": ListKind(
        "巡查值班",
        Turn,
        _turn,
        "当天由谁巡查，写在每日巡查页和月表上（第七条）",
        lambda core, actor, record, op_id: core.rounds.put_on_duty(actor, record, op_id=op_id),
    ),
    "accounts": ListKind("认证账号", Account, _account, "只从认证账号回复，不在未认证的页面回复（第十条）"),
}
