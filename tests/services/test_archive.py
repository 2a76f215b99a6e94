"""A closed item's package holds papers, evidence and course, and says of itself whether anything was changed."""

import json
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.documents.archive import changed
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.periods import month_of
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Level, Status
from yuqing_desktop.problems import NotFound, Refused, Trouble
from yuqing_desktop.progress import Cancelled, Progress


def painted(files: Sequence[tuple[Path, str]], *, progress: Progress | None = None) -> None:
    for path, title in files:
        path.with_suffix(".pdf").write_text(f"%PDF {title}")


@pytest.fixture
def closed(office: Office) -> Item:
    item = office.item_at(Status.REPLIED, Level.IMPORTANT)
    office.report_up(item)
    office.core.attachments.attach_bytes(office.clerk, item.id, "网页/截图.txt", "原文".encode())
    return office.close(item)


def test_a_package_can_be_checked_with_sha256sum_alone(office: Office, closed: Item, tmp_path: Path) -> None:
    out = office.core.archive.write(office.clerk, [closed.id], tmp_path / "卷")
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {"目录.txt", "SHA256SUMS.txt", "经过.txt", "经过.json", "附件/01 网页_截图.txt"} <= names
    assert any(name.startswith("文书/01 归档封面") for name in names)
    assert any("转送单舆转〔2026〕1号.docx" in name for name in names)
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS.txt"], cwd=out, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.count(b": OK") == len(names) - 1
    (out / "经过.txt").write_text("改过", encoding="utf-8")
    assert changed(out) == ["经过.txt"]


def test_pdfs_stand_beside_the_word_files_where_a_painter_is_handed_in(
    office: Office, closed: Item, tmp_path: Path
) -> None:
    out = office.core.archive.write(
        office.clerk,
        [closed.id],
        tmp_path / "卷.zip",
        paint=painted,
    )
    with zipfile.ZipFile(out) as file:
        names = file.namelist()
        assert all(name.startswith("卷/") for name in names)
        word, pdf = ([name for name in names if name.endswith(end)] for end in (".docx", ".pdf"))
        assert len(word) == len(pdf) >= 6
        told = json.loads(file.read("卷/经过.json"))
    assert told[0]["act"] and told[0]["person"] == "张敏"


def test_archiving_is_no_reprint(office: Office, closed: Item, tmp_path: Path) -> None:
    office.core.archive.write(office.clerk, [closed.id], tmp_path / "卷")
    assert {paper.copies for paper in office.core.store.find(Paper, item_id=closed.id)} == {0}


def test_a_month_of_closed_items_in_one_package(office: Office, closed: Item, tmp_path: Path) -> None:
    office.item_at(Status.RECEIVED)
    ids = office.core.archive.closed_in(month_of(date(2026, 11, 1)))
    assert ids == [closed.id]
    other = office.item_at(Status.CLOSED)
    out = office.core.archive.write(office.clerk, [closed.id, other.id], tmp_path / "2026年11月")
    assert (out / closed.number / "经过.txt").is_file() and (out / other.number / "经过.txt").is_file()
    assert not changed(out)


def test_what_is_not_ended_or_already_there_is_refused_and_leaves_nothing(
    office: Office, closed: Item, tmp_path: Path
) -> None:
    running = office.item_at(Status.RECEIVED)
    with pytest.raises(Refused, match="还不能归档"):
        office.core.archive.write(office.clerk, [running.id], tmp_path / "卷")
    with pytest.raises(NotFound):
        office.core.archive.write(office.clerk, [], tmp_path / "卷")
    (tmp_path / "卷").mkdir()
    with pytest.raises(Trouble):
        office.core.archive.write(office.clerk, [closed.id], tmp_path / "卷")
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        office.core.archive.write(office.clerk, [closed.id], tmp_path / "别.zip", progress=stopped)
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("data", "workstation")] == ["卷"]
