"""The fields of a proposed reply: text, where it is to appear, by which certified account (第九条、第十条)."""

from ui.dialogs.choices import accounts, words
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import ReplyChannel


def wording_fields(scene: Scene, item: Item) -> list[Field]:
    """A reply as proposed."""
    certified = accounts(scene.core, item)
    missing = "" if certified else f"{item.platform}没有有效的认证账号，不能公开回复（第十条）"
    return [
        Field("text", "拟回复", "text", required=True, lines=5),
        Field("channel", "回复方式", "segmented", required=True, choices=words(ReplyChannel)),
        Field("account_id", "回复账号", "choice", choices=certified, help=missing),
    ]


def first_account(scene: Scene, item: Item) -> int | None:
    """The only account there is to answer from; none where there is a choice."""
    certified = scene.core.replying.accounts_for(item)
    return certified[0].id if len(certified) == 1 else None
