"""Which posts are in the registry already: by the identity of their link, else word for word."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from yuqing_desktop.storage.codec import moment_of, moment_text
from yuqing_desktop.storage.database import Database

Post = tuple[str, str, str, datetime | None]
"""Platform, source, title, publish time: a post that has no link is told by these."""

_SLICE = 500
_SELECTED = "SELECT platform, source, title, published_at, number FROM item WHERE trashed_at IS NULL AND"


def numbers_by_key(database: Database, keys: Iterable[str]) -> dict[str, str]:
    """link_key → number of the first item with it, what lies in the trash left out."""
    found: dict[str, str] = {}
    for part in _slices(key for key in keys if key):
        marks = ", ".join("?" * len(part))
        sql = f"SELECT link_key, number FROM item WHERE trashed_at IS NULL AND link_key IN ({marks}) ORDER BY id DESC"
        found.update(database.rows(sql, part))
    return found


def numbers_by_post(database: Database, posts: Iterable[Post]) -> dict[Post, str]:
    """Post → number of the first item that is word for word the same, what lies in the trash left out."""
    wanted = set(posts)
    timed = {moment_text(post[3]) for post in wanted if post[3]}
    untimed = {post[2] for post in wanted if not post[3]}
    found: dict[Post, str] = {}
    for test, values in (("published_at IN", timed), ("published_at IS NULL AND title IN", untimed)):
        for part in _slices(sorted(values)):
            sql = f"{_SELECTED} {test} ({', '.join('?' * len(part))}) ORDER BY id DESC"
            for platform, source, title, published, number in database.rows(sql, part):
                post = platform, source, title, moment_of(published) if published else None
                if post in wanted:
                    found[post] = number
    return found


def _slices(values: Iterable[str]) -> Iterable[Sequence[str]]:
    rest = iter(values)
    while part := list(islice(rest, _SLICE)):
        yield part
