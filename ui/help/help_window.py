"""The help: chapters and a search at the left, the text at the right; beside the work, never in its way (F1)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.help.chapters import CHAPTERS, FIRST
from ui.help.help_text import chapter, found, without_page_links
from ui.shell.appearance import Appearance
from ui.widgets.line_edit import LineEdit
from ui.widgets.text_label import TextLabel

_KEY = Qt.ItemDataRole.UserRole
_PAGE = "page:"


class HelpWindow(QDialog):
    """`go(page, argument)` opens a page of the window; over a dialog there is none, and the words are no links."""

    def __init__(self, parent: QWidget | None, go: Callable[[str, str], object] | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用帮助")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shown = ""
        self._go = go
        self.search, self.chapters, self.text = LineEdit(), QListWidget(), QTextBrowser()
        self.none = TextLabel("没有找到，换一个词试试。", role="muted", wrap=True)
        self._lay_out()
        self._connect()
        self._list("")

    def show_at(self, key: str) -> None:
        """Show a chapter and come to the front."""
        self.search.clear()
        self.show_chapter(key if key in CHAPTERS else FIRST)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_chapter(self, key: str) -> None:
        """A chapter, its words found marked; the first of them in sight."""
        self.shown = key
        text = chapter(key) if self._go else without_page_links(chapter(key))
        self.text.document().setDefaultStyleSheet(_sheet())
        self.text.setHtml(text)
        self._select(key)
        self._mark()

    def _list(self, typed: str) -> None:
        counts = found(typed)
        self.chapters.clear()
        for key, count in counts.items():
            item = QListWidgetItem(f"{CHAPTERS[key]}　{count}" if count else CHAPTERS[key], self.chapters)
            item.setData(_KEY, key)
        self.none.setVisible(not counts)
        if typed.strip() and counts:
            self.show_chapter(max(counts, key=lambda key: counts[key]))
        elif self.shown:
            self.show_chapter(self.shown)

    def _select(self, key: str) -> None:
        for row in range(self.chapters.count()):
            if self.chapters.item(row).data(_KEY) == key:
                self.chapters.blockSignals(True)
                self.chapters.setCurrentRow(row)
                self.chapters.blockSignals(False)

    def _mark(self) -> None:
        marked: list[QTextEdit.ExtraSelection] = []
        form = QTextCharFormat()
        form.setBackground(QColor(Appearance.present().tokens.warn_soft))
        form.setForeground(QColor(Appearance.present().tokens.warn))
        for word in self.search.text().split():
            cursor = self.text.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, form  # type: ignore[attr-defined]
                marked.append(selection)
                cursor = self.text.document().find(word, cursor)
        self.text.setExtraSelections(marked)
        if marked:
            self.text.setTextCursor(_without_selection(marked[0].cursor))  # type: ignore[attr-defined]

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target in CHAPTERS:
            self.search.clear()
            self.show_chapter(target)
        elif target.startswith(_PAGE) and self._go is not None:
            page, _, argument = target.removeprefix(_PAGE).partition("/")
            self._go(page, argument)

    def _next_hit(self) -> None:
        words = self.search.text().split()
        if words and not self.text.find(words[0], QTextDocument.FindFlag(0)):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words[0], QTextDocument.FindFlag(0))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("搜索帮助")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("搜索帮助")
        self.chapters.setAccessibleName("帮助目录")
        self.text.setAccessibleName("帮助内容")
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(20)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.search, self.none):
            left.addWidget(part)
        left.addWidget(self.chapters, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        self.chapters.setFixedWidth(round(200 * Appearance.present().look.base / 13))
        self.search.setFixedWidth(self.chapters.width())
        self.none.setFixedWidth(self.chapters.width())
        room = self.screen().availableGeometry().size()
        self.resize(min(900, room.width() - 40), min(680, room.height() - 60))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._next_hit)
        self.chapters.currentItemChanged.connect(
            lambda item, _: self.show_chapter(item.data(_KEY)) if item is not None else None
        )
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        Appearance.present().changed.connect(self._draw)

    def _draw(self) -> None:
        if self.shown:
            self.show_chapter(self.shown)


def _without_selection(cursor: QTextCursor) -> QTextCursor:
    made = QTextCursor(cursor)
    made.clearSelection()
    return made


def _sheet() -> str:
    look, tokens = Appearance.present().look, Appearance.present().tokens
    return (
        f"h1 {{ font-size: {look.title + 4}px; font-weight: 600; margin: 0 0 8px 0; }}"
        f"h2 {{ font-size: {look.base + 2}px; font-weight: 600; margin: 16px 0 4px 0; }}"
        f"p, li {{ margin: 6px 0; line-height: 150%; }}"
        f"a {{ color: {tokens.accent}; text-decoration: none; }}"
        f"table {{ border-collapse: collapse; margin: 8px 0; }}"
        f"th, td {{ padding: 6px 10px; border: 1px solid {tokens.line}; text-align: left; }}"
        f"th {{ color: {tokens.muted}; font-weight: normal; background: {tokens.bg}; }}"
    )
