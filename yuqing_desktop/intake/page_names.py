"""Who wrote a page and which paper, office or account it is from."""

import re
from collections.abc import Iterator, Sequence

from yuqing_desktop.domain.text import one_line
from yuqing_desktop.intake.page_blocks import Block, Element, hints
from yuqing_desktop.intake.page_head import Metadata

_SOURCE_METAS = ("contentsource", "source", "mediaid", "og:article:source", "article:source", "copyrightfrom")
_SITE_METAS = ("og:site_name", "sitename")
_AUTHOR_METAS = ("article:author", "og:article:author", "author", "dc.creator")
_SOURCE = re.compile(
    r"(?:稿件|信息|文章|新闻|内容)?(?:来\s*源|来\s*自|转自|稿源)\s*(?:于)?\s*[:：]\s*([^\n]{0,60})"
)
_SOURCE_END = re.compile(
    r"\s{2,}|[\s|｜]*(?:作\s*者|编\s*辑|责任编辑|责编|记\s*者|发布|发稿|时\s*间|日\s*期|浏览|阅读|点击"
    r"|字\s*[体号]|【|\[|分享|评论|打印|来源)"
    r"|[\s|｜(（]*\d{4}[-年/.]|[|｜]"
)
_AUTHOR = re.compile(
    r"(?:作\s*者|文\s*/|撰文|记者)\s*[:：︱|]\s*([^\s:：|｜【\[,，。；;]{1,20}(?:[ 、]\S{2,6}){0,2})"
)
_REPORTER = re.compile(
    r"(?:本报|本网|本台|本刊)?(?:见习)?记者\s+((?:(?!通讯员|报道|摄影|实习)[一-鿿]{2,4}[\s、]*){1,3})(?:(?:通讯员|报道|摄影|实习).*)?"
)
_POSTER = re.compile(
    r"(?:网\s*友|网\s*名|昵\s*称|楼\s*主|用\s*户|发帖人|发布者|发布人|留言人|来信人|写信人)\s*[:：]\s*([^\s:：，。]{2,20})(?=\s|$)"
)
_NAMED_AUTHOR = re.compile(
    r"(?:^|[-_ ])(?:author|user|nick|up|poster|screen|writer)[-_]?name(?:$|[-_ ])", re.IGNORECASE
)
_EDITOR = re.compile(r"(?:责任编辑|责编|编辑|审核|校对)\s*[:：]\s*(\w{2,4})")
_NAMED_SOURCE = re.compile(
    r"(?:^|[-_ ])(?:art_?)?(?:source|laiyuan|media|medianame|media-name|origin)(?:[-_]?name)?(?:$|[-_ ])",
    re.IGNORECASE,
)
_AUTHOR_BOX = re.compile(
    r"(?:^|[-_ ])(?:authi|author|author-?info|byline|vcard|meta)(?:$|[-_ ])", re.IGNORECASE
)
_AUTHOR_LINK = re.compile(r"(?:^|[-_ ])(?:fn|xw1|name|author|userlink(?:-link)?)(?:$|[-_ ])", re.IGNORECASE)
_LONGEST_NAME = 30


def source_of(blocks: Sequence[Block], span: range, metadata: Metadata) -> str:
    """The paper, office or account named after 来源 or marked as source, else the metadata's."""
    near = [blocks[index] for index in span if len(blocks[index].text) < 300]
    for name in (*map(_labelled, near), *map(_marked, near)):
        if name:
            return name
    for index in span[:-1]:
        if (
            re.search(r"来\s*源\s*[:：]$", blocks[index].text)
            and len(blocks[index + 1].text) <= _LONGEST_NAME
        ):
            return _tidy(blocks[index + 1].text)
    return _tidy(metadata.first(_SOURCE_METAS)) or metadata.linked("publisher") or metadata.first(_SITE_METAS)


def _labelled(block: Block) -> str:
    """The piece of text that bears 来源：, or the piece after it where a link or span holds the name."""
    if _SOURCE.search(block.text) is None:
        return ""
    pieces = [one_line(piece) for piece in _pieces(block.element)]
    pieces = [piece for piece in pieces if piece]
    for place, piece in enumerate(pieces):
        match = _SOURCE.search(piece)
        if match is not None:
            return _tidy(match[1]) or (_tidy(pieces[place + 1]) if place + 1 < len(pieces) else "")
    split = _SOURCE.search(block.text)
    return _tidy(split[1]) if split is not None else ""


def _pieces(element: Element) -> Iterator[str]:
    """An element's texts in order, scripts left out."""
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in ("script", "style"):
            yield node.text or ""
        if node is not element:
            yield node.tail or ""


def _marked(block: Block) -> str:
    """The short text of an element that calls itself source."""
    for element in block.element.iter("a", "span", "em", "i", "b", "strong", "p", "div"):
        if _NAMED_SOURCE.search(hints(element).strip()):
            name = _tidy(one_line(element.text_content()))
            is_device = name.startswith(("来自", "发布于"))
            if (
                1 < len(name) <= _LONGEST_NAME
                and not is_device
                and not any(character.isdigit() for character in name[:4])
            ):
                return name
    return ""


def _tidy(words: str) -> str:
    text = _SOURCE_END.split(one_line(words).replace("\u3000", " "), maxsplit=1)[0]
    if len(text) > _LONGEST_NAME:  # prose behind the name, or prose alone
        text = text.split(" ")[0]
    name = text.strip(" :：·-—()（）[]【】《》<>\"'，,。")
    return name if len(name) <= _LONGEST_NAME else ""


def author_of(blocks: list[Block], span: range, metadata: Metadata) -> str:
    """The writer named on the page, else the metadata's; never the editor in charge."""
    for index in span:
        match = _AUTHOR.search(blocks[index].text) if len(blocks[index].text) < 120 else None
        if match is not None:
            return _tidy(match[1])
        reporter = _REPORTER.fullmatch(blocks[index].text)
        if reporter is not None:
            return one_line(reporter[1])
    for index in span:
        name = _poster(blocks[index])
        if name:
            return name
    stated = metadata.linked("author") or metadata.first(_AUTHOR_METAS)
    editors = {match[1] for block in blocks if len(block.text) < 80 for match in _EDITOR.finditer(block.text)}
    is_editor = any(name in stated for name in editors)
    return "" if is_editor or "://" in stated or len(stated) > 30 else stated


def _poster(block: Block) -> str:
    """Who posted: a line of its own (网友：…), or what an element that calls itself a user's name holds."""
    match = _POSTER.match(block.text) if len(block.text) < 60 else None
    if match is not None:
        return _tidy(match[1])
    for element in (block.element, *block.element.iter("a", "span", "b", "strong", "em")):
        if _NAMED_AUTHOR.search(hints(element).strip()) or _is_author_link(element):
            name = one_line(element.text_content())
            if 1 < len(name) <= 20 and not name.isdecimal():
                return name
    return ""


def _is_author_link(element: Element) -> bool:
    """A name inside what calls itself the author's place: a forum's, a blog's."""
    if element.get("rel") == "author":
        return True
    around, named = element.getparent(), _AUTHOR_LINK.search(element.get("class") or "")
    return bool(named) and around is not None and _AUTHOR_BOX.search(hints(around).strip()) is not None
