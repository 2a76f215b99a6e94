"""Makes the one QApplication: scaling, style, Chinese texts of Qt itself, input method."""

import os
from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.shell.look import Look

NAME = "政务舆情登记"


def prepare_environment(environ: MutableMapping[str, str]) -> None:
    """Qt's wheels carry no fcitx plugin, but fcitx answers the ibus one (E26).

    A desktop that names its input method to X only is understood too.
    """
    named = environ.get("QT_IM_MODULE") or environ.get("QT_IM_MODULES")
    named_to_x = environ.get("XMODIFIERS", "").removeprefix("@im=")
    if (named or named_to_x).startswith(("fcitx", "ibus")):
        environ["QT_IM_MODULE"] = "ibus"


def make_application(argv: Sequence[str], look: Look | None = None) -> QApplication:
    """The QApplication, ready for windows. Call once, before any widget is made."""
    prepare_environment(os.environ)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # As an argument: setStyle() hands the style back, and wrapping it takes as long as all the rest.
    app = QApplication([*argv[:1], "-style", "Fusion", *argv[1:]])
    app.setApplicationName("yuqing-desktop")
    app.setApplicationDisplayName(NAME)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    speak_chinese(app)
    appearance = Appearance(app, look)
    app.setWindowIcon(icon("registry", appearance.tokens.accent))
    return app


def speak_chinese(app: QApplication) -> bool:
    """Load Qt's own Chinese texts (E25); False when the file is missing."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_zh_CN", folder):
        return False
    return app.installTranslator(translator)
