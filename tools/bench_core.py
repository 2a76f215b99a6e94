"""How long the registry takes with 100,000 items, each figure beside a floor measured in the same run.

Floors: SQLite asked directly for the same rows (reads), one plain row inserted and committed (writes).
"""

import random
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from yuqing_desktop.changes import Changes
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain import numbering
from yuqing_desktop.domain.figures import HIDDEN, number
from yuqing_desktop.domain.filters import VIEWS, Filter, Sort, SortKey, parse
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.vocabulary import Act, CommentKind, DutyKind, Level, ReplyNeed, Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage.work import UnitOfWork

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)
SHARE = 500
COMMON = (
    "政务服务大厅网上预约系统登录公积提取数据开放平台下载失败窗口排队时间态度材料审批证书到期社保转移咨询电话无人接听办理进度"
    "查询不到身份认证人脸识别手机应用更新之后闪退老人不会使用建议增加指引小区停车收费公示投诉举报信息泄露接口调用额度申请"
)
WORDS = tuple(COMMON[i : i + 2] for i in range(0, len(COMMON), 2))
RARER = "国家市区县街道路站所校园区医院银行税务人民法院警务交通环保土地房产水电气热网络数据资源管理局委办中心窗口工程建设项目质量"
"""Of any two of these characters the rest of the words are made: a text is of some 3,000 words, as real ones are."""
Figure = tuple[str, float, float, str]


def run(count: int = 100_000, folder: Path | None = None) -> list[Figure]:
    """(what, measured, floor, unit) for each figure; the registry is built first, in a scratch folder unless given."""
    if folder is not None:
        return list(_measured(filled(folder, count)))
    with tempfile.TemporaryDirectory() as scratch:
        core = filled(Path(scratch), count)
        try:
            return list(_measured(core))
        finally:
            core.close()


def filled(folder: Path, count: int) -> Core:
    """An open registry with so many items, made where it lacks them."""
    core = open_core(Paths(folder), FixedClock(NOW))
    if core.founding.is_empty():
        core.founding.found(SAMPLE_MEMBERS, since=date(2024, 1, 1), sample=True)
    have = core.registry.count(Filter())
    chance = random.Random(have)
    clerk = core.people.actor_named("张敏")
    for start in range(have, count, SHARE * 20):
        with core.store.many():
            for first in range(start, min(start + SHARE * 20, count), SHARE):
                _fill(core, clerk, chance, first, min(SHARE, count - first))
    return core


def _fill(core: Core, clerk: Actor, chance: random.Random, first: int, count: int) -> Changes:
    def do(work: UnitOfWork) -> None:
        for serial in range(first + 1, first + count + 1):
            work.next_number(numbering.ITEM_COUNTER, 2026)
            item = work.add(_item(chance, serial))
            if item.due_at is not None and item.due_kind is not None:
                work.add(
                    Duty(
                        item_id=item.id, kind=item.due_kind, opened_at=item.registered_at, due_at=item.due_at
                    )
                )

    return core.store.perform(clerk, "register", do)


def _item(chance: random.Random, serial: int) -> Item:
    moment = NOW - timedelta(minutes=5 * (100_000 - serial) % 525_000)
    status = Status.CLOSED if chance.random() < 0.95 else chance.choice(list(Status))
    pending = not status.is_final
    platform = chance.choice(("微博", "微信公众号", "抖音", "今日头条", "领导留言板", "论坛"))
    return Item(
        number=numbering.item_number(2026, serial),
        title=_text(chance, 8),
        summary=_text(chance, 40),
        content=_text(chance, 60),
        published_at=moment - timedelta(minutes=chance.randrange(600)) if serial % 7 else None,
        found_at=moment,
        registered_at=moment,
        registered_by="张敏",
        platform=platform,
        source=f"@网友{serial % 3000}",
        author=f"网友{serial % 3000}",
        link=f"https://example.com/post/{serial}",
        link_key=f"example.com/post/{serial}",
        reads=HIDDEN if platform == "微博" else number(chance.randrange(100_000)),
        forwards=number(chance.randrange(1000)),
        replies=number(chance.randrange(300)),
        figures_at=moment,
        reply_need=chance.choice(list(ReplyNeed)),
        level=None if status is Status.REGISTERED else chance.choice(list(Level)),
        comment_kind=chance.choice(list(CommentKind)),
        status=status,
        closed_at=None if pending else moment + timedelta(days=1),
        section_id=None if status is Status.REGISTERED else chance.randrange(1, 9),
        due_at=NOW + timedelta(minutes=chance.randrange(-3000, 6000)) if pending else None,
        due_kind=DutyKind.FIRST_REPLY if pending else None,
    )


def _text(chance: random.Random, words: int) -> str:
    common = chance.choices(WORDS, k=max(1, words // 20))
    rarer = ["".join(chance.choices(RARER, k=2)) for _ in range(words - len(common))]
    mixed = common + rarer
    chance.shuffle(mixed)
    return "".join(mixed)


def _measured(core: Core) -> Iterator[Figure]:
    yield from _lists(core)
    yield from _searches(core)
    yield from _saving(core)
    yield "resident memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 130, "MB"


def _lists(core: Core) -> Iterator[Figure]:
    raw = sqlite3.connect(core.paths.database)
    floor = _ms(lambda: raw.execute("SELECT id FROM item ORDER BY id DESC LIMIT 200").fetchall())
    registry = core.registry
    for key in SortKey:
        for descending in (True, False):
            sort = (Sort(key, descending),)
            taken = _ms(lambda sort=sort: registry.page(registry.ids(Filter(), sort, limit=200)))  # type: ignore[misc]
            yield f"first page by {key}{' desc' if descending else ''}", taken, max(20, floor), "ms"
    for text in FILTERS:
        wanted = parse(text)
        taken = _ms(lambda wanted=wanted: registry.page(registry.ids(wanted, limit=200)))  # type: ignore[misc]
        yield f"first page of {text}", taken, max(20, floor), "ms"
    whole = _ms(lambda: raw.execute("SELECT id FROM item").fetchall())
    yield f"all ids by number (SQLite alone {whole:.1f} ms)", _ms(lambda: registry.ids(Filter())), 60, "ms"
    by_due = (Sort(SortKey.DUE, descending=False),)
    yield "all ids by due time", _ms(lambda: registry.ids(Filter(), by_due)), 60, "ms"
    wanted_ids = registry.ids(Filter())[5000:5200]
    yield "page of 200 rows", _ms(lambda: registry.page(wanted_ids)), 20, "ms"
    yield f"counts of {len(VIEWS)} views", _ms(registry.counts), 20, "ms"
    clerk = core.people.actor_named("张敏")
    yield "dossier", _ms(lambda: registry.dossier(wanted_ids[0], clerk)), 50, "ms"
    raw.close()


FILTERS = (
    "状态:待审批", "状态:已办结", "等级:重要", "科室:数据", "平台:微博", "is:逾期", "is:在办", "is:今天到期", "is:先行未补",
    "发布:2026-11-01..2026-11-20", "登记:2026-03-01..", "待办:首次回复", "-平台:微博 等级:重大突发", "来源:网友12",
)  # fmt: skip


def _searches(core: Core) -> Iterator[Figure]:
    for words in (
        "预约",
        "公积",
        "约系",
        "预约系统",
        "公积金提取",
        "政务 预约 泄露",
        "网友12",
        "12",
        "约",
        "不存在的词",
    ):
        taken = _ms(lambda words=words: core.registry.search(words, limit=50))  # type: ignore[misc]
        yield f"newest 50 with “{words}”", taken, 10, "ms"
    found = len(core.registry.search("预约"))
    yield f"all {found} ids with “预约”", _ms(lambda: core.registry.search("预约")), 60, "ms"


def _saving(core: Core) -> Iterator[Figure]:
    clerk = core.people.actor_named("张敏")
    values = {
        "title": "办事大厅网上预约系统打不开",
        "summary": "网民反映预约系统登录页一直加载。",
        "platform": "微博",
    }
    raw = sqlite3.connect(core.paths.data / "raw.db")
    raw.executescript("PRAGMA journal_mode=wal; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t (a, b)")

    def insert() -> None:
        raw.execute("INSERT INTO t VALUES (?, ?)", (values["title"], values["summary"]))
        raw.commit()

    floors, taken, plain = [], [], []
    for _ in range(40):
        floors.append(_once(insert))
        taken.append(_once(lambda: core.register.register(clerk, dict(values))))
        plain.append(_once(lambda: _edit(core, clerk)))
    raw.close()
    yield f"registering (raw insert {median(floors):.2f} ms)", median(taken), 3 * median(floors), "ms"
    yield "an item saved with event and index", median(plain), 3 * median(floors), "ms"


def _edit(core: Core, clerk: Actor) -> None:
    def do(work: UnitOfWork) -> None:
        item = work.item(1)
        work.save(item, replace(item, title=f"办事大厅{item.version}"))

    core.store.perform(clerk, Act.EDIT, do, item_id=1)


def _once(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1000


def _ms(act: Callable[[], object]) -> float:
    act()
    return median(_once(act) for _ in range(5))


def main() -> None:
    """Print every figure; a miss is marked."""
    for name, measured, floor, unit in run():
        print(f"{'  ' if measured <= floor else '! '}{name}: {measured:.2f} {unit} (≤ {floor:.2f})")


if __name__ == "__main__":
    main()
