"""The Qt binding itself: what docs/adr/0001-qt.md rests on."""

import sys
from importlib.metadata import distributions

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_keeps_the_count_of_none() -> None:
    # 6.12.0 on Python 3.11 loses one reference to None on each void call, and aborts in the end.
    thing, calls = QObject(), 500
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < calls // 10


def test_only_essentials_are_installed() -> None:
    # Addons hold Qt's GPL-only modules (charts, graphs), and weigh 160 MB.
    installed = {distribution.name.lower().replace("_", "-") for distribution in distributions()}
    assert not installed & {"pyside6", "pyside6-addons"}


def test_no_library_that_others_load_unasked_is_installed() -> None:
    # openpyxl loads numpy, and peewee a PostgreSQL driver, whenever they are there: start-up doubles.
    installed = {distribution.name.lower() for distribution in distributions()}
    assert not installed & {"numpy", "psycopg2", "psycopg2-binary"}
