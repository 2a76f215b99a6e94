"""登记簿: the heart of the window."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.list_export import export_list
from ui.pages.registry.cell_acts import CellActs
from ui.pages.registry.columns import columns, sorts
from ui.pages.registry.detail_pane import DetailPane
from ui.pages.registry.filter_bar import FilterBar
from ui.pages.registry.item_steps import refusals
from ui.pages.registry.list_and_detail import ListAndDetail
from ui.pages.registry.list_views import ListViews
from ui.pages.registry.narrow_columns import NarrowColumns
from ui.pages.registry.pasting import paste_clipboard, take_files
from ui.pages.registry.row_menu import row_menu
from ui.pages.seat import Seat
from ui.shell.menu_plan import act_key
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.drop_target import DropTarget
from ui.widgets.empty_state import EmptyState
from ui.wording.moments import moment
from ui.wording.sizes import counts
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import trash
from yuqing_desktop.domain.filters import Filter, say
from yuqing_desktop.domain.listing import RegistryRow
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act

_ORDER = (("number", True),)


@dataclass(frozen=True, slots=True)
class _List:
    """A list as read: which filter, the ids, how many there are in all."""

    filter: Filter
    ids: "array[int]"
    total: int


class RegistryPage(Page):
    """Filter bar, table, case file. `import_asked` and `sample_asked` are what an empty registry offers."""

    def __init__(self, seat: Seat, *, first_steps: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        super().__init__()
        self._seat = seat
        self._first_steps = (("新登记", self._register), *first_steps)
        self._shown = _List(Filter(), array("q"), 0)
        self._go_to: int | None = None
        self.bar = FilterBar(self._batch_words)
        self.table = PagedTable(columns(lambda: seat.now), self._rows)
        self.cells = CellActs(self.table, self.bar)
        self.empty = EmptyState("")
        self.panel = TablePanel(self.table, self.empty)
        self.narrow = NarrowColumns(self.table)
        self.detail = DetailPane(seat)
        self._lay_out()
        self._connect()
        DropTarget(self.panel, lambda paths: take_files(paths, seat, None))
        self._offer_sections()
        self.views = ListViews(seat, self.bar, self.table, self.narrow)
        self.views.told.connect(self._retell)
        self._load()

    # What the window asks ----------------------------------------------------------------------

    def open_with(self, argument: str) -> None:
        """A saved view, a filter as typed; empty for the whole registry as it was left."""
        self.views.open(argument)
        self._tell_counts()
        self._refuse()

    def panes(self) -> Sequence[QWidget]:
        """F6: search, table, case file."""
        return (self.bar.search, self.table, self.detail.tabs)

    def save_state(self) -> None:
        """Keep splitter and columns."""
        self.splitter.keep()
        self._seat.geometry.save_layout("registry_columns", self.views.own_columns)

    def standard_layout(self) -> None:
        """Case file beside the table, columns and order of the beginning."""
        self.detail.show()
        self.table.fitting.standard()
        self.table.head.set_sort(list(_ORDER))
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        always: dict[str, Callable[[], object]] = {
            "new": self._register,
            "find": self.bar.search.begin,
            "refresh": self.panel.ask,
            "clear_filters": self.bar.clear,
            "select_all": self.table.selectAll,
            "show_detail": self.splitter.toggle_detail,
            "columns": self._choose_columns,
            "fit_window": self.table.fitting.window,
            "fit_contents": self.table.fitting.contents,
            "restore_columns": self.table.fitting.standard,
            "clear_sort": self.table.head.clear_sort,
            "paste": self._paste,
            "export": lambda: export_list(self, self._seat, self.table, "登记簿", say(self.bar.filter)),
        }
        always |= self.views.handlers()
        return {**always, **(self._item_handlers() if self.table.current_id() is not None else {})}

    # Inside ------------------------------------------------------------------------------------

    def _item_handlers(self) -> dict[str, Callable[[], object]]:
        acts = {act_key(act): lambda act=act: self.detail.take(act.value) for act in Act}
        return {
            **acts,
            "next_step": self.detail.take_main,
            "edit": lambda: self.detail.take(Act.EDIT.value),
            "trash": lambda: self.detail.take(Act.TRASH.value),
            "restore": lambda: self.detail.take(Act.RESTORE.value),
            "duplicate": self._duplicate,
            **self.cells.handlers(),
            "slip_preview": lambda: self._seat.acts.print_slips(list(self.table.chosen_ids())),
            "slip_print": lambda: self._seat.acts.print_slips(list(self.table.chosen_ids())),
            "print": lambda: self._seat.acts.print_slips(list(self.table.chosen_ids())),
            "slip_save": lambda: self._seat.acts.save_slips(list(self.table.chosen_ids())),
        }

    def _load(self) -> None:
        self._seat.runner.read(self._reading(), self._show, owner=self)

    def _reading(self) -> Callable[[], _List]:
        registry, wanted, order = self._seat.core.registry, self.bar.filter, sorts(self.table.head.sort)
        return lambda: _List(wanted, registry.ids(wanted, order), registry.count(Filter()))

    def _show(self, found: _List) -> None:
        if found.filter != self.bar.filter:
            return
        self._shown = found
        self._say_empty(found)
        self.panel.show_ids(found.ids)
        wanted, self._go_to = self._go_to, None
        if wanted is not None:
            if not self.table.go_to(wanted):
                self._tell_hidden(wanted)
        elif self.table.current_id() is None and len(found.ids):
            self.table.go_to(found.ids[0])
        self._tell_counts()

    def _tell_hidden(self, item_id: int) -> None:
        """Just registered, yet the filter keeps it out of sight."""
        number = self._seat.core.registry.item(item_id).number
        self.panel.announce(f"{number}已登记，不在当前筛选内", lambda: self._go(item_id))

    def _say_empty(self, found: _List) -> None:
        if found.total == 0 and found.filter.is_empty:
            self.empty.say("登记簿还是空的", "登记第一件舆情，或导入已有的表格。")
            self.empty.set_buttons(*self._first_steps)
        elif len(found.ids) == 0 and (item := self._seat.core.registry.trashed(" ".join(found.filter.words))):
            self.empty.say(f"{item.number}在回收站中", f"{trash.said(item, self._seat.now)}。")
            self.empty.set_buttons(("打开回收站", lambda: self._open_trash(item.id)))
        elif len(found.ids) == 0:
            self.empty.say("没有符合条件的记录", f"当前筛选隐藏了 {found.total:,} 条记录。")
            self.empty.set_buttons(("清除筛选", self.bar.clear))

    def _take_changes(self, changes: Changes) -> None:
        if changes.touches("section"):
            self._offer_sections()
        if not changes.item_ids:
            return
        if changes.act == Act.REGISTER:
            self._go_to = changes.item_ids[0]
            self._load()
            return
        touched = changes.item_ids
        self._seat.runner.read(self._reading(), lambda found: self._merge(touched, found), owner=self)
        if self.detail.dossier is not None and self.detail.dossier.item.id in touched:
            self.detail.refresh()
            self._refuse()

    def _merge(self, touched: Sequence[int], found: _List) -> None:
        if found.filter == self._shown.filter:
            self._shown = found
            self.panel.take_changes(touched, found.ids)
            self._tell_counts()

    def _rows(self, ids: Sequence[int]) -> list[RegistryRow | None]:
        found = {row.id: row for row in self._seat.core.registry.page(ids)}
        return [found.get(one) for one in ids]

    def _tell_counts(self) -> None:
        shown, total = len(self.table.rows.ids), self._shown.total
        self.bar.show_counts(shown, total)
        self.counts_told.emit(counts(total, shown, self.table.chosen_count()))
        self.filtered_told.emit(not self.bar.filter.is_empty)

    def _pick(self, item_id: int | None) -> None:
        had = self.detail.dossier is not None
        self.detail.show_item(item_id)
        if had != (item_id is not None):
            self.handlers_changed.emit()
        self._refuse()

    def _retell(self) -> None:
        self.handlers_changed.emit()
        self._refuse()

    def _refuse(self) -> None:
        self.refused.emit(refusals(self.detail.dossier, self._seat.now))

    def _go(self, item_id: int) -> None:
        if not self.table.go_to(item_id):
            self._go_to = item_id
            self.bar.clear()

    def _open_trash(self, item_id: int) -> None:
        self._go_to = item_id
        self.bar.ask(Filter(trashed=True))

    def _register(self) -> None:
        self._seat.acts.register()

    def _duplicate(self) -> None:
        if self.detail.dossier is not None:
            item = self.detail.dossier.item
            kept = ("title", "summary", "platform", "source", "author", "topic", "reply_need")
            self._seat.acts.register({name: getattr(item, name) for name in kept})

    def _paste(self) -> None:
        shown = self.detail.dossier
        if not paste_clipboard(self._seat, shown.item if shown else None, self.detail):
            self.banner_asked.emit("剪贴板里没有链接、文字、截图或文件")

    def _open_menu(self, item_id: int, key: str, at: QPoint) -> None:
        self.cells.key = key
        steps = [*filter(None, [self.detail.steps.main]), *self.detail.steps.beside, *self.detail.steps.rest]
        row_menu(self._item_handlers(), steps, self.detail.take, self).exec(at)

    def _choose_columns(self) -> None:
        head = self.table.head
        head.menu().exec(head.mapToGlobal(head.rect().bottomLeft()))

    def _batch_words(self, batch_id: int) -> str:
        batch = self._seat.core.batches.batch(batch_id)
        return (
            f"{batch.file_name} · {moment(batch.taken_at, self._seat.now)}"
            if batch
            else f"没有第 {batch_id} 批"
        )

    def _others_chosen(self) -> list[int]:
        """The rows chosen beside the one in front: an act that may be is taken on them too."""
        current = self.table.current_id()
        return [one for one in self.table.chosen_ids() if one != current]

    def _offer_sections(self) -> None:
        self.bar.offer_sections([one.name for one in self._seat.core.people.sections()])

    def _lay_out(self) -> None:
        self.table.setAccessibleName("登记簿")
        self.table.head.set_sort(list(_ORDER))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.panel, 1)
        self.splitter = ListAndDetail(left, self.detail, self._seat.geometry)
        self.table.restore_columns(self._seat.geometry.layout("registry_columns"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 8)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.bar.changed.connect(self._load)
        self.bar.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.bar.new.clicked.connect(self._register)
        self.bar.new.setVisible(not self._seat.refusal(Deed.REGISTER))
        self.panel.refresh_asked.connect(self._load)
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _: self.detail.take(Act.EDIT.value))
        self.table.chosen_changed.connect(self._tell_counts)
        self.table.sorted.connect(lambda _: self._load())
        self.table.menu_asked.connect(self._open_menu)
        self.table.told.connect(self.banner_asked)
        self.detail.item_asked.connect(self._go)
        self.detail.also = self._others_chosen
        self.cells.told.connect(self.banner_asked)
        self._seat.hub.changed.connect(self._take_changes)
