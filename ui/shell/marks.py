"""The counts and marks beside the rail's entries: pure of Qt, read in the pool."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from ui.pages.registry.kept_views import entry_key
from ui.wording.tones import Tone
from yuqing_desktop.core import Core
from yuqing_desktop.domain.accountability import CaseStatus
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.problems import BadInput

if TYPE_CHECKING:
    from ui.pages.registry.saved_view import SavedView


class Mark(NamedTuple):
    """What stands beside an entry, and its tone."""

    words: str
    tone: Tone = "muted"


def marks(core: Core) -> dict[str, Mark]:
    """Every entry's mark by its key."""
    counts = core.registry.counts()
    late, today = counts["overdue"], counts["due_today"]
    pressing = sum(one.next_act is not None for one in core.supervise.standings())
    pending = len(core.accountability.cases(status=CaseStatus.PROPOSED))
    return {
        "today": Mark(_said(late + today), "danger" if late else "muted"),
        "registry": Mark(_said(counts["all"])),
        **{f"registry.{key}": Mark(_said(counts.get(key, 0))) for key in VIEW_NAMES},
        "rounds": _rounds(core),
        "approvals": Mark(_said(counts["to_approve"])),
        "supervision": Mark(_said(pressing), "danger" if pressing else "muted"),
        "accountability": Mark(_said(pending)),
    }


def view_marks(core: Core, views: Iterable["SavedView"]) -> dict[str, Mark]:
    """How many items each saved view shows; none beside one whose words are no longer known."""
    found = {}
    for view in views:
        with suppress(BadInput):
            found[entry_key(view.name)] = Mark(_said(core.registry.count(view.filter)))
    return found


def _rounds(core: Core) -> Mark:
    day = core.clock.now().date()
    states = core.rounds.states()
    if not states or not core.settings.rules().calendar.is_workday(day):
        return Mark("")
    return Mark("已完成", "ok") if all(state.look for state in states) else Mark("未完成", "danger")


def _said(count: int) -> str:
    return f"{count:,}" if count else ""
