"""The first two steps of a change: what changes, and who is affected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.ui.notice.change_words import KINDS, names_of
from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.widgets.buttons import link, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, Status, day
from vendorrisk.ui.widgets.labels import Label, heading, heading_pieces, wrapping
from vendorrisk.ui.widgets.panels import Banner, EmptyState, Panel
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView, Told

LEFT, RIGHT = 694, 424
"""How two tables side by side share the room, as the columns of the other steps do."""
_FACTS = (
    ("kind", mark("Kind of change")),
    ("vendor", mark("Sub-processor")),
    ("replaced", mark("In place of")),
    ("service", mark("Our service")),
    ("purpose", mark("Purpose")),
    ("storage", mark("Stored in")),
    ("regions", mark("Regions")),
    ("planned", mark("First day of use")),
    ("owner", mark("Owner")),
    ("stage", mark("Stage of the engagement")),
)


class ScopePane(QWidget):
    """What changes, as facts; the planned day can be moved, the engagement lives on its vendor's page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._vendor_id = ""
        panel = Panel(tr("What changes"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_3)
        grid.setColumnMinimumWidth(0, 168)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, Label] = {}
        self._names: dict[str, Label] = {}
        for row, (key, name) in enumerate(_FACTS):
            self._names[key], self._values[key] = Label(tr(name), tone="text2"), wrapping("", tone="text")
            grid.addWidget(self._names[key], row, 0)
            grid.addWidget(self._values[key], row, 1)
        panel.add_gap(SPACE_2)
        panel.add_layout(grid)
        panel.add_gap(SPACE_3)
        verbs = QHBoxLayout()
        verbs.setSpacing(SPACE_4)
        self.move_day = secondary(tr("Move the planned day…"))
        self.to_vendor = link(tr("Open the vendor"))
        self.to_vendor.clicked.connect(lambda: context.go("vendor", self._vendor_id))
        verbs.addWidget(self.move_day)
        verbs.addWidget(self.to_vendor)
        verbs.addStretch(1)
        panel.add_layout(verbs)
        panel.setMaximumWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change."""
        change, say = view.change, self._context.say
        self._vendor_id = view.vendor.id
        facts = {
            "kind": tr(KINDS[change.kind]), "vendor": view.vendor.legal_name or view.vendor.name,
            "replaced": view.replaced, "service": view.service, "purpose": view.purpose,
            "storage": ", ".join(say(msg(f"Country.{code}")) for code in view.storage),
            "regions": ", ".join(change.regions) or tr("all"), "planned": day(change.planned_on),
            "owner": change.owner, "stage": say(msg("plain", text=view.engagement.stage)),
        }  # fmt: skip
        for key, text in facts.items():
            self._values[key].setText(text)
            for label in (self._values[key], self._names[key]):
                label.setVisible(bool(text))
        self.move_day.setVisible(not view.is_over)


class AffectedPane(QWidget):
    """Two tables: who is told and why, who is not and why not. Nobody is left out of both."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.told_title, self.untold_title = heading(""), heading("")
        self.told = ListTable(self._told_columns(), name=tr("Customers who are notified"))
        self.untold = ListTable(
            self._untold_columns(), name=tr("Customers who are not notified"),
            empty=EmptyState(tr("Every customer is notified.")),
        )  # fmt: skip
        for one in (self.told, self.untold):
            one.table.opened.connect(lambda customer_id: context.go("customers", customer_id))
        self._vendor_id = ""
        self.to_vendor = link(tr("Open the vendor"))
        self.to_vendor.clicked.connect(lambda: context.go("vendor", self._vendor_id))
        self.doubt = Banner(Kind.WARN, "", action=self.to_vendor, closable=False)
        self.doubt.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE_3)
        outer.addWidget(self.doubt)
        row = QHBoxLayout()
        outer.addLayout(row, 1)
        row.setSpacing(PANEL_GAP)
        for title, table, share in (
            (self.told_title, self.told, LEFT),
            (self.untold_title, self.untold, RIGHT),
        ):
            column = QVBoxLayout()
            column.setSpacing(SPACE_2)
            column.addWidget(title)
            column.addWidget(table, 1)
            row.addLayout(column, share)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change."""
        self._vendor_id = view.vendor.id
        self.told_title.set_pieces(heading_pieces(tr("Affected"), count=len(view.told)))
        self.untold_title.set_pieces(heading_pieces(tr("Not affected"), count=len(view.untold)))
        self.told.show_rows(view.told)
        self.untold.show_rows([_Untold(*pair) for pair in view.untold])
        say = self._context.say
        doubts = [f"{say(one.what)} {say(one.remedy)}" for one in view.problems]
        self.doubt.say(Kind.WARN, " ".join(doubts))
        self.doubt.setVisible(bool(doubts))

    def _told_columns(self) -> list[Column]:
        say = self._context.say

        def doubt(one: Told) -> Status | None:
            warnings = [say(warning) for warning in one.reach.warnings]
            return Status(Kind.WARN, names_of(warnings, most=1)) if warnings else None

        return [
            Column(key="name", title=tr("Customer"), value=lambda one: one.customer.name, strong=True,
                   sort_key="name"),
            Column(key="why", title=tr("Why"), value=lambda one: say(one.reach.reason), sort_key="why"),
            Column(key="doubt", title=tr("To look at"), value=doubt, kind=Cell.STATUS, fold=1,
                   sort_key="doubt"),
        ]  # fmt: skip

    def _untold_columns(self) -> list[Column]:
        say = self._context.say
        return [
            Column(key="name", title=tr("Customer"), value=lambda one: one.customer.name, strong=True,
                   sort_key="name"),
            Column(key="why", title=tr("Why not"), value=lambda one: say(one.reach.reason), sort_key="why"),
        ]  # fmt: skip


class _Untold:
    """A row of the second table."""

    def __init__(self, customer: Customer, reach: Reach) -> None:
        self.customer, self.reach, self.id = customer, reach, customer.id
