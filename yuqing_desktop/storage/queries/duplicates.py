"""Which posts are in the registry already: by the identity of their link, else word for word."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.database import Database

Post = tuple[str, str, str, datetime | None]
"""Platform, source, title, publish time: a post that has no link is told by these."""

_SLICE = 500
_POST = "trashed_at IS NULL AND platform = ? AND source = ? AND title = ?"


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
    found: dict[Post, str] = {}
    for post in posts:
        *same, published = post
        when = "published_at = ?" if published else "published_at IS NULL"
        sql = f"SELECT number FROM item WHERE {_POST} AND {when} ORDER BY id LIMIT 1"
        rows = database.rows(sql, [*same, *([moment_text(published)] if published else [])])
        if rows:
            found[post] = rows[0][0]
    return found


def _slices(values: Iterable[str]) -> Iterable[Sequence[str]]:
    rest = iter(values)
    while part := list(islice(rest, _SLICE)):
        yield part
