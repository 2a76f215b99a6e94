"""Several slips of a sample office, ready to be printed."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Status


@pytest.fixture
def sent(office: Office, qapp: object) -> list[Item]:
    return [office.item_at(Status.TRANSFERRED) for _ in range(3)]
