"""The office's own words (第七条: 归类、评估): an expression that proposes topic, level and section on entry.

`预约 系统 +打不开 !排队 /\\d+小时/ =>预约系统`: any plain word or /pattern/, every +word, no !word; => names the rule.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yuqing_desktop.domain.text import folded
from yuqing_desktop.domain.vocabulary import Level
from yuqing_desktop.problems import BadInput

LONGEST_PATTERN, LONGEST_TEXT = 120, 4000
_NESTED = re.compile(r"\([^()]*[+*][^()]*\)\s*[+*{]")


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One line of the office's table."""

    id: int = 0
    expression: str = ""
    topic: str = ""
    level: Level | None = None
    section_id: int | None = None
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression read: plain words are folded for comparing."""

    some: tuple[str, ...]
    every: tuple[str, ...]
    none: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds for a text, with the words that led to it."""

    rule: HouseRule
    name: str
    words: tuple[str, ...]


def read(expression: str) -> Expression:
    """An expression as a value. Raises BadInput for one that says nothing, or a pattern that cannot be used."""
    body, arrow, name = expression.partition("=>")
    parts = body.split()
    patterns = tuple(_pattern(part[1:-1]) for part in parts if len(part) > 2 and part[0] == part[-1] == "/")
    plain = [part for part in parts if not (part.startswith("/") and part.endswith("/"))]
    some = tuple(folded(part) for part in plain if part[0] not in "+!")
    every = tuple(folded(part[1:]) for part in plain if part[0] == "+" and len(part) > 1)
    none = tuple(folded(part[1:]) for part in plain if part[0] == "!" and len(part) > 1)
    if not (some or every or patterns):
        raise BadInput({"expression": "请至少写一个词、+必须词或/式样/"})
    return Expression(some, every, none, patterns, name.strip() if arrow else " ".join(plain[:2]))


def match(expression: Expression, text: str) -> tuple[str, ...]:
    """The words that make it hold for a text; empty when it does not."""
    known = folded(text[:LONGEST_TEXT])
    if any(word in known for word in expression.none) or not all(word in known for word in expression.every):
        return ()
    found = [word for word in expression.some if word in known]
    found += [hit[0] for pattern in expression.patterns if (hit := pattern.search(known))]
    if (expression.some or expression.patterns) and not found:
        return ()
    return (*found, *expression.every)


def hits(rules: Iterable[HouseRule], text: str) -> tuple[Hit, ...]:
    """Every rule in use that holds for a text, in the order of the table."""
    found = []
    for rule in rules:
        expression = read(rule.expression)
        if rule.active and (words := match(expression, text)):
            found.append(Hit(rule, expression.name, words))
    return tuple(found)


def _pattern(source: str) -> re.Pattern[str]:
    if len(source) > LONGEST_PATTERN:
        raise BadInput({"expression": f"式样超过{LONGEST_PATTERN}字"})
    if _NESTED.search(source):
        raise BadInput({"expression": f"式样“{source}”里重复套重复，会使程序停顿，请改写"})
    try:
        return re.compile(folded(source))
    except re.error:
        raise BadInput({"expression": f"式样“{source}”写法不对"}) from None
