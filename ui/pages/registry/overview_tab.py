"""概况: what the item is, when it was seen, who follows it up."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.registry.alike_panel import AlikePanel
from ui.pages.registry.item_words import facts
from ui.pages.registry.personal_card import PersonalCard
from ui.pages.registry.tab import Tab
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.facts import Facts
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.listing import Dossier

_NAME_WIDTH = 72


class OverviewTab(Tab):
    """Facts, the link to open (`link_asked`) or copy, personal data masked, the posts of the same event."""

    link_asked = Signal(str)

    def __init__(
        self,
        now: Callable[[], datetime],
        alike: AlikePanel,
        personal: PersonalCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("概况", parent)
        self._now = now
        self.facts = Facts(name_width=_NAME_WIDTH)
        self._link = ElidedLabel()
        self.open_link, self._copy = QPushButton("打开"), QPushButton("复制")
        for button, words in ((self.open_link, "打开链接"), (self._copy, "复制链接")):
            button.setProperty("kind", "link")
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.open_link.clicked.connect(lambda: self.link_asked.emit(self._link.text()))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._link.text()))
        self._link_row = QWidget()
        row = QHBoxLayout(self._link_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        name = TextLabel("链接", role="muted")
        name.setFixedWidth(_NAME_WIDTH)
        row.addWidget(name)
        row.addWidget(self._link, 1)
        row.addWidget(self.open_link)
        row.addWidget(self._copy)
        self.column.addWidget(self.facts)
        self.column.addWidget(self._link_row)
        self.personal = personal
        self.column.addWidget(personal)
        self.alike = alike
        self.column.addWidget(alike)
        self.column.addStretch(1)

    def fill(self, dossier: Dossier) -> None:
        """Show it."""
        self.facts.show_facts(facts(dossier, self._now()))
        self._link.setText(dossier.item.link)
        self._link_row.setVisible(bool(dossier.item.link))
        self.personal.show_item(dossier.item)
        self.alike.show_item(dossier.item)
