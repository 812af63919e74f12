"""Buttons that say a verb; all of one height, with one filled button to a pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, icon
from vendorrisk.ui.widgets.labels import restyle, tip
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import ICON, ICON_SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TONES = {"primary": "on_accent", "quiet": "link", "link": "link"}


class Button(QPushButton):
    """A button with a verb on it."""

    def __init__(
        self, text: str, *, kind: str = "secondary", drawing: Icon | None = None, small: bool = False
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().dress(self, FontRole.CAPTION_MEDIUM if small else FontRole.MEDIUM)
        if drawing is not None:
            self.setIcon(icon(drawing, tone=_TONES.get(kind, "text2")))
            current_theme().size_icon(self, ICON_SMALL)

    @property
    def kind(self) -> str:
        """How much the button stands out: primary, secondary, quiet, danger, link or icon."""
        return str(self.property("kind"))

    def set_kind(self, kind: str) -> None:
        """Makes the button stand out more or less."""
        self.setProperty("kind", kind)
        restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, never another one: on Cancel it cancels."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def disable_because(self, reason: str) -> None:
        """Greys the button and says why in its tooltip; an empty reason makes it usable again."""
        self.setEnabled(not reason)
        self.setToolTip(tip(reason))
        self.setAccessibleDescription(reason)


def primary(text: str) -> Button:
    """Returns the filled button: what this screen is for. A page head takes one only."""
    return Button(text, kind="primary")


def secondary(text: str, *, drawing: Icon | None = None, small: bool = False) -> Button:
    """Returns an ordinary framed button."""
    return Button(text, drawing=drawing, small=small)


def quiet(text: str) -> Button:
    """Returns a button without a frame, for an action beside fields."""
    return Button(text, kind="quiet")


def danger(text: str) -> Button:
    """Returns the button of an action that cannot be undone."""
    return Button(text, kind="danger")


def link(text: str, *, small: bool = False) -> Button:
    """Returns a verb that looks like a link, for rows and panel headings; it takes no room of its own."""
    button = Button(text, kind="link", small=small)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class IconButton(Button):
    """A square button with a drawing only; it must say its name to readers and on hovering."""

    def __init__(
        self, drawing: Icon, name: str, *, keys: str = "", small: bool = False, bare: bool = False
    ) -> None:
        if not name:
            raise ValueError("A button without words needs a name.")
        super().__init__("", kind="icon", small=small)
        self.setProperty("bare", bare)
        self.setIcon(icon(drawing))
        current_theme().size_icon(self, ICON)
        self.setAccessibleName(name)
        self.setToolTip(tip(f"{name} ({keys})" if keys else name))


class MenuButton(Button):
    """A button that unfolds a menu and shows so."""

    def __init__(self, text: str, menu: QMenu, *, small: bool = False) -> None:
        super().__init__(text, small=small)
        self.setProperty("unfolds", "true")
        menu.setParent(self, menu.windowFlags())
        self.setMenu(menu)


def more_button(menu: QMenu, name: str) -> IconButton:
    """Returns the button with three dots that holds what is needed less often."""
    button = IconButton(Icon.MORE, name)
    menu.setParent(button, menu.windowFlags())
    button.setMenu(menu)
    return button


class SegmentedControl(QWidget):
    """Two to four choices side by side, one of which is in force; arrow keys move it."""

    chosen = Signal(str)
    """The key of the choice the person has made."""

    def __init__(self, options: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, (key, text) in enumerate(options):
            segment = _Segment(text, place=_place(position, len(options)))
            self._buttons[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(self._telling(key))
        self.choose(options[0][0])

    def choice(self) -> str:
        """Returns the key of what is in force."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Puts a choice in force without announcing it."""
        self._buttons[key].setChecked(True)

    def _telling(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)


def _place(position: int, count: int) -> str:
    if position == 0:
        return "first"
    return "last" if position == count - 1 else "middle"


class _Segment(Button):
    """Keeps the width of its bold state, so that choosing moves nothing."""

    def __init__(self, text: str, *, place: str) -> None:
        super().__init__(text, kind="segment")
        self.setProperty("place", place)
        self.setCheckable(True)
        self.toggled.connect(self._weigh)
        current_theme().changed.connect(self._keep_width)
        self._keep_width()

    def _weigh(self, checked: bool) -> None:  # noqa: FBT001  (Qt's signal)
        current_theme().dress(self, FontRole.STRONG if checked else FontRole.MEDIUM)

    def _keep_width(self) -> None:
        bold = QFontMetrics(current_theme().font(FontRole.STRONG))
        self.setFixedWidth(bold.horizontalAdvance(self.text()) + 25)
