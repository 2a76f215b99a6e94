"""Pages of platforms and offices as they are built, with words of our own: each read whole by the same rules."""

import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, Figure, number
from yuqing_desktop.intake.pages import read_page

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
TITLE = "滨河小区南门早高峰堵车能不能改信号灯"
FIRST = "每天早上七点半到八点半，滨河小区南门到中学路口这一段几乎走不动，公交车也进不了站。"
SECOND = "我数过，一个绿灯只能过六七辆车，右转车道还经常被等红灯的直行车占住，后面的车只能干等。"
ANSWER = "您好！您反映的问题已收悉，我支队已安排民警到现场勘查，并会同信号灯维护单位调整配时方案。"
OTHER = "同感，我每天都要在那里等四个红灯，孩子上学总是迟到，老师都认识我了，真是没有办法。"
BODY, BROKEN, WHOLE = f"<p>{FIRST}</p><p>{SECOND}</p>", f"{FIRST}<br>{SECOND}", f"{FIRST}\n{SECOND}"
ENGLISH = "Morning traffic at the south gate of Binhe community has been slow for weeks, residents said. Buses are late."
MINUTE = datetime(2026, 11, 22, 7, 58, tzinfo=SHANGHAI)
EPOCH = int(MINUTE.timestamp()) + 11
NAV = "<div class=header><ul class=nav><li><a href=1>首页</a><li><a href=2>登录</a></ul></div>"

NOTE = {
    "title": TITLE, "desc": WHOLE, "time": EPOCH * 1000, "user": {"nickname": "河边走走"},
    "interactInfo": {"likedCount": "1.2万", "commentCount": "56", "shareCount": "7"},
}  # fmt: skip
VIDEO = {
    "title": TITLE, "desc": WHOLE, "pubdate": EPOCH, "ctime": EPOCH + 500, "owner": {"name": "河边走走"},
    "stat": {"view": 123456, "danmaku": 78, "reply": 56, "share": 7},
}  # fmt: skip
CLIP = {
    "desc": TITLE, "createTime": EPOCH, "authorInfo": {"nickname": "河边走走"},
    "stats": {"diggCount": 88, "commentCount": 56, "shareCount": 7, "playCount": 0},
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A page and what a person reads on it."""

    html: str
    head: str = f"<title>{TITLE}</title>"
    title: str = TITLE
    text: str = WHOLE
    source: str = ""
    author: str = ""
    counts: tuple[Figure, Figure, Figure] = (UNKNOWN, UNKNOWN, UNKNOWN)


PAGES = {
    "a letter told line by line": Told(
        f"<div class=xq><h2>市长信箱</h2><ul><li><label>信件标题：</label><span>{TITLE}</span><li><label>写信人：</label>王**"
        "<li><label>写信时间：</label>2026-11-22 07:58:11<li><label>点击数：</label>326</ul>"
        f"<div class=nr>{BODY}</div><div class=hf><h3>回复内容</h3><p>回复时间：2026-11-23 16:02</p><p>{ANSWER}</p></div></div>",
        "<title>信件详情_市长信箱</title>",
        author="王**",
        counts=(number(326), UNKNOWN, UNKNOWN),
    ),
    "a thread with its kind before the title": Told(
        "<div id=postlist><table><tr><td><span>查看:</span> <span>1234</span> | <span>回复:</span> <span>56</span></td><td>"
        f"<h1><a>[建议]</a> <span id=thread_subject>{TITLE}</span></h1></td></tr></table><div id=post_101><table><tr>"
        "<td><div class=authi><a class=xw1>河边走走</a></div></td><td><div class=authi>发表于 <span>2026-11-22 07:58</span>"
        f"</div><table><tr><td class=t_f>{BROKEN}</td></tr></table></td></tr></table></div><div id=post_102><table><tr><td>"
        f"<a class=xw1>路人</a></td><td>发表于 2026-11-23 08:00<div>{OTHER}</div></td></tr></table></div></div>",
        f"<title>{TITLE} - 市民论坛 - 滨河社区</title>",
        author="河边走走",
        counts=(number(1234), UNKNOWN, number(56)),
    ),
    "an answer to a question": Told(
        f"<div><h1 class=QuestionHeader-title>{TITLE}</h1><div>被浏览 <strong>3,456</strong></div></div><div><div class=AuthorInfo>"
        f"<a class=UserLink-link>河边走走</a></div><div class=RichContent><span class=RichText>{BODY}</span></div>"
        "<div class=ContentItem-time>编辑于 2026-11-22 07:58・IP 属地浙江</div></div>",
        f"<title>{TITLE} - 知乎</title>",
        author="河边走走",
        counts=(number(3456), UNKNOWN, UNKNOWN),
    ),
    "a clip whose words are its title": Told(
        f'<div id=root></div><script id=RENDER_DATA type="application/json">{quote(json.dumps({"app": {"detail": CLIP}}))}</script>',
        f"<title>{TITLE} - 抖音</title><meta name=description content='{TITLE} - 河边走走于20261122发布，已经收获了88个喜欢'>",
        text=TITLE,
        author="河边走走",
        counts=(UNKNOWN, number(7), number(56)),
    ),
    "a note that shows no year": Told(
        f"<div><span class=username>河边走走</span><div id=detail-title class=title>{TITLE}</div><div id=detail-desc class=desc>"
        f"{BROKEN}</div><span class=date>11-22 浙江</span></div><div class=comments>共 56 条评论<div>{OTHER} 11-23</div></div>"
        f'<script>window.__INITIAL_STATE__={{"a":undefined,"note":{json.dumps({"65f1": {"note": NOTE}})}}}</script>',
        f"<title>{TITLE} - 小红书</title>",
        author="河边走走",
        counts=(UNKNOWN, number(7), number(56)),
    ),
    "a video shown short": Told(
        f"<div><h1 class=video-title>{TITLE}</h1><div class=meta><div>12.3万</div><div>2026-11-22 07:58:11</div></div>"
        f"<a class=up-name>河边走走</a><div class=desc>{BROKEN}</div></div>"
        f"<script>window.__INITIAL_STATE__={json.dumps({'videoData': VIDEO})};(function(){{}}())</script>",
        f"<title>{TITLE}_哔哩哔哩_bilibili</title>",
        author="河边走走",
        counts=(number(123456), number(7), number(56)),
    ),
    "a message whose page calls all of it reply": Told(
        f"<div class=messageContainer><div class=replyMsgTitle><h1 class=replyContentTitle>{TITLE}</h1></div><div class=msgInfo>"
        "<span>留言对象：市长</span><span class=userName>河边走走</span><span>2026-11-22 07:58</span></div><div>"
        f"{BODY}</div><div class=replyHandle><h2>官方回复</h2><span>2026-11-23 16:02</span><p>{ANSWER}</p></div></div>",
        "<title>留言详情-领导留言板</title>",
        author="河边走走",
    ),
    "a date in English": Told(
        f"<article><h1>Longer green light asked for at Binhe gate</h1><p class=byline>By <a rel=author>Wang Lin</a></p>"
        f"<p class=date>Nov 22, 2026 7:58 AM</p><div class=body><p>{ENGLISH}</p><p>{ENGLISH}</p></div></article>",
        "<title>Longer green light asked for at Binhe gate</title>",
        title="Longer green light asked for at Binhe gate",
        text=f"{ENGLISH}\n{ENGLISH}",
        author="Wang Lin",
    ),
    "several dates": Told(
        f"<div class=content><h1>{TITLE}</h1><div>打印时间：2026-11-24 09:00</div><div class=info>更新时间：2026-11-23 10:00"
        f"　发布时间：2026-11-22 07:58　来源：市公安局</div><div class=article>{BODY}</div><div>本页最后更新 2026-11-23 10:00</div>"
        f"</div><div class=comment>路人 2026-11-23 11:00 {OTHER}</div>",
        source="市公安局",
    ),
    "the day and the hour in two places": Told(
        f"<h1>{TITLE}</h1><ul class=meta><li>2026-11-22</li><li>07:58</li><li>城市晚报</li></ul><div class=text>{BODY}</div>",
    ),
    "a complaint told line by line": Told(
        f"<div><p><b>诉求标题：</b>{TITLE}</p><p><b>诉求时间：</b>2026-11-22 07:58</p><p><b>诉求内容：</b>{FIRST}</p>"
        f"<p><b>办理单位：</b>交警支队</p><p><b>办理时间：</b>2026-11-23 10:00</p><p><b>办理结果：</b>{ANSWER}</p></div>",
        "<title>诉求公开-12345</title>",
        text=FIRST,
    ),
    "a newspaper's page with its reporter": Told(
        f"<h1>{TITLE}</h1><p>本报记者　王林 通讯员 李四</p><p>2026-11-22 07:58</p><div id=ozoom>{BODY}</div><div>上一篇 下一篇</div>",
        author="王林",
    ),
    "a clip's data without a line of it on the page": Told(
        "<div id=app></div><script>window.__STATE__="
        + json.dumps({"photo": {"caption": TITLE, "viewCount": "12.3万", "timestamp": EPOCH * 1000}})
        + "</script>",
        f"<title>{TITLE}-快手</title>",
        text=TITLE,
        counts=(number(123_000), UNKNOWN, UNKNOWN),
    ),
    "a thread of one answer": Told(
        f"<div class=thread><h1>{TITLE}</h1><p>作者：河边走走 时间：2026-11-22 07:58:11 点击：3456 回复：1</p><div class=item><div>"
        f"{BROKEN}</div></div><div class=item><div class=info>作者：路人 时间：2026-11-22 09:00:00</div><div>{OTHER}</div></div></div>",
        author="河边走走",
        counts=(number(3456), UNKNOWN, number(1)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_a_person_reads_it(name: str, encoding: str) -> None:
    told = PAGES[name]
    html = f"<html><head><meta charset={encoding}>{told.head}</head><body>{NAV}{told.html}</body></html>"
    read = read_page(html.encode(encoding), read_at=NOW)
    assert (read.title, read.text) == (told.title, told.text)
    assert read.published_at is not None and read.published_at.replace(second=0) == MINUTE
    assert read.remark == ""
    assert (read.source, read.author) == (told.source, told.author)
    assert (read.reads, read.forwards, read.replies) == told.counts


def test_prose_behind_a_source_is_no_part_of_its_name() -> None:
    page = f"<title>{TITLE}</title><pre>{TITLE}\n\n时间：2026-11-22 07:58　来源：市公安局\n\n{FIRST}\n{SECOND}</pre>"
    assert read_page(page.encode(), read_at=NOW).source == "市公安局"


def test_data_about_another_post_tells_nothing_of_this_one() -> None:
    other = {"list": [{**NOTE, "title": "另一篇笔记说的是别的事情"}]}
    page = f"<h1>{TITLE}</h1><div class=content>{BODY}</div><script>window.__STATE__={json.dumps(other)}</script>"
    read = read_page(f"<title>{TITLE}</title>{page}".encode(), read_at=NOW)
    assert (read.published_at, read.author, read.replies) == (None, "", UNKNOWN)


def test_a_nought_in_the_data_is_no_count() -> None:
    empty = {**NOTE, "interactInfo": {"commentCount": 0, "shareCount": "0"}}
    page = f"<h1>{TITLE}</h1><div>评论 56</div><div class=content>{BODY}</div><script>var state={json.dumps(empty)}</script>"
    read = read_page(f"<title>{TITLE}</title>{page}".encode(), read_at=NOW)
    assert (read.replies, read.forwards) == (number(56), UNKNOWN)


def test_two_parts_of_an_article_are_no_thread() -> None:
    parts = f"<div class=part><p>{FIRST}</p></div><div class=part><p>2026年11月20日，{SECOND}</p></div>"
    read = read_page(f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{parts}</div>".encode(), read_at=NOW)
    assert read.text == f"{FIRST}\n2026年11月20日，{SECOND}"
