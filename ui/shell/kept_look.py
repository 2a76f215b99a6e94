"""The look a person chose, kept on this machine."""

import json
from dataclasses import asdict

from ui.shell.geometry import Geometry
from ui.shell.look import DENSITY_LABELS, SCHEME_LABELS, SIZE_LABELS, Look

_NAME = "look"
_KNOWN: dict[str, tuple[str, ...]] = {
    "scheme": tuple(SCHEME_LABELS),
    "size": tuple(SIZE_LABELS),
    "density": tuple(DENSITY_LABELS),
}


def keep_look(geometry: Geometry, look: Look) -> None:
    """Remember it."""
    geometry.save_text(_NAME, json.dumps(asdict(look)))


def kept_look(geometry: Geometry) -> Look:
    """What was remembered; the standard look when nothing usable was."""
    try:
        kept = json.loads(geometry.text(_NAME, "{}"))
    except ValueError:
        return Look()
    if not isinstance(kept, dict):
        return Look()
    return Look(**{part: kept[part] for part, known in _KNOWN.items() if kept.get(part) in known})
