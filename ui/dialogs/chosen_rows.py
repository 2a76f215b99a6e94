"""The other rows chosen in the table on which the act may be taken as well, with ticks (D22)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.dialogs.scene import Scene
from ui.widgets.card import Card
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import Refused

MOST = 100
"""So many rows can still be read before they are ticked."""


class ChosenRows(Card):
    """A row that the table of steps refuses stands there with its reason, and can't be ticked."""

    def __init__(self, act: Act, others: Sequence[Dossier], parent: QWidget | None = None) -> None:
        super().__init__(
            f"所选的另外 {len(others)} 件", note="每件各记各的，逐件报告结果", quiet=True, parent=parent
        )
        self._boxes: list[tuple[QCheckBox, Dossier]] = []
        for dossier in others:
            reason = next((offer.reason for offer in dossier.offers if offer.act is act), "")
            item = dossier.item
            words = (
                f"{item.number}　{item.title[:12]}…　{reason}"
                if reason
                else f"{item.number}　{item.title[:26]}"
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setToolTip(item.title)
            # A long line never widens the dialog.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setChecked(not reason)
            box.setEnabled(not reason)
            self._boxes.append((box, dossier))
            self.body.addWidget(box)

    @property
    def chosen(self) -> list[Dossier]:
        """The rows ticked."""
        return [dossier for box, dossier in self._boxes if box.isChecked()]


def chosen_rows(scene: Scene, act: Act, item_ids: Sequence[int]) -> ChosenRows | None:
    """The card for these items; None where there are none. Raises Refused for too many."""
    if len(item_ids) > MOST:
        raise Refused(
            f"一次最多同时办理 {MOST} 件，现选中 {len(item_ids) + 1} 件。",
            kept="事项没有改动。",
            advice="请少选几件。",
        )
    others = [scene.core.registry.dossier(one, scene.actor) for one in item_ids]
    return ChosenRows(act, others) if others else None
