"""What the clerk did on the platform: account, time, link (第十条)."""

from ui.dialogs.choices import accounts
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.item import Item


def publishing_fields(scene: Scene, item: Item) -> list[Field]:
    """Which certified account, when, under which link."""
    certified = accounts(scene.core, item)
    missing = (
        "" if certified
        else f"{item.platform}没有有效的认证账号，不得回复；请办“暂不回复”，或在设置中登记账号（第十条）"
    )  # fmt: skip
    return [
        Field("account_id", "回复账号", "choice", required=True, choices=certified, help=missing),
        Field("link", "回复链接", placeholder="回复所在的网址"),
        Field("published_at", "回复时间", "moment", help="不填即为现在"),
    ]
