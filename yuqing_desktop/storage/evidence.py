"""Attachments by content: blobs/aa/<sha256>. The file is whole and fsynced before the row that names it."""

import io
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from yuqing_desktop import durable
from yuqing_desktop.domain import attachments
from yuqing_desktop.problems import BadFile, NotFound, Trouble
from yuqing_desktop.storage.snapshot import Rows

NAMED = (
    ("evidence", "附件", "sha256", "name"),
    ("consent", "签批扫描件", "scan_sha256", "sheet_number"),
    ("edition", "签发的台账", "sha256", "file_name"),
)
"""Every column that names a content: its table, what the content is called, the column of its own name."""

Named = tuple[str, str, int, str, str]
"""Table, what it is, the row's id, the content's SHA-256 and its name."""


_DIGEST = re.compile("[0-9a-f]{64}")


def is_digest(text: object) -> bool:
    """Whether this can be a content's name; anything else put there by hand might name a file elsewhere."""
    return isinstance(text, str) and _DIGEST.fullmatch(text) is not None


def named(rows: Rows) -> Iterator[Named]:
    """Every content that a record names, in whatever version of the schema."""
    standing = {name for (name,) in rows.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, word, column, name in NAMED:
        if table in standing:
            condition = f"typeof({column}) = 'text' AND {column} <> ''"
            if "purged_at" in {name for _, name, *_ in rows.rows(f"PRAGMA table_info({table})")}:
                condition += " AND purged_at IS NULL"
            for found in rows.rows(f"SELECT id, {column}, {name} FROM {table} WHERE {condition} ORDER BY id"):
                yield table, word, *found


class Blobs:
    """The folder of attachments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, digest: str) -> Path:
        """Where the content with this SHA-256 lies or would lie."""
        return self.folder / digest[:2] / digest

    def holds(self, digest: str) -> bool:
        """Whether the content lies there, whole and unchanged. Raises OSError."""
        path = self.path_of(digest)
        return path.is_file() and durable.file_sha256(path) == digest

    def keep_file(self, path: Path, *, name: str = "") -> tuple[str, int, str]:
        """Take in a file, perhaps under another name: its SHA-256, size in bytes and kind. Raises BadFile, Trouble."""
        try:
            if not path.is_file():  # a pipe would hold the writer up
                raise FileNotFoundError(path)
            source = path.open("rb")
            size = path.stat().st_size
        except OSError as error:
            raise BadFile(
                f"“{path.name}”打不开。", kept="事项没有改动。", advice="请核对文件是否还在原处。"
            ) from error
        with source:
            return self._keep(name or path.name, source, size)

    def keep_bytes(self, name: str, content: bytes) -> tuple[str, int, str]:
        """Take in a content, for instance a pasted screenshot. Raises BadFile, Trouble."""
        return self._keep(name, io.BytesIO(content), len(content))

    def _keep(self, name: str, source: IO[bytes], size: int) -> tuple[str, int, str]:
        attachments.check_size(name, size)
        beginning = source.read(64)
        kind = attachments.kind_of(name, beginning)
        try:
            return (*self._copy(source, beginning), kind)
        except OSError as error:
            raise Trouble(
                f"“{name}”没有保存：附件文件夹写入失败。",
                kept="事项没有改动。",
                advice="请检查磁盘空间和权限后重试。",
            ) from error

    def _copy(self, source: IO[bytes], beginning: bytes) -> tuple[str, int]:
        """Copy under a temporary name while hashing, then give it its own. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest, size = sha256(beginning), len(beginning)
        holding = self.folder / f"{durable.TEMPORARY}incoming"
        with durable.written(holding) as file:
            file.write(beginning)
            while chunk := source.read(durable.CHUNK):
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
        path = self.path_of(digest.hexdigest())
        if self.holds(path.name):
            holding.unlink()
            return path.name, size
        if not path.parent.exists():
            path.parent.mkdir()
            durable.sync_folder(self.folder)
        holding.chmod(0o444)
        durable.settle(holding, path)
        return path.name, size

    def read(self, digest: str) -> bytes:
        """The content, whole and unchanged. Raises NotFound, Trouble."""
        return self._checked(digest).read_bytes()

    def copy_for_opening(self, digest: str, name: str) -> Path:
        """A read-only copy under its own name in a folder of its own: opening it cannot change the evidence.

        Raises NotFound, Trouble.
        """
        source = self._checked(digest)
        safe = "".join("_" if character in '\\/:*?"<>|' else character for character in name)[-120:]
        try:
            copy = Path(mkdtemp(prefix="yuqing-")) / (safe.strip(". ") or digest)
            copy.write_bytes(source.read_bytes())
            copy.chmod(0o444)
        except OSError as error:
            raise Trouble(f"“{name}”不能打开：临时文件夹写入失败。", advice="请检查磁盘空间。") from error
        return copy

    def remove(self, digest: str) -> None:
        """Take a content away for good, where it is still there. Raises Trouble."""
        path = self.path_of(digest)
        try:
            if path.exists():
                path.chmod(0o644)  # Windows removes no read-only file
                path.unlink()
                durable.sync_folder(path.parent)
        except OSError as error:
            raise Trouble(
                "已到期的文件没有删掉：附件文件夹写入失败。",
                kept="清除已经记入留痕。",
                advice="请运行体检，按其中的提示删除多余文件。",
            ) from error

    def all(self) -> Iterator[Path]:
        """Every content kept, by its file; those still under way are left out."""
        for folder in sorted(self.folder.glob("??/")):
            yield from sorted(
                path for path in folder.iterdir() if not path.name.startswith(durable.TEMPORARY)
            )

    def _checked(self, digest: str) -> Path:
        path = self.path_of(digest)
        if not path.exists():
            raise NotFound("附件的内容不在数据文件夹中。", advice="请运行体检，并从备份找回。")
        if durable.file_sha256(path) != digest:
            raise Trouble("附件的内容已被改动，与登记时不符。", advice="请运行体检，并从备份找回。")
        return path
