"""A part of the office's own words and figures as a form with 保存."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.pages.seat import Seat
from ui.pages.settings.form_panel import FormPanel
from ui.pages.settings.office_fields import shown, stored
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes


class OfficePanel(FormPanel):
    """Saves what differs from what is stored."""

    def __init__(
        self,
        seat: Seat,
        title: str,
        hint: str,
        cards: Sequence[tuple[str, Sequence[Field]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(seat, title, hint, cards, parent)
        self.refresh()

    def shown(self) -> dict[str, object]:
        """The settings in force."""
        return shown(self.seat.core.settings.office())

    def job(self, values: dict[str, object]) -> Callable[[], Changes]:
        """The settings that differ. Raises BadInput."""
        core, actor = self.seat.core, self.seat.actor
        office = core.settings.office()
        changes = {key: value for key, value in stored(values).items() if value != getattr(office, key)}
        return lambda: core.settings.change(actor, changes)
