"""签发与更正 (第四条): what was issued, kept as issued; the acts on the period in front."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.archive_packing import pack
from ui.pages.ledger.editions_columns import edition_columns
from ui.pages.seat import Seat
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.tasks.delivering import Delivery, deliver
from ui.tasks.quiet_memory import during
from ui.widgets.act_dialog import ActDialog
from ui.widgets.barred import bar
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.editions import Edition
from yuqing_desktop.domain.people import Person
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput, Problem, Refused
from yuqing_desktop.progress import Progress

_KINDS = "Excel 工作簿 (*.xlsx)"


class EditionsPanel(QWidget):
    """`said(words)` goes to the banner; refusals too."""

    said = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._period: Period | None = None
        self._all: dict[int, Edition] = {}
        self.state = TextLabel(role="section")
        self.why = TextLabel(role="muted", wrap=True)
        self.issue, self.correct = QPushButton("签发…"), QPushButton("更正")
        self.open_file, self.save_file = QPushButton("打开"), QPushButton("另存为…")
        self.archive = QPushButton("归档本期…")
        self.table = PagedTable(edition_columns(lambda: seat.now), self._rows)
        why = "一期结束后签发：编上期号，文件连同摘要一起留存，此后不再改动；有变动用“更正”。"
        self.panel = TablePanel(self.table, EmptyState("还没有签发过台账", why, icon="ledger"))
        self._lay_out()
        self._connect()

    def show_period(self, period: Period) -> None:
        """Stand at this period."""
        self._period = period
        self.refresh()

    def refresh(self) -> None:
        """Read what was issued."""
        self._seat.runner.read(self._seat.core.editions.all, self._show, owner=self)

    def _show(self, editions: Sequence[Edition]) -> None:
        self._all = {one.id: one for one in editions}
        self.panel.show_ids(array("q", self._all))
        if self.table.current_id() is None and self._all:
            self.table.go_to(next(iter(self._all)))
        self._say_state()
        self._enable()

    def _say_state(self) -> None:
        period = self._period
        if period is None:
            return
        issued = [one for one in self._all.values() if one.period == period]
        over = period.end <= self._seat.now
        refused = self._seat.refusal(Deed.ISSUE)
        self.issue.setEnabled(over and not issued and not refused)
        self.correct.setEnabled(bool(issued) and not refused)
        if issued:
            last = max(issued, key=lambda one: one.correction)
            mark = f"，{last.mark}" if last.mark else ""
            self.state.setText(f"{period.name}：{last.number}已签发（{last.signer}）{mark}")
            self.why.setText("此后登记簿有变动的，用“更正”：另出一份，改动的行作标记，原件不动。")
        else:
            self.state.setText(f"{period.name}：尚未签发")
            self.why.setText(
                "签发后编上期号，文件原样留存。" if over else "本期还没有结束，不能签发；草稿随时可以导出。"
            )
        if refused:
            self.why.setText(f"{refused}。")

    def _issue(self) -> None:
        seat, period = self._seat, self._period
        if period is None:
            return
        names = [person.name for person in (*self._holders(Role.OFFICE_HEAD), *self._holders(Role.DEPUTY))]
        dialog = ActDialog(
            self.window(), seat.prompts, title=f"签发{period.name}台账", main="签发", width=560,
            record="编上期号并留存文件，此后不能再改，只能更正（第四条）。",
        )  # fmt: skip
        dialog.chapter = "ledger"
        field = Field(
            "signer",
            "签发人",
            required=True,
            suggestions=names,
            help="印在台账上，通常是办公室主任或分管领导。",
        )
        form = dialog.add_form((field,), Surroundings(now=lambda: seat.now))
        form.set_values({"signer": names[0] if names else ""})

        def submitted() -> None:
            try:
                signer = form.require()["signer"]
            except BadInput as problem:
                dialog.show_problem(problem)
                return

            def issued(changes: Changes) -> None:
                dialog.accept()
                self._done(changes)

            dialog.set_busy(busy=True)
            self._run(
                lambda progress: seat.core.editions.issue(
                    seat.actor, period, signer=signer, progress=progress
                ),
                issued,
                dialog.show_problem,
            )

        dialog.submitted.connect(submitted)
        seat.prompts.show(dialog)
        dialog.deleteLater()

    def _correct(self) -> None:
        seat, period = self._seat, self._period
        if period is None:
            return
        question = f"对{period.name}台账出一份更正？"
        detail = "按登记簿现在的内容重新编制，与上一份不同的行作标记；上一份原样保留。"
        if seat.prompts.confirm(question, yes="更正", detail=detail):
            self._run(
                lambda progress: seat.core.editions.correct(seat.actor, period, progress=progress),
                self._done,
                self._tell,
            )

    def _run(
        self,
        job: Callable[[Progress], Changes],
        done: Callable[[Changes], object],
        failed: Callable[[Problem], object],
    ) -> None:
        self._seat.runner.long(during(job), done, failed, owner=self, words="正在编制台账…", writing=True)

    def _done(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.said.emit(changes.result)
        self.refresh()

    def _tell(self, problem: Problem) -> None:
        """A refusal that costs nothing is said where the acts are."""
        if isinstance(problem, Refused):
            self.why.setText(str(problem))
        else:
            self.said.emit(str(problem))

    def _open(self) -> None:
        edition, seat = self._current(), self._seat
        if edition is not None:
            seat.runner.read(
                lambda: seat.core.editions.open_copy(edition), seat.prompts.open_outside, owner=self
            )

    def _save(self) -> None:
        edition, seat = self._current(), self._seat
        if edition is None:
            return
        deliver(
            seat,
            Delivery(
                "另存签发的台账",
                seat.core.paths.exports / edition.file_name,
                _KINDS,
                lambda out, _: seat.core.editions.write(edition, out),
                done=lambda path: f"已按签发时的原样保存：{path.name}",
            ),
            self,
        )

    def _archive(self) -> None:
        """Everything closed in the period, in one package (第三条)."""
        seat, period = self._seat, self._period
        if period is None:
            return
        ids = seat.core.archive.closed_in(period)
        if not ids:
            self.said.emit(f"{period.name}没有办结的事项，没有可归档的内容")
            return
        pack(seat, ids, f"归档{period.name}办结的 {len(ids)} 件", period.name, self)

    def _holders(self, role: Role) -> Sequence[Person]:
        return self._seat.core.people.holders(role)

    def _current(self) -> Edition | None:
        return self._all.get(self.table.current_id() or 0)

    def _rows(self, ids: Sequence[int]) -> list[Edition | None]:
        return [self._all.get(one) for one in ids]

    def _enable(self) -> None:
        for button in (self.open_file, self.save_file):
            button.setEnabled(self._current() is not None)

    def _lay_out(self) -> None:
        self.table.setAccessibleName("已签发的台账")
        self.issue.setProperty("kind", "main")
        bar(self._seat.refusal(Deed.ISSUE), self.issue, self.correct)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.state)
        words.addWidget(self.why)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        self.archive.setToolTip("本期办结的全部事项：文书、附件、经过和校验清单，打成一个包")
        bar(self._seat.refusal(Deed.EXPORT), self.archive)
        for button in (self.archive, self.open_file, self.save_file, self.correct, self.issue):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.panel, 1)

    def _connect(self) -> None:
        self.issue.clicked.connect(self._issue)
        self.correct.clicked.connect(self._correct)
        self.open_file.clicked.connect(self._open)
        self.save_file.clicked.connect(self._save)
        self.archive.clicked.connect(self._archive)
        self.table.picked.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._open())
