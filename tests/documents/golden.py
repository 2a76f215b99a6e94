"""The text and structure of a paper as lines, and the kept ones to compare with.

Rewrite the kept ones after a wanted change of layout: `python -m tests.documents.golden`.
"""

import io
from pathlib import Path

from docx import Document

from tests.documents.papers_samples import SAMPLES
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.word import load
from yuqing_desktop.paths import resources

FOLDER = Path(__file__).parent / "golden"


def structure(docx: bytes) -> str:
    """Head, body and foot in order: a line a paragraph, a line a table row."""
    document = Document(io.BytesIO(docx))
    section = document.sections[0]
    lines = [f"头：{paragraph.text}" for paragraph in section.header.paragraphs]
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [
                "表：" + " | ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows
            ]
        else:
            lines.append(f"段：{block.text}")
    lines += [f"脚：{paragraph.text}" for paragraph in section.footer.paragraphs]
    return "\n".join(line.replace("\n", "⏎").rstrip() for line in lines) + "\n"


def filled(name: str) -> bytes:
    """The factory paper filled with its sample."""
    paper = PAPERS[name]
    return load(resources() / "templates" / paper.file_name, paper).fill(SAMPLES[name])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in PAPERS:
        (FOLDER / f"{name}.txt").write_text(structure(filled(name)), "utf-8")
