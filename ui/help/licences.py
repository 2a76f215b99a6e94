"""Whose work the program carries, as THIRD_PARTY.md lists it."""

from pathlib import Path

from yuqing_desktop.paths import resources


def licence_folder() -> Path:
    """The folder of the full texts that have to go with it."""
    return resources().parent / "LICENSES"


def licences() -> list[tuple[str, str]]:
    """(package, licence) of every part that goes with the program; empty where the list is missing."""
    listed = resources().parent / "THIRD_PARTY.md"
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [(row[0], row[1]) for row in rows[2:]]
