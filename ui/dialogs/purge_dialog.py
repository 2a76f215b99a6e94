"""清除个人信息 (第十一条): what goes is in sight, and the words are typed before it does."""

from collections.abc import Sequence
from typing import Any

from ui.dialogs.password_act_dialog import PasswordActDialog
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.personal import purge_words
from yuqing_desktop.services.personal import Overdue
from yuqing_desktop.services.personal_files import OverdueFile

_SHOWN = 8


def purge_dialog(
    scene: Scene, due: Sequence[Overdue], files: Sequence[OverdueFile] = ()
) -> PasswordActDialog:
    """The dialog for these and no others: personal data of items, and files of imports."""
    core, actor = scene.core, scene.actor
    wanted = purge_words(len(due), len(files))

    def run(values: dict[str, Any]) -> Changes:
        gone = [one.sha256 for one in files]
        return core.personal.purge(actor, [one.item_id for one in due], values["confirmed"], files=gone)

    lines = [f"{one.number}　{one.whose}" for one in due[:_SHOWN]]
    more = [f"等 {len(due)} 件"] if len(due) > _SHOWN else []
    more += [f"{one.number}　原文件“{one.title}”" for one in files[:_SHOWN]]
    more += [f"等 {len(files)} 个文件"] if len(files) > _SHOWN else []
    dialog = PasswordActDialog(
        scene, title="清除个人信息", main="清除", run=run, told=("将清除", "\n".join((*lines, *more))),
        fields=(Field("confirmed", "确认", required=True, placeholder=f"请照写：{wanted}"),),
        record="清除后不能恢复；何人、何时清除了什么记入留痕，原文件只留校验值。旧备份中的随备份到期删除（第十一条）",
    )  # fmt: skip
    dialog.chapter = "personal"
    return dialog
