"""How real tables head each field, the more telling heading first: data only.

Gathered from published ledgers, vendors' exports and letter-boxes. Compared as `plain` headings: no case, no
blanks, no punctuation, nothing in brackets.
"""

import re
from enum import StrEnum

from yuqing_desktop.domain.text import bare, folded


class ItemField(StrEnum):
    """What a column can fill; the value names the field in rows, saved mappings and on the command line."""

    label: str

    def __new__(cls, value: str, label: str) -> "ItemField":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    TITLE = "title", "标题"
    SUMMARY = "summary", "信息摘要"
    CONTENT = "content", "原文"
    PUBLISHED_AT = "published_at", "发布时间"
    FOUND_AT = "found_at", "发现时间"
    PLATFORM = "platform", "来源平台"
    SOURCE = "source", "来源账号/栏目"
    AUTHOR = "author", "作者"
    LINK = "link", "原文链接"
    READS = "reads", "当时阅读数"
    FORWARDS = "forwards", "当时转发数"
    REPLIES = "replies", "当时回复数"
    REPLY_NEED = "reply_need", "回复情况"
    LEVEL = "level", "等级"
    COMMENT_KIND = "comment_kind", "类别"
    TOPIC = "topic", "领域"
    SECTION = "section", "跟进科室"
    EXTERNAL_ID = "external_id", "原编号"
    REPLY_TEXT = "reply_text", "答复内容"
    REPLIED_AT = "replied_at", "答复时间"
    CONTACT = "contact", "联系方式"
    NOTES = "notes", "备注"


def field_named(name: str) -> ItemField:
    """The field with this value. Raises KeyError."""
    return {str(field): field for field in ItemField}[name]


FIGURES = (ItemField.READS, ItemField.FORWARDS, ItemField.REPLIES)
TIMES = (ItemField.PUBLISHED_AT, ItemField.FOUND_AT, ItemField.REPLIED_AT)

_WORDS = {
    ItemField.TITLE: (
        "标题 信息标题 舆情标题 事件标题 文章标题 新闻标题 帖子标题 标题微博内容 标题内容 标题原文 "
        "留言主题 留言标题 咨询主题 信件标题 工单标题 诉求标题 主题 题目 title subject headline"
    ),
    ItemField.SUMMARY: (
        "信息摘要 内容摘要 舆情摘要 摘要 原贴摘要 原帖摘要 summary 留言详情 留言内容 诉求内容 "
        "咨询内容 信件内容 来信内容 投诉内容 反映内容 评论内容 微博正文 微博内容 博文 博文文本 "
        "帖子内容 概况 内容概况 事件描述 内容 描述 description desc digest 正文 text 原文内容 "
        "全文内容 content abstract summarytext body message 主要内容 具体内容 详细内容 简要内容 内容简介 概述 舆情概述 "
        "反映事项 反映问题 主要诉求 问题描述 情况描述 事由"
    ),
    ItemField.CONTENT: "全文内容 全文 正文 原文内容 文章内容 原文 content 内容",
    ItemField.PUBLISHED_AT: (
        "信息发布时间 发布时间 原文发布时间 发文时间 发帖时间 发表时间 发布日期 发文日期 "
        "博文发布时间 留言时间 来信时间 来电时间 咨询日期 咨询时间 信访日期 投诉时间 反映时间 "
        "提交时间 createdatetime createdat publictime pubtime publishtime publishedat "
        "createtime pubdate datepublished 日期 时间 date time 评论时间 写信时间 受理时间 创建时间 发布时刻 "
        "发文时刻 时刻"
    ),
    ItemField.FOUND_AT: (
        "发现时间 采集时间 监测时间 抓取时间 巡查时间 登记时间 入库时间 addts crawltime createdate"
    ),
    ItemField.PLATFORM: "来源平台 发布平台 媒体平台 平台 平台名称 信源平台 渠道 来源渠道 媒体类型 "
    "信源类型 来源类型 递交渠道 platform",
    ItemField.SOURCE: (
        "信息来源 来源 来源网站 来源账号 来源媒体 媒体名称 网站名称 站点 媒体 公众号 账号 "
        "账号名称 发布媒体 发布账号 论坛 网站 栏目 username source site website"
    ),
    ItemField.AUTHOR: (
        "原文作者 作者 博主 博主昵称 用户昵称 昵称 nickname 微博作者 发布人 发布者 发送人 发帖人 "
        "留言用户 留言人 网民 网友 咨询人 来信人 投诉人 诉求人 评论者姓名 评论人 姓名 用户 用户名 "
        "author username screenname 来电人 写信人 反映人 举报人 申请人 求助人 信访人 发布用户"
    ),
    ItemField.LINK: (
        "原文链接 原文地址 原文网址 链接 链接地址 原文评论链接 文章链接 帖子链接 博文独立网址 "
        "微博链接 连结 网址 网页地址 url link noteurl detailurl href 地址"
    ),
    ItemField.READS: (
        "当时阅读数 阅读数 阅读量 阅读 阅读数浏览热度 浏览量 浏览数 浏览 点击量 点击数 点击 "
        "观看数 观看量 播放量 播放数 关注量 访问量 播放 观看 clickscount readcount viewcount reads views"
    ),
    ItemField.FORWARDS: (
        "当时转发数 转发数 转发量 转发 分享转发 转发分享 分享数 分享量 分享 repostscount "
        "repostcount repost sharecount sharedcount retweetnum forwards 转"
    ),
    ItemField.REPLIES: (
        "当时回复数 当时评论数 评论数 评论量 回复数 回复量 跟帖数 跟贴数 跟帖量 评论 讨论数 "
        "留言数 跟帖 跟贴 回帖 commentscount commentcount commentslen discusscount replycount replies 评"
    ),
    ItemField.REPLY_NEED: "回复情况 是否需要回复 是否需回复 回复需要 是否回复 是否已回复 是否答复 是否已答复",
    ItemField.LEVEL: "等级 舆情等级 舆情级别 风险等级 紧急程度 级别",
    ItemField.COMMENT_KIND: "类别 舆情类别 评论类别 诉求类型 留言类型 评论类型 信件类型 诉求目的 类型",
    ItemField.TOPIC: (
        "涉及领域 领域 所属领域 内容分类 主题分类 问题分类 诉求分类 舆情分类 分类 一级分类 一级标签 标签 category topic"
    ),
    ItemField.SECTION: (
        "跟进科室 责任科室 承办科室 转送科室 责任单位 承办单位 主办单位 处理单位 办理单位 收信单位"
    ),
    ItemField.EXTERNAL_ID: (
        "留言编号 留言id 评论id 信件编码 信件编号 转办单工单编号 工单编号 mid 微博id noteid "
        "帖子id 视频id photoid id bid 登记编号 编号 受理编号 受理单号 流水号 单号"
    ),
    ItemField.REPLY_TEXT: (
        "答复意见 答复内容 回复内容 办结回复摘要 转办单回复内容 受理意见 办理答复情况 回复摘要 处理结果 "
        "官方回复 官方答复 部门回复 部门答复"
    ),
    ItemField.REPLIED_AT: "答复时间 回复时间 首回时间 首次回复时间",
    ItemField.CONTACT: "联系电话 联系号码 诉求号码 联系方式 手机号 手机号码 手机 电话 来电号码 电话号码",
    ItemField.NOTES: "备注 说明",
}

_POSTS = "文章 帖子 微博 博文 推文 视频 作品 笔记 信件 来信 留言 稿件 新闻"
_MATTERS = f"{_POSTS} 工单 诉求 咨询 投诉 信息 舆情 事件 问题 线索"
_PERSONS = "达人 博主 用户 作者 发布者 发布人 发帖人 留言人 网友 up主"
_TIMES_COUNTED = "数 量 次数 数量 人次 条数"
_COMPOSED: tuple[tuple[ItemField, str, str], ...] = (
    (ItemField.TITLE, _MATTERS, "标题 题目 主题 名称"),
    (ItemField.SUMMARY, _MATTERS, "内容 正文 详情 描述 摘要 简介 概要 全文 文案"),
    (ItemField.PUBLISHED_AT, _POSTS, "时间 日期 发布时间 发布日期 发表时间"),
    (ItemField.LINK, _MATTERS, "链接 链接地址 地址 网址 url link"),
    (ItemField.EXTERNAL_ID, _MATTERS, "编号 编码 id"),
    (ItemField.COMMENT_KIND, _MATTERS, "类型 类别"),
    (ItemField.TOPIC, _MATTERS, "领域 分类"),
    (ItemField.AUTHOR, _PERSONS, "昵称 名称 姓名 名字"),
    (ItemField.SOURCE, "公众号 媒体 网站 站点 账号 频道 论坛 信源 来源 头条号", "名称 名"),
    (ItemField.SECTION, "承办 责任 主办 办理 处理 受理 回复 答复 收信", "部门 单位 科室"),
    (ItemField.READS, "阅读 浏览 点击 播放 观看 访问 查看", _TIMES_COUNTED),
    (ItemField.FORWARDS, "转发 分享 转载", _TIMES_COUNTED),
    (ItemField.REPLIES, "评论 回复 跟帖 跟贴 回帖 讨论", _TIMES_COUNTED),
    (ItemField.READS, "read view click play", "s count counts num number"),
    (ItemField.FORWARDS, "share repost forward retweet", "s count counts num number"),
    (ItemField.REPLIES, "comment reply", "s count counts num number"),
    (ItemField.TITLE, "article post news page", "title"),
    (ItemField.LINK, "article post news page original source", "url link"),
    (ItemField.PUBLISHED_AT, "publish published post posted create created", "time date at"),
    (ItemField.AUTHOR, "author poster", "name"),
    (ItemField.SOURCE, "source site media account", "name"),
    (ItemField.PLATFORM, "media source", "type"),
)
"""Headings made of what a column tells and whose it is: 视频 + 标题, 达人 + 昵称; trusted after the words above."""


def _synonyms() -> dict[ItemField, tuple[str, ...]]:
    words = {field: list(known.split()) for field, known in _WORDS.items()}
    for field, firsts, seconds in _COMPOSED:
        words[field] += [first + second for first in firsts.split() for second in seconds.split()]
    return {field: tuple(dict.fromkeys(known)) for field, known in words.items()}


SYNONYMS: dict[ItemField, tuple[str, ...]] = _synonyms()
FIELD_OF = {word: field for field, words in SYNONYMS.items() for word in words}
"""Which field a label of a form means."""
KNOWN_HEADINGS = frozenset(word for words in SYNONYMS.values() for word in words).union(
    (
        "序号",
        "点赞数",
        "点赞量",
        "收藏数",
        "收藏量",
        "粉丝数",
        "情感",
        "信息属性",
        "性别",
        "城市",
        "地域",
        "涉及词",
    ),
    (
        "关键词",
        "关键字",
        "搜索条件",
        "原创转发",
        "认证类型",
        "附件",
        "经办人",
        "处理状态",
        "办结时间",
        "交办时间",
    ),
)


_SIMPLE = str.maketrans(
    "標題發佈時間鏈連結閱讀數轉評論復複來臺內聯繫電話號碼級別類型領責辦單位備註編瀏覽點擊帳網鑑讚應摘",
    "标题发布时间链连结阅读数转评论复复来台内联系电话号码级别类型领责办单位备注编浏览点击账网鉴赞应摘",
)
"""The traditional characters of headings."""


_IN_BRACKETS = re.compile(r"\([^)]*\)?")


def plain(heading: str) -> str:
    """A heading for comparing: 回复情况（需要/不需要/已回） → 回复情况."""
    text = folded(heading).translate(_SIMPLE)
    return bare(_IN_BRACKETS.sub("", text)) or bare(text)


def parts(heading: str) -> tuple[str, ...]:
    """What a heading of two words names, each for comparing: 账号／作者."""
    return tuple(map(plain, re.split(r"[/／|、]", heading)))
