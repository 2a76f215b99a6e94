"""What papers need of this computer: the office's own templates whole, the faces there (第十三条)."""

from collections.abc import Collection, Iterator

from yuqing_desktop.documents.fonts import unmet
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.problems import Problem
from yuqing_desktop.services import templates as in_use
from yuqing_desktop.services.templates import Templates


def templates(held: Templates) -> Iterator[Finding]:
    """The office's own templates: one that cannot be used stops its paper."""
    for one in held.all():
        if one.own:
            yield from _of_template(one.kind, _said(held, one.kind))


def fonts(families: Collection[str] | None) -> Iterator[Finding]:
    """Faces of papers that are here neither in the first choice nor in a stand-in; None: nobody can tell."""
    for face in unmet(families) if families is not None else ():
        where = f"{face.name}，可替代的{'、'.join(face.instead)}也没有"
        yield Finding("缺少文书用的字体", where, "", f"请安装{face.name}或其中一种，否则打印的文书字形不对。")


def _said(held: Templates, kind: PaperKind) -> list[in_use.Finding]:
    try:
        return held.check(kind)
    except Problem as problem:
        return [in_use.Finding(problem.what.rstrip("。"), fatal=True)]


def _of_template(kind: PaperKind, said: list[in_use.Finding]) -> Iterator[Finding]:
    fatal = [one.words for one in said if one.fatal]
    if fatal:
        advice = "请在“设置·文书模板”中改正，或恢复原模板。"
        yield Finding(f"单位自用的《{kind.label}》模板不能使用", "；".join(fatal), "", advice)
    elif said:
        where = "；".join(one.words for one in said)
        yield Finding(f"单位自用的《{kind.label}》模板不全", where, "", "如是有意删去的，不必处理。")
