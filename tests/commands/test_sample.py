"""sample, selftest."""

from pathlib import Path

from tests.commands.conftest import NOW, Program


def test_no_items_gives_sections_and_people_only(program: Program, tmp_path: Path) -> None:
    said = program("sample", "--items", "0", "--data", tmp_path / "new", "--json")
    assert said.code == 0 and said.json["counts"]["all"] == 0
    assert program("list", "--data", tmp_path / "new", "--json").json == []
    assert program("list", "--data", tmp_path / "new", "--now", NOW).code == 0  # it is a sample


def test_a_sample_is_not_made_over_anything(program: Program, data: Path, tmp_path: Path) -> None:
    before = program("list", "--json", "--data", data).out
    said = program("sample", "--items", "3", "--data", data)
    assert said.code == 1 and "已有数据" in said.err
    assert program("list", "--json", "--data", data).out == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep")
    said = program("sample", "--items", "3", "--data", tmp_path / "mine", "--json")
    assert said.code == 1 and "不是空文件夹" in said.json["refused"]
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_the_self_test_passes_and_prints_each_line(program: Program) -> None:
    said = program("selftest")
    assert said.code == 0, said.out
    for what in ("资源文件", "时区", "窗口组件与中文翻译", "主要流程", "转送单", "周台账", "导入"):
        assert f"[正常] {what}：" in said.out
    assert said.out.endswith("自检通过。\n")


def test_a_broken_copy_fails_its_self_test(program: Program, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr("yuqing_desktop.commands.selftest.resources", lambda: tmp_path)
    said = program("selftest", "--json")
    assert said.code == 1 and said.json["ok"] is False
    assert [check["what"] for check in said.json["checks"] if not check["ok"]] == ["资源文件"]
