"""Where a registry may lie: on this computer's own disk. A share breaks SQLite's locks and journal."""

import os
import re
import sys
from pathlib import Path, PurePath

NETWORK_FILE_SYSTEMS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs", "fuse.sshfs",
    "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone",
})  # fmt: skip
CLOUD_FOLDERS = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive",
    "icloud": "iCloud", "com~apple~clouddocs": "iCloud", "nutstore": "坚果云", "坚果云": "坚果云",
    "我的坚果云": "坚果云", "baidusyncdisk": "百度网盘", "baidunetdisk": "百度网盘", "百度网盘": "百度网盘",
    "百度云同步盘": "百度网盘", "wpsdrive": "WPS云盘", "wps cloud": "WPS云盘", "wps云盘": "WPS云盘",
    "weiyun": "腾讯微云", "微云": "腾讯微云", "腾讯微云": "腾讯微云", "阿里云盘": "阿里云盘", "adrive": "阿里云盘",
    "ecloud": "天翼云盘", "天翼云盘": "天翼云盘",
}  # fmt: skip


_ESCAPE = re.compile(r"\\([0-7]{3})")


def is_network_share(folder: Path) -> bool:
    """Whether the folder lies on another computer."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return False
    return file_system_of(folder, mounts) in NETWORK_FILE_SYSTEMS


def file_system_of(folder: Path, mounts: str) -> str:
    """The kind of file system of the deepest mount point above the folder (lines as in /proc/mounts)."""
    place = Path(os.path.realpath(folder))
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[1]))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def cloud_of(folder: PurePath) -> str:
    """The name of the cloud whose folder this is in; empty for none."""
    for part in folder.parts:
        for mark, name in CLOUD_FOLDERS.items():
            if part.lower().startswith(mark):
                return name
    return ""


def _is_remote_drive(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    import ctypes

    remote = 4
    windows = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return bool(windows.GetDriveTypeW(folder.anchor) == remote)
