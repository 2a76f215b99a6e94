"""page."""

from pathlib import Path

import pytest

from tests.commands.conftest import NOW, Program

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>预约系统恢复了吗_东湖论坛</title></head><body>
<h1>预约系统恢复了吗</h1><div>2026-11-20 09:30:15　来源：东湖论坛　作者：老王</div>
<p>今天上午去政务大厅办事，网上预约系统一直打不开，现场排队的人很多，等了两个多小时才办完。</p>
<p>问了窗口的工作人员，说是系统正在升级，希望能提前发个通知，让大家少跑一趟路。</p></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_saved_page_is_read_without_a_registry(program: Program, page: Path, tmp_path: Path) -> None:
    said = program("page", page, "--json", "--data", tmp_path / "none")
    assert said.code == 0 and not (tmp_path / "none").exists()
    (found,) = said.json
    assert set(found) == {
        "file_or_url", "title", "published_at", "source", "author", "text", "reads", "forwards", "replies",
    }  # fmt: skip
    assert found["file_or_url"] == str(page) and found["title"] == "预约系统恢复了吗"
    assert found["published_at"] == "2026-11-20T09:30:15+08:00"
    assert found["source"] == "东湖论坛" and "少跑一趟路" in found["text"]
    assert found["reads"] == {"kind": "unknown", "value": None}


def test_one_bad_page_among_good_ones_is_told_and_the_others_are_read(
    program: Program, page: Path, tmp_path: Path
) -> None:
    said = program("page", page, tmp_path / "none.html", "--json", "--now", NOW)
    assert said.code == 1 and said.err
    assert [("refused" in found) for found in said.json] == [False, True]


@pytest.mark.parametrize("place", ["none.html", "http://127.0.0.1/", "http://[::1]/x", "file:///etc/passwd"])
def test_what_may_not_or_cannot_be_read_is_refused(program: Program, tmp_path: Path, place: str) -> None:
    said = program("page", place, "--json", "--data", tmp_path / "none")
    assert said.code == 1 and said.json["refused"]
