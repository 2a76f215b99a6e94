"""Pages of the kinds an office meets, written for these tests, and the real ones where they are."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, at_least, number
from yuqing_desktop.domain.text import bare
from yuqing_desktop.intake.pages import Page, read_page
from yuqing_desktop.problems import BadFile

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
PROSE = [
    "近日，多位居民反映幸福路一带路灯夜间不亮，出行很不方便，希望有关部门尽快处理。",
    "记者走访时看到，约有三分之一的路灯处于熄灭状态，居民说，这样的情况已经持续了两周。",
    "对此，市政部门表示，已安排人员检修，预计三日内恢复照明，后续将加强巡查。",
]


def page(body: str, head: str = "", **how: str) -> Page:
    html = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_page(html.encode(), read_at=NOW, **how)


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>　　{text}</{tag}>" for text in PROSE)


def test_an_office_site() -> None:
    read = page(
        "<div class=nav><a href=/>首页</a> <a href=/x>政务公开</a></div>"
        "<h1>幸福路路灯检修情况的通报</h1>"
        "<div class=info>发布时间：2026-11-20 09:35　来源：市城管局　浏览次数：1,234　字号：[大 中 小]</div>"
        f"<div class=TRS_Editor>{paragraphs()}</div>"
        "<div class=related><li><a href=/1>关于水价的通知公告今日发布请查收</a> 2026-11-23 10:00</li></div>",
        "<title>幸福路路灯检修情况的通报_市人民政府门户网站</title>",
        link="https://www.example.gov.cn/a/1.html?from=timeline",
    )
    assert read.title == "幸福路路灯检修情况的通报"
    assert read.published_at == datetime(2026, 11, 20, 9, 35, tzinfo=SHANGHAI)
    assert read.source == "市城管局"
    assert read.reads == number(1234)
    assert read.text == "\n".join(PROSE)
    assert (read.link, read.platform) == ("https://www.example.gov.cn/a/1.html", "政府网站")


def test_a_wechat_article() -> None:
    read = page(
        '<div class="rich_media"><h1 id="activity-name"> 路灯为什么不亮 </h1>'
        '<span id="js_author_name">小城</span>'
        '<a id="js_name"> 小城生活 </a><div id="js_content" style="visibility:hidden">'
        f"<section>{paragraphs('section')}</section></div></div>"
        '<script>var ct = "1763600100"; var nickname = htmlDecode("小城生活");</script>',
        '<meta property="og:title" content="路灯为什么不亮">',
    )
    assert (read.title, read.source, read.author) == ("路灯为什么不亮", "小城生活", "小城")
    assert read.published_at == datetime(2025, 11, 20, 8, 55, tzinfo=SHANGHAI)
    assert read.text == "\n".join(PROSE)
    assert read.reads == UNKNOWN


def test_a_weibo_post() -> None:
    post = {
        "status": {
            "created_at": "Thu Jul 21 21:46:04 +0800 2022",
            "text": "路灯不亮<br />三天了<a href='x'>#热线#</a>",
            "reposts_count": 12,
            "comments_count": "10万+",
            "user": {"screen_name": "夜行人"},
        }
    }
    read = page(f"<script>var $render_data = [{json.dumps(post)}][0] || {{}};</script>")
    assert (read.title, read.author, read.text) == ("路灯不亮", "夜行人", "路灯不亮\n三天了#热线#")
    assert read.published_at == datetime(2022, 7, 21, 21, 46, 4, tzinfo=SHANGHAI)
    assert (read.forwards, read.replies, read.reads) == (number(12), at_least(100_000), UNKNOWN)


def test_a_thread_gives_its_first_post() -> None:
    posts = "".join(
        f"<div class=post><div class=author>网友{n}</div><div class=date>2026-11-2{n} 10:0{n}</div>"
        f"<div class=body>{text * 2}</div></div>"
        for n, text in enumerate(PROSE)
    )
    read = page(f"<h1>幸福路路灯什么时候修好</h1>{posts}", "<title>幸福路路灯什么时候修好 - 城市论坛</title>")
    assert read.title == "幸福路路灯什么时候修好"
    assert read.published_at == datetime(2026, 11, 20, 10, 0, tzinfo=SHANGHAI)
    assert bare(PROSE[0]) in bare(read.text)


def test_structured_data_and_a_local_time_called_utc() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "路灯修好了没有",
        "datePublished": "2026-11-20T09:35:00Z",
        "publisher": {"name": "城报"},
    }
    head = f'<title>路灯修好了没有</title><script type="application/ld+json">{json.dumps(data)}</script>'
    alone = page(paragraphs(), head)
    assert (alone.published_at, alone.source) == (datetime(2026, 11, 20, 17, 35, tzinfo=SHANGHAI), "城报")
    shown = page(f"<h1>路灯修好了没有</h1><p class=time>2026-11-20 09:35</p>{paragraphs()}", head)
    assert shown.published_at == datetime(2026, 11, 20, 9, 35, tzinfo=SHANGHAI)


def test_a_relative_time_counts_from_the_reading() -> None:
    read = page(
        f"<h1>路灯修好了没有</h1><span class=time>3小时前</span>{paragraphs()}",
        "<title>路灯修好了没有</title>",
    )
    assert read.published_at == NOW - timedelta(hours=3)


def test_a_date_alone_says_so_and_nothing_told_is_nothing() -> None:
    dated = page(
        f"<h1>路灯修好了没有</h1><p>2026年11月20日</p>{paragraphs()}", "<title>路灯修好了没有</title>"
    )
    assert (dated.published_at, bool(dated.remark)) == (datetime(2026, 11, 20, tzinfo=SHANGHAI), True)
    bare_page = page(paragraphs(), "<title>路灯修好了没有</title>")
    assert (bare_page.published_at, bare_page.source, bare_page.author, bare_page.replies) == (
        None,
        "",
        "",
        UNKNOWN,
    )


def test_the_editor_in_charge_is_not_the_author_and_a_nought_is_not_a_count() -> None:
    read = page(
        f"<h1>路灯修好了没有</h1>{paragraphs()}<p>责任编辑：王小二</p><div>评论 0</div>",
        "<title>路灯修好了没有</title><meta name=author content=王小二>",
    )
    assert (read.author, read.replies) == ("", UNKNOWN)
    assert "王小二" not in read.text


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        ("gb18030", "<meta charset=gb2312>", ""),
        ("gb18030", "", "text/html; charset=GBK"),
        ("gb18030", "", ""),
        ("gb18030", "<meta charset=utf-8>", ""),
        ("utf-8", "<meta charset=gb2312>", "text/html; charset=utf-8"),
        ("utf-8-sig", "", "text/html; charset=ISO-8859-1"),
        ("utf-16", "", ""),
        ("big5", "<meta charset=big5>", ""),
    ],
)
def test_pages_in_any_encoding(encoding: str, declared: str, content_type: str) -> None:
    text = "路燈在那裡，" * 20
    html = f"<html><head>{declared}<title>路燈在那裡</title></head><body><p>{text}</p></body></html>"
    assert read_page(html.encode(encoding), read_at=NOW, content_type=content_type).title == "路燈在那裡"


@pytest.mark.parametrize("data", [b"", b"   ", b"%PDF-1.4", b"\x00" * 50, b"plain words"])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read_page(data, read_at=NOW)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p>",
                "<a>",
                "</a>",
                "<table><td>",
                "2026-1-1 10:00",
                "来源：",
                "评论 3",
                "<br>",
                "&#0;",
                "<!--",
                "路灯。",
            ]
        )
    )
)
def test_no_markup_is_a_bug(pieces: list[str]) -> None:
    read_page(("<p>" + "".join(pieces)).encode(), read_at=NOW)


def test_the_real_pages_are_all_right(shared: Path) -> None:
    for expected in json.loads((shared / "03_pages" / "expected.json").read_text(encoding="utf-8")):
        read = read_page((shared / "03_pages" / Path(expected["file"]).name).read_bytes(), read_at=NOW)
        times = [expected["publish_time"], *expected["other_times_accepted"]]
        assert read.title == expected["title"]
        assert read.published_at is not None
        assert any(read.published_at.strftime("%Y-%m-%d %H:%M:%S").startswith(moment) for moment in times)
        assert expected["source"] in (read.source, None)
        assert all(bare(part) in bare(read.text) for part in expected["body_contains"])
        assert not any(bare(part) in bare(read.text) for part in expected["body_excludes"])
