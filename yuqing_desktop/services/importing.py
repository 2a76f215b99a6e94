"""导入 (第七条): an outside table looked at row by row, then taken in whole by one act, and taken back while untouched."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import attachments, numbering
from yuqing_desktop.domain.item import Item, registered
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.records import Batch, Evidence
from yuqing_desktop.domain.text import folded, one_line
from yuqing_desktop.intake.headings import mended_sheet
from yuqing_desktop.intake.presets import Mapping as Columns
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.intake.synonyms import ItemField
from yuqing_desktop.intake.worker import run_apart
from yuqing_desktop.problems import BadFile, BadInput
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.desk import Desk
from yuqing_desktop.services.import_readings import with_readings
from yuqing_desktop.services.import_rows import ImportRow, leftover_words, phone_of, values_of
from yuqing_desktop.services.mappings import Mappings
from yuqing_desktop.services.personal import keep_phone
from yuqing_desktop.services.register import Register, cleaned, require_registrar
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.queries import duplicates
from yuqing_desktop.storage.queries.duplicates import Post
from yuqing_desktop.storage.work import UnitOfWork

IMPORT = "import"
_REPORT_EVERY = 200
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it would be taken: where it was read, which column fills which field, and every row judged.

    `garbled` says that its words look like mojibake that `Importing.mended` could mend.
    """

    path: Path
    sha256: str
    table: Sheet
    columns: Mapping[str, int]
    preset: str
    rows: tuple[ImportRow, ...]
    garbled: bool = False

    @property
    def file_name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def new(self) -> tuple[ImportRow, ...]:
        """The rows that would be taken."""
        return tuple(row for row in self.rows if row.is_new)

    @property
    def duplicate(self) -> int:
        """How many rows are posts that are there already."""
        return sum(not row.refused and not row.is_fit for row in self.rows)

    @property
    def readings(self) -> int:
        """How many rows tell new figures of an item that is there already."""
        return sum(row.reading is not None for row in self.rows)

    def choosing(self, left_out: Collection[int]) -> "Preview":
        """The same with these rows, by number, not wanted, and all others wanted."""
        rows = tuple(
            row if row.left_out == (row.number in left_out) else replace(row, left_out=not row.left_out)
            for row in self.rows
        )
        return replace(self, rows=rows)

    @property
    def hidden(self) -> int:
        """How many rows the file hides or filters out: not taken unless a person wants them."""
        return sum(row.hidden for row in self.rows)

    @property
    def refused(self) -> tuple[ImportRow, ...]:
        """The rows that cannot be taken, each with its reason."""
        return tuple(row for row in self.rows if row.refused)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did: its record with the counts, and the changes for the screens."""

    batch: Batch
    changes: Changes


@dataclass(frozen=True, slots=True)
class Importing:
    """Tables from outside."""

    desk: Desk
    register: Register
    blobs: Blobs

    @staticmethod
    def fields() -> tuple[tuple[str, str], ...]:
        """What a column can fill: (name, Chinese label)."""
        return tuple((field.value, field.label) for field in ItemField)

    @property
    def mappings(self) -> Mappings:
        """The tables known by name: the program's and the office's own."""
        return Mappings(self.desk.store)

    def preview(
        self,
        actor: Actor,
        path: Path,
        *,
        preset: str = "",
        columns: Mapping[str, int] | None = None,
        progress: Progress | None = None,
        **reading: Any,
    ) -> Preview:
        """Read a file in a worker process and judge its rows; nothing is written.

        `columns` (field → column) replaces the proposed mapping; `reading` (sheet, encoding, delimiter,
        heading_row) what is found by itself. Raises BadFile, BadInput, Cancelled.
        """
        table = run_apart(read_file, path, progress=progress, **reading)
        mapping = self.mappings.proposed(table, preset)
        if columns is not None:
            mapping = Columns(dict(columns), mapping.preset)
        return self._judged(actor, path, _digest(path), table, mapping, progress)

    def remapped(
        self,
        actor: Actor,
        seen: Preview,
        columns: Mapping[str, int] | None = None,
        *,
        preset: str = "",
        progress: Progress | None = None,
    ) -> Preview:
        """The same file with other columns for the fields, or those of a table known by name. Raises BadInput."""
        mapping = self.mappings.proposed(seen.table, preset or seen.preset)
        if columns is not None:
            mapping = Columns(dict(columns), mapping.preset)
        return self._judged(actor, seen.path, seen.sha256, seen.table, mapping, progress)

    def mended(self, actor: Actor, seen: Preview, *, progress: Progress | None = None) -> Preview:
        """The same file with its mojibake mended, its columns found anew."""
        table = mended_sheet(seen.table) or seen.table
        mapping = self.mappings.proposed(table)
        return self._judged(actor, seen.path, seen.sha256, table, mapping, progress)

    def take(
        self, actor: Actor, preview: Preview, *, op_id: str | None = None, progress: Progress | None = None
    ) -> Outcome:
        """Register every new row in one act, and the new figures of known posts; all are kept or none.

        The file is kept as evidence of the batch. Raises Refused, BadFile, Cancelled, Trouble.
        """

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            rows = self._told_apart(preview.rows)
            fresh = [row for row in rows if row.is_new]
            batch = work.add(_batch(preview, work, rows))
            work.detail["batch"] = batch.id
            serials = work.next_numbers(numbering.ITEM_COUNTER, work.now.year, len(fresh))
            for done, (row, serial) in enumerate(zip(fresh, serials, strict=True)):
                if done % _REPORT_EVERY == 0:
                    (progress or Progress()).step(done, len(fresh), "登记")
                origin = f"{preview.file_name}第{row.number}行"
                number = self.register.admit(work, row.item, serial=serial, origin=origin, batch_id=batch.id)
                if row.phone:
                    keep_phone(work, number, row.phone)
            for row in rows:
                if row.reading is not None:
                    _keep_reading(work, row, batch)
            self._keep_source(work, preview, batch)
            return _said(batch)

        changes = self.desk.store.perform(actor, IMPORT, do, op_id=op_id)
        batch_id = next(row.row_id for row in changes.rows if row.table == "batch")
        return Outcome(self.desk.store.get(Batch, batch_id), changes)

    def _keep_source(self, work: UnitOfWork, preview: Preview, batch: Batch) -> None:
        """The file itself, under a name it can be opened by."""
        name = preview.file_name
        if not attachments.is_accepted(name):
            name = f"{name}.{preview.table.kind}"
        digest, size, kind = self.blobs.keep_file(preview.path, name=name)
        if digest != preview.sha256:
            raise BadFile(
                f"“{preview.file_name}”在核对之后被改动过。",
                kept="没有写入任何内容。",
                advice="请重新选择这个文件，核对后再导入。",
            )
        work.add(
            Evidence(
                sha256=digest, size=size, kind=kind, name=one_line(name), batch_id=batch.id,
                added_at=work.now, added_by=work.actor.name,
            )
        )  # fmt: skip

    def _judged(
        self,
        actor: Actor,
        path: Path,
        digest: str,
        table: Sheet,
        mapping: Columns,
        progress: Progress | None,
    ) -> Preview:
        now = self.desk.store.clock.now()
        sections = {folded(one.name): one.id for one in self.desk.store.find(Section) if one.active}
        parsed = parse_rows(table, mapping, now, progress=progress)
        rows = self._told_apart(
            self._row(actor, row, sections, hidden=row.row_number in table.hidden)
            for row in _stepped(parsed, progress)
        )
        beginning = replace(table, rows=table.rows[:_LOOKED_AT], row_numbers=table.row_numbers[:_LOOKED_AT])
        garbled = mended_sheet(beginning) is not None
        return Preview(path, digest, table, mapping.columns, mapping.preset, rows, garbled)

    def _row(self, actor: Actor, row: ParsedRow, sections: Mapping[str, int], *, hidden: bool) -> ImportRow:
        """The row judged by the very validators that write."""
        values = values_of(row, sections)
        refused = row.refused or ""
        try:
            item = self.register.prepared(actor, values)
        except BadInput as problem:
            item = registered(cleaned(values))
            refused = refused or "；".join(problem.fields.values())
        return ImportRow(
            row.row_number, item, refused, None, tuple(map(leftover_words, row.leftovers)), row.raw,
            left_out=hidden, phone=phone_of(row), hidden=hidden,
        )  # fmt: skip

    def _told_apart(self, rows: Iterable[ImportRow]) -> tuple[ImportRow, ...]:
        """Each row with the item, or the earlier row of the file, that is the same post; a row in sight comes first."""
        judged = tuple(rows)
        database = self.desk.store.database
        good = [row for row in judged if not row.refused]
        keys = duplicates.numbers_by_key(database, (row.item.link_key for row in good))
        posts = duplicates.numbers_by_post(
            database, (_post(row.item) for row in good if not row.item.link_key)
        )
        seen: dict[object, int] = {}
        told = []
        for row in sorted(judged, key=lambda one: one.hidden):
            identity = row.item.link_key or _post(row.item)
            same: str | int | None = None
            if not row.refused:
                there = keys.get(row.item.link_key) if row.item.link_key else posts.get(_post(row.item))
                same = there or seen.get(identity)
                seen.setdefault(identity, row.number)
            told.append(row if row.duplicate_of == same else replace(row, duplicate_of=same, reading=None))
        return with_readings(self.desk.store, sorted(told, key=lambda one: one.number))


def _post(item: Item) -> Post:
    return item.platform, item.source, item.title, item.published_at


def _stepped(parsed: list[ParsedRow], progress: Progress | None) -> Iterator[ParsedRow]:
    for done, row in enumerate(parsed):
        if done % _REPORT_EVERY == 0:
            (progress or Progress()).step(done, len(parsed), "逐行核对")
        yield row


def _keep_reading(work: UnitOfWork, row: ImportRow, batch: Batch) -> None:
    assert row.reading is not None
    origin = f"{batch.file_name}第{row.number}行"
    work.add(replace(row.reading, read_by=work.actor.name, origin=origin, batch_id=batch.id))


def _batch(preview: Preview, work: UnitOfWork, rows: tuple[ImportRow, ...]) -> Batch:
    return Batch(
        file_name=preview.file_name,
        sha256=preview.sha256,
        taken_at=work.now,
        taken_by=work.actor.name,
        new=sum(row.is_new for row in rows),
        duplicate=sum(not row.refused and not row.is_fit for row in rows),
        refused=sum(bool(row.refused) for row in rows),
        readings=sum(row.reading is not None for row in rows),
        left_out=sum(row.is_fit and row.left_out for row in rows),
    )


def _said(batch: Batch) -> str:
    words = f"新增{batch.new}件，重复{batch.duplicate}行，未收{batch.refused}行"
    more = (("补记读数{}件", batch.readings), ("选择不导入{}行", batch.left_out))
    return "，".join([words, *(said.format(count) for said, count in more if count)])


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BadFile("文件打不开：不存在、没有权限或正被占用。") from error
