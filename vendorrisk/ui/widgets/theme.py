"""One look for the whole window: tokens to palette, style sheet and fonts, switched while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip

from vendorrisk.ui.widgets import fonts
from vendorrisk.ui.widgets.colours import palette_from, tokens_from
from vendorrisk.ui.widgets.fonts import FontRole, InterfaceFont
from vendorrisk.ui.widgets.sheet import style_sheet
from vendorrisk.ui.widgets.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QWidget

TEXT_SIZE_RANGE: Final = (80, 200)


NO_RULES: Final = "QLabel#none {}"
"""A sheet that styles nothing. An empty one would take Qt's sheet style away, and a widget that lives through
that and is deleted after the next sheet ends the program (Qt 6.11.3; tests/ui/widgets/test_no_sheet.py)."""


class Scheme(StrEnum):
    """The four choices of Settings, Appearance."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SYSTEM_COLOURS = "system_colours"


_FUSION: Final = "startedAsFusion"
_QT_SCHEMES: Final = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.SYSTEM_COLOURS: Qt.ColorScheme.Unknown,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    tokens: Tokens | None
    """None for the desktop's own colours."""
    font: InterfaceFont
    text_size: int

    @property
    def letters(self) -> tuple[bool, InterfaceFont, int]:
        """What decides fonts and sizes: the desktop's own look comes with the desktop's letters."""
        return self.tokens is None, self.font, self.text_size


class Theme(QObject):
    """The look in force. Widgets ask `current_theme()` for it, as they ask Qt for the palette."""

    changed = Signal()
    """Colours, fonts or sizes are new; what was painted from them must be painted again."""

    def __init__(
        self, resources: Path, *, font: InterfaceFont = InterfaceFont.INTER, text_size: int = 100
    ) -> None:
        super().__init__()
        self._resources = resources
        self._choice = font
        self._text_size = text_size
        self._shipped_family = ""
        self._fonts: dict[str, QFont] = {}
        self._scheme = Scheme.SYSTEM
        self._app: QApplication | None = None
        self._system_colours = False
        self._shown: _Look | None = None
        self.tokens: Tokens = LIGHT

    @property
    def scheme(self) -> Scheme:
        """What the person chose, which is not always what is shown."""
        return self._scheme

    @property
    def uses_system_colours(self) -> bool:
        """Whether the desktop's own colours are in force, by choice or because it asks for high contrast."""
        return self._system_colours

    @property
    def text_size(self) -> int:
        """Percent of the ordinary size, 80 to 200."""
        return self._text_size

    @property
    def icons_folder(self) -> Path:
        """Where the drawings of the icons lie."""
        return self._resources / "icons"

    def apply(self, app: QApplication, scheme: Scheme) -> None:
        """Gives the whole program a scheme at once; later calls switch it while windows are open."""
        if self._app is None:
            self._adopt(app)
        self._scheme = scheme
        app.styleHints().setColorScheme(_QT_SCHEMES[scheme])
        self._refresh()

    def set_text_size(self, percent: int) -> None:
        """Makes all text and what holds it larger or smaller, within 80 to 200 percent."""
        low, high = TEXT_SIZE_RANGE
        self._text_size = max(low, min(high, percent))
        self._refresh()

    def set_interface_font(self, choice: InterfaceFont) -> None:
        """Changes between the shipped letters and the platform's."""
        self._choice = choice
        self._refresh()

    def font(self, role: FontRole | str) -> QFont:
        """Returns the font of a role in the present size."""
        known = self._fonts.get(role)
        if known is None:
            known = fonts.build_font(FontRole(role), family=self._family(), scale=self._scale())
            self._fonts[role] = known
        return QFont(known)

    def px(self, size: int) -> int:
        """Scales a measure that holds text (a row, a control) with the text size; gaps stay as they are."""
        return round(size * self._scale())

    def dress(self, widget: QWidget, role: FontRole | str) -> None:
        """Gives a widget the font of a role, now and after every change of theme."""
        widget.setProperty("fontRole", str(role))
        widget.setFont(self.font(role))

    def keep_height(self, widget: QWidget, height: int, *, may_grow: bool = False) -> None:
        """Gives a widget a height at 100 %, or at least that, now and after every change of text size."""
        widget.setProperty("leastHeight" if may_grow else "fixedHeight", height)
        self._size_again(widget)

    def keep_width(self, widget: QWidget, width: int, *, may_grow: bool = False) -> None:
        """Gives a widget a width at 100 %, or at least that, now and after every change of text size."""
        widget.setProperty("leastWidth" if may_grow else "fixedWidth", width)
        self._size_again(widget)

    def keep_narrow(self, widget: QWidget, width: int) -> None:
        """Lets a widget be no wider than this at 100 %: longer lines are hard to read."""
        widget.setProperty("mostWidth", width)
        self._size_again(widget)

    def size_icon(self, button: QAbstractButton, side: int) -> None:
        """Gives a button an icon of some size at 100 %, now and after every change of text size."""
        button.setProperty("iconSide", side)
        button.setIconSize(QSize(self.px(side), self.px(side)))

    @property
    def _uses_platform_font(self) -> bool:
        return self._choice is InterfaceFont.PLATFORM or self._system_colours

    def _scale(self) -> float:
        own = self._text_size / 100
        return own * fonts.platform_scale() if self._uses_platform_font else own

    def _family(self) -> str:
        if self._uses_platform_font:
            return fonts.platform_font().family()
        if not self._shipped_family:
            self._shipped_family = fonts.load_inter(self._resources / "fonts" / "inter")
        return self._shipped_family

    def _adopt(self, app: QApplication) -> None:
        global _current  # noqa: PLW0603  (one look per program, as Qt has one palette)
        _current = self
        self._app = app
        if not app.property(_FUSION):
            app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    def _refresh(self) -> None:
        app = self._app
        if app is None:
            return
        wanted = self._look(app.styleHints())
        self._system_colours = wanted.tokens is None
        if wanted == self._shown and wanted.tokens is not None:
            return  # a desktop's own colours may have changed under the same choice, ours have not
        same_letters = self._shown is not None and wanted.letters == self._shown.letters
        self._shown = wanted
        if not same_letters:
            self._fonts.clear()
            app.setFont(self.font(FontRole.BODY))
            QToolTip.setFont(self.font(FontRole.CAPTION))
        self._colour(app, wanted.tokens)
        if not same_letters:
            for widget in app.allWidgets():
                self._dress_again(widget)
        self.changed.emit()

    def _look(self, hints: QStyleHints) -> _Look:
        """Returns what is to be shown now, by the person's choice and what the desktop asks for."""
        dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark
        )
        theirs = self._scheme is Scheme.SYSTEM_COLOURS or _wants_high_contrast(hints)
        own = DARK if dark else LIGHT
        return _Look(tokens=None if theirs else own, font=self._choice, text_size=self._text_size)

    def _colour(self, app: QApplication, tokens: Tokens | None) -> None:
        if tokens is None:
            app.setStyleSheet(NO_RULES)
            app.setPalette(QPalette())
            self.tokens = tokens_from(app.palette())
            return
        self.tokens = tokens
        app.setPalette(palette_from(tokens))
        drawings = self.icons_folder / "controls" / ("dark" if tokens.dark else "light")
        app.setStyleSheet(style_sheet(tokens, px=self.px, drawings=drawings))

    def _dress_again(self, widget: QWidget) -> None:
        role, side = widget.property("fontRole"), widget.property("iconSide")
        if role:
            widget.setFont(self.font(role))
        self._size_again(widget)
        if side and isinstance(widget, QAbstractButton):
            widget.setIconSize(QSize(self.px(side), self.px(side)))

    def _size_again(self, widget: QWidget) -> None:
        fixed, least = widget.property("fixedHeight"), widget.property("leastHeight")
        if fixed:
            widget.setFixedHeight(self.px(fixed))
        if least:
            widget.setMinimumHeight(self.px(least))
        wide = widget.property("fixedWidth")
        if wide:
            widget.setFixedWidth(self.px(wide))
        narrowest, widest = widget.property("leastWidth"), widget.property("mostWidth")
        if narrowest:
            widget.setMinimumWidth(self.px(narrowest))
        if widest:
            widget.setMaximumWidth(self.px(widest))


def start_application(arguments: list[str]) -> QApplication:
    """Returns the program's application object, in the style every theme starts from.

    Naming the style here saves the start some milliseconds: `setStyle` hands the style to Python.
    """
    app = QApplication([*arguments, "-style", "fusion"])
    app.setProperty(_FUSION, "yes")
    return app


_current: Theme | None = None


def current_theme() -> Theme:
    """Returns the look in force.

    Raises:
        RuntimeError: No theme was applied yet; `app` does so before it makes the first widget.
    """
    if _current is None:
        raise RuntimeError("Apply a Theme before the first widget is made.")
    return _current


def _wants_high_contrast(hints: QStyleHints) -> bool:
    if not hasattr(hints, "accessibility"):  # Qt before 6.10
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
