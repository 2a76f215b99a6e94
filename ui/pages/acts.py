"""What pages ask of the dialogs: nothing more is known of them here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from yuqing_desktop.domain.vocabulary import Act


class Acts(Protocol):
    """Opens the dialog of an act; the act runs there, pages hear of it through the hub."""

    def register(self, values: dict[str, Any] | None = None) -> None:
        """新登记, perhaps with fields filled in."""
        ...

    def start(self, act: Act, item_id: int) -> None:
        """The dialog of an act on one item."""
        ...

    def attach(self, item_id: int, paths: Sequence[Path]) -> None:
        """Keep files as evidence of an item."""
        ...

    def print_slips(self, item_ids: Sequence[int]) -> None:
        """Preview and print the transfer slips of these items."""
        ...

    def save_slips(self, item_ids: Sequence[int]) -> None:
        """Save the transfer slips of these items as Word files."""
        ...

    def import_file(self, path: Path | None = None) -> None:
        """Take a spreadsheet in."""
        ...

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        """Add (None) or change an entry of one of the office's lists."""
        ...
