"""check, backup, restore as a person at a terminal meets them."""

import sqlite3
from pathlib import Path

import pytest

import main
from tests.commands.conftest import NOW, Program


def test_a_clean_registry_is_green(program: Program, data: Path) -> None:
    said = program("check", "--json", "--data", data)
    assert said.code == 0
    assert said.json["ok"] is True
    assert said.json["findings"] == []


def test_a_changed_row_makes_the_exit_code_one_and_is_told_in_full(program: Program, data: Path) -> None:
    database = sqlite3.connect(data / "registry.db", isolation_level=None)
    database.execute("UPDATE item SET notes = '改过' WHERE id = 5")
    database.close()
    said = program("check", "--json", "--data", data)
    assert (said.code, said.json["ok"]) == (1, False)
    finding = next(one for one in said.json["findings"] if one["what"] == "记录被改动")
    assert "item 5" in finding["where"]
    assert finding["since"].startswith("第")
    assert finding["advice"]
    assert "最早的一处" in program("check", "--data", data).out


def test_a_head_from_paper_is_compared(program: Program, data: Path) -> None:
    assert program("check", "--data", data, "--head", "99999-abcdef012345").code == 1
    assert "留痕摘要形如" in program("check", "--data", data, "--head", "abc").err


def test_a_backup_restores_and_the_present_data_are_kept_aside(
    program: Program, data: Path, tmp_path: Path
) -> None:
    (file,) = program("backup", "--json", "--data", data, "--to", tmp_path / "usb", "--now", NOW).json[
        "files"
    ]
    before = program("list", "--json", "--data", data).json
    database = sqlite3.connect(data / "registry.db", isolation_level=None)
    database.execute("UPDATE item SET title = 'x'")
    database.close()
    said = program("restore", file, "--json", "--data", data, "--now", NOW)
    assert said.code == 0
    assert Path(said.json["aside"], "registry.db").is_file()
    assert program("list", "--json", "--data", data).json == before
    assert program("check", "--data", data).code == 0


def test_a_file_that_is_no_backup_is_refused_in_words(program: Program, data: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.zip"
    strange.write_bytes(b"PK")
    said = program("restore", strange, "--data", data)
    assert said.code == 1
    assert "不是本程序的备份" in said.err


@pytest.mark.parametrize("how", ["zeros", "text", "half"])
def test_a_damaged_database_is_refused_or_reported_and_left_as_it_is(
    program: Program, data: Path, how: str
) -> None:
    path = data / "registry.db"
    whole = path.read_bytes()
    broken = {"zeros": bytes(len(whole)), "text": b"not a database" * 500, "half": whole[: len(whole) // 2]}[
        how
    ]
    path.write_bytes(broken)
    said = program("check", "--data", data)
    assert said.code == 1
    assert said.out + said.err
    assert path.read_bytes() == broken


def test_a_damaged_page_refuses_every_other_command_and_the_file_stays_as_it_is(
    program: Program, data: Path
) -> None:
    path = data / "registry.db"
    broken = with_a_damaged_page(path)
    for command in (("list",), ("backup",), ("search", "预约")):
        said = program(*command, "--data", data)
        assert said.code == 1 and "从最近的备份恢复" in said.err
    assert path.read_bytes() == broken


def with_a_damaged_page(path: Path) -> bytes:
    """Overwrites a page of a table that opening does not read."""
    database = sqlite3.connect(path)
    page, size = (
        database.execute(sql).fetchone()[0]
        for sql in ("SELECT rootpage FROM sqlite_master WHERE name = 'consent'", "PRAGMA page_size")
    )
    database.close()
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(raw)
    return bytes(raw)


def test_a_cloud_folder_is_warned_of(program: Program, data: Path, tmp_path: Path) -> None:
    data.rename(tmp_path / "OneDrive")
    said = program("list", "--data", tmp_path / "OneDrive")
    assert said.code == 0 and "OneDrive的同步文件夹" in said.err


def test_the_check_knows_the_faces_of_this_computer(
    program: Program, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = main.families()
    assert known is not None and len(known) > 0
    monkeypatch.setattr(main, "families", lambda: ["SimSun"])
    said = program("check", "--json", "--data", data)
    assert said.code == 0
    assert [hint["what"] for hint in said.json["hints"]].count("缺少文书用的字体") >= 2
