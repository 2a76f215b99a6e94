"""The dialog of an act on the registry: one op_id, one submission at a time, its outcome told to the hub."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from ui.dialogs.chosen_rows import ChosenRows, chosen_rows
from ui.dialogs.each import Outcome, each, summed
from ui.dialogs.event_posts import EventPosts, others_of
from ui.dialogs.form_keeper import FormKeeper
from ui.dialogs.scene import Scene
from ui.widgets.act_dialog import ActDialog
from ui.wording.states import level_tone
from yuqing_desktop.changes import Changes, joined
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import BadInput, Problem, StaleEdit

Job = Callable[[], Changes]


class DeskDialog(ActDialog):
    """A subclass says what to run by `job(values)`; `changes` holds what came of it.

    A double click writes once: the op_id stays the same until something was saved.
    """

    def __init__(
        self,
        scene: Scene,
        *,
        title: str,
        main: str,
        dossier: Dossier | None = None,
        record: str = "",
        danger: str = "",
        width: int = 760,
    ) -> None:
        item = dossier.item if dossier else Item()
        super().__init__(
            scene.parent,
            scene.prompts,
            title=title,
            main=main,
            number=" · ".join(part for part in (item.number, item.slip_number) if part),
            heading=item.title,
            record=record,
            danger=danger,
            width=width,
        )
        self.scene = scene
        self.dossier = dossier
        self.op_id = uuid4().hex
        self.changes: Changes | None = None
        self.posts: EventPosts | None = None
        self.rows: ChosenRows | None = None
        self.keeper: FormKeeper | None = None
        if item.level is not None:
            self.set_level(item.level.label, level_tone(item.level))
        self.submitted.connect(self.submit)

    @property
    def case(self) -> Dossier:
        """The case file the dialog is about."""
        assert self.dossier is not None
        return self.dossier

    @property
    def item(self) -> Item:
        """The item as last seen."""
        return self.case.item

    def job(self, values: dict[str, Any]) -> Job:
        """The act to run with these values."""
        raise NotImplementedError

    def submit(self) -> None:
        """Take the values and run the act; words under the fields when they cannot be taken."""
        try:
            values = self.collected()
        except BadInput as problem:
            self.show_problem(problem)
            return
        if self.rows is not None and self.rows.chosen:
            self._run_each(values, self.rows.chosen)
            return
        self.run(self._whole(values))

    def job_of_event(self, jobs: list[Job], values: dict[str, Any]) -> Job:
        """The act on this post and the ticked ones of its event, all or none; `jobs` begin with this post's."""
        affairs = self.scene.core.affairs
        return lambda: joined(affairs.together(range(len(jobs)), lambda at: jobs[at]()))

    def offer_event(self, act: Act) -> None:
        """Let the act be taken on the other posts of the event as well."""
        others = others_of(self.scene, self.case, act)
        if others:
            self.posts = EventPosts(others)
            self.cards.insertWidget(0, self.posts)

    def offer_rows(self, act: Act, item_ids: Sequence[int]) -> None:
        """Let the act be taken on the other rows chosen as well; each is done or refused for itself."""
        self.rows = chosen_rows(self.scene, act, item_ids)
        if self.rows is not None:
            self.cards.insertWidget(0, self.rows)

    def keep_drafts(self, name: str, words: str) -> None:
        """What is typed outlives the program and another person at the seat; `words` offer it back (E34)."""
        if not self.forms:
            return
        item_id = self.dossier.item.id if self.dossier else None
        self.keeper = FormKeeper(self.scene, self.forms, name, words, item_id=item_id)
        self.cards.insertWidget(0, self.keeper.strip)
        self.accepted.connect(self.keeper.forget)
        self.rejected.connect(self.keeper.forget)

    def collected(self) -> dict[str, Any]:
        """The values of every form. Raises BadInput for all that is wrong at once."""
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for form in self.forms:
            try:
                values |= form.require()
            except BadInput as problem:
                wrong |= problem.fields
        if wrong:
            raise BadInput(wrong)
        return values

    def _whole(self, values: dict[str, Any]) -> Job:
        """The job, or where posts of the event are ticked one for them all, each on its own record."""
        chosen = self.posts.chosen if self.posts is not None else []
        if not chosen:
            return self.job(values)
        return self.job_of_event(self._jobs(values, chosen), values)

    def _jobs(self, values: dict[str, Any], others: Sequence[Dossier]) -> list[Job]:
        """The act on this item and on each of the others, pressed again under the same op_ids."""
        mine, op_id = self.case, self.op_id
        jobs = [self.job(dict(values))]
        for other in others:
            own = dict(values)
            if other.item.platform != mine.item.platform and "account_id" in own:
                own["account_id"] = None  # an account answers on its own platform only (第十条)
            self.dossier, self.op_id = other, f"{op_id}-{other.item.id}"
            jobs.append(self.job(own))
        self.dossier, self.op_id = mine, op_id
        return jobs

    def _run_each(self, values: dict[str, Any], others: Sequence[Dossier]) -> None:
        numbers = [self.item.number, *(other.item.number for other in others)]
        jobs = list(zip(numbers, self._jobs(values, others), strict=True))
        self.set_busy(busy=True)
        self.scene.runner.write(lambda: each(jobs), self._done_each, self.failed, owner=self)

    def _done_each(self, outcomes: list[Outcome]) -> None:
        """All done: close. Else say of each refused one why; what was done stays done, pressing again tries the rest."""
        for one in outcomes:
            if one.changes is not None:
                self.scene.hub.changed.emit(one.changes)
        refused = [f"{one.number}　{one.problem}" for one in outcomes if one.problem is not None]
        self.changes = summed(self.windowTitle(), outcomes)
        if not refused:
            self.accept()
            return
        head = self.changes.result if self.changes else f"{len(refused)} 件都没有办成"
        self.show_problem(BadInput({"rows": "；".join(refused)}, what=f"{head}：\n" + "\n".join(refused)))

    def run(self, job: Job) -> None:
        """Hand the act to the writer; until it answers no button can be pressed again."""
        if not self.main.isEnabled():
            return
        self.set_busy(busy=True)
        self.scene.runner.write(job, self.finished_with, self.failed, owner=self)

    def finished_with(self, changes: Changes) -> None:
        """It is done: tell the pages and close."""
        self.changes = changes
        self.scene.hub.changed.emit(changes)
        self.accept()

    def failed(self, problem: Problem) -> None:
        """Say why; after a stale edit the item is read anew, so that pressing again saves on what is there now."""
        if isinstance(problem, StaleEdit) and self.dossier is not None:
            self.dossier = self.scene.core.registry.dossier(self.item.id, self.scene.actor)
        self.show_problem(problem)
