"""The office's lists as data: what each is called, its columns, how an entry stops being used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor, Post
from yuqing_desktop.domain.records import Account
from yuqing_desktop.domain.rights import Deed

_Names = Callable[[], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class OfficeList:
    """`kind` is what the dialogs know it by; `ended` is the entry as no longer used from this day."""

    kind: str
    title: str
    hint: str
    read: Callable[[], Sequence[Any]]
    columns: tuple[Column, ...]
    stop: str = "停用"
    ended: Callable[[Any, date], Any] = lambda record, day: replace(record, active=False)
    save: Callable[[Core, Actor, Any], Changes] = lambda core, actor, record: core.people.save(actor, record)
    changeable: bool = True
    deed: Deed = Deed.SETTINGS


def _used(record: Any) -> Cell:
    return Cell("在用", tone="ok", pill=True) if record.active else Cell("已停用", tone="muted", pill=True)


_USED = Column("active", "", _used, 84, sortable=False)


def office_lists(core: Core, today: Callable[[], date]) -> tuple[OfficeList, ...]:
    """Sections, people, posts, platforms, topics, accounts."""

    def people() -> dict[int, str]:
        return {one.id: one.name for one in core.people.people(all_of_them=True)}

    def sections() -> dict[int, str]:
        return {one.id: one.name for one in core.people.sections(all_of_them=True)}

    appoints = Deed.APPOINT if core.accounts.asks_for_sign_in() else Deed.SETTINGS

    return (
        OfficeList(
            "sections", "科室", "科室对回复内容负责（第五条）。", lambda: core.people.sections(all_of_them=True),
            (_named("科室名称"), _text("phone", "电话"), _USED),
        ),
        OfficeList(
            "people", "人员", "登记、审批、签收都写明姓名。", lambda: core.people.people(all_of_them=True),
            (_named("姓名"), _looked_up("section_id", "所在科室", sections), _text("phone", "电话", 140), _USED),
        ),
        OfficeList(
            "posts", "职务与任期", "按审批当日谁在任认定（第二条、第九条）。", core.people.posts,
            _post_columns(people, today), stop="结束任期", ended=_until, deed=appoints,
        ),
        OfficeList(
            "platforms", "平台", "登记时按链接的域名认出平台。", lambda: core.people.platforms(all_of_them=True),
            (_named("平台名称"), _text("hosts", "链接域名"), _USED),
        ),
        OfficeList(
            "topics", "领域", "事项说的是什么事。", lambda: core.people.topics(all_of_them=True),
            (_named("领域名称"), _USED),
        ),
        OfficeList(
            "accounts", "认证账号", "只能用有效的认证账号回复（第十条）。", core.people.accounts,
            _account_columns(today),
        ),
        OfficeList(
            "channels", "巡查渠道", "每个工作日上午、下午各查一遍（第七条）。", core.rounds.channels,
            (_named("渠道名称"), _text("platform", "平台", 110), _text("words", "搜索用词", 130), _text("link", "链接", 220)),
            save=lambda core, actor, record: core.rounds.save_channel(actor, record),
        ),
        OfficeList(
            "turns", "巡查值班", "后登记的一条有效；要改，再登记一条。", lambda: core.rounds.turns()[::-1],
            _turn_columns(people, today), changeable=False,
        ),
    )  # fmt: skip


def _until(post: Post, day: date) -> Post:
    return replace(post, until=day)


def _named(title: str) -> Column:
    return Column("name", title, lambda one: Cell(one.name), 200, sortable=False, stretch=True)


def _text(key: str, title: str, width: int = 200) -> Column:
    return Column(key, title, lambda one: _said(getattr(one, key)), width, sortable=False)


def _said(words: str) -> Cell:
    return Cell(words) if words else ABSENT


def _looked_up(key: str, title: str, names: _Names) -> Column:
    return Column(key, title, lambda one: _said(names().get(getattr(one, key) or 0, "")), 160, sortable=False)


def _post_columns(people: _Names, today: Callable[[], date]) -> tuple[Column, ...]:
    return (
        Column(
            "name",
            "姓名",
            lambda post: _said(people().get(post.person_id, "")),
            160,
            sortable=False,
            stretch=True,
        ),
        Column("role", "职务", lambda post: Cell(post.role.label), 140, sortable=False),
        Column("since", "任期", _term, 220, sortable=False),
        Column("held", "", lambda post: _in_force(held=post.held_on(today())), 90, sortable=False),
    )


def _turn_columns(people: _Names, today: Callable[[], date]) -> tuple[Column, ...]:
    return (
        Column("name", "姓名", lambda turn: _said(people().get(turn.person_id, "")), 160, sortable=False, stretch=True),
        Column("since", "值班日期", lambda turn: Cell(f"{turn.since} 至 {turn.until}"), 220, sortable=False),
        Column("held", "", lambda turn: _on(now=turn.since <= today() <= turn.until), 90, sortable=False),
    )  # fmt: skip


def _on(*, now: bool) -> Cell:
    return Cell("本期值班", tone="ok", pill=True) if now else Cell("—", tone="faint")


def _term(post: Post) -> Cell:
    return Cell(f"{post.since} 至 {post.until}" if post.until else f"{post.since} 起")


def _in_force(*, held: bool) -> Cell:
    return Cell("在任", tone="ok", pill=True) if held else Cell("不在任", tone="muted", pill=True)


def _account_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    return (
        Column(
            "name", "账号 · 主体", lambda one: Cell(one.name, one.subject), 130, sortable=False, stretch=True
        ),
        _text("platform", "平台", 92),
        _text("certification", "认证", 88),
        Column("valid", "有效期至", _valid_until, 96, sortable=False),
        Column("state", "", lambda one: _valid(one, today()), 84, sortable=False),
    )


def _valid_until(account: Account) -> Cell:
    return Cell(f"{account.valid_until}" if account.valid_until else "未写明")


def _valid(account: Account, day: date) -> Cell:
    if account.valid_on(day):
        return Cell("有效", tone="ok", pill=True)
    return Cell("已停用" if not account.active else "不在有效期", tone="danger", pill=True)
