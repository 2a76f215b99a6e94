"""Acts that only write down what pages asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yuqing_desktop.domain.vocabulary import Act


class RecordingActs:
    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def register(self, values: dict[str, Any] | None = None) -> None:
        self.asked.append(("register", values))

    def start(self, act: Act, item_id: int) -> None:
        self.asked.append(("start", act, item_id))

    def attach(self, item_id: int, paths: Sequence[Path]) -> None:
        self.asked.append(("attach", item_id, list(paths)))

    def print_slips(self, item_ids: Sequence[int]) -> None:
        self.asked.append(("print", list(item_ids)))

    def save_slips(self, item_ids: Sequence[int]) -> None:
        self.asked.append(("save", list(item_ids)))

    def import_file(self, path: Path | None = None) -> None:
        self.asked.append(("import", path))

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        self.asked.append(("edit_list", kind, record))
