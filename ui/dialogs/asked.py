"""What a filled dialog asks of the services."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor


@dataclass(frozen=True, slots=True)
class Asked:
    """One act on one item: `version` as seen, `op_id` of the dialog, `values` by field."""

    core: Core
    actor: Actor
    item_id: int
    version: int
    op_id: str
    values: dict[str, Any]

    @property
    def seen(self) -> dict[str, Any]:
        """The version and op_id as keywords of a service."""
        return {"version": self.version, "op_id": self.op_id}
