"""The fields of 第七条 as a form: for a new item and for its correction."""

from ui.dialogs.choices import platforms, sections, topics, words
from ui.widgets.field import Field
from yuqing_desktop.core import Core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, ReplyNeed

REPEATING = ("platform", "source", "found_at", "figures_by", "reply_need", "section_id", "topic")
"""What mostly stays the same from one item to the next."""


def new_item_fields(core: Core) -> list[Field]:
    """Everything 登记 may give, in the order it is found on a page."""
    return [
        *_what(core, Item()),
        Field("reads", "当时阅读(&R)", "figure"),
        Field("forwards", "转发", "figure", beside=True),
        Field("replies", "回复", "figure", beside=True),
        Field("figures_at", "读数时间", "moment", help="不填即为发现时间"),
        Field("figures_by", "读数人", beside=True),
        Field("reply_need", "回复情况(&N)", "segmented", required=True, choices=words(ReplyNeed)),
        Field("comment_kind", "类别(&K)", "segmented", choices=words(CommentKind), help="按 1–5 选择，也可在评估时确定"),
        Field("section_id", "跟进科室(&G)", "choice", choices=sections(core)),
        Field("topic", "领域", "choice", choices=topics(core), beside=True),
        *_texts(),
    ]  # fmt: skip


def edit_fields(core: Core, item: Item) -> list[Field]:
    """What 修改 may change; the 当时 figures are only said."""
    return [
        *_what(core, item),
        Field("figures", "当时数据", "said", help="登记时的数据不能修改，新读数请用补读数"),
        Field("reply_need", "回复情况(&N)", "segmented", required=True, choices=words(ReplyNeed)),
        Field("topic", "领域", "choice", choices=topics(core, item.topic)),
        *_texts(),
    ]


def _what(core: Core, item: Item) -> list[Field]:
    return [
        Field("title", "标题(&T)", required=True, placeholder="网页标题，或内容的第一句"),
        Field("link", "链接(&L)", placeholder="粘贴原文链接，自动填平台和来源"),
        Field("platform", "平台(&P)", "choice", required=True, choices=platforms(core, item.platform)),
        Field("source", "来源(&S)", beside=True, placeholder="网站、栏目或账号"),
        Field("author", "作者", beside=True),
        Field("published_at", "发布时间(&B)", "moment"),
        Field("found_at", "发现时间", "moment", beside=True),
        Field("summary", "摘要(&Y)", "text", lines=3),
    ]


def _texts() -> list[Field]:
    return [
        Field("content", "原文", "text", lines=2, placeholder="需要留存时粘贴原文"),
        Field("notes", "备注(&M)", "text", lines=1),
    ]
