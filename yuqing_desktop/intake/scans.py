"""Codes on scanned sheets: pypdfium2 draws the pages of a PDF, zxing-cpp reads them. Both are the extra `scan`."""

import importlib.util
from pathlib import Path
from typing import Any

from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

_MOST_PAGES = 100
_LONG_SIDE = 3500
"""Pixels: 300 to the inch on A4, enough for the modules of a slip's code."""


def can_read() -> bool:
    """Whether the readers are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("zxingcpp", "pypdfium2"))


def codes_in_pdf(path: Path, *, progress: Progress | None = None) -> list[str]:
    """The texts of every code, page by page. For a worker process: see `run_apart`. Raises BadFile, Cancelled."""
    from pypdfium2 import PdfDocument, PdfiumError

    told, found = progress or Progress(), []
    try:
        pages = PdfDocument(path)
        if len(pages) > _MOST_PAGES:
            raise BadFile(f"“{path.name}”超过{_MOST_PAGES}页，没有识别。", advice="请分成几份。")
        for done, page in enumerate(pages):
            told.step(done, len(pages), "正在识别扫描件")
            drawn = page.render(scale=_LONG_SIDE / max(*page.get_size(), 1), grayscale=True)
            found += codes_on(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)
    except (PdfiumError, OSError) as error:
        what = f"“{path.name}”打不开，可能加了密码或已损坏。"
        raise BadFile(what, kept="文件没有改动。", advice="请另存为图片（PNG、JPG）再试。") from error
    return found


def codes_on(pixels: bytes, width: int, height: int, line: int) -> list[str]:
    """The texts of the codes on a grey picture, one byte a pixel, `line` bytes a row."""
    from zxingcpp import read_barcodes

    packed = b"".join(pixels[at * line : at * line + width] for at in range(height))
    sheet: Any = memoryview(packed).cast("B", shape=(height, width))
    return [found.text for found in read_barcodes(sheet)]
