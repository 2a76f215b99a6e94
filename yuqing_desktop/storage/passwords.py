"""Passwords as slow hashes (scrypt), and the count of wrong ones, which outlives a restart."""

import hmac
import os

from yuqing_desktop.domain.signing_in import Attempts, Cost, cost_of
from yuqing_desktop.storage.codec import moment_of, moment_text
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.signing import SALT_SIZE, stretched

LENGTH = 32
NOBODY = f"{'00' * SALT_SIZE}${'00' * LENGTH}"
"""Compared where there is no such person, so that the answer takes as long."""


def hashed(password: str, cost: Cost) -> str:
    """Salt and hash in hex."""
    salt = os.urandom(SALT_SIZE)
    return f"{salt.hex()}${stretched(password, salt, LENGTH, cost).hex()}"


def matches(password: str, scheme: str, secret: str) -> bool:
    """Whether this is the password, by whatever figures it was kept."""
    salt, digest = (bytes.fromhex(part) for part in secret.split("$"))
    return hmac.compare_digest(stretched(password, salt, LENGTH, cost_of(scheme)), digest)


def attempts_of(database: Database, person_id: int) -> Attempts:
    """The wrong passwords of a person so far."""
    found = database.rows(
        "SELECT failures, seen_at, wait_until, until_ticks FROM attempt WHERE id = ?", (person_id,)
    )
    if not found:
        return Attempts()
    failures, seen_at, wait_until, until_ticks = found[0]
    return Attempts(
        failures,
        moment_of(seen_at) if seen_at else None,
        moment_of(wait_until) if wait_until else None,
        until_ticks,
    )


def remember(database: Database, person_id: int, state: Attempts) -> None:
    """Keep the count, in a transaction of its own: a refused sign-in must not take it back."""
    with database.transaction():
        database.execute(
            "INSERT INTO attempt (id, failures, seen_at, wait_until, until_ticks) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET failures = excluded.failures, seen_at = excluded.seen_at,"
            " wait_until = excluded.wait_until, until_ticks = excluded.until_ticks",
            (
                person_id,
                state.failures,
                moment_text(state.seen_at) if state.seen_at else None,
                moment_text(state.wait_until) if state.wait_until else None,
                state.until_ticks,
            ),
        )
