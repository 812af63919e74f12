"""The menus of a table: which columns, in which order, how high the rows; and its saved views."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from vendorrisk.ui.widgets.columns import Cell
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import Density
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from vendorrisk.ui.widgets.saved_views import SavedViews
    from vendorrisk.ui.widgets.table import Table

DENSITIES = {
    Density.NORMAL: mark("Normal rows"),
    Density.COMPACT: mark("Compact rows"),
    Density.COMFORTABLE: mark("Tall rows"),
}


class StayingMenu(QMenu):
    """A menu that stays open while boxes are ticked, for several are ticked in a row."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks without closing."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ticks by Space without closing; Enter ticks and closes."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        free = action is not None and action.isEnabled() and action.isCheckable()
        if not free or action is None or action.actionGroup() is not None:
            return False
        action.trigger()
        return True


class ColumnMenu(StayingMenu):
    """Shows and hides columns, sorts by keyboard, and chooses the height of rows."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for column in self._table.rows.columns:
            if column.kind != Cell.CHECK:
                self._add_column(column.key, column.title)
        self.addSeparator()
        self._add_order()
        self._add_density()
        self.addSeparator()
        self.addAction(tr("Reset columns")).triggered.connect(self._table.arrangement.reset)

    def _add_column(self, key: str, title: str) -> None:
        arrangement = self._table.arrangement
        action = self.addAction(title or tr("Actions"))
        action.setCheckable(True)
        action.setChecked(arrangement.is_chosen(key))
        action.toggled.connect(lambda on: arrangement.show(key, visible=on))

    def _add_order(self) -> None:
        menu = self.addMenu(tr("Sort by"))
        group = QActionGroup(menu)
        order = self._table.rows.query.sort
        first = order[0] if order else None
        for column in self._table.rows.columns:
            if column.sort_key:
                action = _radio(menu, group, column.title, on=bool(first and first.key == column.sort_key))
                action.triggered.connect(partial(self._sort, Sort(column.sort_key)))
        menu.addSeparator()
        turned = menu.addAction(tr("Last first"))
        turned.setCheckable(True)
        turned.setEnabled(first is not None)
        turned.setChecked(bool(first and first.descending))
        if first is not None:
            turned.triggered.connect(partial(self._sort, Sort(first.key, not first.descending)))

    def _add_density(self) -> None:
        menu = self.addMenu(tr("Row height"))
        group = QActionGroup(menu)
        for density, title in DENSITIES.items():
            action = _radio(menu, group, tr(title), on=density == self._table.density)
            action.triggered.connect(partial(self._set_density, density))

    def _sort(self, sort: Sort) -> None:
        self._table.order_asked.emit((sort,))

    def _set_density(self, density: Density) -> None:
        self._table.set_density(density)
        self._table.arranged.emit()


class ViewMenu(QMenu):
    """Chooses a saved view, and saves or resets the one in use."""

    chosen = Signal(str)
    save_asked = Signal()
    reset_asked = Signal()
    removal_asked = Signal(str)

    def __init__(self, views: SavedViews) -> None:
        super().__init__()
        self._views = views
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        group = QActionGroup(self)
        in_use = self._views.in_use.name
        for name in self._views.names:
            _radio(self, group, _literal(name), on=name == in_use).triggered.connect(
                partial(self.chosen.emit, name)
            )
        self.addSeparator()
        self.addAction(tr("Save as…")).triggered.connect(self.save_asked)
        reset = self.addAction(tr("Reset"))
        reset.setEnabled(self._views.is_changed)
        reset.triggered.connect(self.reset_asked)
        remove = self.addAction(tr("Remove this view"))
        remove.setEnabled(self._views.is_own(in_use))
        remove.triggered.connect(partial(self.removal_asked.emit, in_use))


def _literal(name: str) -> str:
    """Returns a name as a menu shows it letter by letter: "&" would mark a key."""
    return name.replace("&", "&&")


def _radio(menu: QMenu, group: QActionGroup, title: str, *, on: bool) -> QAction:
    action = menu.addAction(title)
    action.setCheckable(True)
    action.setChecked(on)
    group.addAction(action)
    return action
