"""The places of the window at its left, with how much waits in each; narrow windows show the icons only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import ElidingLabel, line, tip
from vendorrisk.ui.widgets.painting import RIGHT, baseline, draw_text, fill, ring, smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import (
    ICON,
    NAV,
    NAV_FOLDED,
    RADIUS,
    ROW,
    SELECTION_BAR,
    SPACE_1,
    SPACE_2,
    SPACE_3,
    SPACE_4,
)
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

_ICON_LEFT: Final = 12
_TEXT_LEFT: Final = 40
_COUNT_RIGHT: Final = 8
_BAR_HEIGHT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the navigation."""

    key: str
    text: str
    drawing: Icon


class NavItem(QAbstractButton):
    """A place: icon, name, and the number of things there that need somebody."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.count = 0
        self.folded = False
        self.setText(place.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Shows how many things need somebody; none shows nothing."""
        self.count = count
        need = tr_count("{count} needs attention", "{count} need attention", count)
        self.setAccessibleName(f"{self.text()}, {need}" if count else self.text())
        self._tell()
        self.update()

    def fold(self, folded: bool) -> None:  # noqa: FBT001  (a state, not an option)
        """Shows the icon only, with the name in the tooltip."""
        self.folded = folded
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Takes one row."""
        return QSize(ROW, current_theme().px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves all keys but Space to the navigation: a button would open each place on the way."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows that a click would go there."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the row: selection, bar, icon, name and count."""
        painter = QPainter(self)
        self._paint_ground(painter)
        tokens, centre = current_theme().tokens, self.height() // 2
        side = current_theme().px(ICON)
        left = (self.width() - side) // 2 if self.folded else current_theme().px(_ICON_LEFT)
        box = QRect(left, centre - side // 2, side, side)
        draw_icon(painter, box, self.place.drawing, tokens.accent if self.isChecked() else tokens.text2)
        if self.folded:
            self._paint_dot(painter, box)
        else:
            self._paint_words(painter, centre)
        if self.hasFocus() and not self.isChecked():
            ring(painter, self.rect())
        elif self.hasFocus():
            ring(painter, self.rect().adjusted(SELECTION_BAR + 1, 0, 0, 0))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = current_theme().tokens
        if self.isChecked():
            fill(painter, self.rect(), tokens.selection, radius=RADIUS)
            bar = current_theme().px(_BAR_HEIGHT)
            top = (self.height() - bar) // 2
            fill(painter, QRect(0, top, SELECTION_BAR, bar), tokens.accent)
        elif self.underMouse():
            fill(painter, self.rect(), tokens.separator, radius=RADIUS)

    def _paint_words(self, painter: QPainter, centre: int) -> None:
        tokens, chosen = current_theme().tokens, self.isChecked()
        count = str(self.count) if self.count else ""
        base, left, right = baseline(centre), current_theme().px(_TEXT_LEFT), self.width() - _COUNT_RIGHT
        role = FontRole.STRONG if chosen else FontRole.MEDIUM
        taken = draw_text(
            painter, left, base, count, role=FontRole.MEDIUM if chosen else FontRole.BODY,
            colour=tokens.text if chosen else tokens.text2, width=right - left, align=RIGHT,
        )  # fmt: skip
        room = right - left - (taken + SPACE_2 if taken else 0)
        draw_text(painter, left, base, self.text(), role=role, colour=tokens.text, width=room)

    def _paint_dot(self, painter: QPainter, box: QRect) -> None:
        if not self.count:
            return
        tokens = current_theme().tokens
        with smooth(painter):
            painter.setPen(QPen(QColor(tokens.sidebar), 2))
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(box.topRight(), SPACE_1, SPACE_1)

    def _tell(self) -> None:
        self.setToolTip(tip(self.accessibleName()) if self.folded else "")


class Navigation(QFrame):
    """All places in groups, and at the foot whose workspace this is."""

    chosen = Signal(str)
    """The key of the place the person wants to go to."""

    def __init__(self, groups: Sequence[Sequence[Place]]) -> None:
        super().__init__()
        self.setProperty("frame", "sidebar")
        self.setAccessibleName(tr("Places"))
        self._items: dict[str, NavItem] = {}
        self._folded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_2, SPACE_3, SPACE_2, 0)
        self._column.setSpacing(0)
        for number, group in enumerate(groups):
            self._column.addSpacing(SPACE_3 if number else 0)
            for place in group:
                self._add(place)
        self._column.addStretch(1)
        self._foot = _Foot()
        self._column.addWidget(self._foot)
        self._keep_width()

    @property
    def folded(self) -> bool:
        """Whether only the icons are shown."""
        return self._folded

    def keys(self) -> list[str]:
        """Returns the keys of all places in their order."""
        return list(self._items)

    def item(self, key: str) -> NavItem:
        """Returns the entry of a place."""
        return self._items[key]

    def select(self, key: str) -> None:
        """Marks the place that is shown; it alone is a stop of the Tab key. Some pages mark none."""
        first = next(iter(self._items))
        for other, item in self._items.items():
            item.setAutoExclusive(False)
            item.setChecked(other == key)
            item.setAutoExclusive(True)
            reached_by_tab = other == key or (other == first and key not in self._items)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached_by_tab else Qt.FocusPolicy.ClickFocus)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Shows how much waits in each place; places that are not named show nothing."""
        for key, item in self._items.items():
            item.set_count(counts.get(key, 0))

    def set_foot(self, workspace: str, user: str) -> None:
        """Says at the foot whose workspace is open and who works in it."""
        self._foot.say(workspace, user)

    def fold(self, folded: bool) -> None:  # noqa: FBT001  (a state, not an option)
        """Shows icons only, or names as well."""
        if folded == self._folded:
            return
        self._folded = folded
        self._keep_width()
        self._foot.setVisible(not folded)
        for item in self._items.values():
            item.fold(folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes along the places with the arrow keys; Enter opens the one with the ring."""
        items = list(self._items.values())
        here = next((number for number, item in enumerate(items) if item.hasFocus()), None)
        if here is None:
            super().keyPressEvent(event)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            items[here].click()
            return
        goals = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(items) - 1,
        }
        goal = goals.get(Qt.Key(event.key()), -1)
        if 0 <= goal < len(items):
            items[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_width(self) -> None:
        current_theme().keep_width(self, NAV_FOLDED if self._folded else NAV)

    def _add(self, place: Place) -> None:
        item = NavItem(place)
        item.clicked.connect(self._telling(place.key))
        self._items[place.key] = item
        self._column.addWidget(item)

    def _telling(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)


class _Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._workspace = ElidingLabel(role=FontRole.MEDIUM)
        self._user = ElidingLabel(role=FontRole.CAPTION, tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, 0, SPACE_2, 6)
        column.setSpacing(0)
        column.addWidget(line())
        column.addSpacing(10)
        for label in (self._workspace, self._user):
            lower = 1 if label is self._user else 0  # small text centred for itself sits a pixel high
            label.setContentsMargins(SPACE_1, 2 * lower, 0, 0)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            current_theme().keep_height(label, SPACE_4 + SPACE_1)
            column.addWidget(label)

    def say(self, workspace: str, user: str) -> None:
        self._workspace.setText(workspace)
        self._user.setText(user)
