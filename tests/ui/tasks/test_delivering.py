"""A file is written where she chose; one that is open elsewhere is tried again or written beside (E29, E30)."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.delivering import AGAIN, ELSEWHERE, LEAVE, Delivery, deliver
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.documents import saving
from yuqing_desktop.problems import FileBusy, Problem, Trouble
from yuqing_desktop.progress import Progress


@dataclass
class Desk:
    prompts: ScriptedPrompts
    runner: InlineRunner = field(default_factory=InlineRunner)
    hub: Hub = field(default_factory=Hub)
    made: list[tuple[str, Path]] = field(default_factory=list)
    troubles: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hub.delivered.connect(lambda words, path: self.made.append((words, path)))
        self.hub.trouble.connect(self.troubles.append)


class Writer:
    """Refuses as often as told, as a file open in a spreadsheet program does."""

    def __init__(self, refusals: int, problem: Problem | None = None) -> None:
        self.refusals = refusals
        self.problem = problem or FileBusy("存不了。", advice="请先关闭该文件。")
        self.asked: list[str] = []

    def __call__(self, out: Path, progress: Progress) -> Path:
        self.asked.append(out.name)
        if len(self.asked) <= self.refusals:
            raise self.problem
        out.write_text("内容", "utf-8")
        return out


def wanted(tmp_path: Path, writer: Writer) -> Delivery:
    return Delivery("导出", tmp_path / "甲.xlsx", "", writer)


def test_what_was_written_is_told_with_its_place(qapp: QObject, tmp_path: Path) -> None:
    desk = Desk(ScriptedPrompts(tmp_path / "乙.xlsx"))
    deliver(desk, wanted(tmp_path, Writer(0)), qapp)
    assert desk.made == [("已保存 乙.xlsx", tmp_path / "乙.xlsx")]


def test_a_file_open_elsewhere_is_tried_again(qapp: QObject, tmp_path: Path) -> None:
    desk = Desk(ScriptedPrompts(tmp_path / "乙.xlsx", AGAIN, AGAIN))
    deliver(desk, wanted(tmp_path, Writer(2)), qapp)
    assert "请先关闭该文件" in desk.prompts.asked[1]
    assert [path.name for _, path in desk.made] == ["乙.xlsx"]


def test_or_written_under_another_name(qapp: QObject, tmp_path: Path) -> None:
    desk = Desk(ScriptedPrompts(tmp_path / "乙.xlsx", ELSEWHERE, tmp_path / "丙.xlsx"))
    writer = Writer(1)
    deliver(desk, wanted(tmp_path, writer), qapp)
    assert writer.asked == ["乙.xlsx", "丙.xlsx"]
    assert [path.name for _, path in desk.made] == ["丙.xlsx"]


@pytest.mark.parametrize("answer", [LEAVE, None])
def test_or_left(qapp: QObject, tmp_path: Path, answer: str | None) -> None:
    desk = Desk(ScriptedPrompts(tmp_path / "乙.xlsx", answer))
    deliver(desk, wanted(tmp_path, Writer(9)), qapp)
    assert not desk.made and not desk.troubles


def test_another_refusal_is_told(qapp: QObject, tmp_path: Path) -> None:
    desk = Desk(ScriptedPrompts(tmp_path / "乙.xlsx"))
    deliver(desk, wanted(tmp_path, Writer(9, Trouble("磁盘已满。"))), qapp)
    assert [str(problem) for problem in desk.troubles] == ["磁盘已满。"]


@pytest.mark.parametrize("number", [1, 13, 16])
def test_a_file_that_may_not_be_written_is_known_as_such(number: int) -> None:
    assert isinstance(saving.trouble(Path("甲.xlsx"), OSError(number, "")), FileBusy)
    assert not isinstance(saving.trouble(Path("甲.xlsx"), OSError(28, "")), FileBusy)
