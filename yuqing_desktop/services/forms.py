"""What is being typed, kept so that a killed program loses nothing. Not evidence: no event."""

import json
from dataclasses import dataclass
from typing import Any

from yuqing_desktop.domain.people import Actor
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Forms:
    """Drafts of forms, by form, person and item; values are plain JSON."""

    store: Store

    def keep(self, form: str, actor: Actor, values: dict[str, Any], *, item_id: int | None = None) -> None:
        """Keep what stands in a form now. Raises Trouble."""
        self.store.save_form(form, actor.person_id, item_id, json.dumps(values, ensure_ascii=False))

    def kept(self, form: str, actor: Actor, *, item_id: int | None = None) -> dict[str, Any]:
        """What was kept of a form; empty if nothing, or nothing that this program kept."""
        content = self.store.form(form, actor.person_id, item_id)
        try:
            values = json.loads(content or "{}")
        except ValueError:
            return {}
        return values if isinstance(values, dict) else {}

    def waiting(self, actor: Actor) -> list[tuple[str, int | None]]:
        """The forms this person left half filled, newest first: name and item, to be offered after a start."""
        return self.store.forms_of(actor.person_id)

    def forget(self, form: str, actor: Actor, *, item_id: int | None = None) -> None:
        """Saved or cancelled: nothing to offer again."""
        self.store.save_form(form, actor.person_id, item_id, "")
