"""Habits of sites beyond the layout of an article: data for scripts, saved posts, threads, letters with their answer."""

import json
from datetime import datetime
from urllib.parse import quote

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import number
from yuqing_desktop.intake.page_times import LINK_DAY
from yuqing_desktop.intake.pages import Page, read_page

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)
PUBLISHED = datetime(2026, 11, 20, 15, 35, tzinfo=SHANGHAI)
TITLE = "河滨小区晚间停水何时恢复"
PROSE = "河滨小区自本月起晚间经常停水，居民多次反映，物业表示正在等待管网改造，希望尽快给出说法。"
ANSWER = "您好，您反映的问题已经收悉，现答复如下：施工单位正在抢修，预计月底前恢复正常供水，感谢支持。"
DATA = {
    "title": TITLE,
    "publish_time": int(PUBLISHED.timestamp()),
    "source_name": "河滨发布",
    "content": f"<p>{PROSE}</p>",
    "read_count": "1.2万",
    "draft": None,
}


def read(body: str, head: str = "", *, link: str = "") -> Page:
    page = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), read_at=NOW, link=link)


DRAWN_BY_SCRIPT = {
    "a value that is undefined": f"<script>window.__INITIAL_STATE__={json.dumps(DATA)}</script>".replace(
        "null", "undefined"
    ),
    "a text that is parsed": f"<script>window.pageState = JSON.parse({json.dumps(json.dumps(DATA))});</script>",
    "a text that is percent-encoded": f'<script id=RENDER_DATA type="application/json">{quote(json.dumps(DATA))}</script>',
    "a later assignment": f'<script>var config = {{"a": 1}}; var detail = {json.dumps({"data": DATA})};</script>',
}


@pytest.mark.parametrize("script", DRAWN_BY_SCRIPT.values(), ids=DRAWN_BY_SCRIPT)
def test_an_article_drawn_by_a_script_is_read_from_its_data(script: str) -> None:
    page = read(f"<div id=app></div>{script}")
    assert (page.title, page.published_at, page.source) == (TITLE, PUBLISHED, "河滨发布")
    assert (page.text, page.reads) == (PROSE, number(12_000))


def test_an_article_told_to_search_engines_only_has_its_text_too() -> None:
    told = {"@graph": [{"headline": TITLE, "datePublished": PUBLISHED.isoformat(), "articleBody": PROSE}]}
    page = read("<div id=root></div>", f"<script type=application/ld+json>{json.dumps(told)}</script>")
    assert (page.title, page.published_at, page.text) == (TITLE, PUBLISHED, PROSE)


def test_a_saved_weibo_post_is_told_from_its_comments() -> None:
    page = read(
        "<article><header><a class=head_name_1aB>河滨住户</a><div class=head-info_info_2>"
        "<a class=head-info_time_3 title='2026-11-20 15:35'>11-20 15:35</a><span class=head-info_source_4>来自 手机</span>"
        f"</div></header><div class=detail_wbtext_5>{PROSE}</div><footer><span class=toolbar_num_6>26</span>"
        "<span class=toolbar_num_6>108</span><span class=woo-like-count>3</span></footer></article>"
        "<div>路人：我们这边也是一样的，希望尽快解决。<div class=info>11-20 16:00 来自 某地</div></div>",
        "<title>微博正文 - 微博</title>",
    )
    assert (page.title, page.published_at) == (PROSE.rstrip("。"), PUBLISHED)
    assert (page.author, page.source, page.text) == ("河滨住户", "", PROSE)
    assert (page.forwards, page.replies) == (number(26), number(108))


def test_a_threads_first_post_has_its_author_and_time() -> None:
    posts = "".join(
        f"<div class=post id=post_{n}><div class=authi><a class=xw1>{who}</a></div><div class=authi>发表于 {when}</div>"
        f"<div class=t_f>{text}</div></div>"
        for n, who, when, text in (
            (1, "住户88", "2026-11-20 15:35", PROSE),
            (2, "路过", "2026-11-20 16:02", PROSE * 2),
        )
    )
    page = read(f"<h1>{TITLE}</h1>{posts}", f"<title>{TITLE} - 河滨论坛</title>")
    assert (page.author, page.published_at, page.text) == ("住户88", PUBLISHED, PROSE)


def test_a_letters_answer_is_not_its_text() -> None:
    page = read(
        f"<div class=content><h2>{TITLE}</h2><h3>网友：t** 2026-11-20 15:35 城建</h3><p>{PROSE}</p>"
        f"<h3>回复单位：某区委办公室 2026-11-23 10:20</h3><p>{ANSWER}</p></div>",
        f"<title>{TITLE}-领导留言板</title>",
    )
    assert (page.text, page.author, page.published_at) == (PROSE, "t**", PUBLISHED)


def test_a_day_told_by_the_link_alone_is_taken_and_said_to_be() -> None:
    body = f"<h1>{TITLE}</h1><div>来源：河滨日报</div><p>{PROSE}</p>"
    for path in ("2026/1120/c1-4567890.html", "202611/t20261120_4567.html", "2026-11-20/12345.shtml"):
        page = read(body, link=f"https://www.example.cn/{path}")
        assert (page.published_at, page.remark) == (datetime(2026, 11, 20, tzinfo=SHANGHAI), LINK_DAY)
    assert read(body, link="https://www.example.cn/c/20261301.html").published_at is None


def test_a_linked_time_is_no_other_articles_line() -> None:
    page = read(f"<h1>{TITLE}</h1><div><p>{PROSE}</p></div><div><a href=1>发布于 2026-11-20 15:35</a></div>")
    assert page.published_at == PUBLISHED


def test_figures_that_touch_in_the_page_are_told_apart() -> None:
    meta = "<div class=meta><span>由 <a rel=author class=fn>李四</a></span><span>阅读 3,456</span><span>12条评论</span></div>"
    page = read(f"<h1>{TITLE}</h1>{meta}<p>{PROSE}</p>", "<meta property=og:site_name content=河滨观察>")
    assert (page.reads, page.replies, page.author, page.source) == (
        number(3456),
        number(12),
        "李四",
        "河滨观察",
    )


def test_a_wechat_articles_author_is_never_the_account_again() -> None:
    body = f"<h1 id=activity-name>{TITLE}</h1><a id=js_name>河滨发布</a><div id=js_content class=rich_media><p>{PROSE}</p></div>"
    script = f"<script>var ct = '{int(PUBLISHED.timestamp())}';</script>"
    page = read(body + script, "<meta property=og:article:author content=办公室>")
    assert (page.source, page.author, page.published_at) == ("河滨发布", "办公室", PUBLISHED)
    assert read(body + script).author == ""
