"""Copied paragraphs: what apps put round a shared link, forms copied line by line, posts with their counters."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import UNKNOWN, number
from yuqing_desktop.intake.pasted import read_text

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
TITLE = "滨河小区南门早高峰堵车能不能改信号灯"


def test_a_copied_paragraph_tells_what_it_can() -> None:
    read = read_text(
        "路灯三天不亮。请尽快修。\n昨天 09:45 来自 手机\n转发 12 评论 1.2万 赞 3\nhttps://weibo.com/2803301701/z0JH2lOMb?from=x",
        read_at=NOW,
    )
    assert read.title == "路灯三天不亮"
    assert read.text == "路灯三天不亮。请尽快修。"
    assert read.published_at == datetime(2026, 11, 23, 9, 45, tzinfo=SHANGHAI)
    assert (read.forwards, read.replies) == (number(12), number(12_000))
    assert (read.link, read.platform) == ("https://m.weibo.cn/detail/3501756485200075", "微博")


def test_prose_tells_no_counts_and_no_time() -> None:
    read = read_text("我阅读5本书后，在2019年评论了3次，" + "今天仍然没有人来处理这件事情，" * 8, read_at=NOW)
    assert (read.reads, read.replies, read.published_at) == (UNKNOWN, UNKNOWN, None)


SHARED = {
    f"7.43 复制打开抖音，看看【河边走走的作品】{TITLE} # 早高峰 https://v.douyin.com/iAbCdEf/ 11/22 aBc:/ Z@X.yz": "河边走走",
    f"2.56 复制打开抖音，看看【河边走走的图文作品】{TITLE}... https://v.douyin.com/iAbCdEf/ KjC:/": "河边走走",
    f"【{TITLE} - 河边走走 | 小红书 - 你的生活兴趣社区】 😆 AbC 😆 https://www.xiaohongshu.com/discovery/item/65f1": "河边走走",
    f"【{TITLE}-哔哩哔哩】 https://b23.tv/AbCdEf": "",
    f"{TITLE} - 知乎\nhttps://www.zhihu.com/question/123456789/answer/987654321": "",
    f"【{TITLE}】每天早上都堵，公交车进不了站。 http://t.cn/A6AbCdEf": "",
    f"快手作品《{TITLE}》 https://v.kuaishou.com/AbCdEf 该作品在快手被播放过1.2万次，点击链接": "",
    f"@河边走走：{TITLE} //@路人:转发微博 https://weibo.com/1234567890/NabcAAAA1": "河边走走",
    f"{TITLE} 收起d\n11月22日 07:58 来自 iPhone客户端": "",
    f"河边走走\n11-22 07:58 来自 微博网页版\n{TITLE}\n12\n56": "河边走走",
    f"信件编号：20261122\n信件标题：{TITLE}\n写信人：河边走走\n信件内容：每天都堵。\n回复内容：您好。": "河边走走",
    f"作者：河边走走\n内容：{TITLE}。\n第二段。": "河边走走",
}


@pytest.mark.parametrize("words", SHARED)
def test_what_stands_round_a_title_is_no_part_of_it(words: str) -> None:
    read = read_text(words, read_at=NOW)
    assert (read.title, read.author) == (TITLE, SHARED[words])


def test_a_share_without_a_title_has_none() -> None:
    read = read_text(
        "36 河边走走发布了一篇小红书笔记，快来看吧！ 😆 AbC 😆 http://xhslink.com/a/AbC，复制本条信息",
        read_at=NOW,
    )
    assert (read.title, read.author, read.link) == ("", "河边走走", "http://xhslink.com/a/AbC")


def test_a_form_copied_line_by_line_tells_the_letters_time_and_not_its_answers() -> None:
    read = read_text(
        f"回复时间：2026-11-23 10:00\n标题：{TITLE}\n来源：城市晚报\n写信时间：2026-11-22 07:58\n阅读：1.2万",
        read_at=NOW,
    )
    assert read.published_at == datetime(2026, 11, 22, 7, 58, tzinfo=SHANGHAI)
    assert (read.source, read.reads) == ("城市晚报", number(12_000))


def test_a_short_title_above_its_time_is_no_name() -> None:
    read = read_text("门禁又坏了没人修\n2026年11月20日 08:15\n连着三天进不了门", read_at=NOW)
    assert (read.title, read.author) == ("门禁又坏了没人修", "")


def test_a_short_mark_in_brackets_is_no_title() -> None:
    assert read_text("【求助】小区停水三天了。", read_at=NOW).title == "【求助】小区停水三天了"


@given(st.text(alphabet="标题：内容:【】@#/-| \n来自12:34http://a.cn某", max_size=80))
def test_no_text_is_a_bug(words: str) -> None:
    read_text(words, read_at=NOW)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("unit", ["#话题 ", ".", "…", "【", "看看【", "@某 ", "http://a ", "-"])
def test_no_line_is_so_long_that_it_holds_the_window_up(unit: str) -> None:
    page = read_text("停水" + unit * (60_000 // len(unit)) + "完", read_at=NOW)
    assert len(page.title) <= 60
