"""A file a person chose, read whole: never a pipe or a device, which may hold the reader up or never end."""

import stat
from pathlib import Path

from yuqing_desktop.problems import BadFile


def file_bytes(path: Path, most: int, *, too_large: str) -> bytes:
    """Its bytes. Raises BadFile, with `too_large` where there are more than `most`."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise BadFile("这不是普通文件（是文件夹、管道或设备），未读取。")
        if found.st_size > most:
            raise BadFile(too_large)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise BadFile("文件打不开：不存在、没有权限或正被占用。") from error
    if len(data) > most:
        raise BadFile(too_large)
    return data
