"""A leader's single agreement (延期, 先行用语, 不作理睬) as fields: who, and on paper which sheet and when."""

from typing import Any

from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.services.nods import Nod

NOD_KEYS = ("approver_id", "sheet_number", "decided_at")


def nod_fields(scene: Scene) -> list[Field]:
    """The deputies in office; who agrees here in person needs no sheet."""
    deputies = [(one.id, one.name) for one in scene.core.people.holders(Role.DEPUTY)]
    return [
        Field("approver_id", "同意人", "choice", required=True, choices=deputies, help="副组长"),
        Field("sheet_number", "签批单号", help="本人在此操作时不填"),
        Field("decided_at", "签批时间", "moment", beside=True),
    ]


def nod_initial(scene: Scene) -> dict[str, Any]:
    """Who sits here, or the only deputy there is."""
    deputies = scene.core.people.holders(Role.DEPUTY)
    if Role.DEPUTY in scene.actor.roles:
        return {"approver_id": scene.actor.person_id}
    return {"approver_id": deputies[0].id if len(deputies) == 1 else None}


def nod_of(values: dict[str, Any]) -> Nod | None:
    """Take the agreement out of a form's values; None where the form did not ask for one."""
    given = {key: values.pop(key) for key in NOD_KEYS if key in values}
    return Nod(**given) if given else None
