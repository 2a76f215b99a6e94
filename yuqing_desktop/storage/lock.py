"""One process a registry: the system's lock on a file beside it, freed even when the process is killed."""

import os
from pathlib import Path
from types import TracebackType
from typing import IO

from yuqing_desktop.problems import Trouble


class Lock:
    """Held from `take` to `free`. The file names the holder's process; it stays when the lock is freed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Raises Trouble when another process holds it."""
        try:
            file = self.path.open("a+b")
        except OSError as error:
            raise Trouble(
                f"数据文件夹无法写入：{self.path.parent}。",
                kept="原有数据没有改动。",
                advice="请检查权限和磁盘。",
            ) from error
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise Trouble(
                "登记簿正由另一个窗口或程序使用。",
                kept="数据没有改动。",
                advice="请用已打开的窗口，或关闭它后再试。",
            ) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        self._file = file

    def free(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> "Lock":
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
