"""What a pasted link, a copied paragraph or a saved page tells of an item (第七条), and the page itself as evidence."""

import gzip
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from yuqing_desktop.domain import links
from yuqing_desktop.domain.figures import UNKNOWN
from yuqing_desktop.intake.capturing import Captured, capture_file, capture_link
from yuqing_desktop.intake.fetching import FetchPolicy
from yuqing_desktop.intake.pages import Page
from yuqing_desktop.intake.pasted import read_text
from yuqing_desktop.problems import Refused
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """Fields read (by the item's names), and the page to keep as evidence: its file name and compressed bytes."""

    fields: dict[str, Any] = field(default_factory=dict)
    remark: str = ""
    evidence_name: str = ""
    evidence: bytes = b""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """Reads what the clerk brings; it crawls nothing."""

    store: Store
    settings: Settings

    def may_fetch(self) -> bool:
        """Whether the administrator lets the program open links."""
        return self.settings.office().fetch_allowed

    def from_link(self, link: str, *, progress: Progress | None = None) -> Found:
        """Open a link safely and read its page. Raises Refused when switched off, BadFile, Cancelled."""
        office = self.settings.office()
        if not office.fetch_allowed:
            raise Refused(
                "打开链接的功能已由管理员关闭。",
                kept="填写的内容还在。",
                advice="请手工填写，或拖入保存的网页。",
            )
        now = self.store.clock.now()
        policy = FetchPolicy(allowed=frozenset(office.fetch_hosts))
        return _found(capture_link(link, now, policy=policy, progress=progress), now)

    def from_file(self, path: Path, *, link: str = "", progress: Progress | None = None) -> Found:
        """Read a saved page. Raises BadFile, Cancelled."""
        now = self.store.clock.now()
        return _found(capture_file(path, now, link=link, progress=progress), now)

    def from_text(self, text: str) -> Found:
        """What a copied paragraph tells: a link alone, or title line, time, counts."""
        facts = links.link_facts(text)
        if facts.link and len(text.split()) == 1:
            return Found({"link": facts.link, "platform": facts.platform, "source": facts.source})
        page = read_text(text, read_at=self.store.clock.now())
        return Found({**fields_of(page), "content": text}, page.remark)


def fields_of(page: Page) -> dict[str, Any]:
    """The page's facts by the item's field names; what it does not tell is left out."""
    told: dict[str, Any] = {
        "title": page.title, "published_at": page.published_at, "source": page.source, "author": page.author,
        "content": page.text, "link": page.link, "platform": page.platform,
    }  # fmt: skip
    figures = {"reads": page.reads, "forwards": page.forwards, "replies": page.replies}
    return {name: value for name, value in told.items() if value} | {
        name: figure for name, figure in figures.items() if figure != UNKNOWN
    }


def _found(captured: Captured, now: datetime) -> Found:
    fetched = captured.fetched
    name = f"网页_{now:%Y%m%d_%H%M%S}.{captured.kind}.gz"
    return Found(
        fields_of(captured.page),
        captured.page.remark,
        name,
        gzip.compress(fetched.data, mtime=0),
        fetched.link,
    )
