"""文书模板: which templates the office uses, opened for changing, checked, taken over, and given back."""

from dataclasses import dataclass
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents import printing
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.printing import Printout
from yuqing_desktop.documents.shelf import Shelf
from yuqing_desktop.documents.word import Finding as Finding  # the window shows these
from yuqing_desktop.documents.word import load, pack, trial_words
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class TemplateInUse:
    """A paper's template: `own` where it is the office's, at `path`."""

    kind: PaperKind
    own: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Templates:
    """The office's templates of papers."""

    store: Store
    shelf: Shelf

    def all(self) -> tuple[TemplateInUse, ...]:
        """Every paper's template, in the order of the papers."""
        return tuple(self.of(PaperKind(name)) for name in PAPERS)

    def of(self, kind: PaperKind) -> TemplateInUse:
        """The template a kind of paper is filled from now."""
        paper = PAPERS[kind.value]
        return TemplateInUse(kind, self.shelf.has_own(paper), self.shelf.path(paper))

    def own_copy(self, actor: Actor, kind: PaperKind) -> Path:
        """The office's own template, copied from the factory's where there was none. Raises Refused, Trouble."""
        self.store.require(actor, Deed.SETTINGS)
        return self.shelf.copy_factory(PAPERS[kind.value])

    def check(self, kind: PaperKind) -> list[Finding]:
        """What there is to say about the template in use, worst first. Raises NotFound, BadFile."""
        return self.shelf.check(PAPERS[kind.value])

    def trial(self, kind: PaperKind) -> Printout:
        """The template filled with its own placeholders' names, as it would print. Raises NotFound, BadFile."""
        paper = PAPERS[kind.value]
        template = load(self.shelf.path(paper), paper)
        return printing.printout(pack(template.parts | template.fill_words(trial_words(paper))))

    def adopt(self, actor: Actor, kind: PaperKind, path: Path) -> Changes:
        """Take a file as the office's own template. Raises Refused, BadFile naming what is wrong, Trouble."""
        self.store.require(actor, Deed.SETTINGS)
        self.shelf.adopt(PAPERS[kind.value], path)
        return self._recorded(actor, f"《{kind.label}》模板已采用“{path.name}”")

    def restore(self, actor: Actor, kind: PaperKind) -> Changes:
        """Go back to the factory's template; the office's own is kept beside it. Raises Refused, Trouble."""
        self.store.require(actor, Deed.SETTINGS)
        self.shelf.restore(PAPERS[kind.value])
        return self._recorded(actor, f"《{kind.label}》已恢复原模板")

    def _recorded(self, actor: Actor, words: str) -> Changes:
        return self.store.perform(actor, "settings", lambda work: words)
