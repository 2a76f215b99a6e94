"""Zip archives of backups, plain or AES-256 (WinZip's form, which 7-Zip opens)."""

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from yuqing_desktop import durable
from yuqing_desktop.problems import BadFile

STORED_SUFFIXES = ("blobs/",)


class WrongPassword(Exception):
    """The archive does not open with this password. Storage's backups turn it into a refusal."""


class Archive:
    """An open archive: names, contents, their hashes."""

    def __init__(self, file: Any, broken: type[Exception] = zipfile.BadZipFile) -> None:
        self._file = file
        self._broken = broken

    @property
    def comment(self) -> bytes:
        """What stands in clear at the archive's end."""
        return bytes(self._file.comment)

    @comment.setter
    def comment(self, words: bytes) -> None:
        self._file.comment = words

    def names(self) -> list[str]:
        """What it holds."""
        return list(self._file.namelist())

    def add(self, name: str, content: bytes) -> None:
        """Add a small content."""
        self._file.writestr(name, content)

    def add_file(self, name: str, path: Path) -> None:
        """Add a file; attachments mostly are compressed already and go in as they are."""
        packing = zipfile.ZIP_STORED if name.startswith(STORED_SUFFIXES) else zipfile.ZIP_DEFLATED
        self._file.write(path, name, compress_type=packing, compresslevel=1)

    def read(self, name: str) -> bytes:
        """A small content. Raises KeyError, WrongPassword, BadFile."""
        return b"".join(self._chunks(name))

    def digest(self, name: str) -> str:
        """The SHA-256 of a content. Raises KeyError, WrongPassword, BadFile."""
        digest = sha256()
        for chunk in self._chunks(name):
            digest.update(chunk)
        return digest.hexdigest()

    def extract(self, name: str, path: Path) -> None:
        """Put a content into a file, surely on the disk. Raises KeyError, WrongPassword, BadFile, OSError."""
        with durable.written(path) as file:
            for chunk in self._chunks(name):
                file.write(chunk)

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._file.open(name) as source:
                while chunk := source.read(durable.CHUNK):
                    yield chunk
        except RuntimeError as error:  # so both libraries say of a missing or wrong password
            raise WrongPassword from error
        except (self._broken, EOFError, ValueError, zlib.error) as error:
            raise _damaged(name) from error


@contextlib.contextmanager
def written(file: IO[bytes], password: str) -> Iterator[Archive]:
    """An archive to fill."""
    if not password:
        with zipfile.ZipFile(file, "w") as plain:
            yield Archive(plain)
        return
    import pyzipper

    with pyzipper.AESZipFile(file, "w", encryption=pyzipper.WZ_AES) as sealed:
        sealed.setpassword(password.encode())
        yield Archive(sealed)


@contextlib.contextmanager
def opened(path: Path, password: str = "") -> Iterator[Archive]:
    """An archive to read. Raises BadFile, OSError; WrongPassword while reading."""
    if not zipfile.is_zipfile(path):
        raise _damaged(path.name)
    if not password:
        with zipfile.ZipFile(path) as plain:
            yield Archive(plain)
        return
    import pyzipper

    with pyzipper.AESZipFile(path) as sealed:
        sealed.setpassword(password.encode())
        yield Archive(sealed, pyzipper.BadZipFile)


def _damaged(name: str) -> BadFile:
    return BadFile(f"“{name}”不是完好的备份。", kept="数据没有改动。", advice="请另选一份备份。")
