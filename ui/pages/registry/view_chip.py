"""Which view the list stands at, beside the filters: a menu of the views and of what may be done with this one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.shell.menu_plan import VIEW_ACTS
from ui.widgets.styling import restyle


class ViewChip(QPushButton):
    """A changed view shows •."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("视图", parent)
        self.setProperty("kind", "chip")
        self.setProperty("menu", True)
        self.setAccessibleName("视图")
        self.setMenu(QMenu(self))

    def show_view(self, name: str, *, changed: bool) -> None:
        """The view in front; an empty name for the registry itself."""
        words = f"{name} •" if changed else name
        self.setText(f"视图：{words}" if words else "视图")
        said = f"视图：{name}{'，已改动' if changed else ''}" if name else "视图"
        self.setAccessibleName(said)
        self.setToolTip(f"{said}。视图记住筛选、列和排序")
        restyle(self, "on", bool(name))

    def offer(
        self,
        views: Sequence[tuple[str, Callable[[], object]]],
        handlers: Mapping[str, Callable[[], object]],
    ) -> None:
        """The views to go to, and what may be done now; the rest is greyed."""
        menu = self.menu()
        menu.clear()
        for name, go in views:
            menu.addAction(name).triggered.connect(lambda _=False, run=go: run())
        menu.addSeparator()
        for key, words in VIEW_ACTS:
            action = menu.addAction(words)
            action.setEnabled(key in handlers)
            action.triggered.connect(lambda _=False, key=key: handlers[key]())
