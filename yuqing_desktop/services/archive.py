"""归档 (第三条办结、第四条): a closed item, or all of a month, as a package any computer can check with sha256sum."""

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp

from yuqing_desktop import durable
from yuqing_desktop.documents import saving
from yuqing_desktop.documents.archive import digest, write_sums
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier, TimelineEntry
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.problems import NotFound, Refused
from yuqing_desktop.progress import Progress
from yuqing_desktop.services import apart
from yuqing_desktop.services.paper_sources import said
from yuqing_desktop.services.papers import Papers
from yuqing_desktop.services.registry import Registry
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.store import Store

PaintPdfs = Callable[..., None]
"""A module's own function, `([(a .docx's path, title), …], *, progress)`: a PDF beside each; the window paints them."""
CONTENTS = "目录.txt"
_FIRST = (PaperKind.ARCHIVE_COVER, PaperKind.ARCHIVE_CONTENTS)


@dataclass(frozen=True, slots=True)
class Archive:
    """Archive packages."""

    store: Store
    registry: Registry
    papers: Papers
    blobs: Blobs

    def closed_in(self, period: Period) -> list[int]:
        """The items closed in a period, in the order they were closed."""
        span = (moment_text(period.start), moment_text(period.end))
        condition = "trashed_at IS NULL AND closed_at >= ? AND closed_at < ?"
        return [item.id for item in self.store.where(Item, condition, span, order="closed_at, id")]

    def write(
        self,
        actor: Actor,
        item_ids: Sequence[int],
        out: Path,
        *,
        paint: PaintPdfs | None = None,
        progress: Progress | None = None,
    ) -> Path:
        """The package as a folder, or as one file where `out` ends in .zip, whole or not at all.

        Raises Refused for an item not ended, NotFound, Trouble, Cancelled; what stood at `out` is kept.
        """
        self.store.require(actor, Deed.EXPORT)
        if not item_ids:
            raise NotFound("没有可归档的事项。", advice="请先办结，或另选月份。")
        items = [self._ended(item_id) for item_id in item_ids]
        with _beside(out) as folder:
            word: list[tuple[Path, str]] = []
            files: list[Path] = []
            for done, item in enumerate(items):
                (progress or Progress()).step(done, len(items), f"正在归档{item.number}")
                place = folder if len(items) == 1 else folder / item.number
                written = self._papers(actor, item, place)
                word += written
                files += [*(path for path, _ in written), *self._others(actor, item, place)]
            if paint is not None:
                worth = apart.PAPERS_WORTH_A_PROCESS
                apart.made(paint, word, rows=len(word), worth=worth, progress=progress)
                files += [path.with_suffix(".pdf") for path, _ in word]
            lines = [f"{digest(path)[:8]}  {path.relative_to(folder).as_posix()}" for path in sorted(files)]
            write_sums(folder, [*files, _text(folder / CONTENTS, _contents(items, lines))])
            (progress or Progress()).step(len(items), len(items), "正在收尾")
            _settle(folder, out)
        names = items[0].number if len(items) == 1 else f"{len(items)}件"
        self.store.perform(actor, "export", lambda work: f"已归档{names}：{out.name}")
        return out

    def _ended(self, item_id: int) -> Item:
        item = self.registry.item(item_id)
        if not item.status.is_final:
            raise Refused(
                f"{item.number}现{item.status.label}，还不能归档。",
                kept="没有写任何文件。",
                advice="请先办结。",
                article="第三条",
            )
        return item

    def _papers(self, actor: Actor, item: Item, place: Path) -> list[tuple[Path, str]]:
        """Every paper of an item as .docx, with its number."""
        standing = self.papers.of_item(actor, item.id)
        written = []
        for number, paper in enumerate(_ordered(self.registry.dossier(item.id, actor), standing), start=1):
            name = f"{number:02d} {paper.kind.label}{_safe(paper.number)}.docx"
            written.append((_bytes(place / "文书" / name, self.papers.filled(paper)), paper.number))
        return written

    def _others(self, actor: Actor, item: Item, place: Path) -> Iterator[Path]:
        """An item's evidence and its course."""
        dossier = self.registry.dossier(item.id, actor)
        for number, evidence in enumerate(dossier.evidence, start=1):
            name = f"{number:02d} {_safe(evidence.name)}"
            yield _bytes(place / "附件" / name, self.blobs.read(evidence.sha256))
        yield _text(place / "经过.txt", _timeline(dossier))
        yield _text(place / "经过.json", _as_json(dossier.timeline))


def _ordered(dossier: Dossier, standing: Sequence[Paper]) -> list[Paper]:
    """Cover and contents first, then by the day made; void papers stay in the file (their number is taken)."""
    kept = {paper.id: paper for paper in (*dossier.papers, *standing)}.values()
    rank = {kind: place for place, kind in enumerate(_FIRST)}
    return sorted(kept, key=lambda paper: (rank.get(paper.kind, len(rank)), paper.id))


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder under a temporary name beside `out`; gone at the end, whatever happens. Raises Trouble."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=".~", dir=out.parent))
    except OSError as error:
        raise saving.trouble(out, error) from error
    try:
        yield folder
    except OSError as error:
        raise saving.trouble(out, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(folder: Path, out: Path) -> None:
    """Give the finished package its name; a folder of that name is not written over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if out.suffix.lower() != ".zip":
        if out.exists():
            raise FileExistsError(17, "", str(out))
        durable.sync_all(files)
        folder.chmod(0o755)
        folder.rename(out)
        durable.sync_folder(out.parent)
        return
    with durable.written(out) as held, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for path in files:
            package.write(path, f"{out.stem}/{path.relative_to(folder).as_posix()}")
    out.chmod(saving.READABLE)


def _bytes(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _text(path: Path, text: str) -> Path:
    return _bytes(path, text.encode("utf-8"))


def _safe(name: str) -> str:
    return "".join("_" if character in '\\/:*?"<>|\n' else character for character in name)[-100:].strip(". ")


def _contents(items: Sequence[Item], lines: Sequence[str]) -> str:
    head = [f"{item.number}　{item.title}　办结：{said(item.closed_at, '—')}" for item in items]
    foot = "校验：在本文件夹内运行 sha256sum -c SHA256SUMS.txt，每行显示 OK（成功）即未被改动。"
    return "\n".join(("归档目录", "", *head, "", "摘要前8位　文件", *lines, "", foot, ""))


def _timeline(dossier: Dossier) -> str:
    item = dossier.item
    head = (
        f"{item.number}　{item.title}",
        f"跟进科室：{dossier.section or '无'}　状态：{item.status.label}",
        "",
    )
    return "\n".join((*head, *(_line(entry) for entry in dossier.timeline), ""))


def _line(entry: TimelineEntry) -> str:
    refused = "（未办成）" if entry.refused else ""
    changes = "；".join(f"{one.field}：{one.old or '空'} → {one.new or '空'}" for one in entry.changes)
    parts = (f"{said(entry.at)}　{entry.person}　{entry.act}{refused}", entry.words, entry.reason, changes)
    return "　".join(part for part in parts if part)


def _as_json(timeline: Sequence[TimelineEntry]) -> str:
    return json.dumps([asdict(entry) for entry in timeline], ensure_ascii=False, indent=1, default=str)
