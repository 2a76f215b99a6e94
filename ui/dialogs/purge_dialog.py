"""清除个人信息 (第十一条): what goes is in sight, and the words are typed before it does."""

from collections.abc import Sequence
from typing import Any

from ui.dialogs.password_act_dialog import PasswordActDialog
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.personal import purge_words
from yuqing_desktop.services.personal import Overdue

_SHOWN = 8


def purge_dialog(scene: Scene, due: Sequence[Overdue]) -> PasswordActDialog:
    """The dialog for these and no others."""
    core, actor = scene.core, scene.actor
    wanted = purge_words(len(due))

    def run(values: dict[str, Any]) -> Changes:
        return core.personal.purge(actor, [one.item_id for one in due], values["confirmed"])

    lines = [f"{one.number}　{one.whose}" for one in due[:_SHOWN]]
    more = [f"等 {len(due)} 件"] if len(due) > _SHOWN else []
    dialog = PasswordActDialog(
        scene, title="清除个人信息", main="清除", run=run, told=("将清除", "\n".join((*lines, *more))),
        fields=(Field("confirmed", "确认", required=True, placeholder=f"请照写：{wanted}"),),
        record="清除后不能恢复；何人、何时清除了哪些事项的个人信息记入留痕。旧备份中的随备份到期删除（第十一条）",
    )  # fmt: skip
    dialog.chapter = "personal"
    return dialog
