"""The main window: menu bar, places at the left, pages, a panel at the right, status at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.focus import FocusRing
from vendorrisk.ui.widgets.history import History, Visit
from vendorrisk.ui.widgets.layouts import widgets_in
from vendorrisk.ui.widgets.nav import Navigation, Place
from vendorrisk.ui.widgets.statusbar import StatusBar
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import NAV_FOLDS_BELOW, WINDOW_DEFAULT, WINDOW_MINIMUM
from vendorrisk.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from vendorrisk.ui.widgets.shortcuts import Commands

DETAIL_WIDTH = 312
_GEOMETRY = "window.geometry"
_LEAST_VISIBLE = 100
ROOM_FOR_TITLE = 40
"""Pixels that a desktop may need for the title bar of a window that fits its screen."""


class WindowStore(Protocol):
    """Keeps small texts from one start to the next."""

    def get(self, key: str) -> str:
        """Returns what was kept, nothing if nothing was."""
        ...

    def put(self, key: str, value: str) -> None:
        """Keeps a text."""
        ...


@runtime_checkable
class ShowsItem(Protocol):
    """A page that shows one of many, such as the page of a vendor."""

    def show_item(self, item: Any) -> None:
        """Shows another one."""
        ...


@runtime_checkable
class Reloads(Protocol):
    """A page that reads its rows again whenever it comes into sight."""

    def reload(self) -> None:
        """Reads again."""
        ...


@runtime_checkable
class Hinting(Protocol):
    """A page that names its keys in the status line."""

    hints: Sequence[str]


class MainFrame(QMainWindow):
    """Holds the pages and goes from one to another. A page is made when it is first gone to."""

    search_wanted = Signal()
    """The person wants the command palette."""
    gone_to = Signal(str)
    """The key of the page that is shown now."""
    closing = Signal()
    """The window is about to close; what is not kept yet is to be kept now."""

    def __init__(
        self, *, title: str, groups: Sequence[Sequence[Place]], commands: Commands, store: WindowStore
    ) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(*WINDOW_MINIMUM)
        self._store = store
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._places: dict[str, str] = {}
        self._pages: dict[str, QWidget] = {}
        self._history = History()
        self.nav = Navigation(groups)
        self.top = TopBar()
        self.stack = QStackedWidget()
        self.status = StatusBar()
        self._detail = _DetailSlot()
        self._lay_out()
        self._fill_top(commands)
        commands.setParent(self)  # they go with their window: what they would do holds the whole of it
        self.nav.chosen.connect(self.go)
        self.focus_ring = FocusRing(self)
        self._restore_geometry()

    def register(self, key: str, make: Callable[[], QWidget], *, place: str = "") -> None:
        """Names a page and how it is made; `place` is the entry of the navigation it belongs to."""
        self._factories[key] = make
        self._places[key] = place or key

    def go(self, key: str, item: Any = None) -> None:
        """Goes to a page, and to the thing on it where it shows one of many."""
        self._show(Visit(key, item))
        self._history.go(Visit(key, item))

    def back(self) -> None:
        """Goes back to where the person came from."""
        self._revisit(-1)

    def forward(self) -> None:
        """Goes forward again after going back."""
        self._revisit(1)

    def where(self) -> Visit | None:
        """Returns the page and thing that are shown."""
        return self._history.current()

    def page(self, key: str) -> QWidget:
        """Returns a page, making it if it was never shown."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._factories[key]()
            self.stack.addWidget(page)
        return page

    def is_made(self, key: str) -> bool:
        """Whether a page has been needed so far."""
        return key in self._pages

    def show_detail(self, panel: QWidget) -> None:
        """Shows a panel at the right of the page, in place of the one that was there."""
        self._detail.hold(panel)

    def hide_detail(self) -> None:
        """Gives the room of the panel back to the page."""
        self._detail.hide()

    def detail_is_shown(self) -> bool:
        """Whether there is a panel at the right."""
        return not self._detail.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the navigation to icons where the window is narrow."""
        super().resizeEvent(event)
        self._fold_if_narrow()

    def changeEvent(self, event: QEvent) -> None:
        """Folds the navigation also where larger text makes the window narrow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fold_if_narrow()

    def _fold_if_narrow(self) -> None:
        self.nav.fold(self.width() < current_theme().px(NAV_FOLDS_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers size and place, and lets the pages keep what they have not kept."""
        self.closing.emit()
        geometry = self.saveGeometry().toBase64().data().decode("ascii")  # type: ignore[union-attr]
        self._store.put(_GEOMETRY, geometry)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self._detail)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _fill_top(self, commands: Commands) -> None:
        self.setMenuWidget(self.top)
        commands.fill(self.top.menus)
        commands.attach(self)
        self.top.search.clicked.connect(self.search_wanted)

    def _show(self, visit: Visit) -> None:
        page = self.page(visit.page)
        if visit.item is not None and isinstance(page, ShowsItem):
            page.show_item(visit.item)
        elif isinstance(page, Reloads):
            page.reload()
        self.hide_detail()
        last = cast("QWidget | None", page.focusWidget())  # before the stack gives the focus to just any
        self.stack.setCurrentWidget(page)
        (page if last is None else last).setFocus(Qt.FocusReason.OtherFocusReason)
        self.nav.select(self._places[visit.page])
        self.status.set_hints(page.hints if isinstance(page, Hinting) else ())
        self.gone_to.emit(visit.page)

    def _revisit(self, step: int) -> None:
        visit = self._history.step(step)
        if visit is not None:
            self._show(visit)

    def _restore_geometry(self) -> None:
        kept = self._store.get(_GEOMETRY)
        screens = [one.availableGeometry() for one in QGuiApplication.screens()]
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            self.setGeometry(clamped(self.geometry(), screens))
        else:  # the desktop knows best where a new window goes, if it is not larger than the screen
            self.resize(QSize(*WINDOW_DEFAULT).boundedTo(screens[0].size() - QSize(0, ROOM_FOR_TITLE)))


def clamped(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Returns where a window goes so that it can be seen: its own place, or else on the first screen."""
    for screen in screens:
        seen = screen.intersected(window)
        if (
            seen.width() >= _LEAST_VISIBLE
            and seen.height() >= _LEAST_VISIBLE
            and window.top() >= screen.top()
        ):
            return window
    first = screens[0]
    size = window.size().boundedTo(first.size())
    return QRect(first.topLeft(), size)


class _DetailSlot(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "side")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def hold(self, panel: QWidget) -> None:
        for old in widgets_in(self._row):
            self._row.removeWidget(old)
            if old is not panel:
                old.hide()  # it stays a child: it goes with the window, whoever else knows it
        self._row.addWidget(panel)
        panel.show()
        current_theme().keep_width(self, DETAIL_WIDTH)
        self.show()
