"""The checklist of an agreement, item by item: every result is kept at once, and the keyboard is enough."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from vendorrisk.domain.diligence.clauses import ItemStanding
from vendorrisk.domain.diligence.records import ClauseResult, Document
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.columns import Cell, Column, Status
from vendorrisk.ui.widgets.dialogs import LARGE, Dialog
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, key_hint, wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.document_view import checklist_of
from vendorrisk.usecases.diligence.documents import review_clause

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.clauses import Checklist, Item
    from vendorrisk.ui.shell.context import Context

KEYS: Final = (
    (ClauseResult.PRESENT, "Alt+1"),
    (ClauseResult.WEAK, "Alt+2"),
    (ClauseResult.MISSING, "Alt+3"),
    (ClauseResult.NA, "Alt+0"),
)
TABLE_HEIGHT: Final = 300
_KINDS: Final = {
    ItemStanding.MET: Kind.GOOD,
    ItemStanding.WEAK: Kind.WARN,
    ItemStanding.MISSING: Kind.CRITICAL,
    ItemStanding.UNCHECKED: Kind.INFO,
    ItemStanding.NOT_CONCERNED: Kind.NEUTRAL,
}
_DONE: Final = frozenset({ItemStanding.MET, ItemStanding.NOT_CONCERNED})


class ClausesDialog(Dialog):
    """The items with the wording of the one the keyboard is on, its result, clause and note."""

    def __init__(self, context: Context, parent: QWidget, document: Document) -> None:
        super().__init__(parent.window(), tr("Checklist of {title}", title=document.title), width=LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._document = document
        self._items: dict[str, Item] = {}
        self._columns = _columns(context)
        self._source = ListSource([], self._columns, row_id=lambda item: item.clause.id)
        self.model = PagedModel(self._source, self._columns, row_id=lambda item: item.clause.id)
        self.table = Table(self.model, name=tr("Items of the checklist"))
        self.frame = TableFrame(self.table, None, "")
        self.progress = ElidingLabel(tone="text2")
        self.wording = wrapping("", tone="text")
        self.citation = Label("", role=FontRole.CAPTION, tone="text2")
        self.clause = TextField(placeholder=tr("Such as: clause 4.2"))
        self.note = TextField(placeholder=tr("What is missing or weak"))
        self.results: dict[ClauseResult, QRadioButton] = {}
        self._lay_out()
        self.offer_close(tr("Close"))
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        self.body.addWidget(self.progress)
        self.hold_table(self.frame, TABLE_HEIGHT)
        self.body.addWidget(self.wording)
        self.body.addWidget(self.citation)
        self.body.addLayout(self._radios())
        words = QHBoxLayout()
        words.setSpacing(SPACE_2)
        for field, name in ((self.clause, tr("Clause")), (self.note, tr("Note"))):
            field.control.setAccessibleName(name)
            words.addWidget(Label(name, tone="text2"))
            words.addWidget(field, 1)
        self.body.addLayout(words)

    def _radios(self) -> FlowLayout:
        row = FlowLayout(gap=SPACE_3)
        group = QButtonGroup(self)
        for result, keys in KEYS:
            radio = QRadioButton(self._context.say(label(result)))
            radio.clicked.connect(partial(self.judge, result))
            group.addButton(radio)
            self.results[result] = radio
            row.addWidget(_side_by_side(radio, key_hint(keys)))
            action = QAction(radio.text(), self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(partial(self.judge, result))
            self.addAction(action)
        return row

    def _connect(self) -> None:
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.reject)
        self.table.current.connect(self._show_item)
        for field in (self.clause, self.note):
            field.committed.connect(self._keep_words)

    def reload(self) -> None:
        """Reads the checklist again and stays on its item."""
        with self._context.office.book.reading() as reader:
            found = checklist_of(self._context.office, reader, self._document)
        self._items = {item.clause.id: item for item in found.items}
        self._source.replace(found.items)
        self.model.refresh()
        self._show_progress(found)
        if not self.table.current_id():
            self.table.go_to(self._first_open() or next(iter(self._items)))
        self._show_item(self.table.current_id())

    def judge(self, result: ClauseResult) -> None:
        """Keeps a result for the item, and goes on to the next one that nobody looked at."""
        if self._keep(self.table.current_id(), result):
            onward = self._first_open(after=self.table.current_id())
            if onward:
                self.table.go_to(onward)

    def _keep(self, item: str, result: ClauseResult) -> bool:
        try:
            review_clause(
                self._context.office, self._document.id, item, result, clause=self.clause.value(),
                note=self.note.value(),
            )  # fmt: skip
        except UserError as error:
            self._context.explain(error)
            return False
        self.reload()
        self._context.changes.happened.emit()
        return True

    def _keep_words(self) -> None:
        item = self._items.get(self.table.current_id())
        if item is not None and item.check is not None:
            self._keep(item.clause.id, item.check.result)

    def _first_open(self, *, after: str = "") -> str:
        ids = list(self._items)
        start = ids.index(after) + 1 if after in ids else 0
        return next((one for one in ids[start:] if self._items[one].standing is ItemStanding.UNCHECKED), "")

    def _show_item(self, item_id: str) -> None:
        item = self._items.get(item_id)
        if item is None:
            return
        self.wording.setText(self._context.say(item.clause.wording))
        self.citation.setText(item.clause.citation)
        for result, radio in self.results.items():
            group = radio.group()
            group.setExclusive(False)
            radio.setChecked(item.check is not None and item.check.result is result)
            group.setExclusive(True)
        self.clause.load(item.check.clause if item.check else "")
        self.note.load(item.check.note if item.check else "")
        self.fit(may_shrink=False)

    def _show_progress(self, found: Checklist) -> None:
        parts = [tr("{part} of {whole} checked", part=found.looked_at, whole=found.asked)]
        if found.missing:
            parts.append(tr("missing by law: {items}", items=", ".join(found.missing)))
        if found.unchecked:
            parts.append(tr("to be checked by law: {count}", count=len(found.unchecked)))
        self.progress.setText(" · ".join(parts))


def _side_by_side(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_2)
    for part in parts:
        row.addWidget(part)
    return holder


def _columns(context: Context) -> list[Column]:
    def standing(item: Item) -> Status:
        words = context.say(label(item.standing))
        return Status(_KINDS[item.standing], words, chip=item.standing not in _DONE)

    return [
        Column(key="item", title=tr("Item"), value=lambda item: item.clause.id, width=64),
        Column(key="wording", title=tr("What it must contain"), width=300,
               value=lambda item: context.say(item.clause.wording)),
        Column(key="standing", title=tr("Result"), value=standing, kind=Cell.STATUS, width=250),
        Column(key="clause", title=tr("Clause"), width=90,
               value=lambda item: item.check.clause if item.check else ""),
    ]  # fmt: skip


def check_clauses(context: Context, parent: QWidget, document: Document) -> ClausesDialog:
    """Opens the checklist of an agreement."""
    dialog = ClausesDialog(context, parent, document)
    dialog.open()
    dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog
