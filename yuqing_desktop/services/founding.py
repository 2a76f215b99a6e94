"""A new registry's first filling: a data bureau's sections, platforms and topics; people as given."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights, sites
from yuqing_desktop.domain.people import SYSTEM, Person, Post, Section
from yuqing_desktop.domain.records import Account, Platform, Topic
from yuqing_desktop.domain.rounds import FACTORY_CHANNELS
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.entrance import SAMPLE, Entrance
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

SECTIONS = (
    "办公室",
    "政策规划科",
    "数据资源科",
    "数据应用科",
    "数据安全科",
    "政务服务科",
    "基础设施科",
    "人事教育科",
)
TOPICS = (
    "政务服务",
    "网上办事",
    "数据开放",
    "数据安全",
    "个人信息",
    "系统故障",
    "政策咨询",
    "工作作风",
    "工程建设",
    "人事招聘",
    "其他",
)
NEEDED = (Role.CLERK, Role.DEPUTY, Role.HEAD)
"""第二条、第三条: the posts without which no item can go its way."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the first filling: name, post, section by name."""

    name: str
    role: Role
    section: str = "办公室"
    phone: str = ""


SAMPLE_MEMBERS = (
    Member("张敏", Role.CLERK, "办公室", "0000-1234567"),
    Member("陈静", Role.OFFICE_HEAD, "办公室"),
    Member("王建国", Role.DEPUTY, ""),
    Member("赵志远", Role.HEAD, ""),
    Member("李强", Role.SECTION, "政务服务科"),
    Member("周婷", Role.SECTION, "数据资源科"),
    Member("吴涛", Role.SECTION, "数据应用科"),
    Member("郑凯", Role.SECTION, "数据安全科"),
    Member("孙丽", Role.SECTION, "政策规划科"),
    Member("何伟", Role.SECTION, "基础设施科"),
    Member("林芳", Role.SECTION, "人事教育科"),
    Member("黄磊", Role.ADMIN, "基础设施科"),
    Member("徐洁", Role.AUDITOR, "人事教育科"),
)
SAMPLE_OFFICE = '{"bureau": "某市数据资源管理局", "contact": "张敏", "phone": "0000-1234567"}'
SAMPLE_ACCOUNT_PLATFORMS = ("微博", "微信公众号", "抖音", "今日头条", "领导留言板", "政府网站", "论坛")


@dataclass(frozen=True, slots=True)
class Founding:
    """Fills an empty registry, once."""

    store: Store
    settings: Settings

    def is_empty(self) -> bool:
        """Whether nothing has been set up yet."""
        return Entrance(self.store).is_empty()

    def found(self, members: Iterable[Member], *, since: date | None = None, sample: bool = False) -> Changes:
        """Set up sections, people with posts, platforms, topics. Raises BadInput, Refused when it was done already."""
        people = tuple(members)
        lacking = [role.label for role in NEEDED if all(member.role is not role for member in people)]
        if lacking:
            raise BadInput({"members": f"请填写{'、'.join(lacking)}"}, article="第二条")
        if any(not member.name.strip() for member in people):
            raise BadInput({"members": "请填写姓名"}, article="第二条")
        _require_apart(people)

        def do(work: UnitOfWork) -> str:
            if work.find(Section, limit=1):
                raise Refused("登记簿已经建立，不能重复建立。", kept="原有数据没有改动。")
            work.detail["uid"] = work.uid()
            sections = {name: work.add(Section(name=name)).id for name in SECTIONS}
            _add_people(work, people, sections, since or work.now.date())
            for name in sites.PLATFORMS:
                work.add(Platform(name=name))
            for channel in FACTORY_CHANNELS:
                work.add(channel)
            for topic in TOPICS:
                work.add(Topic(name=topic))
            if sample:
                work.put_setting(SAMPLE, "1")
                work.put_setting("office", SAMPLE_OFFICE)
                _add_accounts(work, since or work.now.date())
            return "登记簿已建立"

        return self.store.perform(SYSTEM, "found", do)


def _require_apart(members: tuple[Member, ...]) -> None:
    """Nobody administers and approves or audits at once. Raises BadInput naming the role's field."""
    for member in members:
        held = {other.role for other in members if other.name.strip() == member.name.strip()}
        words = rights.conflict(held)
        if words:
            raise BadInput({member.role.value: f"{member.name}：{words}"}, article="第十三条")


def _add_people(work: UnitOfWork, members: tuple[Member, ...], sections: dict[str, int], since: date) -> None:
    by_name: dict[str, int] = {}
    for member in members:
        name = member.name.strip()
        if name not in by_name:
            person = Person(name=name, section_id=sections.get(member.section), phone=member.phone)
            by_name[name] = work.add(person).id
        work.add(Post(person_id=by_name[name], role=member.role, since=since))


def _add_accounts(work: UnitOfWork, since: date) -> None:
    blank = Account(subject="某市数据资源管理局", certification="机构认证", valid_from=since, keeper="张敏")
    for platform in SAMPLE_ACCOUNT_PLATFORMS:
        work.add(replace(blank, platform=platform, name=f"@某市数据资源管理局（{platform}）"))
