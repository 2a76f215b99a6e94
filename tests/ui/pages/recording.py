"""Acts that only write down what pages asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from yuqing_desktop.domain.accountability import AccountabilityCase, CaseStatus
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Act, Role


class RecordingActs:
    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def register(self, values: dict[str, Any] | None = None) -> None:
        self.asked.append(("register", values))

    def capture(self, text: str = "", *, files: Sequence[Path] = (), pictures: Sequence[bytes] = ()) -> None:
        self.asked.append(("capture", text, list(files), list(pictures)))

    def start(self, act: Act, item_id: int, also: Sequence[int] = ()) -> None:
        self.asked.append(("start", act, item_id, *([list(also)] if also else [])))

    def attach(self, item_id: int, paths: Sequence[Path]) -> None:
        self.asked.append(("attach", item_id, list(paths)))

    def print_slips(self, item_ids: Sequence[int]) -> None:
        self.asked.append(("print", list(item_ids)))

    def save_slips(self, item_ids: Sequence[int]) -> None:
        self.asked.append(("save", list(item_ids)))

    def print_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        self.asked.append(("print papers", [paper.kind for paper in make()]))

    def save_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        self.asked.append(("save papers", [paper.kind for paper in make()]))

    def sign_sheet(self, role: Role, item_ids: Sequence[int]) -> None:
        self.asked.append(("sign", role, list(item_ids)))

    def enter_case(self) -> None:
        self.asked.append(("enter case",))

    def decide_case(self, case: AccountabilityCase, status: CaseStatus) -> None:
        self.asked.append(("decide case", case.id, status))

    def import_file(self, path: Path | None = None) -> None:
        self.asked.append(("import", path))

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        self.asked.append(("edit_list", kind, record))


def settle() -> None:
    """Let layouts that were asked for happen now."""
    QCoreApplication.sendPostedEvents()
