"""Where the program keeps things. Nothing is created until `prepare` is called."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from yuqing_desktop.problems import Trouble

FOLDER_NAME = "yuqing-desktop"


@dataclass(frozen=True, slots=True)
class Paths:
    """The data folder and what lies in it."""

    data: Path
    workstation_folder: Path | None = None

    @property
    def database(self) -> Path:
        """The registry itself."""
        return self.data / "registry.db"

    @property
    def evidence(self) -> Path:
        """Attachments, by content (blobs/aa/<sha256>)."""
        return self.data / "blobs"

    @property
    def templates(self) -> Path:
        """The office's own templates of papers; the factory ones are in `resources()`."""
        return self.data / "templates"

    @property
    def exports(self) -> Path:
        """Where slips and ledgers go when no other place is chosen."""
        return self.data / "exports"

    @property
    def backups(self) -> Path:
        """Verified copies of the registry."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Log files, without contents of items."""
        return self.data / "logs"

    @property
    def workstation(self) -> Path:
        """What this computer remembers of registries, outside the data folder: heads, installations."""
        return self.workstation_folder or default_workstation_folder()

    def has_registry(self) -> bool:
        """Whether a registry lies in the data folder. Raises Trouble where nobody may look."""
        try:
            return self.database.is_file()
        except OSError as error:
            raise Trouble(
                f"数据文件夹打不开：{self.data}。",
                kept="原有数据没有改动。",
                advice="请检查权限和磁盘，或用 --data 另选文件夹。",
            ) from error

    def prepare(self) -> None:
        """Make the folders. Raises Trouble when the place cannot be written."""
        try:
            for folder in (self.data, self.evidence, self.exports, self.backups, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(
                f"数据文件夹无法写入：{self.data}。",
                kept="原有数据没有改动。",
                advice="请检查磁盘空间和权限，或用 --data 另选文件夹。",
            ) from error


def default_data_folder() -> Path:
    """The user's own application folder: %APPDATA% on Windows, XDG elsewhere."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", str(Path.home() / "AppData" / "Roaming")))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share")))
    return base / FOLDER_NAME


def default_workstation_folder() -> Path:
    """The user's own configuration folder, or the one YUQING_WORKSTATION names."""
    named = os.environ.get("YUQING_WORKSTATION")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config")))
    return base / FOLDER_NAME


def resources() -> Path:
    """The folder of templates, style sheets, icons and notices shipped with the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"
