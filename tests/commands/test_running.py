"""Exit codes, wrong usage, and what a person is told."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import main
from tests.commands.conftest import NOW, Program
from tests.walk import Office
from yuqing_desktop.clock import SystemClock
from yuqing_desktop.commands import lists
from yuqing_desktop.commands.running import GROUPS, parsed, parser
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services.founding import SAMPLE_MEMBERS

ROOT = Path(main.__file__).parent


def as_process(*arguments: object, **environ: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environ})


def test_every_module_of_commands_adds_the_commands_it_is_looked_up_by() -> None:
    for group, words in GROUPS.items():
        known = next(action for action in parser([group])._actions if action.dest == "command").choices
        assert tuple(known or ()) == words


def test_a_folder_named_like_a_command_is_still_a_folder() -> None:
    assert parsed(["--data", "list"]).command is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "没有命令“nonsense”"),
        (("list", "--nonsense"), "不认识"),
        (("show",), "缺少：编号"),
        (("deadline",), "缺少：--from"),
        (("deadline", "--from"), "--from 后面缺少内容"),
        (("deadline", "--from", "昨天"), "应写作 2026-11-24T10:40"),
        (("deadline", "--from", NOW, "--rule", "nonsense"), "first_reply（首次回复）"),
        (("ledger", "--out", "x.xlsx"), "须给出其中一个"),
        (("ledger", "--week", "2026-W60", "--out", "x.xlsx"), "不是周期"),
        (("sample", "--items", "-3"), "件数"),
        (("sample", "--items", "5", "--seed", "x"), "应为整数"),
        (("--demo", "list"), "--demo 只用于打开窗口"),
        (("list", "--json=yes"), "后面不能带内容"),
    ],
)
def test_wrong_usage_is_said_in_chinese_with_exit_code_2(
    program: Program, arguments: tuple[str, ...], words: str
) -> None:
    said = program(*arguments)
    assert said.code == 2 and words in said.err and "用法：" in said.err
    assert "usage" not in said.err and "argument" not in said.err and said.out == ""


@pytest.mark.parametrize(
    "command", ["import", "list", "show", "search", "slip", "ledger", "deadline", "sample"]
)
def test_help_is_in_chinese(program: Program, command: str) -> None:
    said = program(command, "--help")
    assert said.code == 0 and said.out.startswith("用法：") and "显示本说明" in said.out
    assert "usage" not in said.out and "options" not in said.out and said.out.count("用法") == 1


def test_help_names_every_command_that_can_be_run(program: Program) -> None:
    named = set(program("--help").out.split())
    assert {"import", "list", "show", "search", "slip", "ledger", "deadline", "sample", "selftest"} <= named


def test_a_database_url_is_refused_in_words(program: Program, data: Path) -> None:
    said = program("list", "--database", "postgresql://x/y", "--data", data, "--json")
    assert said.code == 1 and "PostgreSQL" in said.json["refused"]


def test_a_fixed_clock_is_refused_on_a_registry_that_is_no_sample(program: Program, tmp_path: Path) -> None:
    core = open_core(Paths(tmp_path / "real"), SystemClock())
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1))
    core.close()
    assert program("list", "--data", tmp_path / "real").code == 0
    said = program("list", "--data", tmp_path / "real", "--now", NOW)
    assert said.code == 1 and "--now 只能用于样例登记簿" in said.err


def test_an_act_on_a_real_registry_asks_who_acts(program: Program, tmp_path: Path) -> None:
    core = open_core(Paths(tmp_path / "real"), SystemClock())
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1))
    core.close()
    out = tmp_path / "x.xlsx"
    said = program("ledger", "--week", "2026-W47", "--out", out, "--data", tmp_path / "real")
    assert said.code == 1 and "--as" in said.err and not out.exists()
    arguments = ("ledger", "--week", "2026-W47", "--out", out, "--data", tmp_path / "real", "--as")
    assert program(*arguments, "无此人").code == 1
    assert program(*arguments, "张敏").code == 0 and out.exists()


def test_a_registry_that_is_open_elsewhere_is_refused(program: Program, office: Office) -> None:
    said = program("list", "--data", office.core.paths.data)
    assert said.code == 1 and "正由另一个窗口或程序使用" in said.err


def test_a_file_that_is_no_registry_is_refused_and_left_alone(program: Program, tmp_path: Path) -> None:
    (tmp_path / "registry.db").write_bytes(b"not a database at all" * 100)
    said = program("list", "--data", tmp_path)
    assert said.code == 1 and "不是登记簿" in said.err
    assert (tmp_path / "registry.db").read_bytes() == b"not a database at all" * 100


def test_a_bug_is_told_with_a_code_and_logged_without_contents(
    program: Program, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("某网民的原话")

    monkeypatch.setattr(lists, "_tell", fails)
    said = program("list", "--data", data)
    log = (data / "logs" / "errors.log").read_text("utf-8")
    assert said.code == 1 and "程序出错（代码" in said.err
    assert "ZeroDivisionError" in log and "某网民的原话" not in log + said.err


def test_the_output_is_utf8_whatever_the_locale_is(data: Path) -> None:
    done = as_process(
        "list", "--data", data, LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )  # fmt: skip
    assert done.returncode == 0 and "共" in done.stdout.decode("utf-8") and done.stderr == b""


def test_json_of_a_process_is_one_document(data: Path) -> None:
    done = as_process("show", "YQ-2026-0001", "--json", "--data", data)
    assert done.returncode == 0 and json.loads(done.stdout)["number"] == "YQ-2026-0001"
    refused = as_process("show", "YQ-2020-0001", "--json", "--data", data)
    assert refused.returncode == 1 and set(json.loads(refused.stdout)) == {"refused", "article"}


def test_a_reader_that_stops_reading_is_no_error(data: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "main.py"}" list --json --data "{data}" | head -c 10; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True, text=True)
    assert done.stderr == "" and done.stdout.endswith("0\n")


def test_a_window_without_a_screen_is_refused_in_words(data: Path) -> None:
    environ = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = as_process("--data", data, **environ)
    assert done.returncode == 1 and "没有找到显示器" in done.stderr.decode("utf-8")


def test_commands_never_load_qt(data: Path) -> None:
    lines = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import main; main.main(['list', '--data', {str(data)!r}]);"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, check=True, text=True)
    assert done.stdout.endswith("[]\n")


def test_a_missing_window_component_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Trouble, match="PySide6"):
        main.require_screen("linux", {"DISPLAY": ":0"})


def test_the_demo_opens_a_window_and_leaves_nothing_behind(tmp_path: Path) -> None:
    lines = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
real = QApplication.exec
def briefly(*_):
    QTimer.singleShot(0, lambda: (print([one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]),
                                  QApplication.closeAllWindows()))
    return real()
QApplication.exec = briefly
import main
sys.exit(main.main(["--demo"]))
"""
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", lines], capture_output=True, check=False, text=True, env=environ
    )
    assert done.returncode == 0, done.stderr
    assert "张敏（专人）" in done.stdout and list(tmp_path.iterdir()) == []


def test_a_window_over_a_registry_that_is_open_elsewhere_is_refused(office: Office) -> None:
    done = as_process("--data", office.core.paths.data, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1 and "正由另一个窗口或程序使用" in done.stderr.decode("utf-8")
