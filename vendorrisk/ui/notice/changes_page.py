"""All changes: what is announced to customers, how far each is, and when it may be live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import ChangeState
from vendorrisk.ui.notice.change_words import KINDS, state_of
from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.notice.new_change import NewChangeDialog
from vendorrisk.ui.widgets.buttons import primary
from vendorrisk.ui.widgets.columns import Cell, Column
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.change_view import change_rows

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context

_OVER = frozenset({ChangeState.LIVE, ChangeState.CANCELLED})


class ChangesPage(Page):
    """The list of changes; Enter opens one."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Changes")))
        self.context = context
        self.new = primary(tr("New change…"))
        self.new.clicked.connect(self.start_change)
        self.head.add_action(self.new)
        first = primary(tr("New change…"))
        first.clicked.connect(self.start_change)
        self.list = ListTable(
            columns(), name=tr("Changes"),
            empty=EmptyState(
                tr("No change in progress. Start one when a sub-processor is added, replaced, or moves."),
                first=first,
            ),
        )  # fmt: skip
        self.list.table.opened.connect(lambda change_id: context.go("change", change_id))
        self.add(self.list, 1)
        self.start_at(self.list.table)
        self.hints = (tr("Enter opens"), tr("Ctrl+C copies"))

    def reload(self) -> None:
        """Reads the changes again."""
        rows = change_rows(self.context.office)
        running = sum(one.change.state not in _OVER for one in rows)
        remark = tr_count("{count} in progress", "{count} in progress", running) if rows else ""
        self.head.set_title(tr("Changes"), beside=remark)
        self.new.setVisible(bool(rows))
        self.list.show_rows(rows)

    def start_change(self) -> None:
        """Asks what changes, makes the change and opens it."""
        dialog = NewChangeDialog(self.window(), self.context)
        if dialog.ask() and dialog.made is not None:
            self.context.go("change", dialog.made.id)


def columns() -> list[Column]:
    """The columns of the list."""
    return [
        Column(key="number", title=tr("Change"), value=lambda row: row.change.number, width=84,
               sort_key="number", strong=True),
        Column(key="vendor", title=tr("Sub-processor"), value=lambda row: row.vendor, sort_key="vendor"),
        Column(key="purpose", title=tr("Purpose"), value=lambda row: row.purpose, fold=2),
        Column(key="kind", title=tr("Kind"), value=lambda row: tr(KINDS[row.change.kind]), sort_key="kind"),
        Column(key="state", title=tr("State"), value=lambda row: state_of(row.change.state),
               kind=Cell.STATUS, width=148, sort_key="state"),
        Column(key="affected", title=tr("Affected"), value=lambda row: row.affected, kind=Cell.NUMBER,
               text=lambda row: tr("{part} of {whole}", part=row.affected, whole=row.customers),
               sort_key="affected"),
        Column(key="sent", title=tr("Notices sent"), value=lambda row: row.sent_on, kind=Cell.DATE,
               sort_key="sent"),
        Column(key="ends", title=tr("Window ends"), value=lambda row: row.ends, kind=Cell.DATE,
               sort_key="ends"),
        Column(key="objections", title=tr("Objections"), value=lambda row: row.objections or None,
               kind=Cell.NUMBER, sort_key="objections", fold=1),
        Column(key="planned", title=tr("Planned"), value=lambda row: row.change.planned_on, kind=Cell.DATE,
               sort_key="planned"),
    ]  # fmt: skip
