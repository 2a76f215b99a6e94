"""Opening a registry (第十三条): its place, its presence, what a killed run left, what an older version lacks."""

import contextlib
import json
from pathlib import Path

from yuqing_desktop import durable
from yuqing_desktop.clock import TOLERANCE
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Refused, Unusable
from yuqing_desktop.services import workstation
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.storage import places
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.page_look import PageLook
from yuqing_desktop.storage.store import Store

INSTALLED = "installed.json"
NAMED_SINCE = 2
"""The version since which a registry has a name, by which the workstation and a backup know it; none in use is older."""


def check_place(data: Path) -> str:
    """A warning in words, or nothing. Raises Refused for a folder on a share."""
    if places.is_network_share(data):
        raise Refused(
            f"数据文件夹在网络共享上，不能存放登记簿：{data}。",
            kept="没有任何改动。",
            advice="请放在本机硬盘上；几台电脑合用一个登记簿请用 PostgreSQL（--database）。",
        )
    cloud = places.cloud_of(data)
    if cloud:
        return f"数据文件夹在{cloud}的同步文件夹里，同步会损坏登记簿并把内容传到外网，请移到本机其他文件夹。"
    return ""


def require_present(paths: Paths) -> None:
    """A registry that was here and is missing or empty is no first run. Raises Trouble, Unusable."""
    known = _installed(paths).get(str(paths.data.absolute()))
    path, is_there = paths.database, paths.has_registry()
    if known is None or (is_there and path.stat().st_size > 0):
        return
    state = "是空的" if is_there else "不见了"
    raise Unusable(
        f"本机用过的登记簿{state}：{path}。",
        kept="没有新建登记簿，文件夹中的文件没有改动。",
        advice="请从备份恢复，或核对数据文件夹、移动硬盘是否接好；确要新建请另选文件夹。",
    )


def check_clock(store: Store) -> str:
    """A warning in words when the computer's clock is behind the last act; a sample's was moved about."""
    last = store.database.rows("SELECT at FROM event ORDER BY id DESC LIMIT 1")
    with contextlib.suppress(ValueError, TypeError):  # a time that is none is the check-up's to name
        if last and moment_of(last[0][0]) - store.clock.now() > TOLERANCE and not Entrance(store).is_sample():
            return (
                f"电脑时钟比登记簿里最后一次操作（{last[0][0][:16]}）还早。"
                "请先核对电脑的日期和时间，否则时限会算错，体检会报时间倒退。"
            )
    return ""


def bring_up_to_date(store: Store, paths: Paths, pages: PageLook) -> None:
    """An older registry: a verified copy first, then what it lacks, under the eyes of the workstation.

    Raises Trouble, Unusable; what the file lacks is then still lacking.
    """
    database = store.database
    if not database.pending():
        return
    pages.require_whole()
    from yuqing_desktop.services.backup import copied
    from yuqing_desktop.storage import migrating

    if database.version >= NAMED_SINCE:
        copied(paths, store.clock.now())
        workstation.watch(store, paths.workstation)
    migrating.bring_up_to_date(store)


def note_present(paths: Paths, store: Store, *, is_sample: bool) -> None:
    """Remember that a registry in use lies here; a sample may come and go."""
    if is_sample or not store.head():
        return
    known, key = _installed(paths), str(paths.data.absolute())
    if known.get(key) == store.uid():
        return
    with contextlib.suppress(OSError):  # without it only a missing file would be taken for a first run
        paths.workstation.mkdir(parents=True, exist_ok=True)
        content = json.dumps({**known, key: store.uid()}, ensure_ascii=False, indent=1)
        durable.write(paths.workstation / INSTALLED, content.encode())


def sweep(paths: Paths) -> None:
    """Remove what a killed run left under way. Only with the registry's lock held."""
    import shutil

    for folder in (paths.data, paths.evidence, paths.backups, paths.exports, paths.templates):
        for path in folder.glob(f"{durable.TEMPORARY}*"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _installed(paths: Paths) -> dict[str, str]:
    try:
        known = json.loads((paths.workstation / INSTALLED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
