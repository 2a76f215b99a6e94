"""The other posts of the same event that the act may be taken on as well, with ticks (第三条)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.scene import Scene
from ui.widgets.card import Card
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act

TOGETHER = (
    Act.TRANSFER, Act.RECEIVE, Act.REPORT_HANDLING, Act.APPROVE_DEPUTY, Act.APPROVE_HEAD, Act.REPORT_UP,
)  # fmt: skip
"""What one slip, one handling, one approval, one wording and one call share; each post is still answered and closed itself."""
_SAME_TEXT = (Act.APPROVE_DEPUTY, Act.APPROVE_HEAD)


class EventPosts(Card):
    """`changed()` when a tick was set or taken; `chosen` are the posts ticked."""

    changed = Signal()

    def __init__(self, others: list[Dossier], parent: QWidget | None = None) -> None:
        note = "每件各记各的，一并办理"
        super().__init__(f"同一事件另有 {len(others)} 件", note=note, quiet=True, parent=parent)
        self._boxes: list[tuple[QCheckBox, Dossier]] = []
        for dossier in others:
            item = dossier.item
            source = " ".join(part for part in (item.platform, item.source) if part)
            box = QCheckBox(f"{item.number}　{source}　{item.title[:30]}".replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(lambda _: self.changed.emit())
            self._boxes.append((box, dossier))
            self.body.addWidget(box)

    @property
    def chosen(self) -> list[Dossier]:
        """The posts ticked."""
        return [dossier for box, dossier in self._boxes if box.isChecked()]


def others_of(scene: Scene, dossier: Dossier, act: Act) -> list[Dossier]:
    """The case files of the other posts of the event on which this person may take this act now.

    For an approval only those with the very same wording (第九条), for a report those as far reported (第七条).
    """
    if act not in TOGETHER or dossier.item.affair_id is None:
        return []
    found = []
    for member in scene.core.affairs.members(dossier.item):
        if member.id == dossier.item.id or member.trashed_at is not None:
            continue
        other = scene.core.registry.dossier(member.id, scene.actor)
        allowed = any(offer.act is act and offer.allowed for offer in other.offers)
        if allowed and _goes_along(act, dossier, other):
            found.append(other)
    return found


def _goes_along(act: Act, one: Dossier, other: Dossier) -> bool:
    if act is Act.REPORT_UP:
        return (one.item.reported_up_at is None) == (other.item.reported_up_at is None)
    return act not in _SAME_TEXT or _same_text(one, other)


def _same_text(one: Dossier, other: Dossier) -> bool:
    return one.draft is not None and other.draft is not None and one.draft.sha256 == other.draft.sha256
