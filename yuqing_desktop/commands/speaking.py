"""What a command says: Chinese for people on stdout and stderr, or one JSON document on stdout."""

import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from yuqing_desktop.problems import Problem


class Speaker:
    """Writes for one command; `as_json` says for whom. A missing stream (a windowed build) is not written to."""

    def __init__(self, out: TextIO | None, errors: TextIO | None, *, as_json: bool) -> None:
        self.as_json = as_json
        self._out = out
        self._errors = errors

    def line(self, words: str = "") -> None:
        """A line for people; nothing where a program reads."""
        if not self.as_json:
            _write(self._out, words + "\n")

    def table(self, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """Lines in columns; the last column takes what is left."""
        for row in rows:
            cells = [padded(cell, width) for cell, width in zip(row, widths, strict=False)]
            self.line("  ".join([*cells, *row[len(widths) :]]).rstrip())

    def document(self, value: Any) -> None:
        """The one JSON document of a command; nothing where people read."""
        if self.as_json:
            _write(self._out, json.dumps(value, ensure_ascii=False, indent=1) + "\n")

    def array(self, values: Iterable[Any]) -> None:
        """The same, for an array that may be long: an element a line, written as it comes."""
        if not self.as_json:
            return
        mark = "["
        for value in values:
            _write(self._out, f"{mark}\n{json.dumps(value, ensure_ascii=False)}")
            mark = ","
        _write(self._out, "[]\n" if mark == "[" else "\n]\n")

    def refusal(self, problem: Problem) -> None:
        """Why it was not done: words on stderr, and as a document where a program reads."""
        _write(self._errors, f"{problem}\n")
        self.document({"refused": str(problem), "article": problem.article})

    def warning(self, words: str) -> None:
        """A line on stderr, whoever reads."""
        _write(self._errors, words + "\n")

    def flush(self) -> None:
        """Hand over what was written. Raises BrokenPipeError."""
        if self._out is not None:
            self._out.flush()


def speak_utf8() -> None:
    """UTF-8 on both streams whatever the locale or code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, width: int) -> str:
    """The text cut (with an ellipsis) or filled to this many columns."""
    line = " ".join(text.split())
    if width_of(line) > width:
        while width_of(line) > width - 2:
            line = line[:-1]
        line += "…"
    return line + " " * (width - width_of(line))


def _write(stream: TextIO | None, words: str) -> None:
    if stream is not None:
        stream.write(words)
