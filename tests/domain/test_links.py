"""One post, one link, whoever passed it on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.links import (
    canonical,
    is_ruined_id,
    link_facts,
    link_key,
    links_in,
    platform_named,
    platform_of,
    weibo_mid,
)

SAME_POST = [
    (
        "https://weibo.com/2803301701/z0JH2lOMb?from=page_1002062803301701_profile&wvr=6&mod=weibotime&type=comment",
        "https://m.weibo.cn/status/3501756485200075?luicode=10000011",
        "https://m.weibo.cn/detail/3501756485200075",
        "weibo.com/2803301701/z0JH2lOMb#comment",
        "https://m.weibo.cn/2803301701/3501756485200075",
    ),
    (
        "http://mp.weixin.qq.com/s?__biz=MzA3MDM3NjE5NQ==&mid=2650800000&idx=1&sn=abc123&chksm=84d&scene=21#wechat_redirect",
        "https://mp.weixin.qq.com/s?sn=abc123&__biz=MzA3MDM3NjE5NQ%3D%3D&mid=2650800000&idx=1&mpshare=1",
    ),
    ("https://mp.weixin.qq.com/s/Ab_c-1?from=timeline", "http://mp.weixin.qq.com/s/Ab_c-1"),
    (
        "https://www.douyin.com/video/7123456789012345678?previous_page=app",
        "https://www.iesdouyin.com/share/video/7123456789012345678/?region=CN",
        "https://www.douyin.com/user/abc?modal_id=7123456789012345678",
    ),
    (
        "https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333.1007&vd_source=abc",
        "https://m.bilibili.com/video/BV1xx411c7mD?share_source=qq",
    ),
    ("https://tieba.baidu.com/p/8123456789?pid=1&cid=0#1", "http://tieba.baidu.com/mo/q/m?kz=8123456789"),
    ("https://www.toutiao.com/article/7123456789012345678/?app=news", "https://m.toutiao.com/i7123456789012345678/"),
    (
        "https://www.xiaohongshu.com/explore/64a1b2c3000000001203abcd?xsec_token=x",
        "https://www.xiaohongshu.com/discovery/item/64a1b2c3000000001203abcd",
    ),
    ("https://m.sohu.com/a/512345678_121234567?scm=1", "https://www.sohu.com/a/512345678_121234567"),
    ("https://3g.163.com/dy/article/GABCDEFG01234567.html", "https://www.163.com/dy/article/GABCDEFG01234567.html?f=x"),
    ("http://www.Example.com:80/a?b=1&a=2&utm_source=x#top", "https://example.com/a/?a=2&b=1"),
]  # fmt: skip


@pytest.mark.parametrize("links", SAME_POST)
def test_links_to_one_post_have_one_key(links: tuple[str, ...]) -> None:
    assert len({link_key(link) for link in links}) == 1
    assert link_key(links[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://example.com/#/post/1", "https://example.com/#/post/2"),
        (
            "https://www.bilibili.com/video/BV1xx411c7mD?p=2",
            "https://www.bilibili.com/video/BV1xx411c7mD?p=3",
        ),
        ("https://www.zhihu.com/question/1/answer/2", "https://www.zhihu.com/question/1/answer/3"),
        (
            "https://liuyan.people.com.cn/threads/content?tid=1",
            "https://liuyan.people.com.cn/threads/content?tid=2",
        ),
    ],
)
def test_links_to_two_posts_have_two_keys(one: str, other: str) -> None:
    assert link_key(one) != link_key(other)


def test_a_query_in_another_encoding_stays_as_written() -> None:
    link = "http://bbs.example.com/forum.php?mod=viewthread&kw=%D5%FE%CE%F1"
    assert canonical(f"{link}&utm_source=x") == link


def test_a_wrapped_link_is_the_one_inside() -> None:
    wrapped = "https://weibo.cn/sinaurl?u=https%3A%2F%2Fwww.people.com.cn%2Fn1%2Fa.html%3Futm_source%3Dx"
    assert canonical(wrapped) == "https://www.people.com.cn/n1/a.html"


@pytest.mark.parametrize(
    ("host", "platform", "source"),
    [
        ("m.weibo.cn", "微博", "新浪微博"),
        ("mp.weixin.qq.com", "微信公众号", ""),
        ("liuyan.people.com.cn", "领导留言板", "人民网领导留言板"),
        ("society.people.com.cn", "新闻网站", "人民网"),
        ("www.shanghai.gov.cn", "政府网站", ""),
        ("bbs.rednet.cn", "论坛", "红网"),
        ("bbs.example.com", "论坛", ""),
        ("notweibo.com", "", ""),
        ("weibo.com.evil.example", "", ""),
    ],
)
def test_the_host_tells_platform_and_site(host: str, platform: str, source: str) -> None:
    assert platform_of(host) == (platform, source)


@pytest.mark.parametrize(
    ("words", "platform"),
    [
        ("新浪微博", "微博"),
        ("微信", "微信公众号"),
        ("微博 weibo.com", "微博"),
        ("www.zhihu.com", "知乎"),
        ("微信视频号", ""),
        ("某小区微信群", ""),
        ("网络媒体", "新闻网站"),
        ("某某", ""),
        ("", ""),
    ],
)
def test_words_name_a_platform(words: str, platform: str) -> None:
    assert platform_named(words) == platform


def test_a_shared_text_gives_its_link() -> None:
    shared = "8.99 复制打开抖音，看看【路灯】 https://v.douyin.com/iABCDEF/ 06/12，http://example.com/b。"
    assert links_in(shared) == ["https://v.douyin.com/iABCDEF/", "http://example.com/b"]
    assert link_facts(shared).platform == "抖音"


@pytest.mark.parametrize(
    "raw",
    ["", "无", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[::1", "a b", "ftp://x.com/a"],
)
def test_what_is_no_web_link_has_no_key(raw: str) -> None:
    assert link_key(raw) == ""


def test_an_id_a_spreadsheet_rounded_is_no_identity() -> None:
    assert is_ruined_id("4.81E+15")
    assert is_ruined_id("4.81262E+15")
    assert is_ruined_id(4812625961814430)
    assert is_ruined_id(4.81262e15)
    assert not is_ruined_id("4812625961814431")
    assert not is_ruined_id(360114.0)


def test_a_short_name_of_weibo_is_its_number() -> None:
    assert weibo_mid("z0JH2lOMb") == "3501756485200075"


@given(st.text(max_size=60))
def test_no_text_is_a_bug_and_a_canonical_link_stays(raw: str) -> None:
    link = canonical(f"https://example.com/{raw}")
    assert canonical(link) == link
    link_facts(raw)
