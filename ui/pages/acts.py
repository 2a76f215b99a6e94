"""What pages ask of the dialogs: nothing more is known of them here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from yuqing_desktop.domain.accountability import AccountabilityCase, CaseStatus
    from yuqing_desktop.domain.records import Paper
    from yuqing_desktop.domain.vocabulary import Act, Role


class Acts(Protocol):
    """Opens the dialog of an act; the act runs there, pages hear of it through the hub."""

    def register(self, values: dict[str, Any] | None = None) -> None:
        """新登记, perhaps with fields filled in."""
        ...

    def capture(self, text: str = "", *, files: Sequence[Path] = (), pictures: Sequence[bytes] = ()) -> None:
        """新登记 filled from what the clerk brings: a link or paragraph, saved pages and pictures, screenshots as PNG."""
        ...

    def start(self, act: Act, item_id: int, also: Sequence[int] = ()) -> None:
        """The dialog of an act on one item; where it may be taken on several at once, `also` on these."""
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

    def print_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        """Preview and print papers; `make` numbers them where they have no number yet; `public`: 公开版."""
        ...

    def save_papers(self, make: Callable[[], Sequence[Paper]], *, public: bool = False) -> None:
        """Save papers as Word or PDF; `public`: 公开版."""
        ...

    def sign_sheet(self, role: Role, item_ids: Sequence[int]) -> None:
        """代录: one sheet signed on paper for several items."""
        ...

    def enter_case(self) -> None:
        """Enter a situation （三）（四） against an item (第十三条)."""
        ...

    def decide_case(self, case: AccountabilityCase, status: CaseStatus) -> None:
        """Confirm or withdraw a situation, with words."""
        ...

    def import_file(self, path: Path | None = None) -> None:
        """Take a spreadsheet in."""
        ...

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        """Add (None) or change an entry of one of the office's lists."""
        ...
