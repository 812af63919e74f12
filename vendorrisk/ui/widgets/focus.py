"""The ring that shows where the keyboard is: one overlay per window that follows the focused widget."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import FOCUS_AIR, FOCUS_RING, RADIUS

_REACH = FOCUS_RING + FOCUS_AIR
_FLAT = frozenset({"link", "quiet"})
"""Buttons without a frame: a ring on their edge is seen well and leaves the neighbours alone."""
_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange}
)


class _Watcher(QObject):
    """Hears for all windows where the focus goes: a ring that is being deleted must not be asked itself."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.rings: WeakSet[FocusRing] = WeakSet()
        application.focusChanged.connect(self._tell)

    def _tell(self, _old: QWidget | None, new: QWidget | None) -> None:
        for ring in list(self.rings):
            if isValid(ring):
                ring.follow_focus(new)


def _watcher() -> _Watcher:
    application = QApplication.instance()
    found = application.findChild(_Watcher) if application else None
    if isinstance(found, _Watcher):
        return found
    if not isinstance(application, QApplication):
        raise TypeError("There is no application to watch.")
    return _Watcher(application)


def _wants_ring(widget: QWidget) -> bool:
    """Whether a widget shows by nothing else that the keyboard is on it: buttons, scrolled areas, no rows."""
    if isinstance(widget, QAbstractItemView):
        return not widget.currentIndex().isValid()
    if widget.property("ring") == "edge":
        return True
    return isinstance(widget, QAbstractButton | QScrollArea) and widget.property("ring") != "own"


class FocusRing(QWidget):
    """Draws 2 px of accent with 2 px of air round the focused button of its window, or along another's edge.

    A style sheet cannot draw outside a widget, and a ring that touches a filled button cannot be
    seen. Fields and rows show their focus inside, by the sheet and by their delegates. After a
    click nothing is drawn: the pointer already says where the person is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        _watcher().rings.add(self)

    @property
    def target(self) -> QWidget | None:
        """The button the ring is drawn round, if any."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the button while it or anything round it moves."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().tokens.accent), FOCUS_RING))
        half = FOCUS_RING / 2
        ring = QRectF(self._ring_in_self()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, RADIUS + FOCUS_AIR + half, RADIUS + FOCUS_AIR + half)
        painter.end()

    def follow_focus(self, new: QWidget | None) -> None:
        """Goes round the widget of this window that has the keyboard now, if it does not show that itself.

        The property `ring` says otherwise than the kind of a widget: "own" draws one inside itself, as rows
        do; "edge" wants one along its edge, as a sheet of paper does.
        """
        self._let_go()
        clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and _wants_ring(new) and new.window() is self._window and not clicked:
            self._follow(new)
        self._place()

    def _follow(self, target: QWidget) -> None:
        self._target = target
        step: QWidget | None = target
        while step is not None and step is not self._window:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()

    def _let_go(self) -> None:
        for watched in self._watched:
            if isValid(watched):  # a button that is being deleted loses the focus as well
                watched.removeEventFilter(self)
        self._target = None
        self._watched = []
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or not target.isEnabled():
            self.hide()
            return
        area = self._reach_of(target).intersected(self._clip_of(target))
        self.setVisible(not area.isEmpty())
        self.setGeometry(area)
        self.raise_()
        self.update()

    def _reach_of(self, target: QWidget) -> QRect:
        corner = target.mapTo(self._window, target.rect().topLeft())
        flat = target.property("kind") in _FLAT or not isinstance(target, QAbstractButton)
        reach = 0 if flat else _REACH
        return QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach)

    def _clip_of(self, target: QWidget) -> QRect:
        """Returns what is in sight of the scrolled area round the target, in the window's coordinates."""
        window = self._window
        clip = window.rect()
        step = target.parentWidget()
        while step is not None and step is not window:
            if isinstance(step, QAbstractScrollArea):
                view = step.viewport()
                clip = clip.intersected(QRect(view.mapTo(window, view.rect().topLeft()), view.size()))
            step = step.parentWidget()
        return clip

    def _ring_in_self(self) -> QRect:
        if self._target is None:
            return QRect()
        return self._reach_of(self._target).translated(-self.pos())
