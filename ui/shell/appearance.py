"""Puts a look on the whole program: palette, fonts, one style sheet; changes without restart (E43, E44)."""

import contextlib
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.shell.icons import write_drawings
from ui.shell.look import Look
from ui.shell.theme import DARK, LIGHT, Tokens
from yuqing_desktop.paths import resources

FAMILIES = ["Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", "Source Han Sans SC"]


class Appearance(QObject):
    """The one holder of the present look; a child of the QApplication, found by `Appearance.present()`."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look | None = None) -> None:
        super().__init__(app)
        self.setObjectName("appearance")
        self._app = app
        self._folder = QTemporaryDir()
        self._look = look or Look()
        self._tokens = LIGHT
        self.apply(self._look)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @staticmethod
    def present() -> "Appearance":
        """The look of the running application; made in its standard form when nobody did before."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # The stubs say findChild always finds something; it does not.
        found: Appearance | None = app.findChild(
            Appearance, "appearance", Qt.FindChildOption.FindDirectChildrenOnly
        )
        return found if found is not None else Appearance(app, Look(scheme="light"))

    @property
    def look(self) -> Look:
        """The choices in force."""
        return self._look

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self._tokens is DARK

    def apply(self, look: Look) -> None:
        """Put a look on every window, at once."""
        self._look = look
        self._tokens = DARK if self._wants_dark(look) else LIGHT
        self._write_icons()
        self._app.setFont(self.font())
        self._app.setPalette(palette(self._tokens))
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def font(self, *, small: bool = False, bold: bool = False, pixels: int = 0) -> QFont:
        """The program's font: ordinary, secondary, or of a given size in pixels."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(pixels or (self._look.small if small else self._look.base))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _wants_dark(self, look: Look) -> bool:
        if look.scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return look.scheme == "dark"

    def _follow_system(self) -> None:
        if self._look.scheme == "system":
            self.apply(self._look)

    def _icons_folder(self) -> Path:
        # A new folder a scheme: Qt caches style sheet images by their path.
        return Path(self._folder.path()) / ("dark" if self.is_dark else "light")

    def _write_icons(self) -> None:
        tokens = self._tokens
        drawings = {
            "down.svg": {"chevron-down": tokens.muted},
            "up.svg": {"chevron-up": tokens.muted},
            "left.svg": {"chevron-left": tokens.muted},
            "right.svg": {"chevron-right": tokens.muted},
            "check.svg": {"check": tokens.on_accent},
            "partial.svg": {"minus": tokens.on_accent},
            "tick.svg": {"check": tokens.accent},
            "close.svg": {"close": tokens.muted},
            "calendar.svg": {"calendar": tokens.muted},
            "dot.svg": {"dot": tokens.on_accent},
        }
        if not self._folder.isValid():
            return  # nowhere to keep temporary files: boxes and lists go without their marks
        with contextlib.suppress(OSError):
            write_drawings(self._icons_folder(), drawings)

    def _style_sheet(self) -> str:
        sheet = (resources() / "style" / "app.qss").read_text(encoding="utf-8")
        values = {name: getattr(self._tokens, name) for name in Tokens.__slots__}
        look = self._look
        sizes = {"base": look.base, "small": look.small, "title": look.title, "control": look.control}
        values |= {name: str(size) for name, size in sizes.items()}
        values |= {"inner": str(look.control - 10), "icons": self._icons_folder().as_posix()}
        return Template(sheet).substitute(values)


def palette(tokens: Tokens) -> QPalette:
    """Qt's own palette in our colours: for what no style sheet reaches."""
    made = QPalette()
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.Mid: tokens.line,
        role.Light: tokens.hover,
        role.Dark: tokens.edge,
    }
    for name, color in colors.items():
        made.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return made
