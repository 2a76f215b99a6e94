"""One situation: facts for, facts against, who held the item how long, what a person decided."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.accountability.entry_columns import owner
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.pill import Pill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from ui.wording.states import level_tone
from yuqing_desktop.domain.accountability import AccountabilityCase
from yuqing_desktop.services.accountability import Entry, Held


class FactsPane(QWidget):
    """Shows an entry with its chain of slips; decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.level = TextLabel(role="muted", selectable=True), Pill(strong=True)
        self.heading = TextLabel(role="title", wrap=True, selectable=True)
        self.clause = TextLabel(role="section", wrap=True)
        self.area = ScrollColumn("事实", spacing=12)
        self.area.column.setContentsMargins(0, 0, 4, 4)
        self.words: list[str] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.level)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.clause):
            column.addWidget(part)
        column.insertLayout(0, head)
        column.addWidget(self.area, 1)

    def show_entry(
        self, entry: Entry, chain: Sequence[Held], sections: dict[int, str], now: datetime
    ) -> None:
        """Another situation."""
        item, facts = entry.item, entry.facts
        self.number.setText(item.number)
        self.level.say(item.level.label if item.level else "", level_tone(item.level_or_ordinary))
        self.heading.setText(item.title)
        self.clause.setText(f"{facts.clause.label}　责任：{owner(entry)}")
        self.area.clear()
        self.words = []
        self._add_list("记录所示", facts.supporting, "记录中没有")
        self._add_list("应当一并考虑的情况", facts.opposing, "记录中没有")
        self._add_chain(chain, sections, now)
        if entry.case is not None:
            self._add_case(entry.case)
        self.area.column.addStretch(1)

    def _add_list(self, title: str, facts: Sequence[str], nothing: str) -> None:
        card = Card(title, note=f"{len(facts)} 条" if facts else "", quiet=True)
        for at, words in enumerate(facts or (nothing,), start=1):
            said = f"{at}．{words}" if facts else words
            card.body.addWidget(TextLabel(said, role="" if facts else "muted", wrap=True, selectable=True))
            self.words.append(said)
        self.area.column.addWidget(card)

    def _add_chain(self, chain: Sequence[Held], sections: dict[int, str], now: datetime) -> None:
        if not chain:
            return
        card = Card("谁持有多久（转送单）", note=f"{len(chain)} 次转送", quiet=True)
        facts = Facts(name_width=104)
        facts.show_facts([(held.slip.number, _held(held, sections)) for held in chain])
        self.words += list(facts.words.values())
        card.body.addWidget(facts)
        self.area.column.addWidget(card)

    def _add_case(self, case: AccountabilityCase) -> None:
        card = Card("核定经过", quiet=True)
        facts = Facts(name_width=72)
        said = [("列入", f"{full_moment(case.opened_at)}　{case.opened_by}")]
        if case.decided_at is not None:
            said += [
                (case.status.label, f"{full_moment(case.decided_at)}　{case.decided_by}"),
                ("意见", case.comment),
            ]
        else:
            said += [("核定", "待核")]
        facts.show_facts(said)
        card.body.addWidget(facts)
        self.area.column.addWidget(card)


def _held(held: Held, sections: dict[int, str]) -> str:
    slip = held.slip
    ended = "退单" if slip.refused_at else "办结移出" if slip.ended_at else "至今"
    reason = f"：{slip.reason}" if slip.reason else ""
    when = f"{slip.sent_at:%m-%d %H:%M}" if slip.sent_at else ""
    return f"{sections.get(slip.section_id, '')}　{when} 起 {held.hours:.1f} 小时，{ended}{reason}"
