"""The table of words as columns."""

from collections.abc import Callable, Mapping

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.states import level_tone
from yuqing_desktop.domain.house_rules import HouseRule, read


def rule_columns(sections: Callable[[], Mapping[int, str]]) -> tuple[Column, ...]:
    """What a rule asks for and what it proposes."""

    def section(rule: HouseRule) -> Cell:
        return _text(sections().get(rule.section_id or 0, ""))

    return (
        Column("rule", "名称 · 词", _rule, 200, sortable=False, stretch=True),
        Column("topic", "领域", lambda rule: _text(rule.topic), 110, sortable=False),
        Column("level", "等级", _level, 84, sortable=False),
        Column("section", "科室", section, 130, sortable=False),
        Column("active", "", _active, 76, sortable=False),
    )


def _rule(rule: HouseRule) -> Cell:
    return Cell(read(rule.expression).name, rule.expression)


def _level(rule: HouseRule) -> Cell:
    return Cell(rule.level.label, tone=level_tone(rule.level), pill=True) if rule.level else ABSENT


def _text(words: str) -> Cell:
    return Cell(words) if words else ABSENT


def _active(rule: HouseRule) -> Cell:
    return Cell("使用中", tone="ok", pill=True) if rule.active else Cell("停用", tone="muted", pill=True)
