"""The dialog of every act on accounts and keys: a form with passwords, and nothing more."""

from collections.abc import Callable, Sequence
from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.password_dialog import same_twice
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes


class PasswordActDialog(DeskDialog):
    """`run(values)` carries it out; `password` and `again` must be alike; `told` (title, words) stands above."""

    chapter = "settings"

    def __init__(
        self,
        scene: Scene,
        *,
        title: str,
        main: str,
        record: str,
        fields: Sequence[Field],
        run: Callable[[dict[str, Any]], Changes],
        told: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(scene, title=title, main=main, record=record, width=620)
        self._run = run
        if told is not None:
            self.add_text(*told)
        self.form = self.add_form(fields, scene.around())

    def collected(self) -> dict[str, Any]:
        """A new password is typed twice alike. Raises BadInput."""
        values = super().collected()
        return same_twice(values, "password", "again") if "again" in values else values

    def job(self, values: dict[str, Any]) -> Job:
        """Carry it out."""
        return lambda: self._run(values)
