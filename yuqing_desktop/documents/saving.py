"""Write a file so that an old one never dies of a new one: temporary name, fsync, replace, read back."""

import errno
from collections.abc import Iterable
from pathlib import Path

from yuqing_desktop import durable
from yuqing_desktop.problems import FileBusy, Trouble

READABLE = 0o644
"""A paper is for whoever shares the folder; a temporary file is made for its maker alone."""

_REASONS = {
    errno.ENOSPC: ("磁盘已满", "请清理磁盘后再试。"),
    errno.EDQUOT: ("磁盘配额已用完", "请清理磁盘后再试。"),
    errno.EROFS: ("磁盘是只读的", "请另选文件夹。"),
    errno.ENOENT: ("文件夹不存在", "请另选文件夹。"),
    errno.ENOTDIR: ("文件夹不存在", "请另选文件夹。"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短些的文件名。"),
    errno.EISDIR: ("这是一个文件夹", "请换一个文件名。"),
    errno.EACCES: ("没有写入权限，或文件正在别处打开", "请先关闭该文件，或另选文件夹。"),
    errno.EPERM: ("没有写入权限，或文件正在别处打开", "请先关闭该文件，或另选文件夹。"),
    errno.EBUSY: ("文件正在别处打开", "请先关闭该文件。"),
}
_BUSY = (errno.EACCES, errno.EPERM, errno.EBUSY)


def save(path: Path, content: bytes) -> Path:
    """Put `content` at `path` whole or not at all. Raises Trouble in words; what stood there is kept."""
    try:
        durable.write(path, content)
        path.chmod(READABLE)
        written = path.read_bytes()
    except OSError as error:
        raise trouble(path, error) from error
    if written != content:
        raise Trouble(f"文件写入后核对不一致：{path.name}。", advice="请检查磁盘后重新生成。")
    return path


def save_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Many files by name into a folder. Raises Trouble saying how many got their names; a half is never seen."""
    named: list[Path] = []
    try:
        for path in durable.write_all(folder, files):
            path.chmod(READABLE)
            named.append(path)
    except OSError as error:
        path = Path(error.filename2 or error.filename or folder)
        refused = trouble(folder if path.name.startswith(durable.TEMPORARY) else path, error)
        if named:
            refused.kept = f"前{len(named)}份已写好，其余没有改动。"
        raise refused from error
    return named


def trouble(path: Path, error: OSError) -> Trouble:
    """An operating system's refusal to write `path`, in words."""
    reason, advice = _REASONS.get(error.errno or 0, ("磁盘写入失败", "请检查磁盘后再试，或另选文件夹。"))
    kind = FileBusy if error.errno in _BUSY else Trouble
    return kind(f"文件没有保存：{path.name}，{reason}。", kept="原有文件没有改动。", advice=advice)
