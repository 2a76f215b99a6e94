"""What a few platforms put into their pages' scripts, where nothing can be seen: WeChat and Weibo."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime

from yuqing_desktop.domain.figures import UNKNOWN, read_figure
from yuqing_desktop.domain.moments import read_moment
from yuqing_desktop.domain.text import clean, excerpt, one_line
from yuqing_desktop.intake.page_blocks import Element
from yuqing_desktop.intake.readings import Counts

_WECHAT_TIME = re.compile(r"(?:\bct|create_time|ori_create_time|svr_time_x)\s*[=:]\s*[\"']?(\d{10})\b")
_WECHAT_NAME = re.compile(r"(?:\bnickname|nick_name)\s*[=:]\s*(?:htmlDecode\()?[\"']([^\"']{1,60})[\"']")
_WEIBO_DATA = re.compile(r"\$render_data\s*=\s*(\[.*?\])\s*\[0\]\s*\|\|", re.DOTALL)
_TAGS = re.compile(r"<br\s*/?>|</p>", re.IGNORECASE), re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class HostFacts:
    """What a platform's own script tells; empty where it tells nothing."""

    title: str = ""
    published_at: datetime | None = None
    source: str = ""
    author: str = ""
    text: str = ""
    counts: Counts = field(default_factory=Counts)


def host_facts(page: str, root: Element, read_at: datetime) -> HostFacts:
    """The facts of a WeChat article or a Weibo post, told by the page's content, not by its address."""
    if "js_content" in page and ("rich_media" in page or "msg_title" in page):
        return _wechat(page, root, read_at)
    if "$render_data" in page:
        return _weibo(page, read_at)
    if "detail_wbtext" in page and "head-info_time" in page:
        return _saved_weibo(root, read_at)
    return HostFacts()


def _wechat(page: str, root: Element, read_at: datetime) -> HostFacts:
    """The publish time is epoch seconds in a script; the account is named by id, not after 来源."""
    stamp = _WECHAT_TIME.search(page)
    moment = read_moment(int(stamp[1]), read_at).value if stamp else None
    named = _WECHAT_NAME.search(page)
    source = _by_id(root, "js_name") or (one_line(named[1]) if named else "")
    author = _by_id(root, "js_author_name") or _stated(root, "og:article:author")
    body = next(iter(root.xpath("//*[@id='js_content']")), None)
    title = _by_id(root, "activity-name") or _stated(root, "og:title")
    text = clean(_lines(body)) if body is not None else ""
    return HostFacts(title=one_line(title), published_at=moment, source=source, author=author, text=text)


def _lines(body: Element) -> str:
    from yuqing_desktop.intake.page_blocks import blocks_of

    return "\n".join(block.text for block in blocks_of(body))


def _by_id(root: Element, name: str) -> str:
    found = root.xpath("//*[@id=$name]", name=name)
    return one_line(found[0].text_content()) if found else ""


def _stated(root: Element, name: str) -> str:
    return one_line(next(iter(root.xpath("//meta[@property=$name]/@content", name=name)), ""))


def _saved_weibo(root: Element, read_at: datetime) -> HostFacts:
    """A post as the desktop page draws it, its classes known by how they begin; 转发, 评论, 赞 in this order."""
    text = _drawn(root, "detail_wbtext")
    moment = next(iter(root.xpath("//a[contains(@class, 'head-info_time')]")), None)
    shown = "" if moment is None else moment.get("title") or one_line(moment.text_content())
    figures = root.xpath("(//article//footer)[1]//*[contains(@class, 'toolbar_num')]")
    forwards, replies = ([read_figure(_shown(one)).value for one in figures] + [None, None])[:2]
    return HostFacts(
        title=excerpt(text),
        published_at=read_moment(shown, read_at).value,
        author=_drawn(root, "head_name"),
        text=text,
        counts=Counts(UNKNOWN, forwards or UNKNOWN, replies or UNKNOWN),
    )


def _drawn(root: Element, beginning: str) -> str:
    found = root.xpath("//*[contains(@class, $beginning)]", beginning=beginning)
    return clean(_lines(found[0])) if found else ""


def _shown(element: Element) -> str:
    return one_line(element.text_content())


def _weibo(page: str, read_at: datetime) -> HostFacts:
    """The mobile page carries the post as JSON: the time with its zone, the counts as numbers or 10万+."""
    match = _WEIBO_DATA.search(page)
    try:
        loaded = json.loads(match[1]) if match else []
    except (ValueError, RecursionError):
        return HostFacts()
    post = loaded[0].get("status") if loaded and isinstance(loaded[0], dict) else None
    if not isinstance(post, dict):
        return HostFacts()
    user = post.get("user")
    author = one_line(str(user.get("screen_name", ""))) if isinstance(user, dict) else ""
    text = clean(_TAGS[1].sub("", _TAGS[0].sub("\n", str(post.get("text", "")))))
    figures = {
        name: read_figure(post[key]).value
        for name, key in (
            ("reads", "reads_count"),
            ("forwards", "reposts_count"),
            ("replies", "comments_count"),
        )
        if key in post
    }
    return HostFacts(
        title=one_line(str(post.get("status_title") or "")) or excerpt(text),
        published_at=read_moment(post.get("created_at"), read_at).value,
        author=author,
        text=text,
        counts=Counts(**{name: figure for name, figure in figures.items() if figure is not None}),
    )
