"""Private message, feedback, calls, urging, supervision, follow-up (第三条、第十一条), as forms."""

from collections.abc import Callable

from ui.dialogs.asked import Asked
from ui.dialogs.choices import Choices, names_in
from ui.dialogs.nod_fields import nod_fields, nod_initial, nod_of
from ui.dialogs.scene import Scene
from ui.dialogs.simple_act import SimpleAct
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.services.duty_acts import POST_STATES
from yuqing_desktop.services.extend import MOST_DAYS

_WAYS: Choices = [("催办单", "催办单"), ("电话", "电话"), ("短信", "短信"), ("工作群", "工作群")]


def _note(act: Act) -> Callable[[Asked], Changes]:
    def run(asked: Asked) -> Changes:
        values = {name: value for name, value in asked.values.items() if value is not None}
        return asked.core.duty_acts.note(asked.actor, act, asked.item_id, Note(**values), op_id=asked.op_id)

    return run


def _press(act: Act) -> Callable[[Asked], Changes]:
    def run(asked: Asked) -> Changes:
        values = {name: value for name, value in asked.values.items() if value is not None}
        return asked.core.supervise.issue(asked.actor, act, asked.item_id, Note(**values), op_id=asked.op_id)

    return run


def _when(label: str) -> Field:
    return Field("at", label, "moment", help="不填即为现在")


def _private_message(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("to", "私信对象"),
        _when("私信时间"),
        Field("words", "了解的情况", "text", required=True, lines=5),
    ]


def _progress(scene: Scene, dossier: Dossier) -> list[Field]:
    names = names_in(scene.core, dossier.item.section_id)
    return [
        Field("to", "责任人", required=True, suggestions=names),
        _when("反馈时间"),
        Field("words", "反馈的进展", "text", required=True, lines=5),
    ]


def _urge(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("channel", "催办方式", "segmented", required=True, choices=_WAYS),
        Field("to", "催办对象", required=True, suggestions=[dossier.section, *_names(scene, dossier)]),
        _when("催办时间"),
        Field("words", "内容", "text"),
    ]


def _call(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("to", "接听人", required=True, suggestions=_names(scene, dossier)),
        _when("通话时间"),
        Field("words", "内容", "text", lines=2),
    ]


def _give_reason(scene: Scene, dossier: Dossier) -> list[Field]:
    return [Field("words", "未办原因", "text", required=True, lines=4)]


def _supervise(scene: Scene, dossier: Dossier) -> list[Field]:
    return [
        Field("to", "督办对象", required=True, suggestions=[dossier.section, *_names(scene, dossier)]),
        _when("督办时间"),
        Field("words", "督办要求", "text", required=True, lines=5),
    ]


def _follow_up(scene: Scene, dossier: Dossier) -> list[Field]:
    states: Choices = [(state, state) for state in POST_STATES]
    return [
        _when("跟踪时间"),
        Field("stage", "原帖现在", "segmented", choices=states, help="看过原帖才选；没有看的不选"),
        Field("words", "跟踪情况", "text", required=True, lines=5),
    ]


def _extend_fields(scene: Scene, dossier: Dossier) -> list[Field]:
    days = [(count, f"{count} 个工作日") for count in range(1, MOST_DAYS + 1)]
    return [
        Field("days", "延期", "choice", required=True, choices=days),
        Field("reason", "理由", "text", required=True, lines=3),
        *nod_fields(scene),
    ]


def _extend(asked: Asked) -> Changes:
    values = dict(asked.values)
    nod = nod_of(values)
    return asked.core.extend.extend(asked.actor, asked.item_id, **values, nod=nod, op_id=asked.op_id)


def _names(scene: Scene, dossier: Dossier) -> list[str]:
    return names_in(scene.core, dossier.item.section_id)


def _limit(scene: Scene, dossier: Dossier) -> str:
    duties = [duty for duty in dossier.open_duties if duty.due_at is not None]
    lines = [f"{duty.kind.label}：{duty.due_at:%Y-%m-%d %H:%M}" for duty in duties]
    return "\n".join([*lines, f"已催办 {dossier.item.urged} 次"])


DUTY_FORMS = (
    SimpleAct(
        Act.PRIVATE_MESSAGE, "登记私信", "将记录私信的时间和了解到的情况；投诉举报须及时私信了解",
        _private_message, _note(Act.PRIVATE_MESSAGE),
        initial=lambda scene, dossier: {"to": dossier.item.author or dossier.item.source},
    ),
    SimpleAct(
        Act.PROGRESS_FEEDBACK, "登记反馈", "将记录向责任人反馈的进展", _progress, _note(Act.PROGRESS_FEEDBACK),
    ),
    SimpleAct(
        Act.CALL, "登记提醒", "将记录提醒了谁、何时", _call, _note(Act.CALL), told=_limit, told_title="时限",
    ),
    SimpleAct(
        Act.GIVE_REASON, "登记原因", "将记录科室说明的原因", _give_reason, _note(Act.GIVE_REASON), told=_limit, told_title="时限",
    ),
    SimpleAct(
        Act.URGE, "催办", "将编号催办单，记录催办的方式、对象和次数", _urge, _press(Act.URGE),
        initial=lambda scene, dossier: {"channel": "催办单", "to": dossier.section},
        told=_limit, told_title="时限",
    ),
    SimpleAct(
        Act.SUPERVISE, "督办", "将编号督办单，记录督办的对象和要求", _supervise, _press(Act.SUPERVISE),
        initial=lambda scene, dossier: {"to": dossier.section}, told=_limit, told_title="时限",
    ),
    SimpleAct(
        Act.EXTEND, "延期", "将记录延期的天数、理由和同意人；须在时限届满前办理", _extend_fields, _extend,
        initial=lambda scene, dossier: nod_initial(scene), told=_limit, told_title="时限",
    ),
    SimpleAct(Act.FOLLOW_UP, "登记跟踪", "将记录回复以后的情况", _follow_up, _note(Act.FOLLOW_UP)),
)  # fmt: skip
