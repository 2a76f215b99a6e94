"""Page layouts of the kinds met in Chinese sites, with sentences of our own: each read whole by the same rules."""

from datetime import datetime

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, Figure, number
from yuqing_desktop.intake.pages import read_page

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
TITLE = "幸福路路灯两周不亮居民盼修复"
PROSE = [
    "近日，多位居民反映幸福路一带路灯夜间不亮，出行很不方便，希望有关部门尽快处理。",
    "记者走访时看到，约有三分之一的路灯处于熄灭状态，居民说，这样的情况已经持续了两周。",
    "对此，市政部门表示，已安排人员检修，预计三日内恢复照明，后续将加强巡查。",
]
TEXT = "".join(f"<p>　　{line}</p>" for line in PROSE)
BROKEN = "<br><br>".join(f"　　{line}" for line in PROSE)
NAV = "<div class=header><ul class=nav><li><a href=1>首页</a><li><a href=2>时政</a></ul></div>"
OTHERS = "".join(
    f"<li><a href={n}>某地发布重要通知，请市民注意查收第{n}条</a> 2023-11-1{n} 08:00" for n in range(8)
)
FOOT = f"<div class=hotnews><ul>{OTHERS}</ul></div><div class=foot>版权所有 ICP备01号 2023年11月20日</div>"

# name: (head, body, source, reads)
KINDS: dict[str, tuple[str, str, str, Figure]] = {
    "time and source in one line under the title": (
        f"<title>{TITLE}--社会--人民网</title>",
        f"<div class=txt><h1>{TITLE}</h1><div class=col-1-1>2023年11月17日15:13 | 来源：<a href=x>人民网</a> <span>小字号</span>"
        f"</div><div class=con>{TEXT}<div class=edit>(责编：王小二)</div></div></div>",
        "人民网",
        UNKNOWN,
    ),
    "source marked by its class only": (
        f'<title>{TITLE}_新浪新闻</title><meta property="article:published_time" content="2023-11-17T15:13:22+08:00">',
        f"<h1>{TITLE}</h1><div class=date-source><span class=date>2023年11月17日 15:13</span> "
        f"<a class=source href=x>新京报</a></div><div class=article>{TEXT}</div>",
        "新京报",
        UNKNOWN,
    ),
    "other words behind the source": (
        f"<title>{TITLE}|路灯|市政_网易订阅</title>",
        f"<div class=main><h1>{TITLE}</h1><div class=post_info>2023-11-17 15:13:22　来源: <a href=x>澎湃新闻</a> 北京 <a>举报</a>"
        f"</div><div class=post_body>{TEXT}</div></div>",
        "澎湃新闻",
        UNKNOWN,
    ),
    "time in a script only": (
        f"<title>{TITLE}_腾讯新闻</title>",
        f'<h1>{TITLE}</h1><div class=content>{TEXT}</div><script>window.DATA = {{"pubtime":"2023-11-17 15:13:22"}};</script>',
        "",
        UNKNOWN,
    ),
    "an office's metadata, a date alone on the page": (
        f"<title>{TITLE}_公告_某市人民政府</title><meta name=ArticleTitle content={TITLE}>"
        '<meta name=PubDate content="2023-11-17 15:13"><meta name=ContentSource content=市城管局>',
        f"<div class=xl_tit>{TITLE}</div><div class=xl_info><span>发布日期：2023-11-17</span><span>来源：市城管局</span>"
        f"<span>浏览次数：</span><span id=hits>1234</span></div><div id=zoom>{TEXT}</div>",
        "市城管局",
        number(1234),
    ),
    "tables, and a window title that names the site": (
        "<title>某市人民政府网站</title>",
        f"<table><tr><td class=bt>{TITLE}<tr><td>来源：市城管局　时间：2023-11-17 15:13:00　点击：[326]　[打印]"
        f"<tr><td><font>{BROKEN}</font></table>",
        "市城管局",
        number(326),
    ),
    "structured data beside a relative time": (
        f"<title>{TITLE}-光明网</title>",
        f"<article><h1>{TITLE}</h1><time datetime=2023-11-17T15:13:00+08:00>3天前</time>{TEXT}</article>",
        "",
        UNKNOWN,
    ),
    "time behind the text": (
        f"<title>{TITLE} - 知乎</title>",
        f"<h1>{TITLE}</h1><div class=RichText>{TEXT}</div><div class=item-time>发布于 2023-11-17 15:13・IP 属地北京</div>",
        "",
        UNKNOWN,
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_this_kind(kind: str, encoding: str) -> None:
    head, body, source, reads = KINDS[kind]
    html = f"<html><head>{head}</head><body>{NAV}{body}{FOOT}</body></html>"
    read = read_page(html.encode(encoding), read_at=NOW)
    assert read.title == TITLE
    assert read.published_at is not None
    assert read.published_at.replace(second=0) == datetime(2023, 11, 17, 15, 13, tzinfo=SHANGHAI)
    assert (read.source, read.reads) == (source, reads)
    assert [line for line in read.text.split("\n") if line] == PROSE


def test_a_thread_of_tables_gives_its_first_post() -> None:
    posts = "".join(
        f"<div id=post_{n}><table><tr><td class=pls>网友{n}<td class=plc><em>发表于 2023-11-1{7 + n} 15:13</em>"
        f"<div class=t_f>{line * (n + 1)}</div></table></div>"
        for n, line in enumerate(PROSE)
    )
    head = f"<table><tr><td class=pls>查看: 1234 | 回复: 56<td><h1>{TITLE}</h1></table>"
    html = f"<title>{TITLE} - 市民论坛</title><body>{NAV}<div id=postlist>{head}{posts}</div>{FOOT}"
    read = read_page(html.encode(), read_at=NOW)
    assert (read.title, read.reads, read.replies) == (TITLE, number(1234), number(56))
    assert read.published_at == datetime(2023, 11, 17, 15, 13, tzinfo=SHANGHAI)
    assert PROSE[0] in read.text
    assert PROSE[2] not in read.text
