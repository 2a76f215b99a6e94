"""A backup made while acts go on: it verifies, and holds everything acknowledged before it was begun."""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.core import Core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage import backups

BACKUPS = 6


class Writing(threading.Thread):
    """Registers items without end; `acknowledged` counts them."""

    def __init__(self, office: Office) -> None:
        super().__init__(name="writing")
        self.acknowledged = 0
        self._office = office
        self._stopped = threading.Event()

    def run(self) -> None:
        clerk = self._office.clerk
        while not self._stopped.is_set():
            values = {"title": f"第{self.acknowledged}件", "platform": "微博", "content": "长文" * 500}
            self._office.core.register.register(clerk, values)
            self.acknowledged += 1

    def stop(self) -> None:
        self._stopped.set()
        self.join()


@pytest.fixture
def writing(office: Office) -> Iterator[Writing]:
    office.core.attachments.attach_bytes(office.clerk, office.register().id, "图.png", b"\x89PNG\r\n\x1a\n")
    thread = Writing(office)
    thread.start()
    yield thread
    thread.stop()


def made(core: Core, writing: Writing) -> Iterator[tuple[Path, int]]:
    """Backups one after another, each with what was acknowledged before it was begun."""
    for _ in range(BACKUPS):
        before = writing.acknowledged
        yield core.backing.back_up().path, before


def complaints(core: Core, path: Path, before: int) -> list[str]:
    preview = Restore(core.paths, core.clock).preview(path)
    lost = [] if preview.items > before else [f"{before} acknowledged, {preview.items} there"]
    return [one.what for one in preview.report.findings] + lost


def test_each_verifies_and_holds_what_was_acknowledged(office: Office, writing: Writing) -> None:
    taken = list(made(office.core, writing))
    writing.stop()
    assert writing.acknowledged > BACKUPS  # it wrote meanwhile
    for path, before in taken:
        assert complaints(office.core, path, before) == []
    assert len(office.core.store.find(Item)) == writing.acknowledged + 1


def test_a_plain_copy_of_the_live_file_is_caught(
    office: Office, writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: the file is copied as it lies, without its journal."""
    monkeypatch.setattr(backups, "_vacuum", lambda database, copy: shutil.copyfile(database, copy))
    found: list[str] = []
    with contextlib.suppress(Trouble):
        for path, before in made(office.core, writing):
            found += complaints(office.core, path, before)
        assert found
