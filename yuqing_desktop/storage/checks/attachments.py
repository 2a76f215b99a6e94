"""Attachments against their hashes: missing, changed, or belonging to nothing."""

import contextlib
from collections.abc import Iterator

from yuqing_desktop import durable
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.storage.checks.chain import Chain
from yuqing_desktop.storage.evidence import Blobs, is_digest, named
from yuqing_desktop.storage.snapshot import Rows


def check(rows: Rows, chain: Chain, blobs: Blobs) -> Iterator[Finding]:
    """Each content that a record names."""
    judged: dict[str, str] = {}
    for table, word, row_id, digest, name in named(rows):
        if digest not in judged:
            judged[digest] = _state(blobs, digest)
        if judged[digest]:
            event = chain.written.get((table, row_id), ("", 0))[1]
            where, since = f"{word}“{name}”（{table} {row_id}）", chain.since(event) if event else ""
            yield Finding(f"附件{judged[digest]}", where, since, "请从备份中找回这个附件。", event)


def orphans(rows: Rows, blobs: Blobs) -> Iterator[Finding]:
    """Contents that no record names: an act refused after its file was kept, or a file put there by hand."""
    wanted = {digest for _, _, _, digest, _ in named(rows)}
    with contextlib.suppress(
        OSError
    ):  # a folder that may not be read: what is wanted of it is named by `check`
        for path in blobs.all():
            if path.name not in wanted:
                where = f"{path.parent.name}/{path.name}"
                yield Finding("附件文件夹中有多余文件", where, "", "核对后可以删除。")


def _state(blobs: Blobs, digest: str) -> str:
    path = blobs.path_of(digest)
    try:
        if not is_digest(digest) or not path.is_file():
            return "缺失"
        return "" if durable.file_sha256(path) == digest else "被改动"
    except OSError:
        return "无法读取"
