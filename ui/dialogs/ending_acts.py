"""The acts that end an item, bring it back, or put it aside (第三条), as forms."""

from ui.dialogs.asked import Asked
from ui.dialogs.nod_fields import nod_fields, nod_initial, nod_of
from ui.dialogs.scene import Scene
from ui.dialogs.simple_act import Fields, SimpleAct
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act, CommentKind

_NEWEST = 100


def _reason(label: str = "理由", placeholder: str = "") -> Fields:
    return lambda scene, dossier: [
        Field("reason", label, "text", required=True, lines=4, placeholder=placeholder)
    ]


def _asks_nod(scene: Scene, dossier: Dossier) -> bool:
    """第十一条: leaving malice alone may, by setting, need the deputy's agreement."""
    malicious = dossier.item.comment_kind is CommentKind.MALICIOUS
    return malicious and scene.core.settings.office().malicious_needs_nod


def _no_reply_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    asked = nod_fields(scene) if _asks_nod(scene, dossier) else []
    return [*_reason()(scene, dossier), *asked]


def _no_reply(asked: Asked) -> Changes:
    nod = nod_of(asked.values)
    reason = asked.values["reason"]
    return asked.core.replying.no_reply(asked.actor, asked.item_id, reason=reason, nod=nod, **asked.seen)


def _no_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return []


def _close_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field(
            "outcome",
            "处置结果",
            "text",
            required=True,
            lines=4,
            placeholder="例：已恢复并回复网民，诉求已解决",
        )
    ]


def _hand_over_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("to", "移交单位", required=True, placeholder="例：市行政审批局"),
        Field("reason", "理由", "text", required=True),
    ]


def _merge_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    registry = scene.core.registry
    rows = registry.page(registry.ids(Filter(), limit=_NEWEST))
    others = [f"{row.number} {row.title}" for row in rows if row.id != dossier.item.id]
    return [
        Field("into", "并入事项", required=True, suggestions=others, placeholder="编号或标题中的字",
              help="同一事件的另一件事项；本条作为佐证保留，两件共用一个回复"),
        Field("reason", "说明", "text"),
    ]  # fmt: skip


def _merge(asked: Asked) -> Changes:
    typed = asked.values["into"].split()[0]
    into = asked.core.registry.by_number(typed).number
    reason = asked.values["reason"]
    return asked.core.closing.merge(asked.actor, asked.item_id, into=into, reason=reason, **asked.seen)


def _owed(scene: Scene, dossier: Dossier) -> str:
    reply = dossier.replies[-1] if dossier.replies else None
    said = f"由{reply.account}于{reply.published_at:%Y-%m-%d %H:%M}回复" if reply else dossier.item.outcome
    return said or dossier.item.status.label


ENDING_ACTS = (
    SimpleAct(
        Act.CLOSE, "办结", "将记录处置结果和办结时间，事项移出在办", _close_fields,
        lambda asked: asked.core.closing.close(asked.actor, asked.item_id, **asked.values, **asked.seen),
        initial=lambda scene, dossier: {"outcome": dossier.item.outcome},
        told=_owed, told_title="回复情况", is_end=True,
    ),
    SimpleAct(
        Act.NO_REPLY, "无需回复", "将记录不回复的理由、决定人和时间；恶意言论可不作理睬", _no_reply_fields, _no_reply,
        initial=lambda scene, dossier: nod_initial(scene) if _asks_nod(scene, dossier) else {},
    ),
    SimpleAct(
        Act.SUSPEND_REPLY, "暂不回复", "将记录暂不回复的理由；没有认证的页面不回复",
        _reason(placeholder="例：该平台没有本局的认证账号"),
        lambda asked: asked.core.replying.suspend(asked.actor, asked.item_id, **asked.values, **asked.seen),
    ),
    SimpleAct(Act.MERGE, "并案", "将并入另一件事项，本条不再单独办理", _merge_fields, _merge, is_end=True),
    SimpleAct(
        Act.DISMISS, "按误报结束", "将记录理由，事项按误报结束",
        _reason(placeholder="例：与本局职责无关；经核实内容不实"),
        lambda asked: asked.core.closing.dismiss(asked.actor, asked.item_id, **asked.values, **asked.seen),
        is_end=True,
    ),
    SimpleAct(
        Act.HAND_OVER, "移交", "将记录接收单位和理由，事项在本局结束", _hand_over_fields,
        lambda asked: asked.core.closing.hand_over(asked.actor, asked.item_id, **asked.values, **asked.seen),
        is_end=True,
    ),
    SimpleAct(
        Act.REOPEN, "重开", "事项回到待转送，此前的审批作废，经过全部保留", _reason(),
        lambda asked: asked.core.closing.reopen(asked.actor, asked.item_id, **asked.values, **asked.seen),
        told=lambda scene, dossier: dossier.item.outcome or dossier.item.status.label, told_title="原处置结果",
    ),
    SimpleAct(
        Act.TRASH, "移入回收站", "30天内可以恢复；编号保留，不再使用", _reason(placeholder="例：重复登记"),
        lambda asked: asked.core.register.trash(
            asked.actor, asked.item_id, asked.values["reason"], op_id=asked.op_id
        ),
        is_end=True,
    ),
    SimpleAct(
        Act.RESTORE, "恢复", "事项移出回收站，从移入前的状态继续办理", _no_fields,
        lambda asked: asked.core.register.restore(asked.actor, asked.item_id, op_id=asked.op_id),
    ),
)  # fmt: skip
