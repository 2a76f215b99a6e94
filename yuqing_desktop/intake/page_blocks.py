"""A page as a list of text blocks in reading order, and the part of it that is the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuqing_desktop.domain.text import clean

Element = Any
"""An lxml element (lxml carries no types)."""

BLOCK_TAGS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figure",
            "figcaption",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
        ),
        *("nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "select", "button", "textarea", "iframe", "svg", "head")
)
_ASIDE = re.compile(
    r"comment|pinglun|reply|relate|recommend|tuijian|footer|copyright|sidebar|crumb|banner|advert|login|search|toolbar"
    r"|qrcode|promo|(?<![a-z])(?:nav|menu|share|hot|rank|ads?|list|links)(?![a-z])|(?:nav|menu|rank|news|side)(?:bar|list)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"article|content|detail|main|text|body|post|entry|trs_editor|editor|zhengwen|rich_media|news|show|message|read",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}|\d楼|\d{1,2}-\d{1,2} \d{1,2}:\d{2}|小时前|分钟前")
_POST_HEAD, _HEAD = re.compile(r"\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}|\d楼"), 80
_STOPS = "，。！？；：、“”…"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with no block element inside; `linked` is the share of its letters inside links.

    `spaced` is the same with a blank between its elements: 阅读 12 and 评论 3 may touch in the text.
    """

    element: Element
    text: str
    linked: float
    spaced: str = ""

    @property
    def weight(self) -> float:
        """How much it looks like prose: its length, fuller with punctuation, none where it is a link."""
        if self.linked > 0.5:
            return 0.0
        stops = sum(self.text.count(stop) for stop in _STOPS)
        return len(self.text) * (1 - self.linked) * min(1.0, 0.2 + stops / 4)


def blocks_of(root: Element) -> list[Block]:
    """Every text block under an element, in reading order."""
    return [
        Block(element, text, min(1.0, len(clean("".join(linked))) / len(text)), " ".join(pieces))
        for element, pieces, linked in _walk(root)
        if (text := clean("".join(pieces)))
    ]


def _walk(root: Element) -> Iterator[tuple[Element, list[str], list[str]]]:
    """(innermost block element, its texts, the linked ones) without recursion: hostile pages nest deep."""
    owner: Element = root
    pieces: list[str] = []
    linked: list[str] = []
    stack: list[tuple[str, Element, bool]] = [("in", root, False)]
    while stack:
        step, element, in_link = stack.pop()
        is_block = step != "tail" and element.tag in BLOCK_TAGS
        if is_block:
            yield owner, pieces, linked
            pieces, linked = [], []
            owner = element if step == "in" else _enclosing(element, root)
        if step == "in":
            words = "\n" if element.tag == "br" else element.text or ""
            stack.append(("out", element, in_link))
            inside = in_link or element.tag == "a"
            for child in reversed(element):
                stack.append(("tail", child, inside))
                if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                    stack.append(("in", child, inside))
            in_link = inside
        elif step == "tail":
            words = element.tail or ""
        else:
            words = ""
        pieces.append(words)
        if in_link:
            linked.append(words)
    yield owner, pieces, linked


def _enclosing(element: Element, root: Element) -> Element:
    parent = element.getparent()
    while parent is not None and parent is not root and parent.tag not in BLOCK_TAGS:
        parent = parent.getparent()
    return root if parent is None else parent


def hints(element: Element) -> str:
    """What an element calls itself: class, id and role."""
    return f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"


def is_aside(element: Element) -> bool:
    """Whether an element or one around it calls itself navigation, comments, related news…"""
    while element is not None:
        words = hints(element)
        if element.tag in ("nav", "footer", "aside") or (_ASIDE.search(words) and not _is_article(words)):
            return True
        element = element.getparent()
    return False


def _is_article(words: str) -> bool:
    return _ARTICLE.search(words) is not None


def main_part(blocks: list[Block]) -> Element | None:
    """The element that holds the article: most prose right under it, widened while only a piece of it."""
    scores: dict[Element, float] = {}
    held: dict[Element, float] = {}
    for block in blocks:
        weight = block.weight * (0.25 if is_aside(block.element) else 1.0)
        if weight <= 0:
            continue
        around = [block.element, *block.element.iterancestors()]
        for element in around:
            held[element] = held.get(element, 0.0) + weight
        holder = (
            around[1:3] if block.element.tag in ("p", "li", "blockquote", "h2", "h3", "td") else around[:2]
        )
        for share, element in zip((1.0, 0.5), holder, strict=False):
            bonus = 1.3 if _is_article(hints(element)) else 1.0
            scores[element] = scores.get(element, 0.0) + weight * share * bonus
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    first = _first_post(best, held)
    if first is not None:
        return main_part([block for block in blocks if stands_in(block.element, first)])
    return _widened(best, held)


def stands_in(element: Element, part: Element) -> bool:
    """Whether an element is a part or inside it."""
    return element is part or any(ancestor is part for ancestor in element.iterancestors())


def _first_post(best: Element, held: dict[Element, float]) -> Element | None:
    """Where the best part is one post of a thread but not its first: that first post."""
    for element in (best, *best.iterancestors()):
        posts = [post for post in _posts_beside(element) if held.get(post)]
        if posts and posts[0] is not element:
            return posts[0]
    return None


def next_post(article: Element) -> Element | None:
    """The answer below, where the article is the first post of a thread or stands in it."""
    for element in (article, *article.iterancestors()):
        posts = _posts_beside(element)
        if posts and posts[0] is element:
            return posts[1]
    return None


def _widened(best: Element, held: dict[Element, float]) -> Element:
    """Climb while the part holds too little of what stands around it; out of no thread of posts."""
    parent = best.getparent()
    while parent is not None and parent.tag not in ("body", "html"):
        is_piece = held[best] < 0.65 * held.get(parent, 0.0) and not _posts_beside(best)
        if not is_piece and not _is_only_wrapped(best, parent):
            break
        best = parent
        parent = best.getparent()
    return best


def _is_only_wrapped(element: Element, parent: Element) -> bool:
    return len(parent) == 1 and parent.tag == element.tag and not (parent.text or "").strip()


def _posts_beside(element: Element) -> list[Element]:
    """The element and its siblings of one class, where they are posts of a thread: each names its time."""
    parent, name = element.getparent(), _kind(element)
    if parent is None or not name or not any(child.tag in BLOCK_TAGS for child in element):
        return []
    alike = [sibling for sibling in parent if sibling.tag == element.tag and _kind(sibling) == name]
    dated = sum(bool(_DATE.search(sibling.text_content())) for sibling in alike[:5])
    is_answer = len(alike) == 2 and _POST_HEAD.search(alike[1].text_content()[:_HEAD]) is not None
    return alike if len(alike) > 1 and (dated > 1 or is_answer) else []


def _kind(element: Element) -> str:
    """An element's class, or its id without its number (post_123)."""
    return element.get("class") or re.sub(r"\d+", "", element.get("id") or "")
