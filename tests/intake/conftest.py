"""Real files stand beside the repository; where they do not, the tests that read them are skipped."""

from datetime import datetime
from pathlib import Path

import pytest

from yuqing_desktop.clock import SHANGHAI

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture
def shared() -> Path:
    """The folder of real files."""
    if not SHARED.is_dir():
        pytest.skip("the real files are not here")
    return SHARED


@pytest.fixture
def now() -> datetime:
    """The moment of reading."""
    return datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
