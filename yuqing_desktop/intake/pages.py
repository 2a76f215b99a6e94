"""A page → title, publish time to the minute, source, author, text, counts."""

import re
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.figures import UNKNOWN, Figure
from yuqing_desktop.domain.links import canonical, link_facts
from yuqing_desktop.domain.text import bare, clean, excerpt
from yuqing_desktop.intake.encodings import sniffed
from yuqing_desktop.intake.page_blocks import (
    Block,
    Element,
    blocks_of,
    is_aside,
    main_part,
    next_post,
    stands_in,
)
from yuqing_desktop.intake.page_data import data_facts, facts_of
from yuqing_desktop.intake.page_forms import form_facts
from yuqing_desktop.intake.page_head import Metadata, metadata_of, title_of
from yuqing_desktop.intake.page_hosts import HostFacts, host_facts
from yuqing_desktop.intake.page_names import author_of, source_of
from yuqing_desktop.intake.page_times import LINK_DAY, day_in, published_of, scripted_moment
from yuqing_desktop.intake.readings import Counts, counts_in, moments_in
from yuqing_desktop.intake.saved_pages import opened
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

MOST_BYTES = 8 * 2**20
_MOST_TEXT = 30_000
_LEAST_PROSE = 12
_LEAST_ARTICLE = 20
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|script|div|section|article|main|table|ul|h[1-6]|p|span|a|br|font)\b",
    re.IGNORECASE,
)
_ZIPPED, _HEAD, _READABLE = b"PK\x03\x04", 1024, 50
"""Of so many letters no more than one may be broken."""
_LABEL = re.compile(r"[^\W\d_]{2,8}[:：]\s*\S")
_SENTENCE = re.compile(r"[，。！？；]")
_MOST_ABOVE, _LONGEST_LABEL = 2, 6
_MANY_LABELS, _SHORT_LINE, _INFORMATION, _SHORT_ANSWER = 3, 24, 80, 60
_ANSWER = re.compile(
    r"^[【\[]?(?:官方|部门|单位|办理)?(?:回复|答复)(?:单位|机构|部门|内容|时间|意见|情况)?(?:[】\]:：]|$)"
)
_ENDING = re.compile(
    r"^[\[【(（]?(?:责任编辑|责编|编辑|校对|审核|版权|免责|延伸阅读|相关阅读|上一篇|下一篇|本页|最后更新|更新时间|打印本页|关闭窗口)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a page or a pasted text: empty or unknown where it tells nothing.

    `link` is canonical. `remark` says where the publish time is a date only.
    """

    title: str = ""
    published_at: datetime | None = None
    source: str = ""
    author: str = ""
    text: str = ""
    reads: Figure = UNKNOWN
    forwards: Figure = UNKNOWN
    replies: Figure = UNKNOWN
    link: str = ""
    platform: str = ""
    encoding: str = ""
    remark: str = ""


def read_page(
    data: bytes,
    *,
    read_at: datetime,
    link: str = "",
    content_type: str = "",
    progress: Progress | None = None,
) -> Page:
    """The facts of an HTML page or a saved one, times relative to `read_at` or to when it was saved.

    Raises BadFile for what is no page.
    """
    import lxml.html

    saved = opened(data, read_at)
    data, link = saved.data, link or saved.link
    if len(data) > MOST_BYTES:
        raise BadFile(f"网页超过{MOST_BYTES // 2**20}MB，未读取。")
    encoding = _encoding(data, content_type or saved.content_type)
    page = _XML_HEAD.sub("", data.decode(encoding, "replace").lstrip("\ufeff"))
    unreadable = page.count("\ufffd") + page.count("\x00")
    if _TAG.search(page) is None or _ZIPPED in data[:_HEAD] or unreadable * _READABLE > len(page):
        raise BadFile("这不是网页，没有可读取的内容。")
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml.html.document_fromstring(page.replace("\x00", ""), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise BadFile("网页内容已损坏，读不出来。") from error
    (progress or Progress()).step(1, 1, "已读网页")
    return _facts(page, root, min(read_at, saved.saved_at or read_at), link, encoding)


def _encoding(data: bytes, content_type: str) -> str:
    """Header, then meta, then utf-8, then gb18030: the first under which the bytes make sense."""
    header = re.search(r"charset\s*=\s*[\"']?([\w-]+)", content_type, re.IGNORECASE)
    meta = _META_CHARSET.search(data[:8192])
    declared = [header[1] if header else "", meta[1].decode("ascii", "ignore") if meta else ""]
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        declared = []
    for name in declared:
        name = "gb18030" if name.lower() in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else name
        try:
            text = data.decode(name, "replace") if name else ""
        except LookupError:
            continue
        if (
            text
            and text.count("\ufffd") <= len(text) / 200
            and not name.lower().startswith(("iso-8859", "latin"))
        ):
            return name.lower()
    return sniffed(data) or "utf-8"


def _facts(page: str, root: Element, read_at: datetime, link: str, encoding: str) -> Page:
    metadata = metadata_of(root)
    body = next(iter(root.iter("body")), root)
    blocks = blocks_of(body)
    host = _told_apart(page, root, blocks, read_at)
    article = main_part(blocks)
    title = host.title or title_of(root, metadata, blocks, article)
    span = _span(blocks, title, article)
    published, remark = published_of(blocks, span, metadata, read_at)
    if published is None or remark:
        scripted = scripted_moment(page, read_at)
        if scripted is not None and (published is None or scripted.date() == published.date()):
            published, remark = scripted, ""
    held = facts_of(title, root, read_at) if host == HostFacts() else HostFacts()
    text = (
        host.text
        or _text(blocks, article, title, read_at)
        or held.text
        or metadata.metas.get("description", "")
    )
    address = canonical(link) if link else _own_link(root, metadata)
    if held.published_at is not None and _is_fuller(held.published_at, published, remark):
        published, remark = held.published_at, ""
    if published is None:
        published = day_in(address, read_at)
        remark = "" if published is None else LINK_DAY
    source = host.source or source_of(blocks, span, metadata)
    author = host.author or author_of(blocks, span, metadata) or held.author
    counts = host.counts.or_else(held.counts).or_else(_counts(blocks, read_at))
    return Page(
        title=title or excerpt(text),
        published_at=host.published_at or published,
        source=source,
        author="" if author == source else author,
        text=text[:_MOST_TEXT],
        reads=counts.reads,
        forwards=counts.forwards,
        replies=counts.replies,
        link=address,
        platform=link_facts(address).platform,
        encoding=encoding,
        remark="" if host.published_at else remark,
    )


def _is_fuller(held: datetime, published: datetime | None, remark: str) -> bool:
    """Whether the time a page's data names says more than what the page shows: nothing, or the same day."""
    return published is None or (bool(remark) and held.date() == published.date())


def _told_apart(page: str, root: Element, blocks: list[Block], read_at: datetime) -> HostFacts:
    """What is told otherwise than by the layout of an article: a platform's script, a form, data alone."""
    host = host_facts(page, root, read_at)
    if host == HostFacts():
        host = form_facts(root, read_at)
    if host == HostFacts() and sum(block.weight for block in blocks) < _LEAST_ARTICLE:
        host = data_facts(root, read_at)
    return host


def _own_link(root: Element, metadata: Metadata) -> str:
    stated = next(
        (element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"), ""
    )
    return link_facts(metadata.metas.get("og:url", "") or stated).link


def _span(blocks: list[Block], title: str, article: Element | None) -> range:
    """The blocks where a page says when and whence: from just before its title to just behind its text."""
    wanted = bare(title)
    inside = [
        i for i, block in enumerate(blocks) if article is not None and stands_in(block.element, article)
    ]
    last = inside[-1] if inside else len(blocks) - 1
    titled = [i for i, block in enumerate(blocks[: last + 1]) if wanted and bare(block.text) == wanted]
    before = [i for i in titled if not inside or i <= inside[0] + 3]
    first = before[-1] if before else (max(0, inside[0] - 15) if inside else 0)
    answer = next_post(article) if article is not None else None
    end = next(
        (
            i
            for i in range(last + 1, len(blocks))
            if answer is not None and stands_in(blocks[i].element, answer)
        ),
        len(blocks),
    )
    return range(max(0, first - 4), min(end, last + 8))


def _text(blocks: list[Block], article: Element | None, title: str, read_at: datetime) -> str:
    """The article's paragraphs, a line each, without links, asides and what follows its end."""
    lines: list[str] = []
    for block in blocks:
        if (
            article is None
            or not stands_in(block.element, article)
            or block.linked > 0.6
            or _is_inner_aside(block, article)
        ):
            continue
        if lines and _ANSWER.search(block.text) and len(block.text) < _SHORT_ANSWER:
            break
        if lines and _ENDING.search(block.text) and len(block.text) < 60:
            continue
        if len(lines) <= _MOST_ABOVE and _is_title(block, title):
            lines.clear()
            continue
        if not lines and _is_information(block, read_at):
            continue
        lines.append(block.text)
    return clean("\n".join(lines))


def _is_title(block: Block, title: str) -> bool:
    """The title, or a line that calls it so: 信件标题：…"""
    words, wanted = bare(block.text), bare(title)
    return bool(wanted) and words.endswith(wanted) and len(words) - len(wanted) <= _LONGEST_LABEL


def _is_information(block: Block, read_at: datetime) -> bool:
    """A line under a title that says when and whence, or label after label, not prose that begins with a date."""
    if not _SENTENCE.search(block.text) and len(block.text) < 160:
        labels = len(_LABEL.findall(block.text))
        if labels >= _MANY_LABELS or (labels and len(block.text) < _SHORT_LINE):
            return True
        if len(block.text) < _INFORMATION and moments_in(block.text, read_at):
            return True
    return block.weight < _LEAST_PROSE and (bool(moments_in(block.text, read_at)) or "来源" in block.text)


def _is_inner_aside(block: Block, article: Element) -> bool:
    """An aside inside the article, not one that the article as a whole stands in."""
    return is_aside(block.element) and not is_aside(article)


def _counts(blocks: list[Block], read_at: datetime) -> Counts:
    """Counter lines outside the prose. A nought in a page is what its script has not filled in."""
    counts = Counts()
    for block in blocks:
        if len(block.text) < 120 and block.weight < 60:
            told = counts_in(block.spaced, read_at)
            counts = counts.or_else(Counts(*map(_unless_nought, (told.reads, told.forwards, told.replies))))
    return counts


def _unless_nought(figure: Figure) -> Figure:
    return UNKNOWN if figure.value == 0 else figure
