"""Paints one cell of a two-line row: the costly part of a table, so all is prepared once a look."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QStaticText

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.tables.cell import Cell
from ui.wording.tones import Tone

PAD = 10
_ICON = 14
_BASELINE = 0.88
_CACHED = 20_000

Places = list[tuple[int, int, int, bool]]
"""The columns in sight: number, left edge and width of the words, whether they stand at the right."""

_TONES: tuple[Tone, ...] = ("plain", "muted", "faint", "accent", "danger", "warn", "ok")


class RowPainter:
    """Fonts, colours, baselines and shortened words of the present look."""

    def __init__(self, appearance: Appearance, ratio: float) -> None:
        look, tokens = appearance.look, appearance.tokens
        self.height = look.row
        self._ratio = ratio
        self._tokens = tokens
        self._font = appearance.font()
        self._small = appearance.font(small=True)
        self._metrics = QFontMetrics(self._font)
        self._small_metrics = QFontMetrics(self._small)
        self._inks = {tone: QColor(tokens.ink(tone)) for tone in _TONES}
        self._grounds = {tone: QColor(tokens.ground(tone)) for tone in _TONES}
        self._surface = QColor(tokens.surface)
        self._hover = QColor(tokens.hover)
        self._soft = QColor(tokens.soft)
        self._accent = QColor(tokens.accent)
        self._line = QColor(tokens.line)
        self._set_baselines(look.base, look.small, gap=7 if look.density == "standard" else 3)
        self._short: dict[tuple[str, int, bool], tuple[QStaticText, int]] = {}
        self._icons: dict[tuple[str, str], QPixmap] = {}

    def ground(self, painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
        """A whole row's ground, the hairline under it, and the bar of the selected row."""
        color = self._soft if selected else self._hover if hovered else self._surface
        painter.fillRect(rect, color)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._line)
        if selected:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._accent)

    def cells(
        self,
        painter: QPainter,
        cells: tuple[Cell, ...],
        top: int,
        places: Places,
        *,
        selected: bool,
        faded: bool,
    ) -> None:
        """The words of a row in the columns in sight."""
        for column, left, width, right in places:
            self._cell(painter, left, top, width, cells[column], right=right, faded=faded, selected=selected)

    def beneath(self, painter: QPainter, rect: QRect) -> None:
        """The ground under the last row."""
        painter.fillRect(rect, self._surface)

    def _cell(
        self,
        painter: QPainter,
        left: int,
        top: int,
        width: int,
        cell: Cell,
        *,
        right: bool,
        faded: bool,
        selected: bool,
    ) -> None:
        if cell.pill:
            self._pill(painter, left, top, width, cell, faded=faded, selected=selected)
            return
        tone: Tone = "muted" if faded and cell.tone != "faint" else cell.tone
        if cell.icon:
            painter.drawPixmap(left, top + self._icon_top(cell), self._icon(cell.icon, tone))
            left += _ICON + 4
            width -= _ICON + 4
        if not cell.second:
            self._text(painter, left, top + self._middle, width, cell.text, tone, right=right, small=False)
            return
        self._text(painter, left, top + self._first, width, cell.text, tone, right=right, small=False)
        if cell.icon:
            left -= _ICON + 4
            width += _ICON + 4
        second: Tone = "muted" if faded else cell.second_tone
        self._text(painter, left, top + self._second, width, cell.second, second, right=right, small=True)

    def width(self, text: str, most: int, *, small: bool = False) -> int:
        """How wide the text is, cut to `most`."""
        return self._cut(text, most, small)[1]

    def _cut(self, text: str, width: int, small: bool) -> tuple[QStaticText, int]:  # noqa: FBT001
        key = (text, width, small)
        found = self._short.get(key)
        if found is None:
            if len(self._short) > _CACHED:
                self._short.clear()
            found = self._short[key] = self._lay_out(text, width, small=small)
        return found

    def _lay_out(self, text: str, width: int, *, small: bool) -> tuple[QStaticText, int]:
        metrics = self._small_metrics if small else self._metrics
        words = " ".join(text[:400].split())
        if metrics.horizontalAdvance(words) > width:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
        laid_out = QStaticText(words)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(font=self._small if small else self._font)
        return laid_out, metrics.horizontalAdvance(words)

    def _set_baselines(self, base: int, small: int, *, gap: int) -> None:
        # Words are placed by the box of their characters: fonts differ in ascent, characters fill the em.
        lift, small_lift = self._metrics.ascent(), self._small_metrics.ascent()
        top = (self.height - base - small - gap) / 2
        self._first = round(top + base * _BASELINE) - lift
        self._second = round(top + base + gap + small * _BASELINE) - small_lift
        self._middle = round((self.height - base) / 2 + base * _BASELINE) - lift
        self._pill_height = small + 9
        self._pill_top = (self.height - self._pill_height) // 2
        self._pill_text = (
            round(self._pill_top + (self._pill_height - small) / 2 + small * _BASELINE) - small_lift
        )
        self._icon_first = round(top + base / 2) - _ICON // 2
        self._icon_middle = (self.height - _ICON) // 2

    def _icon_top(self, cell: Cell) -> int:
        return self._icon_first if cell.second else self._icon_middle

    def _text(
        self,
        painter: QPainter,
        left: int,
        y: int,
        width: int,
        text: str,
        tone: Tone,
        *,
        right: bool,
        small: bool,
    ) -> None:
        words, advance = self._cut(text, width, small)
        painter.setFont(self._small if small else self._font)
        painter.setPen(self._inks[tone])
        painter.drawStaticText(left + width - advance if right else left, y, words)

    def _pill(
        self, painter: QPainter, left: int, top: int, width: int, cell: Cell, *, faded: bool, selected: bool
    ) -> None:
        tone: Tone = "muted" if faded else cell.tone
        words, advance = self._cut(cell.text, width - 16, True)
        box = QRectF(left, top + self._pill_top, advance + 16, self._pill_height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        # The selected row's own ground would swallow a pill of the same colour.
        ground = self._surface if selected and tone == "accent" else self._grounds[tone]
        painter.setPen(ground)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._small)
        painter.setPen(self._inks[tone])
        painter.drawStaticText(left + 8, top + self._pill_text, words)

    def _icon(self, name: str, tone: Tone) -> QPixmap:
        key = (name, tone)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = pixmap(name, self._tokens.ink(tone), _ICON, self._ratio)
        return found
