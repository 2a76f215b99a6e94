"""The menu of a row: copying, filtering by the cell, then what may be done."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.step import Step

_WORDS = (
    ("copy_cell", "复制单元格"),
    ("copy_number", "复制编号"),
    ("copy", "复制所选行"),
    ("", ""),
    ("filter_value", "按此值筛选"),
    ("exclude_value", "排除此值"),
    ("", ""),
    ("slip_print", "打印转送单…"),
    ("slip_save", "转送单存为 Word…"),
    ("", ""),
)


def row_menu(
    handlers: Mapping[str, Callable[[], object]],
    steps: list[Step],
    take: Callable[[str], object],
    parent: QWidget,
) -> QMenu:
    """Entries nobody handles are greyed; acts that may not be taken say why."""
    menu = QMenu(parent)
    for key, words in _WORDS:
        if not key:
            menu.addSeparator()
            continue
        action = menu.addAction(words)
        action.setEnabled(key in handlers)
        if key in handlers:
            action.triggered.connect(lambda _=False, run=handlers[key]: run())
    for step in steps:
        if not step.reason:
            menu.addAction(step.words).triggered.connect(lambda _=False, key=step.key: take(key))
    return menu
