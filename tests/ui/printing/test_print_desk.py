"""Slips to the printer and to files: the same words, every copy counted."""

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QGraphicsView
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.dialogs.scene import Scene
from ui.printing import print_desk, sheet_painter
from ui.printing.pdf_files import pdf_bytes
from ui.printing.print_desk import PrintDesk
from ui.printing.print_preview import SHOWN, PrintPreview
from ui.printing.sheet_painter import SheetPainter
from ui.shell.appearance import Appearance
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.problems import NotFound, Problem
from yuqing_desktop.services.papers import Printout

SHARED = {0x2EDA: "页", 0x2EC5: "见", 0x2EA0: "民"}

pytestmark = pytest.mark.usefixtures("qapp")


class Table:
    def __init__(self, office: Office) -> None:
        self.prompts = ScriptedPrompts()
        self.scene = Scene(office.core, InlineRunner(), self.prompts, Hub(), office.clerk)
        self.desk = PrintDesk()
        self.said: list[tuple[str, str]] = []
        self.desk.said.connect(lambda words, verb, run: self.said.append((words, verb)))
        self.made: list[tuple[str, Path]] = []
        self.scene.hub.delivered.connect(lambda words, path: self.made.append((words, path)))
        self.troubles: list[Problem] = []
        self.scene.hub.trouble.connect(self.troubles.append)


@pytest.fixture
def table(office: Office, qtbot: QtBot) -> Table:
    return Table(office)


def printouts(office: Office, items: list[Item]) -> list[Printout]:
    papers = office.core.papers
    return [papers.printout(paper) for paper in papers.slips_of([item.id for item in items])]


def pdf(office: Office, items: list[Item], folder: Path) -> Path:
    out = folder / "slips.pdf"
    out.write_bytes(pdf_bytes(printouts(office, items), title="转送单"))
    return out


def copies(office: Office, items: list[Item]) -> list[int]:
    return [paper.copies for paper in office.core.papers.slips_of([item.id for item in items])]


def text_of(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", str(pdf), "-"]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    assert made.stderr == ""
    return plain(made.stdout)


def plain(words: str) -> str:
    # Some Chinese fonts name shared shapes by their radical: compare what is read.
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words)).translate(SHARED)


def test_one_slip_is_one_page_with_every_word(office: Office, sent: list[Item], tmp_path: Path) -> None:
    said = text_of(pdf(office, sent[:1], tmp_path))
    item = sent[0]
    for words in (
        item.title,
        item.number,
        item.slip_number,
        item.link,
        "政务服务科",
        "转送时间",
        "回执",
        "326",
    ):
        assert plain(words) in said
    assert plain(item.summary) in said


def test_several_slips_each_begin_a_page(office: Office, sent: list[Item], tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "three.pdf"))
    assert SheetPainter(printouts(office, sent)).paint(writer) == 3
    assert writer.pageLayout().fullRectPoints().size().toTuple() == (595, 842)


def test_a_long_slip_goes_on_and_numbers_its_pages(office: Office, tmp_path: Path) -> None:
    item = office.transfer(office.assess(office.register(summary="很长的摘要。" * 900)))
    writer = QPdfWriter(str(tmp_path / "long.pdf"))
    assert SheetPainter(printouts(office, [item])).paint(writer) > 1


def test_what_is_a_little_too_long_is_made_to_fit(
    office: Office, sent: list[Item], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = printouts(office, sent[:1])[0]

    def pages(lines: int) -> int:
        longer = replace(sheet, body=sheet.body + "<p>又一行</p>" * lines)
        return SheetPainter([longer]).paint(QPdfWriter(str(tmp_path / "longer.pdf")))

    with monkeypatch.context() as unscaled:
        unscaled.setattr(sheet_painter, "_SCALES", ())
        too_long = next(lines for lines in range(40) if pages(lines) == 2)
    assert pages(too_long) == 1
    assert pages(too_long + 20) == 2


def test_the_preview_shows_every_page_and_a_print_is_counted(
    office: Office, sent: list[Item], table: Table
) -> None:
    def look_and_print(dialog: PrintPreview) -> None:
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview.pageCount() == 3
        assert dialog.windowTitle() == "打印预览：舆转〔2026〕1号等3份转送单"
        dialog.accept()

    table.prompts.will(look_and_print)
    table.desk.print_slips(table.scene, [item.id for item in sent])
    assert copies(office, sent) == [1, 1, 1]
    assert table.said == [("舆转〔2026〕1号等3份转送单已送打印机", "")]


@pytest.fixture
def many(office: Office, sent: list[Item], tmp_path: Path, qtbot: QtBot) -> PrintPreview:
    """More sheets than are shown, to a printer that writes a file."""
    dialog = PrintPreview(printouts(office, sent[:1]) * (SHOWN + 5), "转送单")
    qtbot.addWidget(dialog)
    dialog._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.show()
    return dialog


def test_of_many_the_first_are_shown_and_all_are_printed_one_after_the_other(
    many: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    assert many.pages.pageCount() == SHOWN
    assert f"预览前 {SHOWN} 份，打印全部 {SHOWN + 5} 份" in many.foot.text()
    with qtbot.waitSignal(many.accepted):
        many.send()
        assert not many.out.isEnabled()
    assert many.foot.text() == f"正在打印：{SHOWN + 5} / {SHOWN + 5} 份"
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == SHOWN + 5


def test_printing_given_up_is_not_counted(many: PrintPreview, qtbot: QtBot) -> None:
    accepted: list[object] = []
    many.accepted.connect(lambda: accepted.append(1))
    many.send()
    assert many._run is not None
    with qtbot.waitSignal(many._run.told):
        pass
    with qtbot.waitSignal(many.rejected):
        many.reject()
    assert not accepted


def test_each_kind_of_paper_goes_to_the_printer_it_went_to_last(
    office: Office, sent: list[Item], table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    class Preview(PrintPreview):
        printer_name = "三楼打印机"

        def __init__(self, *about: Any, printer: str) -> None:
            offered.append(printer)
            super().__init__(*about, printer=printer)

    monkeypatch.setattr(print_desk, "PrintPreview", Preview)

    def reports() -> list[Paper]:
        return [office.core.papers.make(office.clerk, PaperKind.ACCOUNTABILITY, item_id=sent[0].id)]

    for act in (
        lambda: table.desk.print_slips(table.scene, [sent[0].id]),
        lambda: table.desk.print_slips(table.scene, [sent[1].id]),
        lambda: table.desk.print_papers(table.scene, reports),
    ):
        table.prompts.will(lambda dialog: dialog.accept())
        act()
    assert offered == ["", "三楼打印机", ""]


def test_a_preview_that_was_closed_counts_nothing(office: Office, sent: list[Item], table: Table) -> None:
    table.prompts.will(lambda dialog: dialog.reject())
    table.desk.print_slips(table.scene, [sent[0].id])
    assert copies(office, sent[:1]) == [0]
    assert not table.said


def test_a_second_print_says_so_on_the_sheet(
    office: Office, sent: list[Item], tmp_path: Path, table: Table
) -> None:
    table.prompts.will(lambda dialog: dialog.accept())
    table.desk.print_slips(table.scene, [sent[0].id])
    assert "补打第1次" in text_of(pdf(office, sent[:1], tmp_path))


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_one_slip_is_saved_as_its_name_ends(
    office: Office, sent: list[Item], table: Table, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"单{ending}"
    table.prompts.will(out)
    table.desk.save_slips(table.scene, [sent[0].id])
    assert out.stat().st_size > 5_000
    assert copies(office, sent[:1]) == [1]
    assert table.made == [(f"已保存 {out.name}", out)]


@pytest.mark.parametrize(
    ("way", "files"),
    [
        (0, [f"转送单舆转〔2026〕{number}号.docx" for number in (1, 2, 3)]),
        (1, ["舆转〔2026〕1号等3份转送单.pdf"]),
        (2, ["舆转〔2026〕1号等3份转送单.docx"]),
    ],
)
def test_several_slips_are_saved_together(
    office: Office, sent: list[Item], table: Table, tmp_path: Path, way: int, files: list[str]
) -> None:
    read_anew: list[tuple[int, ...]] = []
    table.scene.hub.changed.connect(lambda changes: read_anew.append(changes.item_ids))
    table.prompts.will(way, tmp_path)
    table.desk.save_slips(table.scene, [item.id for item in sent])
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix in (".docx", ".pdf")) == files
    assert copies(office, sent) == [1, 1, 1]
    assert read_anew == [tuple(item.id for item in sent)]


def test_papers_of_several_kinds_do_not_share_a_word_file(
    office: Office, sent: list[Item], table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[list[str]] = []
    monkeypatch.setattr(table.prompts, "choose", lambda question, ways: offered.append(ways))
    table.desk.save_papers(table.scene, lambda: office.core.papers.of_item(office.clerk, sent[0].id))
    assert offered == [["每份一个 Word 文档", "合为一个 PDF"]]


def test_any_paper_of_an_item_can_be_printed(office: Office, table: Table, sent: list[Item]) -> None:
    table.prompts.will(lambda dialog: dialog.accept())
    table.desk.print_papers(table.scene, lambda: office.core.papers.of_item(office.clerk, sent[0].id))
    printed = office.core.registry.dossier(sent[0].id, office.clerk).papers
    assert [paper.copies for paper in printed] == [1] * len(printed)
    assert len(printed) > 1


def test_a_pdf_that_cannot_be_written_is_told_and_not_counted(
    office: Office, sent: list[Item], table: Table, tmp_path: Path
) -> None:
    table.prompts.will(tmp_path / "没有的文件夹" / "单.pdf")
    table.desk.save_slips(table.scene, [sent[0].id])
    assert [problem.what for problem in table.troubles] == ["文件没有保存：单.pdf，文件夹不存在。"]
    assert copies(office, sent[:1]) == [0]


def test_an_item_never_sent_has_no_slip(office: Office, table: Table) -> None:
    with pytest.raises(NotFound, match="没有有效的转送单"):
        table.desk.print_slips(table.scene, [office.register().id])


def test_fonts_are_inside_the_pdf(office: Office, sent: list[Item]) -> None:
    content = pdf_bytes(printouts(office, sent[:1]), title="转送单")
    assert content.startswith(b"%PDF-")
    assert b"/FontFile" in content


def test_the_painter_with_nothing_to_paint_paints_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    device: QPagedPaintDevice = QPdfWriter(str(tmp_path / "none.pdf"))
    assert SheetPainter([]).paint(device) == 0


def test_a_sheet_is_the_same_from_a_dark_screen(
    office: Office, sent: list[Item], appearance: Appearance
) -> None:
    sheets = printouts(office, sent[:1])
    light = pixels(sheets)
    appearance.apply(replace(appearance.look, scheme="dark"))
    assert pixels(sheets) == light


def pixels(sheets: list[Printout]) -> QImage:
    """The printed page as the preview paints it."""
    preview = PrintPreview(sheets, "转送单")
    preview.show()
    shown = preview.findChild(QGraphicsView)
    scene = shown.scene()
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    preview.hide()
    return image
