"""Let the n-th call that reaches the disk fail: opening, writing, fsync, renaming, copying."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from yuqing_desktop import durable

KINDS = {errno.ENOSPC: "disk full", errno.EIO: "I/O error", errno.EACCES: "permission"}


class Disk:
    """Counts calls that reach the disk; the one numbered `fails` raises."""

    def __init__(self, fails: int, code: int) -> None:
        self.calls = 0
        self._fails = fails
        self._code = code

    def reached(self) -> None:
        self.calls += 1
        if self.calls == self._fails:
            raise OSError(self._code, os.strerror(self._code))


class _File:
    """A temporary file whose writes are counted."""

    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        self._file = file
        self._disk = disk

    def write(self, content: bytes) -> int:
        self._disk.reached()
        return self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_File":
        self._file.__enter__()
        return self

    def __exit__(self, *what: Any) -> None:
        self._file.__exit__(*what)


@contextlib.contextmanager
def disk(fails: int = 0, code: int = errno.ENOSPC) -> Iterator[Disk]:
    """Everything the program does to files in this block is counted; one call fails."""
    counted = Disk(fails, code)

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            counted.reached()
            return real(*arguments, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        under_way = durable.under_way
        patch.setattr(durable, "under_way", lambda folder: _File(counting(under_way)(folder), counted))
        for owner, name in (
            *((os, name) for name in ("open", "write", "fsync", "replace", "mkdir")),
            (Path, "write_bytes"),
            (shutil, "copyfile"),
            (shutil, "copy2"),
        ):
            patch.setattr(owner, name, counting(getattr(owner, name)))
        yield counted
