"""Many papers of one kind in one file: a section each, with its own head, foot and page numbers."""

import re
from collections.abc import Sequence
from typing import Any

from yuqing_desktop.documents.package import TEXT_PARTS
from yuqing_desktop.documents.word import Template, pack
from yuqing_desktop.progress import Progress

_MAIN = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_EMPTY = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "{section}</w:pPr></w:p>"
)
_FORM = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def fill_together(template: Template, contexts: Sequence[Any], *, progress: Progress | None = None) -> bytes:
    """One .docx with all papers, each beginning on a page of its own and counting its own pages.

    Raises BadFile, Cancelled.
    """
    told = progress or Progress()
    book = _Together(template)
    for done, context in enumerate(contexts):
        told.step(done, len(contexts), "正在生成文书")
        book.add(template.fill_parts(context))
    told.step(len(contexts), len(contexts), "正在生成文书")
    return pack(book.parts())


class _Together:
    """The parts of the one file: a copy of each paper's head and foot under names of its own."""

    def __init__(self, template: Template) -> None:
        self._parts = dict(template.parts)
        self._links = template.parts[_LINKS].decode()
        self._margins = [name for name in self._parts if TEXT_PARTS.fullmatch(name) and name != _MAIN]
        self._new_links: list[str] = []
        self._new_types: list[str] = []
        self._bodies: list[str] = []
        self._sections: list[str] = []
        self._frame = ("", "")

    def add(self, filled: dict[str, bytes]) -> None:
        """Take in one filled paper."""
        number = len(self._bodies) + 1
        document = filled[_MAIN].decode()
        found = _SECTION.search(document)
        if found is None:
            raise ValueError("a document without a last section")
        start = document.index(">", document.index("<w:body")) + 1
        self._frame = (document[:start], document[found.end() :])
        section = found.group()
        for name in self._margins:
            section = self._copy(name, filled, number, section)
        self._bodies.append(document[start : found.start()])
        self._sections.append(_restarted(section))

    def parts(self) -> dict[str, bytes]:
        """The finished package."""
        last = len(self._bodies) - 1
        made = [self._frame[0]]
        for place, (body, section) in enumerate(zip(self._bodies, self._sections, strict=True)):
            made += [body, section if place == last else _EMPTY.format(section=section)]
        made.append(self._frame[1])
        self._parts[_MAIN] = "".join(made).encode()
        links = self._links.replace("</Relationships>", "".join(self._new_links) + "</Relationships>")
        self._parts[_LINKS] = links.encode()
        types = self._parts[_TYPES].decode()
        self._parts[_TYPES] = types.replace("</Types>", "".join(self._new_types) + "</Types>").encode()
        return self._parts

    def _copy(self, name: str, filled: dict[str, bytes], number: int, section: str) -> str:
        """A head or foot of its own for paper `number`, with its own pictures; the section that refers to it."""
        base = name.removeprefix("word/")
        link = re.search(rf'<Relationship\b[^>]*Target="{re.escape(base)}"[^>]*/>', self._links)
        if link is None:
            return section
        identity = re.search(r'Id="([^"]+)"', link.group())
        own, known = f"p{number}_{base}", identity.group(1) if identity else ""
        fresh = f"p{number}_{known}"
        self._parts[f"word/{own}"] = filled.get(name, self._parts[name]).replace(b"NUMPAGES", b"SECTIONPAGES")
        self._copy_pictures(base, own, filled, number)
        self._new_links.append(
            link.group().replace(f'"{base}"', f'"{own}"').replace(f'"{known}"', f'"{fresh}"')
        )
        kind = "header" if base.startswith("header") else "footer"
        self._new_types.append(f'<Override PartName="/word/{own}" ContentType="{_FORM}{kind}+xml"/>')
        return section.replace(f'r:id="{known}"', f'r:id="{fresh}"')

    def _copy_pictures(self, base: str, own: str, filled: dict[str, bytes], number: int) -> None:
        links = self._parts.get(f"word/_rels/{base}.rels")
        if links is None:
            return
        text = links.decode()
        for target in set(re.findall(r'Target="(media/[^"]+)"', text)):
            picture = f"media/p{number}_{target.removeprefix('media/')}"
            self._parts[f"word/{picture}"] = filled.get(f"word/{target}", self._parts[f"word/{target}"])
            text = text.replace(f'"{target}"', f'"{picture}"')
        self._parts[f"word/_rels/{own}.rels"] = text.encode()


def _restarted(section: str) -> str:
    """A section that counts its pages from 1 and begins on a new page."""
    section = re.sub(r"<w:pgNumType\b[^>]*/>|<w:type\b[^>]*/>", "", section)
    return re.sub(r"(<w:pgMar\b[^>]*/>)", r'\1<w:pgNumType w:start="1"/>', section, count=1)
