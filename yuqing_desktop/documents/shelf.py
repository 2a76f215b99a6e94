"""Where templates come from: the office's own where it has one, else the factory's; each compiled once."""

from pathlib import Path

from yuqing_desktop.documents import saving
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.word import Finding, Template, check_template, load
from yuqing_desktop.problems import BadFile


class Shelf:
    """The templates of one installation: `factory` comes with the program, `own` is the office's folder."""

    def __init__(self, factory: Path, own: Path) -> None:
        self._factory = factory
        self._own = own
        self._loaded: dict[str, tuple[object, Template]] = {}

    def path(self, paper: Paper) -> Path:
        """The file a paper is filled from."""
        return self.own_path(paper) if self.has_own(paper) else self._factory / paper.file_name

    def own_path(self, paper: Paper) -> Path:
        """Where the office's own template of a paper lies, or would."""
        return self._own / paper.file_name

    def has_own(self, paper: Paper) -> bool:
        """Whether the office uses a template of its own; where nobody may look, it may, and reading it says why not."""
        try:
            return self.own_path(paper).is_file()
        except OSError:
            return True

    def template(self, paper: Paper) -> Template:
        """The compiled template, read anew when its file was changed. Raises NotFound, BadFile."""
        path = self.path(paper)
        try:
            seen = path.stat()
        except OSError:
            return load(path, paper)
        mark = (path, seen.st_mtime_ns, seen.st_size)
        known = self._loaded.get(paper.name)
        if known is None or known[0] != mark:
            known = self._loaded[paper.name] = (mark, load(path, paper))
        return known[1]

    def check(self, paper: Paper) -> list[Finding]:
        """What there is to say about the template in use. Raises NotFound, BadFile."""
        return check_template(self.path(paper), paper)

    def adopt(self, paper: Paper, path: Path) -> list[Finding]:
        """Take a file as the office's own template, unless something fatal is found. Raises BadFile, Trouble.

        Gives what else there is to say about it; the template used before stays on any refusal.
        """
        findings = check_template(path, paper)
        fatal = "；".join(finding.words for finding in findings if finding.fatal)
        if fatal:
            raise BadFile(f"模板没有采用：{fatal}。", kept="原模板没有改动。", advice="请改正后再试。")
        self._write(paper, path)
        return findings

    def copy_factory(self, paper: Paper) -> Path:
        """A copy of the factory template in the office's folder, to be changed there; one already there is kept."""
        if not self.has_own(paper):
            self._write(paper, self._factory / paper.file_name)
        return self.own_path(paper)

    def restore(self, paper: Paper) -> None:
        """Go back to the factory template; the office's own is kept beside it as .bak. Raises Trouble."""
        own = self.own_path(paper)
        if not self.has_own(paper):
            return
        try:
            own.replace(own.with_suffix(".docx.bak"))
        except OSError as error:
            raise saving.trouble(own, error) from error

    def _write(self, paper: Paper, source: Path) -> None:
        own = self.own_path(paper)
        try:
            content = source.read_bytes()
            own.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise saving.trouble(own, error) from error
        saving.save(own, content)
