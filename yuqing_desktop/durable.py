"""Files that a power cut leaves whole or not there: temporary name, fsync, rename, folder fsync."""

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO

TEMPORARY = ".~"
"""How a file under way begins: whoever lists a folder leaves it out, whoever starts anew removes it."""
CHUNK = 1 << 20
_AT_ONCE = 8
"""Files fsynced at a time: a disk takes several for little more than one."""


def under_way(folder: Path) -> IO[bytes]:
    """A new file of a temporary name, whose `name` says which. Raises OSError."""
    from tempfile import NamedTemporaryFile  # with much that no start needs

    return NamedTemporaryFile(dir=folder, prefix=TEMPORARY, delete=False)


@contextlib.contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into: named when the block ends well, gone when it does not. Raises OSError."""
    with under_way(path.parent) as file:
        temporary = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
            temporary.unlink(missing_ok=True)
            raise
    settle(temporary, path)


def write(path: Path, content: bytes) -> None:
    """The same for a content at hand. Raises OSError."""
    with written(path) as file:
        file.write(content)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """Many files into a folder, none named before all are on the disk; each is given once it has its name.

    Raises OSError.
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(dir=folder, prefix=TEMPORARY, ignore_cleanup_errors=True) as room:
        made = []
        for name, content in files:
            made.append(Path(room) / name)
            made[-1].write_bytes(content)
            if made[-1].read_bytes() != content:
                raise OSError(errno.EIO, "", name)
        sync_all(made)
        for path in made:
            yield path.replace(folder / path.name)
    sync_folder(folder)


def sync_all(paths: Iterable[Path]) -> None:
    """Make these files last. Raises OSError."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(_sync, paths))


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle(temporary: Path, path: Path) -> None:
    """Give a finished, fsynced file its name. Raises OSError after removing it."""
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder last; Windows does so itself. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's content, in hex. Raises OSError."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
