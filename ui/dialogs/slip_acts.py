"""Receipt and refusal of a slip, later readings of the figures (第七条、第八条、第十三条), as forms."""

from ui.dialogs.asked import Asked
from ui.dialogs.choices import names_in
from ui.dialogs.scene import Scene
from ui.dialogs.simple_act import Initial, SimpleAct
from ui.widgets.field import Field
from ui.wording.moments import full_moment
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.vocabulary import Act


def _slip(scene: Scene, dossier: Dossier) -> str:
    slip = dossier.slips[-1]
    assisting = f"；协办：{'、'.join(dossier.assisting)}" if dossier.assisting else ""
    return (
        f"{slip.number} · {dossier.section}{assisting}\n"
        f"{full_moment(slip.sent_at)} 转送 · 反馈时限 {full_moment(slip.feedback_due)}"
    )


def _receive_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field(
            "received_by", "签收人", required=True, suggestions=names_in(scene.core, dossier.item.section_id)
        ),
        Field("received_at", "签收时间", "moment", help="不填即为现在；以回执上的时间为准"),
    ]


def _own_name(field: str) -> Initial:
    """Who sits here, where this is the person's own section's slip."""
    return lambda scene, dossier: (
        {field: scene.actor.name} if scene.actor.section_id == dossier.item.section_id else {}
    )


def _refuse_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("by", "退单人", required=True, suggestions=names_in(scene.core, dossier.item.section_id)),
        Field(
            "reason", "退单理由", "text", required=True, lines=4, placeholder="例：不属本科室职责，建议转…"
        ),
    ]


def first_figures(item: Item) -> str:
    """The legal 当时 figures with time and reader, in words."""
    figures = f"阅读 {item.reads.label} · 转发 {item.forwards.label} · 回复 {item.replies.label}"
    return f"{figures}（{full_moment(item.figures_at)}，{item.figures_by}读）"


def _reading_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("reads", "阅读数", "figure"),
        Field("forwards", "转发数", "figure"),
        Field("replies", "回复数", "figure"),
        Field("read_at", "读数时间", "moment", help="不填即为现在"),
    ]


def _read(asked: Asked) -> Changes:
    reading = FigureReading(**asked.values)
    return asked.core.register.read_figures(asked.actor, asked.item_id, reading, op_id=asked.op_id)


SLIP_ACTS = (
    SimpleAct(
        Act.RECEIVE, "签收", "将记录签收人和时间；科室反馈的时限以转送单印明的为准", _receive_fields,
        lambda asked: asked.core.transfer.receive(asked.actor, asked.item_id, **asked.values, **asked.seen),
        initial=_own_name("received_by"), told=_slip, told_title="转送单",
    ),
    SimpleAct(
        Act.REFUSE_SLIP, "退单", "将记录退单人和理由；原单号作废但保留，事项回到待转送", _refuse_fields,
        lambda asked: asked.core.transfer.refuse(asked.actor, asked.item_id, **asked.values, **asked.seen),
        initial=_own_name("by"), told=_slip, told_title="转送单",
    ),
    SimpleAct(
        Act.READ_FIGURES, "登记读数", "新读数记在登记时的数据旁边，登记时的数据不变", _reading_fields, _read,
        told=lambda scene, dossier: first_figures(dossier.item), told_title="登记时（不可修改）",
    ),
)  # fmt: skip
