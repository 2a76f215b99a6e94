"""How far the items of an import have gone."""

from datetime import datetime

from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.database import Database


def touched_items(database: Database) -> dict[int, int]:
    """Batch → how many of its items were saved since they were taken in; those with none are left out."""
    sql = "SELECT batch_id, count(*) FROM item WHERE batch_id IS NOT NULL AND version > 0 GROUP BY batch_id"
    return dict(database.rows(sql))


def ends(database: Database) -> dict[int, datetime | None]:
    """Batch → when the last of its items ended (closed or put aside), None while one has not."""
    sql = (
        "SELECT batch_id, sum(closed_at IS NULL AND trashed_at IS NULL), max(coalesce(closed_at, trashed_at))"
        " FROM item WHERE batch_id IS NOT NULL GROUP BY batch_id"
    )
    return {batch: None if standing else moment_of(last) for batch, standing, last in database.rows(sql)}
