"""An archive package: a folder of files and the list of their SHA-256, checkable with sha256sum alone."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from yuqing_desktop.documents import saving

LIST_NAME = "SHA256SUMS.txt"
_CHUNK = 1 << 20


def digest(path: Path) -> str:
    """A file's SHA-256 in hexadecimal. Raises Trouble when it cannot be read."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                found.update(piece)
    except OSError as error:
        raise saving.trouble(path, error) from error
    return found.hexdigest()


def write_sums(folder: Path, files: Iterable[Path]) -> Path:
    """Write the list for files under `folder`, sorted by name; `sha256sum -c SHA256SUMS.txt` checks it there."""
    lines = [f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in sorted(files)]
    return saving.save(folder / LIST_NAME, "".join(lines).encode())


def changed(folder: Path) -> list[str]:
    """The names in a package's list whose files are missing or no longer what they were."""
    wrong: list[str] = []
    for line in (folder / LIST_NAME).read_text("utf-8").splitlines():
        expected, name = line.split("  ", 1)
        path = folder / name
        if not path.is_file() or digest(path) != expected:
            wrong.append(name)
    return wrong
