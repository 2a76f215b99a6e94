"""A table file read whole in a worker: its sheet, the columns' mapping and every row as it would be taken."""

from collections.abc import Mapping as Named
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yuqing_desktop.intake.presets import Mapping, preset_named, propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.intake.worker import BOUNDS, Bounds, run_apart
from yuqing_desktop.progress import Progress


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How a file is to be read; what is empty is found."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    heading_row: int | None = None
    preset: str = ""
    columns: Named[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file holds: the sheet as it stands, the mapping used, a ParsedRow for each data row."""

    sheet: Sheet
    mapping: Mapping
    rows: list[ParsedRow]


def take_file(
    path: Path,
    read_at: datetime,
    *,
    how: HowToRead | None = None,
    progress: Progress | None = None,
    bounds: Bounds = BOUNDS,
) -> Taken:
    """The file's rows, read in a worker, times relative to `read_at`. Raises BadFile, Cancelled."""
    return run_apart(take, path, read_at, how or HowToRead(), bounds=bounds, progress=progress)


def take(path: Path, read_at: datetime, how: HowToRead, *, progress: Progress) -> Taken:
    """The same in this process."""
    sheet = read_file(
        path,
        sheet=how.sheet,
        encoding=how.encoding,
        delimiter=how.delimiter,
        heading_row=how.heading_row,
        progress=progress,
    )
    mapping = propose_mapping(sheet.headings, sheet.rows, preset=preset_named(how.preset))
    if how.columns is not None:
        mapping = Mapping(dict(how.columns), mapping.preset)
    return Taken(sheet, mapping, parse_rows(sheet, mapping, read_at, progress=progress))
