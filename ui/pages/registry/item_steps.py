"""What may be done with an item, as buttons: the next step, what is owed beside it, the rest in a menu."""

from datetime import datetime
from typing import NamedTuple

from ui.shell.menu_plan import act_key
from ui.widgets.step import Step
from yuqing_desktop.domain import today, trash
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.domain.workflow import MAIN_WAY, Offer, next_act

BESIDE = 2


class ItemSteps(NamedTuple):
    """The main button, those beside it, those in the menu."""

    main: Step | None
    beside: tuple[Step, ...]
    rest: tuple[Step, ...]

    @property
    def next(self) -> Step | None:
        """办下一步: the main step, else what is owed before it may be taken; never the way back."""
        forward = (one for one in (self.main, *self.beside) if one and one.key != Act.SEND_BACK.value)
        return next((one for one in forward if not one.reason), None)


def item_steps(dossier: Dossier, now: datetime) -> ItemSteps:
    """The first allowed act of the main way; where none is, the one the item waits for with its reason."""
    if dossier.item.trashed_at is not None:
        return ItemSteps(Step(Act.RESTORE.value, "恢复", trash.why_not(dossier.item, now)), (), ())
    offers = {offer.act: offer for offer in dossier.offers}
    main = next((offers[act] for act in MAIN_WAY if offers[act].allowed), None)
    if main is None:
        waited = next_act(dossier.item)
        main = offers[waited] if waited is not None else None
    others = [offer for offer in dossier.offers if offer is not main]
    owed = _owed(dossier)
    beside = sorted((one for one in others if one.allowed and one.act in owed), key=lambda one: owed[one.act])
    beside = (beside + [one for one in others if one.act is Act.SEND_BACK and one.allowed])[:BESIDE]
    rest = [offer for offer in others if offer not in beside]
    return ItemSteps(step(main) if main else None, tuple(map(step, beside)), tuple(map(step, rest)))


def step(offer: Offer) -> Step:
    """An offer as a button."""
    return Step(offer.act.value, f"{offer.act.label}…", offer.reason)


def refusals(dossier: Dossier | None, now: datetime) -> dict[str, str]:
    """Why the menu bar's entries of acts may not be taken, by their keys."""
    if dossier is None:
        return {act_key(act): "请先选中一件事项" for act in Act}
    reasons = {act_key(offer.act): offer.reason for offer in dossier.offers}
    reasons["edit"] = reasons.get(act_key(Act.EDIT), "")
    reasons["trash"] = reasons.get(act_key(Act.TRASH), "")
    reasons["restore"] = trash.why_not(dossier.item, now)
    steps = item_steps(dossier, now)
    why_not = steps.main.reason if steps.main else f"“{dossier.item.status.label}”没有下一步"
    reasons["next_step"] = "" if steps.next else why_not
    return reasons


def _owed(dossier: Dossier) -> dict[Act, int]:
    acts = [today.act_for(duty.kind, dossier.item.status) for duty in dossier.open_duties]
    return {act: at for at, act in enumerate(acts)}
