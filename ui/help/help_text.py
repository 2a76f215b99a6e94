"""The help's chapters as HTML and as plain words to search in."""

import re
from html import unescape

from ui.help.chapters import CHAPTERS
from ui.help.made_chapters import MADE
from yuqing_desktop.paths import resources

_TAG = re.compile(r"<[^>]+>")
_PAGE_LINK = re.compile(r'<a href="page:[^"]*">(.*?)</a>', re.DOTALL)


def chapter(key: str) -> str:
    """A chapter as an HTML fragment under its title."""
    made = MADE.get(key)
    body = made() if made else (resources() / "help" / f"{key}.html").read_text("utf-8")
    return f"<h1>{CHAPTERS[key]}</h1>{body}"


def without_page_links(text: str) -> str:
    """The same where no page can be opened: over a dialog."""
    return _PAGE_LINK.sub(r"\1", text)


def words_of(key: str) -> str:
    """A chapter's words, folded for searching."""
    return unescape(_TAG.sub(" ", chapter(key))).casefold()


def found(typed: str) -> dict[str, int]:
    """The chapters that hold every word typed, with how often the words occur; all of them for nothing typed."""
    words = typed.casefold().split()
    counts = {key: [words_of(key).count(word) for word in words] for key in CHAPTERS}
    return {key: sum(each) for key, each in counts.items() if all(each)}
