"""附件 (第七条、第十三条): files kept by content, opened as copies; who brought each, and from where."""

from dataclasses import dataclass, replace
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.storage.evidence import Blobs

PICTURE_LIMIT = 30 * 1024 * 1024
"""Bytes; larger pictures are not shown small."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """Evidence of items."""

    desk: Desk
    blobs: Blobs

    def attach(
        self, actor: Actor, item_id: int, path: Path, *, link: str = "", op_id: str | None = None
    ) -> Changes:
        """Keep a file as evidence of an item. Raises BadFile, Refused, Trouble."""
        digest, size, kind = self.blobs.keep_file(path)
        return self._record(
            actor, item_id, Evidence(name=path.name, sha256=digest, size=size, kind=kind, link=link), op_id
        )

    def attach_bytes(
        self,
        actor: Actor,
        item_id: int,
        name: str,
        content: bytes,
        *,
        link: str = "",
        op_id: str | None = None,
    ) -> Changes:
        """Keep a content at hand, such as a pasted screenshot. Raises BadFile, Refused, Trouble."""
        digest, size, kind = self.blobs.keep_bytes(name, content)
        return self._record(
            actor, item_id, Evidence(name=name, sha256=digest, size=size, kind=kind, link=link), op_id
        )

    def keep_scan(self, path: Path) -> str:
        """Keep a scan that an act will name by its SHA-256 (签批扫描件). Raises BadFile, Trouble."""
        return self.blobs.keep_file(path)[0]

    def open_copy(self, evidence: Evidence) -> Path:
        """A read-only copy to open, checked against its hash. Raises NotFound, Trouble."""
        return self.blobs.copy_for_opening(evidence.sha256, evidence.name)

    def picture(self, evidence: Evidence) -> bytes:
        """The bytes of a picture to show small; nothing for other files and very large ones. Raises NotFound, Trouble."""
        if evidence.kind != "图片" or evidence.size > PICTURE_LIMIT:
            return b""
        return self.blobs.read(evidence.sha256)

    def _record(self, actor: Actor, item_id: int, evidence: Evidence, op_id: str | None) -> Changes:
        def do(case: Case) -> str:
            case.work.add(
                replace(
                    evidence, item_id=item_id, name=one_line(evidence.name), link=one_line(evidence.link),
                    added_at=case.now, added_by=actor.name,
                )
            )  # fmt: skip
            return f"{case.item.number}附件“{evidence.name}”已保存"

        return self.desk.perform(actor, Act.ATTACH, item_id, do, op_id=op_id)
