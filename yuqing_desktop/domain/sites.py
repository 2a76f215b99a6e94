"""Which platform a host belongs to, and which of its addresses are one post: data, a line a fact.

A rule's pattern is matched against `host/path?query`; what it names builds canonical link and post id.
"""

import re
from dataclasses import dataclass

WEIBO, WECHAT, DOUYIN, KUAISHOU = "微博", "微信公众号", "抖音", "快手"
XIAOHONGSHU, BILIBILI, ZHIHU, TIEBA = "小红书", "哔哩哔哩", "知乎", "百度贴吧"
TOUTIAO, LEADER_BOARD, GOVERNMENT, NEWS = "今日头条", "领导留言板", "政府网站", "新闻网站"
FORUM, HOTLINE, OTHER = "论坛", "12345热线", "其他"

PLATFORMS = (
    *(WEIBO, WECHAT, DOUYIN, KUAISHOU, XIAOHONGSHU, BILIBILI, ZHIHU, TIEBA, TOUTIAO),
    *(LEADER_BOARD, GOVERNMENT, NEWS, FORUM, HOTLINE, OTHER),
)  # fmt: skip

PLATFORM_WORDS: tuple[tuple[str, str], ...] = (
    *((word, "") for word in ("视频号", "微信群", "朋友圈")),
    *((word, WECHAT) for word in ("微信公众号", "公众号", "微信", "weixin", "wechat")),
    *((word, WEIBO) for word in ("微博", "weibo")),
    *((word, DOUYIN) for word in ("抖音", "douyin")),
    *((word, KUAISHOU) for word in ("快手", "kuaishou")),
    *((word, XIAOHONGSHU) for word in ("小红书", "xiaohongshu", "xhs")),
    *((word, BILIBILI) for word in ("哔哩哔哩", "b站", "bilibili")),
    *((word, ZHIHU) for word in ("知乎", "zhihu")),
    *((word, TIEBA) for word in ("贴吧", "tieba")),
    *((word, TOUTIAO) for word in ("今日头条", "头条号", "toutiao")),
    *((word, HOTLINE) for word in ("12345", "热线")),
    *((word, LEADER_BOARD) for word in ("领导留言板", "留言板", "问政", "市长信箱", "书记信箱")),
    *((word, FORUM) for word in ("论坛", "社区", "天涯", "bbs")),
    *((word, GOVERNMENT) for word in ("政府网站", "政务网站", "门户网站", "人民政府")),
    *(
        (word, NEWS)
        for word in (
            "新闻",
            "客户端",
            "日报",
            "晚报",
            "人民网",
            "新华网",
            "网媒",
            "网络媒体",
            "报刊",
            "数字报",
            "电子报",
            "平媒",
        )
    ),
)
"""How tables and people call a platform, the more telling words first; what is none of them though it sounds so has none."""

SITES: tuple[tuple[str, str, str], ...] = (
    *((host, WEIBO, "新浪微博") for host in ("weibo.com", "weibo.cn", "t.cn")),
    ("mp.weixin.qq.com", WECHAT, ""),
    ("weixin.qq.com", WECHAT, ""),
    *((host, DOUYIN, "抖音") for host in ("douyin.com", "iesdouyin.com")),
    *((host, KUAISHOU, "快手") for host in ("kuaishou.com", "gifshow.com", "chenzhongtech.com", "kwai.com")),
    *((host, XIAOHONGSHU, "小红书") for host in ("xiaohongshu.com", "xhslink.com")),
    *((host, BILIBILI, "哔哩哔哩") for host in ("bilibili.com", "b23.tv")),
    ("zhihu.com", ZHIHU, "知乎"),
    *((host, TIEBA, "百度贴吧") for host in ("tieba.baidu.com", "jump.bdimg.com", "tiebac.baidu.com")),
    *((host, TOUTIAO, "今日头条") for host in ("toutiao.com", "toutiaocdn.com", "toutiaoimg.com")),
    ("liuyan.people.com.cn", LEADER_BOARD, "人民网领导留言板"),
    ("gov.cn", GOVERNMENT, ""),
    ("people.com.cn", NEWS, "人民网"),
    ("people.cn", NEWS, "人民网"),
    ("xinhuanet.com", NEWS, "新华网"),
    ("news.cn", NEWS, "新华网"),
    ("cctv.com", NEWS, "央视网"),
    ("cctv.cn", NEWS, "央视网"),
    ("chinanews.com", NEWS, "中国新闻网"),
    ("chinanews.com.cn", NEWS, "中国新闻网"),
    ("chinadaily.com.cn", NEWS, "中国日报网"),
    ("gmw.cn", NEWS, "光明网"),
    ("ce.cn", NEWS, "中国经济网"),
    ("cnr.cn", NEWS, "央广网"),
    ("youth.cn", NEWS, "中国青年网"),
    ("cyol.com", NEWS, "中国青年报"),
    ("china.com.cn", NEWS, "中国网"),
    ("huanqiu.com", NEWS, "环球网"),
    ("legaldaily.com.cn", NEWS, "法治网"),
    ("banyuetan.org", NEWS, "半月谈网"),
    ("qstheory.cn", NEWS, "求是网"),
    ("thepaper.cn", NEWS, "澎湃新闻"),
    ("jiemian.com", NEWS, "界面新闻"),
    ("caixin.com", NEWS, "财新网"),
    ("yicai.com", NEWS, "第一财经"),
    ("bjnews.com.cn", NEWS, "新京报"),
    ("guancha.cn", NEWS, "观察者网"),
    ("cls.cn", NEWS, "财联社"),
    ("baijiahao.baidu.com", NEWS, "百家号"),
    ("mbd.baidu.com", NEWS, "百家号"),
    ("sina.com.cn", NEWS, "新浪网"),
    ("sina.cn", NEWS, "新浪网"),
    ("sohu.com", NEWS, "搜狐"),
    ("163.com", NEWS, "网易"),
    ("qq.com", NEWS, "腾讯网"),
    ("ifeng.com", NEWS, "凤凰网"),
    ("rednet.cn", NEWS, "红网"),
    ("dahe.cn", NEWS, "大河网"),
    ("bbc.co.uk", NEWS, "BBC"),
    ("bbc.com", NEWS, "BBC"),
    ("tianya.cn", FORUM, "天涯社区"),
    ("kdnet.net", FORUM, "凯迪社区"),
    ("douban.com", FORUM, "豆瓣"),
    ("mop.com", FORUM, "猫扑"),
    ("maimai.cn", FORUM, "脉脉"),
    ("hupu.com", FORUM, "虎扑"),
)
"""(host, platform, site). A host covers its subdomains; the longest that fits decides."""

SITE_OF_HOST = {host: (platform, site) for host, platform, site in SITES}

FORUM_LABELS = frozenset(("bbs", "forum", "club", "luntan", "wenzheng", "wz"))
"""A first label of a host that says forum where no line above does."""


@dataclass(frozen=True, slots=True)
class PostRule:
    """One shape of a post's address: `canonical` and `post_id` are filled from the pattern's names."""

    pattern: re.Pattern[str]
    canonical: str
    post_id: str


def _rule(pattern: str, canonical: str, post_id: str = "{id}") -> PostRule:
    return PostRule(re.compile(pattern), canonical, post_id)


POSTS: tuple[PostRule, ...] = (
    _rule(
        r"(?:www\.|m\.)?weibo\.(?:com|cn)/(?:detail|status)/(?P<weibo>\w+)", "https://m.weibo.cn/detail/{id}"
    ),
    _rule(
        r"(?:www\.|m\.|e\.)?weibo\.(?:com|cn)/\d+/(?P<weibo>[0-9A-Za-z]{8,})",
        "https://m.weibo.cn/detail/{id}",
    ),
    _rule(
        r"(?:www\.)?weibo\.com/ttarticle/p/show\?(?:.*&)?id=(?P<id>\d+)",
        "https://weibo.com/ttarticle/p/show?id={id}",
    ),
    _rule(
        r"mp\.weixin\.qq\.com/s\?(?=(?:.*&)?__biz=(?P<biz>[^&]+))(?=(?:.*&)?mid=(?P<mid>\d+))"
        r"(?=(?:.*&)?idx=(?P<idx>\d+))(?=(?:.*&)?sn=(?P<sn>\w+))?",
        "https://mp.weixin.qq.com/s?__biz={biz}&mid={mid}&idx={idx}&sn={sn}",
        "{biz}:{mid}:{idx}",
    ),
    _rule(r"mp\.weixin\.qq\.com/s/(?P<id>[\w-]+)", "https://mp.weixin.qq.com/s/{id}"),
    _rule(
        r"(?:www\.|m\.)?(?:ies)?douyin\.com/(?:share/)?(?:video|note)/(?P<id>\d+)",
        "https://www.douyin.com/video/{id}",
    ),
    _rule(r"(?:www\.)?douyin\.com/.*[?&]modal_id=(?P<id>\d+)", "https://www.douyin.com/video/{id}"),
    _rule(
        r"(?:[\w.]+\.)?(?:kuaishou\.com|gifshow\.com|chenzhongtech\.com)/(?:short-video|fw/photo)/(?P<id>\w+)",
        "https://www.kuaishou.com/short-video/{id}",
    ),
    _rule(
        r"(?:www\.|m\.)?xiaohongshu\.com/(?:explore|discovery/item)/(?P<id>[0-9a-f]+)",
        "https://www.xiaohongshu.com/explore/{id}",
    ),
    _rule(
        r"(?:www\.|m\.)?bilibili\.com/(?:s/)?video/(?P<id>BV\w+|av\d+)/?\?(?:.*&)?p=(?P<part>[2-9]|\d\d+)(?:&|$)",
        "https://www.bilibili.com/video/{id}?p={part}",
        "{id}:{part}",
    ),
    _rule(
        r"(?:www\.|m\.)?bilibili\.com/(?:s/)?video/(?P<id>BV\w+|av\d+)", "https://www.bilibili.com/video/{id}"
    ),
    _rule(
        r"(?:t|www|m)\.bilibili\.com/(?:opus/|dynamic/)?(?P<id>\d{10,})", "https://www.bilibili.com/opus/{id}"
    ),
    _rule(
        r"(?:www\.)?bilibili\.com/read/(?:mobile\?id=|cv)(?P<id>\d+)", "https://www.bilibili.com/read/cv{id}"
    ),
    _rule(
        r"(?:www\.|m\.)?zhihu\.com/question/(?P<question>\d+)/answer/(?P<id>\d+)",
        "https://www.zhihu.com/question/{question}/answer/{id}",
    ),
    _rule(r"(?:www\.|m\.)?zhihu\.com/question/(?P<id>\d+)", "https://www.zhihu.com/question/{id}"),
    _rule(r"zhuanlan\.zhihu\.com/p/(?P<id>\d+)", "https://zhuanlan.zhihu.com/p/{id}"),
    _rule(r"(?:\w+\.)?tieba\.baidu\.com/p/(?P<id>\d+)", "https://tieba.baidu.com/p/{id}"),
    _rule(r"jump\.bdimg\.com/p/(?P<id>\d+)", "https://tieba.baidu.com/p/{id}"),
    _rule(
        r"(?:\w+\.)?tieba\.baidu\.com/(?:f|mo/.*)\?(?:.*&)?kz=(?P<id>\d+)", "https://tieba.baidu.com/p/{id}"
    ),
    _rule(
        r"(?:www\.|m\.)?toutiao(?:cdn|img)?\.com/(?:article/|group/|video/|w/|i|a)(?P<id>\d{8,})",
        "https://www.toutiao.com/article/{id}/",
    ),
    _rule(
        r"liuyan\.people\.com\.cn/.*[?&]tid=(?P<id>\d+)",
        "https://liuyan.people.com.cn/threads/content?tid={id}",
    ),
    _rule(r"baijiahao\.baidu\.com/s\?(?:.*&)?id=(?P<id>\d+)", "https://baijiahao.baidu.com/s?id={id}"),
    _rule(
        r"(?:www\.|3g\.|m\.|c\.m\.)?163\.com/(?:dy|news)/article/(?P<id>\w{16})",
        "https://www.163.com/dy/article/{id}.html",
    ),
    _rule(r"(?:www\.|m\.|3g\.k\.)?sohu\.com/a/(?P<id>\d+_\d+)", "https://www.sohu.com/a/{id}"),
    _rule(
        r"(?:new|view\.inews|news|xw|h5\.news)\.qq\.com/(?:rain/a|cmsid|a|omn/\d+)/(?P<id>\w{14,})",
        "https://new.qq.com/rain/a/{id}",
    ),
    _rule(r"(?:\w+)\.ifeng\.com/c/(?P<id>\w{8,})", "https://news.ifeng.com/c/{id}"),
    _rule(
        r"(?:www\.|m\.)?thepaper\.cn/newsDetail_forward_(?P<id>\d+)",
        "https://www.thepaper.cn/newsDetail_forward_{id}",
    ),
)

TRACKING = re.compile(
    r"utm_.*|spm.*|share.*|_?wx.*|isappinstalled|scene|subscene|clicktime|enterid|mpshare|srcid|sessionid|ascene|"
    r"devicetype|nettype|abtest_cookie|pass_ticket|exportkey|chksm|from|fromid|from_.*|tt_from|is_from.*|iid|"
    r"timestamp|_t|_r|rnd|random|vd_source|bbid|unique_k|luicode|lfid|featurecode|uicode|refer.*|ref|ref_.*|source|"
    r"xsec_.*|appuid|apptime|app_platform|app_version|author_share|gclid|fbclid|bd_vid|yclid|msclkid|hmsr|hmpl|"
    r"hmcu|hmkw|hmci|fr|fr_.*|wfr|tracelog|tracking_.*|wm|sudaref|retcode|jumpfrom|cvid|pvid",
    re.IGNORECASE,
)
"""Names of parameters that tell who passed the link on, not what it points to."""

WRAPPERS: tuple[tuple[str, str], ...] = (
    ("weibo.cn/sinaurl", "u"),
    ("weibo.com/sinaurl", "u"),
    ("link.zhihu.com", "target"),
    ("c.pc.qq.com", "url"),
    ("passport.weibo.com/visitor/visitor", "url"),
    ("jump2.bdimg.com/safecheck", "url"),
)
"""(host/path, parameter): pages that only lead on to another address."""
