"""Write a file so that an old one never dies of a new one: temporary name, fsync, replace, read back."""

import errno
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from yuqing_desktop.problems import Trouble

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


def save(path: Path, content: bytes) -> Path:
    """Put `content` at `path` whole or not at all. Raises Trouble in words; what stood there is kept."""
    try:
        _replace(path, content)
        written = path.read_bytes()
    except OSError as error:
        raise trouble(path, error) from error
    if written != content:
        raise Trouble(f"文件写入后核对不一致：{path.name}。", advice="请检查磁盘后重新生成。")
    return path


def trouble(path: Path, error: OSError) -> Trouble:
    """An operating system's refusal to write `path`, in words."""
    reason, advice = _REASONS.get(error.errno or 0, ("磁盘写入失败", "请检查磁盘后再试，或另选文件夹。"))
    return Trouble(f"文件没有保存：{path.name}，{reason}。", kept="原有文件没有改动。", advice=advice)


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".~", suffix=path.suffix, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
            temporary.unlink(missing_ok=True)
            raise
    settle(temporary, path)


def settle(temporary: Path, path: Path) -> None:
    """Give a finished, fsynced temporary file its name. Raises OSError after removing it."""
    try:
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    if os.name != "nt":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
