"""A list a person named: its filter, its columns and its order (E13)."""

from dataclasses import dataclass

from yuqing_desktop.domain.filters import Filter, parse


@dataclass(frozen=True, slots=True)
class SavedView:
    """`typed` is the filter as typed (本周 in it moves with the day), `columns` a columns_state."""

    name: str
    typed: str = ""
    columns: str = ""

    @property
    def filter(self) -> Filter:
        """What the view lets through. Raises BadInput when its words are no longer known."""
        return parse(self.typed)
