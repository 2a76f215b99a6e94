"""sample: fill an empty data folder with sections, people and made-up items."""

import argparse
import contextlib
from collections.abc import Iterator
from typing import Any

from yuqing_desktop.commands.parsing import item_count
from yuqing_desktop.commands.session import Session
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Refused

_OWN = {
    "registry.db",
    "registry.db-wal",
    "registry.db-shm",
    "registry.lock",
    "blobs",
    "exports",
    "backups",
    "logs",
}


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "sample", help="生成样例登记簿", description="在空的数据文件夹里生成样例登记簿，各处都标明是样例。"
    )
    command.add_argument(
        "--items", metavar="件数", type=item_count, required=True, help="事项件数；0 表示只有科室和人员"
    )
    command.add_argument("--seed", metavar="种子", type=int, default=1, help="相同的种子生成相同的事项")
    command.set_defaults(run=_sample)
    yield command


def _sample(session: Session) -> int:
    session.check()
    _require_empty(session.paths)
    items, seed = session.options.items, session.options.seed
    with contextlib.closing(open_core(session.paths, session.clock)) as core:
        core.sample.fill(items, seed=seed)
        counts = core.registry.counts()
    session.speaker.document(
        {"items": items, "seed": seed, "data": str(session.paths.data), "counts": counts}
    )
    session.speaker.line(f"已在 {session.paths.data} 生成样例登记簿，{items}件。")
    for name, number in counts.items():
        session.speaker.line(f"  {VIEW_NAMES[name]}：{number}件")
    return 0


def _require_empty(paths: Paths) -> None:
    """Nothing but the program's own folders may be there. Raises Refused."""
    paths.has_registry()  # which says so where nobody may look
    if not paths.data.exists():
        return
    strange = (
        [] if not paths.data.is_dir() else [one.name for one in paths.data.iterdir() if one.name not in _OWN]
    )
    if strange or not paths.data.is_dir():
        raise Refused(
            f"{paths.data} 不是空文件夹，没有生成样例。",
            kept="其中的文件没有改动。",
            advice="请用 --data 另选空文件夹。",
        )
