"""Which column fills which field: named presets for tables met in practice, synonyms for all others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from yuqing_desktop.domain import sites
from yuqing_desktop.domain.links import link_facts
from yuqing_desktop.intake.sheet import Cell, as_text, is_empty
from yuqing_desktop.intake.synonyms import FIGURES, KNOWN_HEADINGS, SYNONYMS, TIMES, ItemField, parts, plain
from yuqing_desktop.intake.words import comment_kind_named, level_named, reply_need_named

_OTHER_POST = ("转发_", "转发-", "根微博", "原微博", "retweet", "被转发")
_SAMPLE = 50
_VAGUE = ("地址", "类型", "级别")


@dataclass(frozen=True, slots=True)
class Preset:
    """A table known by name: `marks` together tell it, `columns` say what synonyms would get wrong.

    A heading of None keeps a field empty. `platform` is where all its rows come from, if it is one.
    """

    name: str
    marks: tuple[str, ...]
    columns: tuple[tuple[ItemField, str | None], ...] = ()
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns`: field's name → index of its column. `preset` names the known table, or is empty."""

    columns: dict[str, int] = field(default_factory=dict)
    preset: str = ""


F = ItemField
PRESETS: tuple[Preset, ...] = (
    Preset(
        "新浪舆情通（长表）",
        ("标题／微博内容", "原文/评论链接", "来源网站", "原文作者", "媒体类型", "全文内容"),
    ),
    Preset("新浪舆情通（短表）", ("标题/微博内容", "原文/评论链接", "来源网站", "媒体平台", "原文作者")),
    Preset(
        "新浪舆情通（旧表）",
        ("标题／微博内容", "信息属性", "地址", "媒体名称", "发布日期", "全文内容"),
        ((F.LINK, "地址"), (F.SOURCE, "媒体名称")),
    ),
    Preset(
        "新浪舆情通（微博）",
        ("mid", "作者ID", "发布日期", "地址", "标题／微博内容", "评", "赞", "转"),
        ((F.LINK, "地址"), (F.AUTHOR, None)),
        platform=sites.WEIBO,
    ),
    Preset("思通舆情", ("标题", "摘要", "情感", "涉及词", "来源", "作者", "发布时间", "原文地址")),
    Preset(
        "集搜客微博检索",
        ("搜索条件", "博主", "博文", "博文独立网址", "发布时间", "转发数", "评论数"),
        platform=sites.WEIBO,
    ),
    Preset(
        "新榜公众号",
        ("accountId", "clicksCount", "commentCount", "publicTime", "title", "userName"),
        platform=sites.WECHAT,
    ),
    Preset(
        "weibo-search",
        ("bid", "user_id", "用户昵称", "微博正文", "转发数", "评论数", "发布时间"),
        ((F.EXTERNAL_ID, "id"),),
        platform=sites.WEIBO,
    ),
    Preset(
        "MediaCrawler 微博",
        ("note_id", "content", "create_date_time", "comments_count", "shared_count", "note_url"),
        platform=sites.WEIBO,
    ),
    Preset("微博评论", ("微博id", "评论id", "评论时间", "评论者姓名", "评论内容"), platform=sites.WEIBO),
    Preset(
        "公众号阅读数",
        ("发文时间", "文章标题", "采集时间", "阅读数", "点赞数", "评论数"),
        platform=sites.WECHAT,
    ),
    Preset(
        "微博导出",
        ("类型", "用户", "省份", "时间", "情感指数", "发布来源", "标题", "链接", "内容"),
        platform=sites.WEIBO,
    ),
    Preset("全网采集", ("渠道", "url", "时间", "content", "title", "用户昵称", "转发数", "评论数")),
    Preset(
        "B站视频",
        ("视频id", "标题", "描述", "最新弹幕数量", "回复数", "分享数", "观看数"),
        platform=sites.BILIBILI,
    ),
    Preset(
        "问政留言与答复",
        ("留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间"),
        platform=sites.LEADER_BOARD,
    ),
    Preset(
        "问政留言", ("留言编号", "留言用户", "留言主题", "留言时间", "留言详情"), platform=sites.LEADER_BOARD
    ),
    Preset(
        "12345督办工单",
        ("标题", "转办单工单编号", "诉求内容", "转办单回复内容", "承办单位"),
        ((F.REPLIED_AT, None),),
        platform=sites.HOTLINE,
    ),
    Preset(
        "政府信箱",
        ("信件编码", "收信单位", "来信时间", "诉求目的", "内容分类", "标题"),
        platform=sites.GOVERNMENT,
    ),
    Preset(
        "12345咨询公开",
        ("咨询主题", "咨询日期", "咨询人", "咨询内容", "处理单位", "受理意见"),
        platform=sites.HOTLINE,
    ),
    Preset(
        "信访台账",
        ("信访日期", "姓名", "地址", "概况", "办理答复情况", "稳控情况"),
        ((F.LINK, None),),
        platform=sites.OTHER,
    ),
    Preset(
        "网信办舆情台账", ("巡查单位", "发布时间", "发布平台", "标题", "链接", "责任单位", "关注量", "跟帖数")
    ),
    Preset("舆情登记表", ("事件标题", "原文链接", "来源平台", "阅读量", "分享/转发", "评论量")),
    Preset("周台账", ("登记编号", "发现时间", "信息发布时间", "信息摘要", "当时阅读数", "跟进科室")),
    Preset(
        "本制度第七条", ("信息发布时间", "信息摘要", "信息来源", "当时阅读数", "当时转发数", "当时回复数")
    ),
)


def find_preset(headings: Sequence[str]) -> Preset | None:
    """The most particular preset whose marks all stand among the headings."""
    present = {plain(heading) for heading in headings}
    fitting = [preset for preset in PRESETS if all(plain(mark) in present for mark in preset.marks)]
    return max(fitting, key=lambda preset: len(preset.marks), default=None)


def preset_named(name: str) -> Preset | None:
    """The preset of that name, or None."""
    return next((preset for preset in PRESETS if preset.name == name), None)


def propose_mapping(
    headings: Sequence[str], sample: Sequence[Sequence[Cell]] = (), *, preset: Preset | None = None
) -> Mapping:
    """A column for each field that has one: the preset's (given or found), else by synonyms and values."""
    chosen = preset or find_preset(headings)
    columns: dict[str, int] = {}
    closed: set[ItemField] = set()
    for name, heading in chosen.columns if chosen else ():
        closed.add(name)
        index = next(
            (i for i, there in enumerate(headings) if heading and plain(there) == plain(heading)), None
        )
        if index is not None:
            columns[str(name)] = index
    for name in ItemField:
        if name in closed:
            continue
        index = _best_column(name, headings, sample[:_SAMPLE], taken=set(columns.values()))
        if index is not None:
            columns[str(name)] = index
    return Mapping(columns, chosen.name if chosen else "")


def _best_column(
    name: ItemField, headings: Sequence[str], sample: Sequence[Sequence[Cell]], *, taken: set[int]
) -> int | None:
    """The free column with the most telling heading; of equal ones the first that is not empty."""
    words = SYNONYMS[name]
    ranked = []
    for index, heading in enumerate(headings):
        if index in taken or _is_of_another_post(heading):
            continue
        key = _word(name, heading)
        if key not in words:
            continue
        cells = [row[index] for row in sample if index < len(row) and not is_empty(row[index])]
        if name in _CHECKS and ((not cells and key in _VAGUE) or not _mostly(_CHECKS[name], cells)):
            continue
        ranked.append((bool(sample) and not cells, words.index(key), index))
    return min(ranked)[2] if ranked else None


def _word(name: ItemField, heading: str) -> str:
    """The heading; for a text's column the half of an unknown one that names it (账号/作者 holds either)."""
    key = plain(heading)
    if key in KNOWN_HEADINGS or name in (*FIGURES, *TIMES):
        return key
    return next((part for part in parts(heading) if part in SYNONYMS[name]), key)


def _is_of_another_post(heading: str) -> bool:
    """Whether the column tells of another post, the one forwarded."""
    return heading.strip().casefold().startswith(_OTHER_POST)


def _mostly(check: Callable[[str], object], cells: Sequence[Cell]) -> bool:
    return sum(bool(check(as_text(cell))) for cell in cells) * 2 >= len(cells)


_CHECKS: dict[ItemField, Callable[[str], object]] = {
    ItemField.LINK: lambda text: link_facts(text).key,
    ItemField.LEVEL: level_named,
    ItemField.COMMENT_KIND: comment_kind_named,
    ItemField.REPLY_NEED: reply_need_named,
}
"""Headings alone mislead here (地址 may be a street, 类型 anything): the values must fit too."""
