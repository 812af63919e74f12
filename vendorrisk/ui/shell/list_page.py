"""What pages round one table share: actions with keys, a panel beside it, and the way to a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vendorrisk.ui.shell.table_file import write_table
from vendorrisk.ui.widgets.frame import Hinting, MainFrame
from vendorrisk.ui.widgets.page_head import Page
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.ui.widgets.paged_model import PagedModel
    from vendorrisk.ui.widgets.table_pane import TablePane

PANEL_REST_MS: Final = 60
"""Milliseconds without a further row before the panel reads: holding an arrow key stays quick."""


class RowsById(Protocol):
    """Where the rows of a table come from."""

    def by_ids(self, ids: Sequence[str]) -> Iterable[Any]:
        """Returns the rows with these ids, in this order."""
        ...


class ListPage(Page):
    """A page round one table, its `pane`."""

    widest = 0
    context: Context
    pane: TablePane

    def action(
        self, text: str, run: Callable[[], object], keys: str | QKeySequence.StandardKey = ""
    ) -> QAction:
        """Returns something that can be done here; its keys work wherever on the page the keyboard is."""
        made = QAction(text, self)
        made.triggered.connect(lambda _checked=False: run())
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(made)
        return made

    def nothing_to_export(self) -> str:
        """Why the view cannot be exported: it has no rows. Empty where it has some."""
        return "" if self.pane.table.model().rowCount() else tr("This view has no rows to export.")

    def export_rows(self, ids: Sequence[str], source: RowsById) -> None:
        """Writes these rows, with the columns in sight, into a spreadsheet file that the person names."""
        wanted = tr("Export {count} rows", count=len(ids))
        target = self.context.messages.pick_target(wanted, kinds=tr("Tables (*.csv)"))
        if target is None:
            return
        shown = self.pane.table.arrangement.shown_columns()

        def rows(progress: Progress) -> Iterator[Any]:
            for done, row in enumerate(source.by_ids(ids)):
                progress.step(done, len(ids))
                yield row

        def work(progress: Progress) -> None:
            write_table(target, shown, rows(progress))

        told = tr("Exported to {name}", name=target.name)
        self.context.run(tr("Exporting"), work, lambda _none: self.context.tell(told), refresh=False)


class PanelPage(ListPage):
    """A page whose table has a panel beside it, counts in its head, and a menu of ways to export."""

    model: PagedModel
    beside: Beside
    export_button: Button

    def show_counts(self) -> None:
        """Says in the head how many there are."""
        raise NotImplementedError

    def source(self) -> RowsById:
        """Returns a source of its own for another thread."""
        raise NotImplementedError

    def ways_to_export(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Returns the entries of the menu: their words, and what they do."""
        raise NotImplementedError

    def reload(self) -> None:
        """Reads again; rows being worked on stay although they no longer match."""
        self.show_counts()
        self.pane.refresh(self.pane.table.selected_ids())
        self.beside.fill()

    def toggle_panel(self) -> None:
        """Shows the panel beside the table, or gives its room back."""
        self.beside.toggle()

    def unfold_export(self) -> None:
        """Shows the ways to export under their button."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for text, run in self.ways_to_export():
            entry = menu.addAction(text)
            entry.triggered.connect(run)
            reason = self.nothing_to_export() if run == self.export_view else ""
            if reason:
                entry.setEnabled(False)
                entry.setToolTip(reason)
        menu.popup(self.export_button.mapToGlobal(self.export_button.rect().bottomLeft()))

    def export_view(self) -> None:
        """Writes all rows of the view into a file for spreadsheets."""
        self.export_rows(self.model.ids(), self.source())

    def export_selection(self) -> None:
        """Writes the selected rows into a file for spreadsheets."""
        self.export_rows(self.pane.table.selected_ids(), self.source())


class Beside(QObject):
    """A panel beside the table: open as the person left it, filled once the keyboard rests on a row."""

    def __init__(self, page: ListPage, panel: QWidget, place: str, fill: Callable[[], None]) -> None:
        """Takes the page, its panel, the key of its place, and what fills the panel."""
        super().__init__(page)
        self._page, self._panel, self._place, self._fill = page, panel, place, fill
        panel.setParent(page)  # until it is first shown; what belongs to nobody would outlive the lock
        panel.hide()
        self._store = page.context.store
        self.open = self._store.get(self._key) == "yes"
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PANEL_REST_MS)
        self._rest.timeout.connect(self.fill)
        page.pane.table.quick_look.connect(lambda _id: self.toggle())
        page.pane.table.current.connect(lambda _id: self._rest.start())
        frame = page.context.frame
        if isinstance(frame, MainFrame):
            frame.gone_to.connect(self._on_gone_to)

    @property
    def _key(self) -> str:
        return f"{self._place}.panel"

    @property
    def hint(self) -> str:
        """The key that shows or hides the panel."""
        return tr("Space: hide panel") if self.open else tr("Space: show panel")

    def toggle(self) -> None:
        """Shows the panel beside the table, or gives its room back."""
        self.open = not self.open
        self._store.put(self._key, "yes" if self.open else "no")
        self.show()

    def fill(self) -> None:
        """Fills the panel anew, if it is open."""
        if self.open:
            self._fill()

    def show(self) -> None:
        """Puts the panel where it belongs, or takes it away."""
        frame = self._page.context.frame
        if isinstance(frame, MainFrame):
            if self.open:
                self._fill()
                frame.show_detail(self._panel)
            else:
                frame.hide_detail()
            frame.status.set_hints(self._page.hints if isinstance(self._page, Hinting) else ())

    def _on_gone_to(self, key: str) -> None:
        if key == self._place:
            self.show()
