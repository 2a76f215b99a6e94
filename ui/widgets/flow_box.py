"""Chips or buttons side by side, on as many lines as the width asks for."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.flow_layout import FlowLayout


class FlowBox(QWidget):
    """Its height follows from its width, which a layout only asks of a widget that says so."""

    def __init__(
        self, widgets: Iterable[QWidget] = (), parent: QWidget | None = None, *, gap: int = 8
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=gap)
        for widget in widgets:
            self.add(widget)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._flow.addWidget(widget)
