"""Every dialog class of an act or a form, found by importing the whole of ui."""

import importlib
import pkgutil

import ui
from ui.widgets.act_dialog import ActDialog


def act_dialogs() -> list[type[ActDialog]]:
    """All subclasses of ActDialog there are."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    kinds = ActDialog.__subclasses__()
    for kind in kinds:
        kinds += kind.__subclasses__()
    return kinds
