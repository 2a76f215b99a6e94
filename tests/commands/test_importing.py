"""import."""

from pathlib import Path

import openpyxl
import pytest

from tests.commands.conftest import Program
from yuqing_desktop.storage.backups import Backups

TABLE = """标题,发布时间,发布平台,来源账号,链接,阅读数,转发数,内容
预约系统打不开,2026-11-20 09:30,微博,@甲,https://weibo.com/1234567890/NxYzAbCdE,1.2万,10万+,排了两个小时
,,微博,@乙,,,,
预约系统打不开,2026-11-20 09:30,微博,@甲,https://m.weibo.cn/status/NxYzAbCdE,1.2万,3,同一篇
"=1+1",2099-01-01 08:00,论坛,,,,,发布时间在将来
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "表.csv"
    path.write_text(TABLE, encoding="gb18030")
    return path


def test_a_dry_run_tells_every_row_and_writes_nothing(program: Program, data: Path, table: Path) -> None:
    before = program("list", "--json", "--data", data).json
    said = program("import", table, "--dry-run", "--json", "--data", data).json
    assert {name: said[name] for name in ("new", "duplicate", "refused", "batch")} == {
        "new": 1, "duplicate": 1, "refused": 2, "batch": None,
    }  # fmt: skip
    assert [row["row"] for row in said["rows"]] == [2, 3, 4, 5]
    first, empty, again, future = said["rows"]
    assert first["fields"]["title"] == "预约系统打不开"
    assert first["fields"]["published_at"] == "2026-11-20T09:30:00+08:00"
    assert first["fields"]["reads"] == {"kind": "number", "value": 12000}
    assert first["fields"]["forwards"] == {"kind": "at_least", "value": 100000}
    assert first["refused"] is None and first["duplicate_of"] is None
    assert "没有标题" in empty["refused"] and again["duplicate_of"] == 2
    assert "晚于" in future["refused"] and future["fields"]["title"] == "=1+1"
    assert program("list", "--json", "--data", data).json == before


def test_an_import_counts_and_a_second_one_adds_nothing(program: Program, data: Path, table: Path) -> None:
    first = program("import", table, "--json", "--data", data)
    assert first.code == 0 and first.json == {"new": 1, "duplicate": 1, "refused": 2, "batch": 1}
    second = program("import", table, "--json", "--data", data)
    assert second.code == 0 and second.json == {"new": 0, "duplicate": 2, "refused": 2, "batch": 2}
    number = program("search", "预约系统打不开", "排了两个小时", "--json", "--data", data).json[0]["number"]
    dry = program("import", table, "--dry-run", "--json", "--data", data).json
    assert dry["rows"][0]["duplicate_of"] == number
    assert program("show", number, "--data", data).out.count("由“表.csv”导入") == 1


def test_a_verified_backup_is_made_before_an_import(program: Program, data: Path, table: Path) -> None:
    program("import", table, "--data", data)
    (made,) = Backups(data / "backups").all()
    assert made.sound and made.automatic
    last = program("list", "--json", "--data", data).json
    program("restore", made.path, "--data", data)
    assert len(program("list", "--json", "--data", data).json) == len(last) - 1


def test_people_are_told_the_refused_rows_with_their_reasons(
    program: Program, data: Path, table: Path
) -> None:
    said = program("import", table, "--data", data)
    assert "新增1件，重复1行，未收2行" in said.out and "第3行未收：没有标题" in said.out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("图.xlsx", b"\x89PNG\r\n", "这是图片"),
        ("空.csv", b"", "空"),
        ("坏.xlsx", b"PK\x03\x04broken", ""),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    program: Program, data: Path, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    said = program("import", tmp_path / name, "--json", "--data", data)
    assert said.code == 1 and words in said.json["refused"] and said.json["refused"]


def test_a_file_that_is_not_there_and_an_unknown_preset_are_refused(
    program: Program, data: Path, table: Path, tmp_path: Path
) -> None:
    assert program("import", tmp_path / "none.csv", "--data", data).code == 1
    said = program("import", table, "--preset", "没有", "--json", "--data", data)
    assert said.code == 1 and "新浪舆情通" in said.json["refused"]


def test_a_file_of_which_nothing_could_be_taken_is_exit_code_1(
    program: Program, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text("标题,内容\n,\n,\nx,\n", encoding="utf-8")
    assert program("import", tmp_path / "x.csv", "--data", data).code == 0
    (tmp_path / "y.csv").write_text("标题,发布时间\n甲,2099-01-01\n乙,2099-01-01\n", encoding="utf-8")
    assert program("import", tmp_path / "y.csv", "--data", data).code == 1


def test_somebody_who_may_not_register_imports_nothing(program: Program, data: Path, table: Path) -> None:
    said = program("import", table, "--json", "--data", data, "--as", "徐洁")
    assert said.code == 1 and said.json["article"] == "第七条"


def test_mojibake_is_mended_and_other_sheets_are_named(program: Program, data: Path, tmp_path: Path) -> None:
    garbled = tmp_path / "乱码.csv"
    garbled.write_text(
        "标题,发布时间,发布平台\n预约系统又打不开,2026-11-20 09:30,微博\n".encode().decode("latin-1"),
        encoding="utf-8",
    )
    said = program("import", garbled, "--dry-run", "--json", "--data", data)
    assert said.json["rows"][0]["fields"]["title"] == "预约系统又打不开"

    import openpyxl

    book = openpyxl.Workbook()
    for name in ("微博", "微信"):
        page = book.create_sheet(name)
        page.append(["标题", "发布时间", "发布平台"])
        page.append([f"{name}反映停水", "2026-11-20 09:30", name])
    del book["Sheet"]
    book.save(tmp_path / "两表.xlsx")
    told = program("import", tmp_path / "两表.xlsx", "--dry-run", "--data", data)
    assert "另有微信" in told.out
    chosen = program(
        "import", tmp_path / "两表.xlsx", "--sheet", "微信", "--dry-run", "--json", "--data", data
    )
    assert chosen.json["rows"][0]["fields"]["title"] == "微信反映停水"


def test_rows_the_table_hides_are_told_and_not_taken(program: Program, data: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["标题", "平台"], ["路灯不亮", "论坛"], ["停水", "论坛"]):
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.save(tmp_path / "表.xlsx")
    dry = program("import", tmp_path / "表.xlsx", "--dry-run", "--json", "--data", data).json
    assert dry["new"] == 1 and [row["left_out"] for row in dry["rows"]] == [False, True]
    assert "1行在原表中隐藏或被筛选掉" in program("import", tmp_path / "表.xlsx", "--data", data).out
