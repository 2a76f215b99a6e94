"""The list beside the case file: the case file may be hidden, from the menu or by the splitter (E1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.shell.appearance import Appearance
from ui.shell.geometry import Geometry

_NAME, _DETAIL = "registry", "registry_detail"
_WIDTH = 356


class ListAndDetail(QSplitter):
    """Comes back as it was left."""

    def __init__(self, left: QWidget, detail: QWidget, geometry: Geometry) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._detail = detail
        self._geometry = geometry
        detail.setMinimumWidth(330)
        left.setMinimumWidth(360)
        self.addWidget(left)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setCollapsible(0, False)
        self._standard_sizes()
        geometry.restore_splitter(_NAME, self)
        detail.setHidden(geometry.layout(_DETAIL) == "hidden")

    def keep(self) -> None:
        """The window closes."""
        self._geometry.save_splitter(_NAME, self)
        self._geometry.save_layout(_DETAIL, "shown" if self._in_sight else "hidden")

    def toggle_detail(self) -> None:
        """Hide the case file, or show it: also where the splitter pushed it to the edge."""
        if self._in_sight:
            self._detail.hide()
            return
        self._detail.show()
        if not self._in_sight:
            self._standard_sizes()

    @property
    def _in_sight(self) -> bool:
        return not self._detail.isHidden() and self.sizes()[1] > 0

    def _standard_sizes(self) -> None:
        self.setSizes([10_000, round(_WIDTH * Appearance.present().look.base / 13)])
