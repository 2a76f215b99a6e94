"""What a pasted link, paragraph, page or picture fills in 登记, and what of it is kept as evidence after saving."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.dialogs.capture_strip import CaptureStrip
from ui.dialogs.scene import Scene
from ui.widgets.form import Form
from yuqing_desktop.domain.attachments import check_size
from yuqing_desktop.domain.links import link_key
from yuqing_desktop.domain.text import excerpt
from yuqing_desktop.problems import BadFile, Problem
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.capture import Found

PAGES = (".html", ".htm", ".mht", ".mhtml")
READ_FROM_PAGE = "读自网页，请核对"
READ_FROM_TEXT = "读自粘贴的文字，请核对"
_SUMMARY = 150
_SHOT = "粘贴的截图"
Kept = tuple[str, bytes, str]


@dataclass(slots=True)
class _Errand:
    """A page on its way: what comes too late for the form is still kept for the item that was saved meanwhile."""

    item_id: int = 0
    dropped: bool = False


class CaptureHelp(QObject):
    """Never overwrites what the person touched; `filled` fires when fields were read in.

    `strip` says what goes on; what stands in `kept` (name, content, link) is attached by `attach`.
    """

    filled = Signal()

    def __init__(self, scene: Scene, form: Form) -> None:
        super().__init__(form)
        self._scene = scene
        self._form = form
        self._touched: set[str] = set()
        self._read: set[str] = set()
        self._asked = ""
        self._errand = _Errand()
        self.kept: list[Kept] = []
        self.strip = CaptureStrip()
        self.strip.dropped.connect(self._drop)
        form.changed.connect(self._touch)

    def take_text(self, text: str) -> None:
        """A copied paragraph, or a link alone."""
        found = self._scene.core.capture.from_text(text)
        if set(found.fields) <= {"link", "platform", "source"}:
            self.take_link(str(found.fields.get("link", text)))
            return
        self._fill(found.fields, READ_FROM_TEXT)
        self.strip.say(_told(found.fields, self._form, "粘贴的文字"))

    def take_link(self, link: str) -> None:
        """The link's own facts at once; its page in the background where the office lets the program open links."""
        self._form.fill({"link": link})
        capture = self._scene.core.capture
        key = link_key(link)
        if not key or key == self._asked or not capture.may_fetch():
            return
        self._asked = key
        self._fetch(lambda progress: capture.from_link(link, progress=progress), "正在读取网页…")

    def take_file(self, path: Path) -> None:
        """A saved page is read; any other file will be evidence."""
        if path.suffix.lower() not in PAGES:
            self._read_file(path)
            return
        capture, link = self._scene.core.capture, str(self._form.inputs["link"].value() or "")
        self._fetch(
            lambda progress: capture.from_file(path, link=link, progress=progress), f"正在读取 {path.name}…"
        )

    def take_files(self, paths: Iterable[Path]) -> None:
        """Files dropped on the dialog."""
        for path in paths:
            self.take_file(path)

    def take_picture(self, content: bytes) -> None:
        """A screenshot as PNG."""
        number = sum(name.startswith(_SHOT) for name, _, _ in self.kept) + 1
        self._keep(f"{_SHOT}{number}.png", content, "")

    def attach(self, item_id: int) -> None:
        """Keep everything as evidence of the item that was just registered."""
        kept, self.kept = self.kept, []
        self._errand.item_id = item_id
        link = str(self._form.inputs["link"].value() or "")
        for name, content, came_from in kept:
            _attach(self._scene, item_id, (name, content, came_from or link))

    def forget(self) -> None:
        """Another item begins."""
        self._touched.clear()
        for key in self._read:
            self._form.say(key, "")
        self._read.clear()
        self.kept = []
        self._asked = ""
        self._errand.dropped = True
        self._errand = _Errand()
        self.strip.clear()

    # Inside ------------------------------------------------------------------------------------

    def _read_file(self, path: Path) -> None:
        try:
            check_size(path.name, path.stat().st_size)
            self._keep(path.name, path.read_bytes(), "")
        except BadFile as problem:
            self.strip.say(str(problem), warn=True)
        except OSError:
            self.strip.say(f"“{path.name}”打不开，请核对文件是否还在原处。", warn=True)

    def _fetch(self, job: Callable[[Progress], Found], words: str) -> None:
        errand, scene = self._errand, self._scene
        self.strip.say(words)

        def done(found: Found) -> None:
            if errand.item_id and found.evidence:
                _attach(scene, errand.item_id, (found.evidence_name, found.evidence, found.link))
            elif not errand.dropped and not errand.item_id:
                self._page_read(found)

        def failed(problem: Problem) -> None:
            if not errand.dropped and not errand.item_id:
                self._page_missed(problem)

        scene.runner.long(job, done, failed, owner=scene.hub, words=words)

    def _page_read(self, found: Found) -> None:
        self._fill(_with_summary(found.fields), READ_FROM_PAGE)
        self.strip.say(_told(found.fields, self._form, "网页"), found.remark)
        if found.evidence:
            self._keep(found.evidence_name, found.evidence, found.link)

    def _page_missed(self, problem: Problem) -> None:
        self._asked = ""
        self.strip.say(f"网页没有读出：{problem.what}可以照着网页手工填写，或拖入保存的网页。", warn=True)

    def _fill(self, fields: Mapping[str, Any], words: str) -> None:
        for key, value in fields.items():
            if key not in self._form.inputs or key in self._touched:
                continue
            held = self._form.inputs[key]
            before = held.value()
            held.set_value(value)
            if held.value() != value and not held.value():
                held.set_value(before)
                continue
            self._read.add(key)
            self._form.say(key, words)
        self.filled.emit()

    def _touch(self, key: str) -> None:
        self._touched.add(key)
        if key in self._read:
            self._read.discard(key)
            self._form.say(key, "")

    def _keep(self, name: str, content: bytes, link: str) -> None:
        self.kept.append((name, content, link))
        self.strip.show_kept([(held, len(data)) for held, data, _ in self.kept])

    def _drop(self, at: int) -> None:
        del self.kept[at]
        self.strip.show_kept([(held, len(data)) for held, data, _ in self.kept])


def _attach(scene: Scene, item_id: int, kept: Kept) -> None:
    name, content, link = kept
    attachments, actor = scene.core.attachments, scene.actor
    scene.runner.write(
        lambda: attachments.attach_bytes(actor, item_id, name, content, link=link),
        scene.hub.changed.emit,
        owner=scene.hub,
    )


def _with_summary(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A page's text begins the summary; the person shortens it."""
    text = str(fields.get("content", ""))
    return {**fields, **({"summary": excerpt(text, _SUMMARY)} if text else {})}


def _told(fields: Mapping[str, Any], form: Form, source: str) -> str:
    names = "、".join(field.name for key, field in form.fields.items() if key in fields)
    return (
        f"{source}已读出：{names}。没有碰过的项已填好，请核对。"
        if names
        else f"{source}里没有读出可填的内容。"
    )
