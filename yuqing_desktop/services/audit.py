"""留痕 (第十三条): every act, refused act, sign-in, reveal, export and setting, for the auditor's eyes."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from yuqing_desktop import durable
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.audit_words import AuditFilter, AuditLine, act_word
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services.settings import Office
from yuqing_desktop.storage.audit import COLUMNS
from yuqing_desktop.storage.queries import audit_events
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

PAGE = 200
HEADING = ("序号", "时间", "人员", "操作", "结果", "事项编号", "内容", "原因", "变动", "校验码")


@dataclass(frozen=True, slots=True)
class Audit:
    """The record, to read and to hand over."""

    store: Store

    def lines(
        self, actor: Actor, wanted: AuditFilter, *, before: int | None = None, limit: int = PAGE
    ) -> list[AuditLine]:
        """A page of events, newest first; go on with the last one's number as `before`. Raises Refused."""
        self.store.require(actor, Deed.AUDIT)
        return self._page(wanted, before, limit)

    def count(self, actor: Actor, wanted: AuditFilter) -> int:
        """How many events a filter lets through. Raises Refused."""
        self.store.require(actor, Deed.AUDIT)
        return audit_events.count(self.store.database, wanted)

    def acts(self) -> list[tuple[str, str]]:
        """The acts that occur, with their words, for the filter's list."""
        return [(act, act_word(act)) for act in audit_events.acts(self.store.database)]

    def export(self, actor: Actor, wanted: AuditFilter, out: Path) -> Changes:
        """The events of a filter as a file, on the record: .jsonl exactly as stored, else a table (.csv).

        Raises Refused, Trouble.
        """

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.AUDIT)
            work.detail["to"] = str(out)
            lines = list(self._all(wanted))
            try:
                durable.write(out, self._exact(lines) if out.suffix == ".jsonl" else _table(lines))
            except OSError as error:
                raise Trouble(f"{out.name}没有写成。", advice="请检查磁盘空间和权限。") from error
            return f"留痕{len(lines)}条已导出到{out.name}"

        return self.store.perform(actor, "export", do)

    def _all(self, wanted: AuditFilter) -> Iterator[AuditLine]:
        before: int | None = None
        while page := self._page(wanted, before, 2000):
            yield from page
            before = page[-1].event

    def _page(self, wanted: AuditFilter, before: int | None, limit: int) -> list[AuditLine]:
        factory = {"office": json.loads(json.dumps(asdict(Office())))}
        return audit_events.lines(self.store.database, wanted, before=before, limit=limit, factory=factory)

    def _exact(self, lines: list[AuditLine]) -> bytes:
        names = (*COLUMNS, "hash")
        columns = ", ".join(f'"{name}"' for name in names)
        wanted = {line.event for line in lines}
        rows = self.store.database.rows(f"SELECT {columns} FROM event ORDER BY id")
        kept = (dict(zip(names, row, strict=True)) for row in rows if row[0] in wanted)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept).encode()


def _table(lines: list[AuditLine]) -> bytes:
    """A table that Excel and WPS open; a text that looks like a formula stays a text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADING)
    for line in reversed(lines):
        changes = "；".join(f"{one.field}：{one.old}→{one.new}" for one in line.changes)
        writer.writerow(
            [_cell(value) for value in (
                str(line.event), f"{line.at:%Y-%m-%d %H:%M:%S}", line.person, line.act,
                "被拒绝" if line.refused else "完成", line.number, line.words, line.reason, changes, line.hash,
            )]
        )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
