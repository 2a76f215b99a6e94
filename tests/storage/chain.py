"""The audit chain walked from its beginning."""

from yuqing_desktop.storage.audit import COLUMNS, GENESIS, Event, event_hash
from yuqing_desktop.storage.database import Database


def events(database: Database) -> list[Event]:
    """Every event in order."""
    names = ", ".join(f'"{name}"' for name in (*COLUMNS, "hash"))
    return [Event(*row) for row in database.rows(f"SELECT {names} FROM event ORDER BY id")]


def check_chain(database: Database) -> None:
    """Numbered without a gap, each with its own hash and the one before."""
    previous = GENESIS
    for number, event in enumerate(events(database), start=1):
        assert event.id == number
        assert event.previous == previous
        assert event.hash == event_hash({name: getattr(event, name) for name in COLUMNS})
        previous = event.hash
