"""正式回复 (第十条): the approved text to copy; then what stands on the page, compared character by character."""

from pathlib import Path
from typing import Any

from ui.dialogs.approval_text import under_text
from ui.dialogs.copied_text import CopiedText
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.publishing_fields import publishing_fields
from ui.dialogs.scene import Scene
from ui.dialogs.wording_fields import first_account
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text_diff import TextDiff
from ui.wording.moments import full_moment
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Draft
from yuqing_desktop.domain.text import clean
from yuqing_desktop.services.reply import Published

_RECORD = "将记录回复账号、时间、链接和页面上的文本；与批准的文本不一致须写明原因（第十条、第十三条）"

SCREENSHOTS = "图片 (*.png *.jpg *.jpeg *.bmp *.webp)"


class ReplyDialog(DeskDialog):
    """The reason for a deviation is asked for only when there is one."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        super().__init__(scene, title="正式回复", main="登记回复", dossier=dossier, record=_RECORD, width=820)
        draft = dossier.draft or Draft()
        self._draft = draft
        self.approved = CopiedText(f"批准的回复 · 第 {draft.serial} 稿", note=self._agreed())
        self.approved.show_text(draft.text)
        self.add_card(self.approved)
        fields = [
            *publishing_fields(scene, dossier.item),
            Field("text", "页面上的文本", "text", required=True, lines=3, placeholder="从页面上复制回来，自动逐字核对"),
            Field("screenshots", "回复截图", "files", help="作为附件留存备查"),
        ]  # fmt: skip
        self.form = self.add_form(fields, scene.around(self._choose_screenshots))
        self.form.set_values({"account_id": draft.account_id or first_account(scene, dossier.item)})
        self._card = Card("与批准的文本核对", quiet=True)
        self.diff = TextDiff()
        self._card.body.addWidget(self.diff)
        self.add_card(self._card)
        self.why = self.add_form(
            [Field("deviation", "偏差原因", "text", lines=2, help="页面文本与批准的文本不一致，须写明原因")],
            scene.around(),
        )
        self.form.changed.connect(self._compare)
        self._compare("text")

    def job(self, values: dict[str, Any]) -> Job:
        """Record it, its screenshots as evidence; files that cannot be kept are refused before anything is recorded."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        screenshots = values.pop("screenshots")
        published = Published(**values, channel=self._draft.channel)

        def record() -> Changes:
            for path in screenshots:
                core.attachments.keep_scan(path)
            done = core.replying.reply(actor, item.id, published, version=item.version, op_id=op_id)
            for path in screenshots:
                core.attachments.attach(
                    actor, item.id, path, link=published.link, op_id=f"{op_id}-{path.name}"
                )
            return done

        return record

    def _choose_screenshots(self) -> list[Path]:
        return self.scene.prompts.open_files("选择回复截图", kinds=SCREENSHOTS, many=True)

    def _compare(self, key: str) -> None:
        if key != "text":
            return
        text = clean(self.form.inputs["text"].value())
        differs = bool(text) and fingerprint(text) != self._draft.sha256
        places = self.diff.show_wordings(self._draft.text, text) if text else 0
        self._card.note.setText(f"{places} 处不一致" if differs else "逐字一致")
        self._card.note.set_role("danger" if differs else "ok")
        self.diff.setVisible(differs)
        self._card.setVisible(bool(text))
        self.why.parentWidget().setVisible(differs)

    def _agreed(self) -> str:
        item = self.item
        agreed = [
            f"{word}{name}于 {full_moment(when)} 同意"
            for word, name, when in (
                ("副组长", item.deputy_by, item.deputy_at),
                ("组长", item.head_by, item.head_at),
            )
            if when
        ]
        return "；".join([*agreed, under_text(self.scene.core, self.case, self._draft)])
