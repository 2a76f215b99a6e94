"""What the user can be told: the tree of known refusals.

Problem
├── Refused        the regulation or the state of the item forbids the act (names its article)
│   └── StaleEdit  somebody was faster; what was typed is kept
├── BadInput       a field is missing or wrong (names the fields)
├── NotFound       no such item, paper, person…
├── BadFile        an outside file cannot be read (names the part or row)
└── Trouble        the machine: disk full, read-only, locked, no printer
    ├── FileBusy   a file that cannot be written now: open elsewhere, or not to be written
    └── Unusable   the registry's file itself: missing, damaged, foreign, newer; a backup can take its place

Everything that is not a Problem is a bug.
"""


class Problem(Exception):
    """A refusal in words: what happened, what is not lost, what to do, and the article it rests on."""

    def __init__(self, what: str, *, kept: str = "", advice: str = "", article: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.kept = kept
        self.advice = advice
        self.article = article

    def __str__(self) -> str:
        return "".join(sentence for sentence in (self.what, self.kept, self.advice) if sentence)


class Refused(Problem):
    """The regulation or the state of the item forbids the act."""


class StaleEdit(Refused):
    """Somebody saved the same record after it was read here."""


class BadInput(Problem):
    """Fields that are missing or wrong: `fields` maps a field's name to its reason in words."""

    def __init__(self, fields: dict[str, str], *, what: str = "", article: str | None = None) -> None:
        super().__init__(what or "；".join(fields.values()) + "。", advice="请改正后再试。", article=article)
        self.fields = dict(fields)


class NotFound(Problem):
    """What was asked for is not in the registry."""


class BadFile(Problem):
    """An outside file cannot be read."""


class Trouble(Problem):
    """The machine stands in the way: disk, permission, lock, printer."""


class FileBusy(Trouble):
    """A file cannot be written now: another program (Excel, WPS) has it open, or it may not be written."""


class Unusable(Trouble):
    """The registry's file cannot be used as it is; a backup can be put in its place."""
