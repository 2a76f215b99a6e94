"""The last step of building a template: strip what papers do not need, name the faces, save reproducibly."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from docx.oxml.ns import nsdecls

from yuqing_desktop.documents import fonts
from yuqing_desktop.documents.fonts import BODY, DIGITS

_NAMES = rb"(?:customXml|thumbnail|numbering|stylesWithEffects|webSettings)"
_LINK = re.compile(rb'<Relationship (?=[^>]*Target="[^"]*' + _NAMES + rb")[^>]*/>")
_TYPE = re.compile(rb'<Override PartName="/(?:word/)?' + _NAMES + rb"[^>]*/>")
_UNUSED = re.compile(r"customXml/|docProps/thumbnail|word/(numbering|stylesWithEffects|webSettings)\.xml")


def finish(document: Any, path: Path, paper_title: str) -> None:
    """Save a built document as a template; a rebuild of the same layout gives the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = paper_title, "", ""
    properties.language = fonts.LANGUAGE
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    _strip(parts)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _strip(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if _UNUSED.match(name)]:
        del parts[name]
    for name in [name for name in parts if name.endswith(".rels")]:
        parts[name] = _LINK.sub(b"", parts[name])
    types = parts["[Content_Types].xml"]
    types = _TYPE.sub(b"", types)
    parts["word/fontTable.xml"] = _font_table()
    theme = next(name for name in parts if name.startswith("word/theme/"))
    parts[theme] = _theme(parts[theme])


def _font_table() -> bytes:
    entries = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{",".join(face.instead)}"/>'
        f'<w:charset w:val="{"00" if face is DIGITS else "86"}"/><w:family w:val="{face.family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for face in fonts.FACES
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()


def _theme(theme: bytes) -> bytes:
    text = theme.decode()
    faces = (
        f'<a:latin typeface="{DIGITS.name}"/><a:ea typeface="{BODY.name}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{BODY.name}"/>'
    )
    for kind in ("majorFont", "minorFont"):
        text = re.sub(f"<a:{kind}>.*?</a:{kind}>", f"<a:{kind}>{faces}</a:{kind}>", text, flags=re.DOTALL)
    return text.encode()
