"""Times and counts told inside a text: a page's information line, a copied paragraph, a counter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.figures import UNKNOWN, Figure, read_figure
from yuqing_desktop.domain.moment_forms import BETWEEN, CLOCK, DATES, ZONE, normal
from yuqing_desktop.domain.moments import DATE_ONLY, read_moment

_FORMS = (
    re.compile(rf"(?<!\d){DATES['full']}(?:{BETWEEN}{CLOCK}{ZONE})?"),
    re.compile(rf"{DATES['named']}\s*{CLOCK}"),
    re.compile(
        r"(?:\b[a-z]{3,9}\.?\s\d{1,2},?|(?<!\d)\d{1,2}\s[a-z]{3,9}\.?,?)\s\d{4}\b"
        r"(?:,?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?)?"
    ),
    re.compile(r"(?<!\d)(?:\d+|半)\s*个?\s*(?:秒钟?|分钟?|小时|天)\s*前|刚刚"),
    re.compile(rf"(?<![\d\-/.年])\d{{1,2}}\s*[-/月]\s*\d{{1,2}}\s*日?\s+{CLOCK}"),
)
_LABELS = {
    "reads": ("阅读", "阅览", "浏览", "观看", "播放", "查看", "点击", "围观", "reads", "views"),
    "forwards": ("转发", "分享"),
    "replies": ("评论", "回复", "回帖", "回贴", "跟帖", "跟贴", "留言", "讨论"),
    "": ("点赞", "赞", "收藏", "喜欢", "在看", "投币", "弹幕", "粉丝", "关注", "推荐", "参与", "获赞"),
}
_NAMES = {word: name for name, words in _LABELS.items() for word in words}
_NUMBER = r"\d[\d,]*(?:\.\d+)?\s*[千万亿kw]*\+?|不可见|--?"
_TOKEN = re.compile(
    rf"(?P<label>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:数量|次数|人数|人次|数|量|次|贴|帖)?"
    r"(?!\s*(?:id|编号|号码|时间|日期|对象|内容|主题|标题|单位|部门|人\b|类型|方式|状态))"
    rf"|(?P<number>(?<![\d.a-z]){_NUMBER})(?:次|人|条|个)?(?![\d.a-z%年月日号])",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[\s:：()（）\[\]【】|·,，/、]*")
_POINTED = re.compile(r"[:(\[【]")
_LONGEST_COUNTER_LINE = 120
_MOST_OTHER_TEXT = 24


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A time told in a text: where it stood (in `normal` text) and whether it names the hour."""

    moment: datetime
    has_clock: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The three figures of 第七条 as a text tells them."""

    reads: Figure = UNKNOWN
    forwards: Figure = UNKNOWN
    replies: Figure = UNKNOWN

    def or_else(self, other: "Counts") -> "Counts":
        """These, and where one is unknown the other's."""
        return Counts(
            *(
                mine if mine != UNKNOWN else theirs
                for mine, theirs in (
                    (self.reads, other.reads),
                    (self.forwards, other.forwards),
                    (self.replies, other.replies),
                )
            )
        )


def moments_in(text: str, now: datetime) -> list[FoundMoment]:
    """Every time a text tells, in its order; of overlapping ones the fuller form."""
    plain = normal(text)
    found: list[FoundMoment] = []
    for form in _FORMS:
        for match in form.finditer(plain):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            reading = read_moment(match.group(), now)
            if reading.value is not None:
                has_clock = reading.remark != DATE_ONLY
                found.append(FoundMoment(reading.value, has_clock, match.start(), match.end()))
    return sorted(found, key=lambda moment: moment.start)


def counts_in(text: str, now: datetime) -> Counts:
    """The counts a counter line tells (阅读 1.2万 评论[3]; 3转发 5评论); running prose tells none."""
    plain = normal(text)
    if len(plain) > _LONGEST_COUNTER_LINE:
        return Counts()
    for moment in reversed(moments_in(plain, now)):
        plain = f"{plain[: moment.start]}\n{plain[moment.end :]}"
    tokens = list(_TOKEN.finditer(plain))
    is_counter_line = len(_TOKEN.sub("", plain).strip()) <= _MOST_OTHER_TEXT
    figures: dict[str, Figure] = {}
    for run in _runs(plain, tokens):
        for label, number in _pairs(run):
            name = _NAMES[label["label"].lower()]
            figure = read_figure(number["number"].replace(" ", "")).value
            is_told = is_counter_line or _POINTED.search(plain, label.end(), max(label.end(), number.start()))
            if name and is_told and figure is not None and figure != UNKNOWN:
                figures.setdefault(name, figure)
    return Counts(**figures)


def _runs(text: str, tokens: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Tokens that stand together, labels and numbers by turns."""
    run: list[re.Match[str]] = []
    for token in tokens:
        joined = run and _JOIN.fullmatch(text, run[-1].end(), token.start())
        if run and (not joined or bool(run[-1]["label"]) == bool(token["label"])):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _pairs(run: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """(label, number) of a run: 阅读 12 评论 3 names first, 12阅读 3评论 counts first."""
    counts_first = bool(run[0]["number"]) and bool(run[-1]["label"])
    start = 0 if counts_first or run[0]["label"] else 1
    for first, second in zip(run[start::2], run[start + 1 :: 2], strict=False):
        yield (second, first) if counts_first else (first, second)
