"""A page as browsers save it: one file of many parts (.mhtml), or with a remark whence and when it was saved."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from yuqing_desktop.clock import local
from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.problems import BadFile

_HEAD = 4096
_MIME = re.compile(
    rb"^(?:mime-version|content-type|snapshot-content-location):", re.IGNORECASE | re.MULTILINE
)
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s>]{1,2000})", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"page saved with singlefile\s+url:\s*(https?://\S{1,2000})\s+saved date:\s*([^\n(]{10,60})",
    re.IGNORECASE,
)
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page itself, its link and when it was saved where the file tells; `kind` is html or mhtml."""

    data: bytes
    link: str = ""
    content_type: str = ""
    saved_at: datetime | None = None
    kind: str = "html"


def opened(data: bytes, read_at: datetime) -> SavedPage:
    """What a saved file holds; any other bytes as they are. Raises BadFile for an archive without a page."""
    head = data[:_HEAD]
    if not head.lstrip().startswith(b"<") and _MIME.search(head) is not None:
        return _of_parts(BytesParser().parsebytes(data))
    single = _SINGLE_FILE.search(head)
    if single is not None:
        moment = read_moment(single[2].decode("ascii", "ignore"), read_at).value
        return SavedPage(data, single[1].decode("ascii", "ignore"), saved_at=moment)
    saved = _SAVED_FROM.search(head)
    return SavedPage(data, saved[1].decode("ascii", "ignore") if saved else "")


def _of_parts(message: Message) -> SavedPage:
    """The first page among the parts. Raises BadFile."""
    for part in message.walk():
        if part.get_content_type() not in _PAGES:
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            link = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
            return SavedPage(
                content, str(link).strip(), str(part.get("Content-Type", "")), _dated(message), "mhtml"
            )
    raise BadFile("这个文件里没有网页，没有可读取的内容。")


def _dated(message: Message) -> datetime | None:
    """When it was saved: Chrome says so in UTC and calls the zone unknown."""
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
        return local(moment.replace(tzinfo=moment.tzinfo or UTC))
    except (ValueError, TypeError, OverflowError):
        return None
