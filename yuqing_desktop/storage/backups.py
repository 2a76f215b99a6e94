"""Backups: one zip with the database (VACUUM INTO), a manifest, and the attachments or their hashes.

A backup counts once it was opened again and verified. The archive's comment repeats when it was made and the
chain's end, so that a list of backups needs no password. An AES archive opens with 7-Zip too.
"""

import contextlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from yuqing_desktop import durable
from yuqing_desktop.clock import local
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.problems import BadFile, Trouble
from yuqing_desktop.progress import Progress
from yuqing_desktop.storage.archives import Archive, WrongPassword, opened, written
from yuqing_desktop.storage.checks import chain, structure
from yuqing_desktop.storage.evidence import Blobs, is_digest, named
from yuqing_desktop.storage.snapshot import Snapshot, at_rest

FORMAT = 1
DATABASE, MANIFEST, BLOBS = "registry.db", "manifest.json", "blobs/"
ARCHIVE = "backup.zip"
LEFT_BEHIND = 3600.0
"""A room this much older than a new one beside it, in seconds, was left by a program that was killed."""
AUTOMATIC, MANUAL = "auto", "manual"


_OF_A_MANIFEST = {"event": int, "database_sha256": str, "attachments": list, "counts": dict}


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as listed: where, when, up to which event, and whether it was found sound when made."""

    path: Path
    made_at: datetime
    event: int
    hash: str
    uid: str
    sound: bool
    automatic: bool

    @property
    def head(self) -> str:
        """The chain's end as printed on papers."""
        return f"{self.event}-{self.hash[:12]}" if self.event else ""


class Backups:
    """The backups of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Backup]:
        """Every readable one, newest first."""
        found = [one for path in self.folder.glob("*.zip") if (one := summary(path)) is not None]
        return sorted(found, key=lambda one: (one.made_at, one.event), reverse=True)

    def newest(self, uid: str, by: datetime) -> Backup | None:
        """The newest of this registry that was found sound; one from after `by` has a clock of its own."""
        return next((one for one in self.all() if one.sound and one.uid == uid and one.made_at <= by), None)

    def make(
        self,
        database: Path,
        blobs: Blobs,
        *,
        now: datetime,
        program: str,
        automatic: bool = False,
        password: str = "",
        progress: Progress | None = None,
    ) -> Backup:
        """Write, open again and verify one backup. An automatic one keeps its attachments beside it, once each.

        Raises Trouble; nothing half written stays.
        """
        report = progress or Progress()
        with _said(self.folder), _workroom(self.folder) as room:
            report.step(0, 4, "复制登记簿")
            copy = room / DATABASE
            _vacuum(database, copy)
            report.step(1, 4, "核验副本")
            manifest = _manifest(copy, now=now, program=program, automatic=automatic)
            report.step(2, 4, "写入备份")
            with durable.written(room / ARCHIVE) as file, written(file, password) as archive:
                archive.add_file(DATABASE, copy)
                self._keep_attachments(archive, manifest, blobs, room if automatic and not password else None)
                archive.add(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
                archive.comment = json.dumps(_comment(manifest)).encode()
            report.step(3, 4, "核验备份")
            self.verify(room / ARCHIVE, password=password)
            path = self.folder / _name(now, automatic=automatic, taken=self.folder)
            durable.settle(room / ARCHIVE, path)
        made = summary(path)
        if made is None:
            raise Trouble("备份写好后读不出来。", kept="登记簿没有改动。", advice="请检查磁盘后重试。")
        return made

    def _keep_attachments(
        self, archive: Archive, manifest: dict[str, Any], blobs: Blobs, apart: Path | None
    ) -> None:
        """Into the archive, or by way of the room `apart` beside it, once each."""
        shared = Blobs(self.folder / "blobs")
        for digest in manifest["attachments"]:
            source = blobs.path_of(digest)
            if apart is not None and shared.path_of(digest).is_file():
                continue
            if not blobs.holds(digest):
                manifest["missing"].append(digest)  # the check-up names it; the rest is worth keeping
            elif apart is None:
                archive.add_file(BLOBS + digest, source)
            else:
                shared.path_of(digest).parent.mkdir(parents=True, exist_ok=True)
                with durable.written(apart / digest) as file, source.open("rb") as content:
                    shutil.copyfileobj(content, file, durable.CHUNK)
                durable.settle(apart / digest, shared.path_of(digest))

    def verify(self, path: Path, *, password: str = "") -> dict[str, Any]:
        """Read a backup whole and compare every hash with its manifest; returns it. Raises BadFile."""
        with _readable(path, password) as archive:
            manifest = read_manifest(archive, path)
            if archive.digest(DATABASE) != manifest["database_sha256"]:
                raise damaged(path, "登记簿部分与清单不符")
            for name in archive.names():
                if name.startswith(BLOBS) and archive.digest(name) != name.removeprefix(BLOBS):
                    raise damaged(path, "附件与清单不符")
        return manifest

    def unpack(self, path: Path, into: Path, *, password: str = "") -> dict[str, Any]:
        """Put a backup's database and attachments into an empty folder, verified; returns its manifest.

        Attachments kept beside the archive are taken from there. Raises BadFile, Trouble.
        """
        with _said(into), _readable(path, password) as archive:
            manifest = read_manifest(archive, path)
            archive.extract(DATABASE, into / DATABASE)
            if durable.file_sha256(into / DATABASE) != manifest["database_sha256"]:
                raise damaged(path, "登记簿部分与清单不符")
            target, beside, inside = Blobs(into / "blobs"), Blobs(path.parent / "blobs"), set(archive.names())
            for digest in manifest["attachments"]:
                place = target.path_of(digest)
                place.parent.mkdir(parents=True, exist_ok=True)
                if BLOBS + digest in inside:
                    archive.extract(BLOBS + digest, place)
                elif beside.path_of(digest).is_file():
                    shutil.copyfile(beside.path_of(digest), place)
        return manifest


def summary(path: Path) -> Backup | None:
    """A backup by its archive's comment; None for any other file."""
    try:
        with opened(path) as archive:
            known = json.loads(archive.comment)
            made_at = local(datetime.fromisoformat(known["made_at"]))
            return Backup(
                path, made_at, known["event"], known["hash"], known["uid"], known["sound"], known["automatic"]
            )
    except (OSError, ValueError, KeyError, TypeError, BadFile):
        return None


def read_manifest(archive: Archive, path: Path) -> dict[str, Any]:
    """The list of what a backup holds. Raises BadFile."""
    try:
        manifest: Any = json.loads(archive.read(MANIFEST))
    except (KeyError, ValueError) as error:
        raise damaged(path, "没有清单") from error
    if isinstance(manifest, dict) and manifest.get("format", FORMAT) != FORMAT:
        raise BadFile(f"“{path.name}”由较新版本的程序写成。", kept="数据没有改动。", advice="请换用新版本。")
    if not _is_whole(manifest):
        raise damaged(path, "清单不完整")
    whole: dict[str, Any] = manifest
    return whole


def _is_whole(manifest: object) -> bool:
    if not isinstance(manifest, dict):
        return False
    has_all = all(isinstance(manifest.get(name), kind) for name, kind in _OF_A_MANIFEST.items())
    return has_all and all(map(is_digest, manifest["attachments"]))


def damaged(path: Path, why: str) -> BadFile:
    """The refusal for a backup that is not whole."""
    return BadFile(f"备份“{path.name}”不完好：{why}。", kept="数据没有改动。", advice="请另选一份备份。")


@contextlib.contextmanager
def _readable(path: Path, password: str) -> Iterator[Archive]:
    try:
        with opened(path, password) as archive:
            yield archive
    except WrongPassword as error:
        raise BadFile(
            f"备份“{path.name}”的密码不对。" if password else f"备份“{path.name}”设有密码。",
            kept="数据没有改动。",
            advice="请输入备份时设定的密码。",
        ) from error


def _vacuum(database: Path, copy: Path) -> None:
    """A compact, consistent copy of the live database, made by SQLite itself; acts go on meanwhile."""
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(copy),))
    finally:
        connection.close()
    with copy.open("rb+") as file:
        os.fsync(file.fileno())


def _manifest(copy: Path, *, now: datetime, program: str, automatic: bool) -> dict[str, Any]:
    with at_rest(copy) as rows:
        found = [*structure.check(rows)]
        walked = chain.walk(rows) if not found else chain.Chain()
        found += walked.findings
        return {
            "format": FORMAT,
            "program": program,
            "made_at": now.isoformat(),
            "automatic": automatic,
            "uid": rows.rows("SELECT uid FROM registry")[0][0],
            "event": walked.last,
            "hash": walked.hashes.get(walked.last, ""),
            "sound": not found,
            "findings": [_said_of(one) for one in found[:5]],
            "counts": _counts(rows),
            "database_sha256": durable.file_sha256(copy),
            "attachments": sorted({digest for _, _, _, digest, _ in named(rows)}),
            "missing": [],
        }


def _said_of(finding: Finding) -> str:
    return f"{finding.what}：{finding.where}"


def _counts(rows: Snapshot) -> dict[str, int]:
    tables = rows.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%!_search%' ESCAPE '!'"
    )
    return {name: rows.rows(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in sorted(tables)}


def _comment(manifest: dict[str, Any]) -> dict[str, Any]:
    return {name: manifest[name] for name in ("made_at", "event", "hash", "uid", "sound", "automatic")}


def _name(now: datetime, *, automatic: bool, taken: Path) -> str:
    stem = f"registry-{AUTOMATIC if automatic else MANUAL}-{now:%Y%m%d-%H%M%S}"
    number = 1
    while (taken / (name := f"{stem}{f'-{number}' if number > 1 else ''}.zip")).exists():
        number += 1
    return name


@contextlib.contextmanager
def _workroom(folder: Path) -> Iterator[Path]:
    """Where a backup is made before it has its name; a stick taken out or a killed program leaves one behind."""
    room = Path(mkdtemp(prefix=durable.TEMPORARY, dir=folder))
    for other in folder.glob(f"{durable.TEMPORARY}*/"):
        if room.stat().st_mtime - other.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(other, ignore_errors=True)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


@contextlib.contextmanager
def _said(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise Trouble(
            f"没有完成：{folder} 写入失败。",
            kept="登记簿没有改动。",
            advice="请检查磁盘空间、权限，或移动硬盘是否接好。",
        ) from error
