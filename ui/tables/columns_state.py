"""What a person did to the columns, as text that can be kept: order, widths, hidden ones, sort (E5, E13)."""

import json

from PySide6.QtWidgets import QHeaderView

from ui.tables.column import Column
from ui.tables.table_header import Sort


def columns_state(header: QHeaderView, columns: tuple[Column, ...], sort: Sort) -> str:
    """The columns by key, so that a new column in a later version does no harm."""
    order = [columns[header.logicalIndex(at)].key for at in range(len(columns))]
    shown = {column.key: at for at, column in enumerate(columns) if not header.isSectionHidden(at)}
    state = {
        "order": order,
        "hidden": [column.key for column in columns if column.key not in shown],
        "widths": {key: header.sectionSize(at) for key, at in shown.items()},
        "sort": sort,
    }
    return json.dumps(state, ensure_ascii=False)


def restore_columns(header: QHeaderView, columns: tuple[Column, ...], text: str) -> Sort | None:
    """Put kept columns back; the kept sort, or None when the text is not one of ours."""
    places = {column.key: at for at, column in enumerate(columns)}
    try:
        state = json.loads(text)
        order = [places[key] for key in state["order"] if key in places]
        widths = {places[key]: int(width) for key, width in state["widths"].items() if key in places}
        hidden = {places[key] for key in state["hidden"] if places.get(key, 0) > 0}
        sort = [(str(key), bool(down)) for key, down in state["sort"] if key in places]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    for at, section in enumerate(order):
        header.moveSection(header.visualIndex(section), at)
    for section, width in widths.items():
        header.resizeSection(section, width)
    for section in places.values():
        header.setSectionHidden(section, section in hidden)
    return sort


def arrangement(text: str) -> object:
    """Which columns stand where in which order of rows, without their widths: what makes two kept states alike."""
    try:
        state = json.loads(text)
        hidden = set(state["hidden"])
        return [key for key in state["order"] if key not in hidden], state["sort"]
    except (ValueError, KeyError, TypeError):
        return text
