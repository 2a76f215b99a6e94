"""import: take an outside table in, or with --dry-run say row by row what would be taken."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yuqing_desktop.commands.session import Session
from yuqing_desktop.commands.shapes import Shape, item_shape
from yuqing_desktop.services.import_rows import ImportRow
from yuqing_desktop.services.importing import Preview

_SHOWN = 20


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "import", help="导入表格（.xlsx、.xls、.ods、.csv）", description="导入表格中的事项，重复的不再收。"
    )
    command.add_argument("file", metavar="文件", type=Path)
    command.add_argument("--preset", metavar="方案", default="", help="表头方案的名称，不写则自动识别")
    command.add_argument("--sheet", metavar="工作表", default="", help="工作表的名称，不写则自动选择")
    command.add_argument("--dry-run", action="store_true", help="只逐行列出将怎样导入，不写入")
    command.set_defaults(run=_import)
    yield command


def _import(session: Session) -> int:
    speaker, options = session.speaker, session.options
    with session.core() as core:
        actor = session.actor(core)
        seen = core.importing.preview(actor, options.file, preset=options.preset, sheet=options.sheet)
        if seen.garbled:
            seen = core.importing.mended(actor, seen)
            speaker.line("文件中的文字是乱码，已还原后读取。")
        if options.dry_run:
            sections = {one.id: one.name for one in core.people.sections(all_of_them=True)}
            speaker.document({**_counts(seen), "rows": [_row(row, sections) for row in seen.rows]})
            speaker.line(
                f"将新增{len(seen.new)}件，重复{seen.duplicate}行，不收{len(seen.refused)}行（没有写入）。"
            )
        else:
            core.backing.back_up_before("导入")
            batch = core.importing.take(actor, seen).batch
            counts = {"new": batch.new, "duplicate": batch.duplicate, "refused": batch.refused}
            speaker.document({**counts, "batch": batch.id})
            speaker.line(
                f"新增{batch.new}件，重复{batch.duplicate}行，未收{batch.refused}行，批次{batch.id}。"
            )
        for line in _remarks(seen):
            speaker.line(line)
    return 1 if seen.refused and len(seen.refused) == len(seen.rows) else 0


def _counts(seen: Preview) -> Shape:
    return {"new": len(seen.new), "duplicate": seen.duplicate, "refused": len(seen.refused), "batch": None}


def _row(row: ImportRow, sections: dict[int, str]) -> Shape:
    section = sections.get(row.item.section_id or 0, "")
    return {
        "row": row.number,
        "fields": item_shape(row.item, section),
        "refused": row.refused or None,
        "duplicate_of": row.duplicate_of,
        "left_out": row.left_out,
    }


def _remarks(seen: Preview) -> Iterator[str]:
    """Refused rows and values that could not be read, the first of them."""
    told = [f"第{row.number}行未收：{row.refused}。" for row in seen.refused]
    told += [f"第{row.number}行，{words}，原文记入备注。" for row in seen.new for words in row.leftovers]
    if seen.table.others:
        yield f"只读取了工作表“{seen.table.name}”，另有{'、'.join(seen.table.others)}，需要时请用 --sheet 指明。"
    if seen.hidden:
        yield f"有{seen.hidden}行在原表中隐藏或被筛选掉，未导入，需要时请取消隐藏和筛选后再导入。"
    yield from told[:_SHOWN]
    if len(told) > _SHOWN:
        yield f"另有{len(told) - _SHOWN}处，见 --dry-run --json。"
