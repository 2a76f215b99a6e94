"""时限 (第十四条): the limits in force and from when; a new profile holds from its day on; national floors beside."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.pages.seat import Seat
from ui.pages.settings.form_panel import FormPanel
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.limits import NATIONAL_FLOORS, ClockStart, Limit, LimitProfile, profile_on
from yuqing_desktop.domain.rules_typed import limits_said, read_limits
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.problems import BadInput

_WHEN = (
    Field("name", "名称", required=True, placeholder="例：2027年时限"),
    Field("since", "启用日期", "date", required=True, ahead=True,
          help="这一天起登记的事项按新时限，此前的仍按旧时限。"),
    Field("clock_start", "起算", "segmented", required=True, choices=[(one, one.label) for one in ClockStart]),
)  # fmt: skip
_LIMITS = tuple(
    Field(
        kind.value,
        f"{kind.label}",
        required=True,
        help=kind.article if kind.rank % 2 else "",
        beside=bool(kind.rank % 2),
    )
    for kind in DutyKind
)
_HOW = (
    "写作 30分钟、4个工作小时、1个工作日；某个等级另有时限的接着写，如：4个工作小时；重要：2个工作小时。"
    "“1个工作日”到下一工作日下班为止（民法典第二百零一条、第二百零三条）；写“1个工作日（满时）”则满到同一时刻。"
)


class LimitsPanel(FormPanel):
    """Shows the profile of the day; saving makes a profile of the typed day."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        fields = tuple(Field(one.key, one.label, required=True, beside=one.beside) for one in _LIMITS)
        super().__init__(
            seat,
            "时限",
            "事项按登记当日有效的时限评判（第十四条）。",
            (("方案", _WHEN), ("各环节时限", fields)),
            parent,
        )
        limits = self.area.column.itemAt(1).widget()
        assert isinstance(limits, Card)
        limits.body.addWidget(TextLabel(_HOW, role="muted", wrap=True))
        self.floors, self.profiles = Facts(name_width=132), Facts(name_width=132)
        self._add("国家规定的底线", "自发现时起按自然时间计，不因本局设置放宽。", self.floors)
        self._add("历次方案", "", self.profiles)
        self.floors.show_facts(
            [
                (
                    one.what,
                    f"{one.hours} 小时内，{'、'.join(level.label for level in one.levels)}（{one.source}）",
                )
                for one in NATIONAL_FLOORS
            ]
        )
        self.refresh()

    def shown(self) -> dict[str, object]:
        """The profile of today."""
        profiles = self.seat.core.settings.rules().profiles
        held = profile_on(profiles, self._today())
        self.profiles.show_facts(
            [(f"{one.since} 起", _said(one, held)) for one in sorted(profiles, key=lambda one: one.since)]
        )
        values: dict[str, object] = {kind.value: limits_said(held, kind) for kind in DutyKind}
        return values | {"name": held.name, "since": self._today(), "clock_start": held.clock_start}

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """A profile of these limits."""
        since, start = values["since"], values["clock_start"]
        assert isinstance(since, date)
        assert isinstance(start, ClockStart)
        limits: list[Limit] = []
        wrong: dict[str, str] = {}
        for kind in DutyKind:
            try:
                limits += read_limits(kind, str(values[kind.value]))
            except BadInput as problem:
                wrong |= problem.fields
        if wrong:
            raise BadInput(wrong, article="第十四条")
        core, actor = self.seat.core, self.seat.actor
        profile = LimitProfile(str(values["name"]), since, tuple(limits), start)
        return lambda: core.calendar.set_profile(actor, profile)

    def _today(self) -> date:
        return self.seat.now.date()

    def _add(self, title: str, note: str, facts: Facts) -> None:
        card = Card(title, note=note)
        card.body.addWidget(facts)
        self.area.column.insertWidget(self.area.column.count() - 1, card)


def _said(profile: LimitProfile, held: LimitProfile) -> str:
    now = "（今天有效）" if profile is held else ""
    first = limits_said(profile, DutyKind.FIRST_REPLY)
    return f"{profile.name}{now}　首次回复 {first}，科室反馈 {limits_said(profile, DutyKind.FEEDBACK)}"
