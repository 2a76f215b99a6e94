"""A list goes out as it was shown; a killed export never harms the file it was to replace."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.walk import Office
from yuqing_desktop.services import apart
from yuqing_desktop.services.exports import ShownList

SHOWN = ShownList(
    "登记簿",
    ["编号", "标题"],
    [["YQ-1", "=1+1"], ["YQ-2", "乙\n微博"]],
    stated="筛选：全部　排序：按时限升序",
)


def test_a_list_goes_out_as_shown(office: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = office.core.exports.write(office.clerk, SHOWN, tmp_path / "list.xlsx")
    sheet = load_workbook(path).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[2][:2] == ["编号", "标题"]
    assert cells[3][:2] == ["YQ-1", "=1+1"] and sheet["B4"].data_type == "s"
    assert "按时限升序" in cells[1][0] and "共2条" in cells[1][0]


def test_many_rows_are_written_in_a_process_of_their_own(office: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = [[f"YQ-{at}", "标题"] for at in range(apart.WORTH_A_PROCESS + 5)]
    path = office.core.exports.write(
        office.clerk, ShownList("长表", ["编号", "标题"], rows), tmp_path / "l.xlsx"
    )
    assert load_workbook(path).worksheets[0].max_row >= len(rows)


WRITER = """
import os, signal, sys
from pathlib import Path
from yuqing_desktop.documents import saving
real = os.fsync
def stall(descriptor):
    print("writing", flush=True)
    signal.pause()
    real(descriptor)
os.fsync = stall
saving.save(Path(sys.argv[1]), b"new" * 1_000_000)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_killed_export_leaves_the_old_file_whole(tmp_path: Path) -> None:
    old = tmp_path / "台账.xlsx"
    old.write_bytes(b"old")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(old)], stdout=subprocess.PIPE, cwd=ROOT
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        writer.send_signal(signal.SIGKILL)
    assert old.read_bytes() == b"old"
