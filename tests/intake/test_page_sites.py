"""Pages of other kinds of Chinese sites, invented with words of our own: threads, letter-boxes, data for scripts."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, Figure, number
from yuqing_desktop.intake.pages import read_page

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
TITLE = "滨河小区南门早高峰堵车能不能改信号灯"
FIRST = "每天早上七点半到八点半，滨河小区南门到中学路口这一段几乎走不动，公交车也进不了站。"
SECOND = "我数过，一个绿灯只能过六七辆车，右转车道还经常被等红灯的直行车占住，后面的车只能干等。"
THIRD = "希望交警部门实地看一看，把早高峰的绿灯时间延长几秒，或者增加一条可变车道，谢谢！"
ANSWER = "您好！您反映的问题已收悉，我支队已安排民警到现场勘查，并会同信号灯维护单位调整配时方案。"
OTHER = "同感，我每天都要在那里等四个红灯，孩子上学总是迟到，老师都认识我了，真是没有办法。"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
BROKEN = f"{FIRST}<br>{SECOND}<br>{THIRD}"
WHOLE = f"{FIRST}\n{SECOND}\n{THIRD}"
MINUTE = datetime(2026, 11, 22, 7, 58, tzinfo=SHANGHAI)


@dataclass(frozen=True)
class Told:
    """A page and what a person reads on it."""

    html: str
    published_at: datetime
    text: str = WHOLE
    source: str = ""
    author: str = ""
    counts: tuple[Figure, Figure, Figure] = (UNKNOWN, UNKNOWN, UNKNOWN)


SITES = {
    "a thread with floors": Told(
        f"""<title>{TITLE}_滨河吧_某贴吧</title><div class=nav><a href=1>首页</a><a href=2>贴吧</a></div>
        <h3 class=core_title_txt>{TITLE}</h3><ul><li><span>86</span>回复贴，共<span>3</span>页</li></ul>
        <div class=p_postlist><div class=l_post><div class=d_author><a class=p_author_name>河边走走</a></div>
        <div class=d_post_content>{BROKEN}</div><div class=tail><span>IP属地:浙江</span><span>1楼</span>
        <span>2026-11-22 07:58</span></div></div><div class=l_post><div class=d_author>
        <a class=p_author_name>路人乙</a></div><div class=d_post_content>{OTHER}</div>
        <div class=tail><span>2楼</span><span>2026-11-22 08:20</span></div></div></div>""",
        MINUTE,
        author="河边走走",
        counts=(UNKNOWN, UNKNOWN, number(86)),
    ),
    "a message to the mayor with its answer": Told(
        f"""<title>{TITLE} - 留言板 - 某某网</title><div class=head>某某网留言板 <a>登录</a></div><div class=detail>
        <h1>{TITLE}</h1><div class=info><span>留言ID：17654321</span><span>留言对象：市长</span><span>类型：建议</span>
        <span>状态：<b>已办理</b></span><span>留言时间：2026-11-22 07:58</span></div><div class=user>网友：河边走走</div>
        <div class=content>{BODY}</div><div class=reply><h3>官方回复</h3><div class=info><span>回复单位：交警支队</span>
        <span>回复时间：2026-11-23 16:02</span></div><p>{ANSWER}</p></div></div>""",
        MINUTE,
        author="河边走走",
    ),
    "a letter in a form": Told(
        f"""<title>局长信箱-某市公安局</title><table><tr><td><a>首页</a> &gt; 局长信箱 &gt; 信件查看</table>
        <table border=1><tr><td>信件标题</td><td colspan=3>{TITLE}</td></tr><tr><td>信件编号</td><td>2026112000123</td>
        <td>来信时间</td><td>2026-11-22 07:58:00</td></tr><tr><td>来信人</td><td>王**</td><td>信件类型</td><td>意见建议</td>
        </tr><tr><td>信件内容</td><td colspan=3>{BROKEN}</td></tr><tr><td>答复时间</td><td>2026-11-23 16:02:00</td>
        <td>答复单位</td><td>交警支队</td></tr><tr><td>答复内容</td><td colspan=3>{ANSWER}</td></tr></table>""",
        MINUTE,
        author="王**",
    ),
    "an old forum of tables": Told(
        f"""<title>{TITLE} - 城市论坛 - 百姓茶坊</title><table><tr><td>您是本帖的第 2345 个阅读者</td></tr><tr><td>* 贴子主题：{TITLE}
        </td></tr></table><table border=1><tr><td width=175><b>老茶客</b><br>等级：论坛游侠<br>文章：1280<br>注册：2008-3-12</td>
        <td><b>{TITLE}</b><hr><font size=3>{BROKEN}</font></td></tr><tr><td>楼主</td><td>2026-11-22 7:58:00</td></tr></table>
        <table border=1><tr><td><b>小李</b><br>文章：12</td><td>{OTHER}</td></tr><tr><td>第2楼</td>
        <td>2026-11-22 8:30:12</td></tr></table>""",
        MINUTE,
        counts=(number(2345), UNKNOWN, UNKNOWN),
    ),
    "a relative time beside a list of other times": Told(
        f"""<title>{TITLE} - 本地头条</title><header>本地头条 <a>推荐</a> <a>热点</a></header><main><h1>{TITLE}</h1>
        <div class=article-meta><span>滨河生活圈</span><span> · </span><span>3小时前</span><span> · 来自浙江</span></div>
        <article>{BODY}</article><div class=action><span>赞 128</span><span>评论 56</span><span>转发 12</span>
        <span>阅读 1.2万</span></div></main><aside><ul><li>某地大桥通车 2天前</li><li>注意保暖 5分钟前</li></ul></aside>""",
        datetime(2026, 11, 24, 7, 30, tzinfo=SHANGHAI),
        counts=(number(12_000), number(12), number(56)),
    ),
    "data for a script to draw": Told(
        f"""<title>{TITLE}</title><div id=__next><div class=loading></div></div><script id=__NEXT_DATA__ type="application/json">
        {{"props":{{"detail":{{"id":991,"title":"{TITLE}","content":"{BODY}","publishTime":"2026-11-22 07:58:11",
        "source":"滨河发布","author":{{"name":"小王"}},"readCount":12345,"commentCount":56,"share_count":7}},
        "related":[{{"title":"另一篇","content":"短"}}]}}}}</script>""",
        MINUTE,
        source="滨河发布",
        author="小王",
        counts=(number(12_345), number(7), number(56)),
    ),
    "data a script is handed": Told(
        f"""<title>某某资讯</title><div id=app></div><script>window.__INITIAL_STATE__={{"article":{{"title":"{TITLE}",
        "articleContent":"{BODY}","pub_time":"2026-11-22 07:58","mediaName":"城市晚报"}}}};(function(){{}})();</script>""",
        MINUTE,
        source="城市晚报",
    ),
    "a video with its description": Told(
        f"""<title>{TITLE}_某某视频</title><h1 class=video-title>{TITLE}</h1><div class=video-info><span>12.3万 播放</span>
        <span>456 弹幕</span><span class=pubdate-text>2026-11-22 07:58:11</span></div><div class=up><a class=up-name>滨河老王</a>
        </div><div class=desc><span>{FIRST}{SECOND}{THIRD}</span></div><div><span>点赞 3200</span><span>转发 88</span></div>
        <div>评论 321</div>""",
        MINUTE,
        text=f"{FIRST}{SECOND}{THIRD}",
        author="滨河老王",
        counts=(number(123_000), number(88), number(321)),
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("site", SITES)
def test_a_page_of_this_site(site: str, encoding: str) -> None:
    told = SITES[site]
    html = f'<html><head><meta charset="{encoding}"></head><body>{told.html}</body></html>'
    read = read_page(html.encode(encoding), read_at=NOW)
    assert read.title == TITLE
    assert read.published_at is not None
    assert read.published_at.replace(second=0) == told.published_at
    assert read.text == told.text
    assert (read.source, read.author) == (told.source, told.author)
    assert (read.reads, read.forwards, read.replies) == told.counts


def test_a_greeting_is_no_information_line() -> None:
    page = f"<h1>{TITLE}</h1><div class=content><p>尊敬的各位领导：</p>{BODY}</div>"
    assert read_page(page.encode(), read_at=NOW).text == f"尊敬的各位领导：\n{WHOLE}"


def test_broken_data_is_nothing() -> None:
    page = f'<title>{TITLE}</title><script type="application/json">{{"title": "x", "content":</script><p>短'
    assert read_page(page.encode(), read_at=NOW).title == TITLE
