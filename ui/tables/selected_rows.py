"""Which rows are chosen, kept by id across refreshes."""

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from ui.tables.paged_model import PagedModel

Ranges = list[tuple[int, int]]
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def ranges_of(selection: QItemSelection) -> Ranges:
    """The chosen rows as (first, last), without making an index a cell."""
    found = {(_range.top(), _range.bottom()) for _range in _each(selection)}
    return sorted(found)


def ids_in(model: PagedModel, ranges: Ranges) -> "array[int]":
    """The ids of these rows, in order."""
    chosen: array[int] = array("q")
    for first, last in ranges:
        chosen.extend(model.ids[first : last + 1])
    return chosen


def select_ids(model: PagedModel, selector: QItemSelectionModel, ids: "array[int]") -> None:
    """Choose the rows of these ids that are still shown."""
    selector.clearSelection()
    wanted = set(ids)
    if not wanted:
        return
    last = len(model.columns) - 1
    selection = QItemSelection()
    for first, end in _runs([place for place, row_id in enumerate(model.ids) if row_id in wanted]):
        selection.append(QItemSelectionRange(model.index(first, 0), model.index(end, last)))
    selector.select(selection, _SELECT)


def _each(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(at) for at in range(selection.count())]


def _runs(places: list[int]) -> Ranges:
    runs: Ranges = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
