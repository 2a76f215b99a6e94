"""What goes with the built program is named with its licence, and its licence goes along."""

import re

from tests.architecture.sources import ROOT

LOCKED = re.findall(
    r"^([a-z0-9_.-]+)==", (ROOT / "requirements" / "run.txt").read_text("utf-8"), re.MULTILINE
)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_locked_package_is_listed_with_its_licence() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE
    )
    listed = {plain(name.split(" (")[0].strip()) for names, _ in rows for name in names.split(",")}
    assert LOCKED and [name for name in LOCKED if plain(name) not in listed] == []
    assert [
        name for name, licence in rows if re.search(r"(?<!L)GPL", licence) and "PyInstaller" not in name
    ] == []


def test_the_built_program_carries_the_licence_of_every_locked_package() -> None:
    spec = (ROOT / "build.spec").read_text("utf-8")
    (shipped,) = re.findall(r"^SHIPPED = \((.*?)^\)", spec, re.MULTILINE | re.DOTALL)
    assert {plain(name) for name in LOCKED} == {plain(name) for name in re.findall(r'"([^"]+)"', shipped)}
