"""How far the items of an import have gone."""

from yuqing_desktop.storage.database import Database


def touched_items(database: Database) -> dict[int, int]:
    """Batch → how many of its items were saved since they were taken in; those with none are left out."""
    sql = "SELECT batch_id, count(*) FROM item WHERE batch_id IS NOT NULL AND version > 0 GROUP BY batch_id"
    return dict(database.rows(sql))
