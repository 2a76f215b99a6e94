"""The command line signs in once a registry has accounts: by prompt or by a key file nobody else can read."""

import getpass
import os
import sys
from pathlib import Path

import pytest

from tests.bureau import CHEAP, Bureau, password_of
from tests.commands.conftest import Program
from yuqing_desktop.commands.signing_in import KEY_FILE
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.audit_words import AuditFilter, AuditLine

pytestmark = pytest.mark.article("第十三条")


@pytest.fixture
def data(bureau: Bureau) -> Path:
    """A registry with accounts and one item, closed."""
    bureau.open_accounts("张敏", "徐洁")
    bureau.register()
    bureau.core.close()
    return bureau.core.paths.data


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return written(tmp_path / "key", f"张敏\n{password_of('张敏')}\n")


def written(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def record(bureau: Bureau, data: Path) -> list[AuditLine]:
    """The events of sign-ins, oldest first."""
    core = open_core(bureau.core.paths, bureau.clock, cost=CHEAP)
    try:
        lines = core.audit.lines(core.people.actor_named("徐洁"), AuditFilter())
    finally:
        core.close()
    return [line for line in reversed(lines) if line.act in ("登录", "退出")]


class Terminal:
    """A terminal at which a name is typed."""

    def __init__(self, line: str) -> None:
        self.line = line

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self.line


def at_terminal(monkeypatch: pytest.MonkeyPatch, name: str, password: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(f"{name}\n"))
    monkeypatch.setattr(getpass, "getpass", lambda prompt: password)


@pytest.mark.parametrize("command", [("list",), ("search", "预约"), ("show", "1"), ("backup",)])
def test_reading_asks_for_a_sign_in_too(program: Program, data: Path, command: tuple[str, ...]) -> None:
    said = program(*command, "--data", data)
    assert said.code == 1 and "须登录后使用" in said.err and "--key-file" in said.err
    assert "预约" not in said.out


def test_whoever_has_an_account_types_name_and_password(
    program: Program, data: Path, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, "张敏", password_of("张敏"))
    said = program("list", "--data", data, "--json")
    assert said.code == 0 and said.json[0]["number"] == "YQ-2026-0001"
    assert [(line.person, line.act) for line in record(bureau, data)][-2:] == [
        ("张敏", "登录"), ("张敏", "退出"),
    ]  # fmt: skip


def test_a_key_file_takes_the_place_of_the_terminal(
    program: Program, data: Path, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program("list", "--data", data, "--key-file", key_file).code == 0
    password_only = written(tmp_path / "only", password_of("张敏"))
    assert program("list", "--data", data, "--user", "张敏", "--key-file", password_only).code == 0
    assert "姓名" in program("list", "--data", data, "--key-file", password_only).err
    monkeypatch.setenv(KEY_FILE, str(key_file))
    assert program("backup", "--data", data).code == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_file_others_can_read_is_refused_in_words(
    program: Program, data: Path, key_file: Path, mode: int
) -> None:
    key_file.chmod(mode)
    said = program("list", "--data", data, "--key-file", key_file)
    assert said.code == 1 and "别人也能读" in said.err and "chmod 600" in said.err
    assert password_of("张敏") not in said.err + said.out


@pytest.mark.parametrize("text", ["", "张敏\n", "张敏\na\nb\n", "张敏\n\n"])
def test_a_key_file_of_another_form_is_refused(
    program: Program, data: Path, tmp_path: Path, text: str
) -> None:
    said = program("list", "--data", data, "--key-file", written(tmp_path / "odd", text))
    assert said.code == 1 and ("写法不对" in said.err or "姓名" in said.err)
    assert "读不出来" in program("list", "--data", data, "--key-file", tmp_path / "none").err


def test_wrong_passwords_bring_the_same_wait_and_stand_on_the_record(
    program: Program, data: Path, bureau: Bureau, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, "张敏", "wrong-word")
    for _ in range(3):
        assert "姓名或密码不对" in program("list", "--data", data).err
    waiting = program("list", "--data", data, "--key-file", key_file)
    assert waiting.code == 1 and "秒后再试" in waiting.err
    refused = [line for line in record(bureau, data) if line.refused]
    assert len(refused) == 4 and "wrong-word" not in str(refused)


def test_naming_somebody_is_not_signing_in(program: Program, data: Path, key_file: Path) -> None:
    said = program("list", "--data", data, "--as", "张敏", "--key-file", key_file)
    assert said.code == 1 and "不能用 --as" in said.err and "--user" in said.err


def test_a_first_password_is_changed_in_the_window_first(
    program: Program, bureau: Bureau, tmp_path: Path
) -> None:
    bureau.open_accounts()
    bureau.core.accounts.grant(bureau.actor("黄磊"), bureau.clerk.person_id, "first-word-1")
    bureau.core.close()
    key = written(tmp_path / "key", "张敏\nfirst-word-1\n")
    said = program("list", "--data", bureau.core.paths.data, "--key-file", key)
    assert said.code == 1 and "首次密码" in said.err


def test_an_act_is_the_persons_who_signed_in(
    program: Program, data: Path, bureau: Bureau, key_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "w47.xlsx"
    said = program("ledger", "--week", "2026-W47", "--out", out, "--data", data, "--key-file", key_file)
    assert said.code == 0 and out.exists()
    core = open_core(bureau.core.paths, bureau.clock, cost=CHEAP)
    lines = core.audit.lines(core.people.actor_named("徐洁"), AuditFilter(person="张敏"))
    core.close()
    assert [line.act for line in lines[:3]] == ["退出", "导出", "登录"]


def test_the_check_up_and_the_clock_show_nothing_of_an_item_and_ask_nobody(
    program: Program, data: Path
) -> None:
    assert program("check", "--data", data).code == 0
    assert program("deadline", "--from", "2026-02-13T16:30", "--data", data).code == 0
