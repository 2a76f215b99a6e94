"""Any list of the window as a workbook, exactly as shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.lists import list_content
from yuqing_desktop.documents.saving import save
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as it stands on the screen: its headings, its rows in order, and its filter and order in words."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str | int]]
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Exports:
    """Lists out."""

    store: Store
    settings: Settings

    def write(self, actor: Actor, shown: ShownList, out: Path, *, progress: Progress | None = None) -> Path:
        """The list as .xlsx; the export is on the record. Raises Refused, Trouble, Cancelled; an old file is kept."""
        self.store.require(actor, Deed.EXPORT)
        from yuqing_desktop.services import apart  # a process of its own: not before a list goes out

        told = progress or Progress()
        rows = []
        for done, row in enumerate(shown.rows):
            if done % 500 == 0:
                told.step(done, 0, "正在读取列表")
            rows.append(tuple(row))
        stated = (
            f"{shown.stated}　共{len(rows)}条　导出：{gongwen.moment(self.store.clock.now())} {actor.name}"
        )
        content = apart.made(
            list_content, shown.title, tuple(shown.headings), rows,
            rows=len(rows), progress=told, stated=stated, author=self.settings.office().bureau,
        )  # fmt: skip
        path = save(out, content)
        self.recorded(actor, shown, len(rows))
        return path

    def recorded(self, actor: Actor, shown: ShownList, count: int) -> Changes:
        """Record that a list went out."""
        return self.store.perform(actor, "export", lambda work: f"已导出{shown.title}{count}条")
