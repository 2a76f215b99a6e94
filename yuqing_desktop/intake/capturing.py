"""A link or a saved page read whole in one worker: fetched, decoded, its facts found, its bytes for evidence."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yuqing_desktop.intake.fetching import POLICY, Fetched, FetchPolicy, fetch_here
from yuqing_desktop.intake.local_files import file_bytes
from yuqing_desktop.intake.pages import Page, read_page
from yuqing_desktop.intake.saved_pages import opened
from yuqing_desktop.intake.worker import BOUNDS, Bounds, run_apart
from yuqing_desktop.progress import Progress

_MOST_SAVED = 32 * 2**20
"""A page saved as one file has its pictures in it."""


@dataclass(frozen=True, slots=True)
class Captured:
    """What a page told, and the page itself as it came: its bytes, its final link; `kind` is html or mhtml."""

    page: Page
    fetched: Fetched
    kind: str = "html"


def capture_link(
    link: str, read_at: datetime, *, policy: FetchPolicy = POLICY, progress: Progress | None = None
) -> Captured:
    """Fetch a link safely and read it, in a worker. Raises BadFile, Cancelled."""
    bounds = Bounds(seconds=policy.seconds + 5)
    return run_apart(_fetch_and_read, link, read_at, policy, bounds=bounds, progress=progress)


def capture_file(
    path: Path, read_at: datetime, *, link: str = "", progress: Progress | None = None
) -> Captured:
    """Read a saved page, in a worker. Raises BadFile, Cancelled."""
    return run_apart(_open_and_read, path, read_at, link, bounds=BOUNDS, progress=progress)


def _fetch_and_read(link: str, read_at: datetime, policy: FetchPolicy, *, progress: Progress) -> Captured:
    fetched = fetch_here(link, policy=policy, progress=progress)
    page = read_page(
        fetched.data, read_at=read_at, link=fetched.link, content_type=fetched.content_type, progress=progress
    )
    return Captured(page, fetched)


def _open_and_read(path: Path, read_at: datetime, link: str, *, progress: Progress) -> Captured:
    data = file_bytes(path, _MOST_SAVED, too_large=f"网页超过{_MOST_SAVED // 2**20}MB，未读取。")
    page = read_page(data, read_at=read_at, link=link, progress=progress)
    return Captured(page, Fetched(page.link, "", data), opened(data, read_at).kind)
