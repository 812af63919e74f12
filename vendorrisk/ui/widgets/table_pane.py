"""A table with everything round it, put together: filter bar above, selection bar below, states over it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.filterbar import FilterBar
from vendorrisk.ui.widgets.selectionbar import SelectionBar
from vendorrisk.ui.widgets.table import LEAST_ROWS, Table
from vendorrisk.ui.widgets.table_menus import ColumnMenu, ViewMenu
from vendorrisk.ui.widgets.table_states import BAR_HEIGHT, LoadingBar, NothingMatches, RoundCorners
from vendorrisk.ui.widgets.tokens import SPACE_2
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QAction

    from vendorrisk.ui.widgets.filterbar import FilterChoices
    from vendorrisk.ui.widgets.paged_model import PagedModel
    from vendorrisk.ui.widgets.query import Filter, Sort
    from vendorrisk.ui.widgets.saved_views import SavedViews, ViewState


class TableFrame(QFrame):
    """The round frame: head and rows, the selection bar below them, and what covers the rows if need be."""

    def __init__(self, table: Table, bar: SelectionBar | None, nothing_matches: str) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self.table = table
        self._bar = bar
        self.nothing = NothingMatches(nothing_matches, self)
        self.empty: QWidget | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(table, 1)
        self._strip = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        column.addItem(self._strip)
        if bar is not None:
            column.addWidget(bar)
        self.loading = LoadingBar(self)
        RoundCorners(self)
        table.rows.loading.connect(self.loading.set_loading)
        table.rows.modelReset.connect(self.show_state)
        table.viewport().installEventFilter(self)

    def set_empty(self, widget: QWidget) -> None:
        """Takes what is shown while the list has nothing at all, with the way to fill it."""
        self.empty = widget
        widget.setParent(self)
        widget.hide()
        self.show_state()

    def show_state(self) -> None:
        """Shows the rows, or why there are none."""
        none = self.table.rows.rowCount() == 0
        narrowed = self.table.rows.query.narrowed
        self.nothing.setVisible(none and narrowed)
        if self.empty is not None:
            self.empty.setVisible(none and not narrowed)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps what covers the rows over the rows."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._keep_rows_whole()
        view = self.table.viewport()
        rows = QRect(view.mapTo(self, QPoint(0, 0)), view.size())
        for cover in (self.nothing, self.empty):
            if cover is not None:
                cover.setGeometry(rows)
                cover.raise_()
        self.loading.setGeometry(rows.left(), rows.top(), rows.width(), BAR_HEIGHT)

    def _keep_rows_whole(self) -> None:
        """Leaves a strip free below a long table, so that its last row in sight is never cut."""
        table, bar, sideways = self.table, self._bar, self.table.horizontalScrollBar()
        room = self.contentsRect().height() - table.head.height()
        room -= sideways.height() if sideways.isVisible() else 0
        room -= bar.sizeHint().height() if bar is not None and not bar.isHidden() else 0
        row = table.verticalHeader().defaultSectionSize()
        spare = room % row if table.rows.rowCount() * row > room >= LEAST_ROWS * row else 0
        if spare != self._strip.sizeHint().height():
            self._strip.changeSize(0, spare, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._column.invalidate()


class TablePane(QWidget):
    """Wires a table to its saved views: every change is remembered at once and becomes the next query.

    `ask_name` asks the person for the name of a view to save, with the present one as a start; None or an
    empty text means they thought better of it.
    """

    selected = Signal(list)

    def __init__(
        self,
        model: PagedModel,
        views: SavedViews,
        *,
        name: str,
        nothing_matches: str,
        fields: Sequence[FilterChoices] = (),
        actions: Sequence[QAction] = (),
        more: Sequence[QAction] = (),
        ask_name: Callable[[str], str | None] = lambda _name: None,
    ) -> None:
        super().__init__()
        self.model = model
        self.views = views
        self._fields = tuple(fields)
        self._ask_name = ask_name
        self.table = Table(model, name=name)
        self.selection_bar = SelectionBar(actions, more)
        self.frame = TableFrame(self.table, self.selection_bar, nothing_matches)
        self._view_menu = ViewMenu(views)
        self.filter_bar = FilterBar(fields, views=self._view_menu, columns=ColumnMenu(self.table))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.filter_bar)
        column.addWidget(self.frame, 1)
        self._connect()
        self._show(views.in_use)

    def _connect(self) -> None:
        table, bar, menu = self.table, self.filter_bar, self._view_menu
        bar.text_changed.connect(self._on_text)
        bar.filters_changed.connect(self._on_filters)
        bar.left.connect(self.go_to_table)
        table.order_asked.connect(self._on_order)
        table.arranged.connect(self._on_arranged)
        table.arrangement.shown_changed.connect(self._on_shown)
        table.selected.connect(self._on_selected)
        table.escaped.connect(self.clear_filter)
        self.frame.nothing.cleared.connect(self.clear_filter)
        self.selection_bar.cleared.connect(table.clearSelection)
        self.model.counted.connect(self._on_counted)
        menu.chosen.connect(self.use_view)
        menu.save_asked.connect(self._save_view)
        menu.reset_asked.connect(self._reset_view)
        menu.removal_asked.connect(self._remove_view)

    def refresh(self, touched: Iterable[str] = ()) -> None:
        """Reads again after a change; rows with the ids `touched` stay even if they no longer match."""
        self.model.refresh(touched)

    def reread(self) -> None:
        """Reads afresh (F5): edited rows that no longer match leave."""
        self.model.reread()

    def use_view(self, name: str) -> None:
        """Puts a saved view into use."""
        self._show(self.views.choose(name))

    def clear_filter(self) -> None:
        """Takes text and chips away."""
        if self.views.in_use.text or self.views.in_use.filters:
            self._show(self.views.change(text="", filters=()))

    def narrow(self, filters: tuple[Filter, ...]) -> None:
        """Puts these chips in force, as if the person had added them."""
        self._change(filters=filters)

    def go_to_table(self) -> None:
        """Puts the keyboard on the rows: on the one it was on, or else on the first."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selection.put_current(0)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, view: ViewState) -> None:
        self.table.apply_view(view)
        self._show_filters(view)
        self._ask(view)

    def _show_filters(self, view: ViewState) -> None:
        self.filter_bar.show_filters(view.text, self._known(view.filters))
        title = tr("{name} (changed)", name=view.name) if self._is_noteworthy() else view.name
        self.filter_bar.view.set_value(title)

    def _is_noteworthy(self) -> bool:
        """Whether the view in use was changed in what it is, not merely narrowed by the chips in sight."""
        return self.views.is_changed and not self.views.is_only_narrowed

    def _ask(self, view: ViewState) -> None:
        shown = [column.key for column in self.table.arrangement.shown_columns()]
        self.model.set_query(replace(view, filters=self._known(view.filters)).query(shown))

    def _known(self, filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
        """Leaves out remembered filters by fields that no longer exist."""
        keys = {field.key for field in self._fields}
        return tuple(part for part in filters if part.field in keys)

    def _on_text(self, text: str) -> None:
        self._change(text=text)

    def _on_filters(self, filters: tuple[Filter, ...]) -> None:
        self._change(filters=filters)

    def _on_order(self, sort: tuple[Sort, ...]) -> None:
        self._change(sort=sort)

    def _change(self, **parts: object) -> None:
        view = self.views.change(**parts)
        self._show_filters(view)
        self._ask(view)

    def _on_arranged(self) -> None:
        arrangement = self.table.arrangement
        view = self.views.change(
            columns=tuple(arrangement.chosen()), widths=arrangement.widths(), density=self.table.density
        )
        self._show_filters(view)

    def _on_shown(self) -> None:
        if self.views.in_use.text:
            self._ask(self.views.in_use)

    def _on_selected(self, ids: list[str]) -> None:
        self.selection_bar.set_count(len(ids))
        self.selected.emit(ids)

    def _on_counted(self, shown: int, total: int) -> None:
        self.filter_bar.show_count(shown, total, narrowed=self.model.query.narrowed)

    def _save_view(self) -> None:
        name = self._ask_name(self.views.in_use.name)
        if name:
            self._show_filters(self.views.save_as(name))

    def _reset_view(self) -> None:
        self._show(self.views.reset())

    def _remove_view(self, name: str) -> None:
        self.views.remove(name)
        self._show(self.views.in_use)
