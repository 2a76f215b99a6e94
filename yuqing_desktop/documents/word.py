"""Fill a Word template: compiled once, filled many times, read back each time.

docxtpl heals the runs Word splits placeholders into and knows the row and paragraph tags; compiling once and
filling only the parts that hold text is what makes a thousand slips a matter of seconds.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yuqing_desktop.documents import language, package, proofreading
from yuqing_desktop.documents.context import Name, Words, names, words
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.qr import png
from yuqing_desktop.documents.saving import save
from yuqing_desktop.problems import BadFile

_MOMENT = (1980, 1, 1, 0, 0, 0)
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said about a template; a fatal one keeps it from being used."""

    words: str
    fatal: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template: `still` holds, packed once, the parts that no fill changes;
    `pictures` are the media parts that show a code, by its label.

    `missing` names the placeholders its paper offers and it does not use.
    """

    paper: Paper
    file_name: str
    parts: dict[str, bytes]
    still: bytes
    compiled: dict[str, Any]
    pictures: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]

    def fill(self, context: Any) -> bytes:
        """The paper as a .docx. Raises BadFile when what comes out is not the words that went in."""
        return pack(self.fill_parts(context), onto=self.still)

    def fill_parts(self, context: Any) -> dict[str, bytes]:
        """The parts of the .docx that a fill changes."""
        if not isinstance(context, self.paper.context):
            raise TypeError(f"{self.paper.name} wants {self.paper.context.__name__}")
        return self.fill_words(words(context))

    def fill_words(self, said: Words) -> dict[str, bytes]:
        """As `fill_parts`, from the words themselves (a trial fill)."""
        changed = {name: self._render(name, said) for name in self.compiled}
        for label, parts in self.pictures.items():
            changed |= dict.fromkeys(parts, png(str(said[label])))
        return changed

    def _render(self, name: str, said: Words) -> bytes:
        from jinja2 import TemplateError

        emitted: list[str] = []
        try:
            content: bytes = self.compiled[name].render({**said, language.EMITTED: emitted}).encode()
        except (TemplateError, TypeError, ValueError) as error:
            raise BadFile(
                f"模板《{self.paper.title}》填写失败（{self.file_name}）。", advice=_RESTORE
            ) from error
        root = package.parse(content)
        if root is None:
            raise BadFile(f"模板《{self.paper.title}》的标签位置不对（{self.file_name}）。", advice=_RESTORE)
        self._compare(package.text_of(root), emitted)
        return content

    def _compare(self, text: str, emitted: list[str]) -> None:
        place = 0
        for value in emitted:
            place = text.find(value, place)
            if place < 0:
                lost = value[:20]
                raise BadFile(f"《{self.paper.title}》生成后核对不一致：“{lost}…”没有写全。", advice=_RESTORE)
            place += len(value)


_RESTORE = "请在设置中检查模板，或恢复原模板。"


def load(path: Path, paper: Paper) -> Template:
    """Read, check and compile a template. Raises NotFound, BadFile naming what is wrong with it."""
    template, findings = _read(path, paper)
    fatal = "；".join(finding.words for finding in findings if finding.fatal)
    if fatal or template is None:
        raise BadFile(f"模板《{paper.title}》（{path.name}）不能使用：{fatal}。", advice=_RESTORE)
    return template


def check_template(path: Path, paper: Paper) -> list[Finding]:
    """What there is to say about a template, worst first. Raises NotFound, BadFile where it cannot be opened.

    A template without fatal findings has also been filled once with its own placeholders' names.
    """
    template, findings = _read(path, paper)
    if template is None:
        return sorted(findings, key=lambda finding: not finding.fatal)
    try:
        template.fill_words(trial_words(paper))
    except BadFile as problem:
        findings.append(Finding(problem.what.rstrip("。"), fatal=True))
    findings += [Finding(f"没有用到〔{label}〕", fatal=False) for label in template.missing]
    findings += [
        Finding(f"没有{name.label}图片（替换文字应为“{name.label}”）", fatal=False)
        for name in names(paper.context)
        if name.code and name.label not in template.pictures
    ]
    return sorted(findings, key=lambda finding: not finding.fatal)


def trial_words(paper: Paper) -> Words:
    """Words for a trial fill: every placeholder says its own name."""
    said: Words = {}
    for name in names(paper.context):
        said[name.label] = name.label if name.rows is None else [{row.label: row.label for row in name.rows}]
    return said | {name.label: "TRIAL" for name in names(paper.context) if name.code}


def write(path: Path, template: Template, context: Any) -> Path:
    """Fill and save one paper. Raises BadFile, Trouble; a file already there is kept on any refusal."""
    return save(path, template.fill(context))


def _read(path: Path, paper: Paper) -> tuple[Template | None, list[Finding]]:
    parts = package.read(path)
    findings = [Finding(words_, fatal=True) for words_ in dict.fromkeys(package.dangers(parts))]
    if findings:
        return None, findings
    offered = names(paper.context)
    trees, use, findings = _parse(parts, offered)
    lines = [line for part in trees for line in proofreading.lines_of(parts[part].decode("utf-8-sig"))]
    findings += [
        Finding(f"不认识的占位符〔{name}〕{proofreading.line_with(lines, name)}", fatal=True)
        for name in dict.fromkeys(use.unknown)
    ]
    if use.forbidden:
        findings.append(Finding("含有不允许的写法（只能用占位符、列表和条件）", fatal=True))
    if findings:
        return None, findings
    missing = tuple(name.label for name in offered if name.label not in use.known and not name.code)
    codes = tuple(name.label for name in offered if name.code)
    pictures = _code_pictures(parts, codes)
    filled = set(trees).union(*pictures.values())
    still = pack({name: part for name, part in parts.items() if name not in filled})
    return Template(paper, path.name, parts, still, _compile(trees), pictures, missing), []


def _parse(
    parts: dict[str, bytes], offered: tuple[Name, ...]
) -> tuple[dict[str, Any], language.Used, list[Finding]]:
    from docxtpl import DocxTemplate
    from jinja2 import TemplateSyntaxError

    labels = [label for name in offered for label in (name.label, *(row.label for row in name.rows or ()))]
    environment, heal = language.environment(), DocxTemplate(io.BytesIO()).patch_xml
    trees: dict[str, Any] = {}
    use = language.Used()
    findings: list[Finding] = []
    for name in filter(package.TEXT_PARTS.fullmatch, parts):
        source = heal(parts[name].decode("utf-8-sig"))
        loose = list(proofreading.loose_braces(proofreading.lines_of(source), labels))
        findings += [Finding(words_, fatal=True) for words_ in loose]
        if loose or ("{{" not in source and "{%" not in source):
            continue
        if proofreading.has_deleted_placeholder(source):
            findings.append(Finding("有占位符在修订中被删除，请先接受或拒绝全部修订", fatal=True))
            continue
        findings += [Finding(f"占位符位置不对 {place}", fatal=True) for place in language.misplaced(source)]
        try:
            trees[name] = environment.parse(source)
        except TemplateSyntaxError as error:
            told = list(proofreading.unpaired(source)) or [_near(source, error.lineno)]
            findings += [Finding(f"标签写法有误（{words_}）", fatal=True) for words_ in told]
            continue
        use.add(language.used(trees[name], offered))
    return trees, use, findings


def _compile(trees: dict[str, Any]) -> dict[str, Any]:
    from jinja2 import Template as Compiled

    made: dict[str, Any] = {}
    for name, tree in trees.items():
        environment = tree.environment
        made[name] = Compiled.from_code(environment, environment.compile(tree), {})
    return made


def _near(source: str, line: int) -> str:
    text = re.sub(r"<[^>]+>", "", source.splitlines()[max(0, line - 1)] if line else source)
    tags = re.findall(r"\{[{%].*?[}%]\}", text)
    return tags[0] if tags else text[:30]


def _code_pictures(parts: dict[str, bytes], labels: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The media parts shown by pictures whose alternative text is one of these labels."""
    found: dict[str, dict[str, None]] = {}
    for name in filter(package.TEXT_PARTS.fullmatch, parts):
        links = parts.get(f"word/_rels/{name.removeprefix('word/')}.rels")
        if links is None or not any(label.encode() in parts[name] for label in labels):
            continue
        targets = {link.get("Id"): link.get("Target") for link in package.parse(links)}
        for frame in package.parse(parts[name]).xpath("//*[local-name()='docPr']/.."):
            label = frame.find("{*}docPr").get("descr")
            for blip in frame.iter(_BLIP) if label in labels else ():
                found.setdefault(label, {})[f"word/{targets[blip.get(_EMBED)]}"] = None
    return {label: tuple(shown) for label, shown in found.items()}


def pack(parts: dict[str, bytes], *, onto: bytes = b"") -> bytes:
    """Parts as a .docx, added to those already packed; the same bytes for the same parts."""
    made = io.BytesIO(onto)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=3) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED, 3)
    return made.getvalue()
