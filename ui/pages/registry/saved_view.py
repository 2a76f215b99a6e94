"""A list a person named: its filter, its columns and its order (E13)."""

from dataclasses import dataclass
from datetime import date

from ui.pages.registry.day_ranges import days_of
from yuqing_desktop.domain.filters import Filter, merged, parse


@dataclass(frozen=True, slots=True)
class SavedView:
    """`typed` is the filter as typed, `days` the named range that moves with the day, `columns` a columns_state."""

    name: str
    typed: str = ""
    days: str = ""
    columns: str = ""

    def filter(self, today: date) -> Filter:
        """What the view lets through on this day. Raises BadInput when its words are no longer known."""
        first, last = days_of(self.days, today)
        return merged(parse(self.typed), Filter(published_from=first, published_to=last))
