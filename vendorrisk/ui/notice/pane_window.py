"""The window and going live: what customers answered, what they object to, and whether use may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.notice.objections import OPEN_STATES
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.notice.pane_dates import WAITING_FIRST, waits_for
from vendorrisk.ui.widgets.buttons import link, primary, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, Status, day
from vendorrisk.ui.widgets.labels import heading, heading_pieces, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.panels import EmptyState, Mark, Panel
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.decision.telling import against_going_live, unchecked_in_use

if TYPE_CHECKING:
    from datetime import date, datetime

    from vendorrisk.domain.notice.records import Objection
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView, Told

OPTIONAL = frozenset({"sent", "proof", "ack", "approved", "emergency", "onboarding", "back", "why", "state"})
MOST_OBJECTIONS = 5
"""So many objections are in sight at once; the room belongs to the customers."""
_WINDOWS, _TOLD_OTHERWISE = "G8", "guard.G8.told_otherwise"
"""The guard of the windows: the counts of notices and dates say the same of this change in fewer words."""


class Raised:
    """A row of the objections: one objection with its customer."""

    def __init__(self, told: Told, objection: Objection) -> None:
        self.id, self.told, self.objection = objection.id, told, objection
        self.timely = told.late[objection.id]

    @property
    def received(self) -> datetime:
        """When it came in."""
        return self.objection.received_at


class WindowPane(QWidget):
    """All customers with what they answered, and below them the objections."""

    answer = Signal(str)
    keep_off = Signal(str)
    object = Signal(str)
    resolve = Signal(str)
    authorised = Signal(str)
    onboarding = Signal(str)
    take_in = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._proof = ""
        self._over = False
        self._first_open = ""
        self.list = ListTable(
            self._columns(), name=tr("Answers of customers"), sort=WAITING_FIRST, optional=OPTIONAL
        )
        self.objections = ListTable(
            self._objection_columns(), name=tr("Objections"), empty=EmptyState(tr("Nobody has objected.")),
            optional={"ground", "note"},
        )  # fmt: skip
        self.objections_title = heading("")
        self.answers_title = heading("")
        self.record_answer = secondary(tr("Record answer…"), small=True)
        self.exclude = secondary(tr("Exclude…"), small=True)
        self.back = secondary(tr("Take in again…"), small=True)
        self.onboard = secondary(tr("Onboarding…"), small=True)
        self.record_objection = secondary(tr("Record objection…"), small=True)
        self.beforehand = secondary(tr("Emergency…"), small=True)
        self.settle = secondary(tr("Record outcome…"), small=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(_bar(
            self.answers_title, self.onboard, self.record_answer, self.back, self.exclude, self.beforehand
        ))  # fmt: skip
        column.addWidget(self.list, 1)
        column.addSpacing(SPACE_2)
        column.addLayout(_bar(self.objections_title, self.settle, self.record_objection))
        column.addWidget(self.objections)

    def _connect(self) -> None:
        self.list.table.opened.connect(self.answer)
        self.objections.table.opened.connect(self.resolve)
        self.record_answer.clicked.connect(lambda: self.answer.emit(self.list.table.current_id()))
        self.exclude.clicked.connect(lambda: self.keep_off.emit(self.list.table.current_id()))
        self.back.clicked.connect(lambda: self.take_in.emit(self.list.table.current_id()))
        self.onboard.clicked.connect(lambda: self.onboarding.emit(self.list.table.current_id()))
        self.list.table.current.connect(lambda _row_id: self._show_verbs())
        self.beforehand.clicked.connect(lambda: self.authorised.emit(self.list.table.current_id()))
        self.record_objection.clicked.connect(lambda: self.object.emit(self.list.table.current_id()))
        self.settle.clicked.connect(
            lambda: self.resolve.emit(self.objections.table.current_id() or self._first_open)
        )

    def show_view(self, view: ChangeView) -> None:
        """Shows another change."""
        proofs = {one.notice.proof for one in view.told if one.notice and one.notice.proof}
        self._proof = next(iter(proofs)) if len(proofs) == 1 else ""
        every = view.sent == len(view.told) > 1
        sent = tr_count("{count} notice sent", "{count} notices sent", view.sent)
        sent = tr("all notices sent") if every else sent
        proven = tr("proof: {proof}", proof=self._proof) if self._proof else ""
        self.answers_title.set_pieces(
            heading_pieces(
                tr("Customers"), count=len(view.told), note=", ".join(filter(None, (sent, proven)))
            )
        )
        raised = [Raised(one, objection) for one in view.told for objection in one.objections]
        raised.sort(key=lambda one: one.received)
        self._first_open = next((one.id for one in raised if one.objection.state in OPEN_STATES), "")
        still = len(view.open_objections)
        unsettled = tr("all open") if still == len(raised) > 1 else tr("{count} open", count=still)
        self.objections_title.set_pieces(
            heading_pieces(tr("Objections"), count=len(raised), note=unsettled if raised else "")
        )
        self.list.show_rows(view.told)
        self.objections.show_rows(raised)
        self.objections.keep_short(MOST_OBJECTIONS)
        self._over = view.is_over
        self.record_objection.setEnabled(bool(view.told) and not view.is_over)
        self._show_verbs()
        self.settle.setEnabled(still > 0)
        self.settle.set_kind("primary" if still else "secondary")

    def _show_verbs(self) -> None:
        """Only who is excluded can come back; only who joined while the notice ran has been onboarded."""
        one = self.list.current()
        reason = "" if one else tr("Choose a customer in the table first.")
        for button in (self.record_answer, self.exclude, self.beforehand):
            button.disable_because(reason)
            button.setEnabled(not reason and not self._over)
        off = one is not None and one.notice is not None and one.notice.excluded
        self.back.setVisible(off and not self._over)
        new = one is not None and one.sent_at is None and has_joined(one)
        self.onboard.setVisible(new and not off and not self._over)

    def _columns(self) -> list[Column]:
        return [
            Column(key="name", title=tr("Customer"), value=lambda one: one.customer.name, strong=True,
                   sort_key="name"),
            Column(key="sent", title=tr("Sent"), value=lambda one: one.sent_at and one.sent_at.date(),
                   kind=Cell.DATE, sort_key="sent"),
            Column(key="proof", title=tr("Proof"), value=self._own_proof, fold=3),
            Column(key="ack", title=tr("Acknowledged"), kind=Cell.DATE, fold=2,
                   value=lambda one: one.notice.acknowledged_on if one.notice else None),
            Column(key="approved", title=tr("Approved"), kind=Cell.DATE, sort_key="approved",
                   value=lambda one: one.notice.approved_on if one.notice else None),
            Column(key="object", title=tr("May object until"), kind=Cell.DATE, sort_key="object", fold=1,
                   value=lambda one: one.dates.last_objection_day),
            Column(key="earliest", title=tr("Use from"), value=lambda one: one.dates.earliest,
                   kind=Cell.DATE, sort_key="earliest"),
            Column(key="emergency", title=tr("Emergency"), value=self._basis, sort_key="emergency", fold=1),
            Column(key="onboarding", title=tr("Onboarding"), value=_onboarded, fold=2),
            Column(key="back", title=tr("Taken in again"), value=_taken_in, fold=2),
            Column(key="why", title=tr("Reason for exclusion"), value=lambda one: one.kept_off_why, fold=1),
            Column(key="state", title=tr("Waits for"), value=waits_for, kind=Cell.STATUS, sort_key="state"),
        ]  # fmt: skip

    def _own_proof(self, one: Told) -> str:
        """The proof of this notice; nothing where one proof is that of all, which the heading says."""
        return one.notice.proof if one.notice and one.notice.proof != self._proof else ""

    def _basis(self, one: Told) -> str:
        """What a customer agreed to beforehand, in words."""
        basis = one.notice.emergency_basis if one.notice else None
        return self._context.say(label(basis)) if basis else ""

    def _objection_columns(self) -> list[Column]:
        say = self._context.say

        def timely(one: Any) -> Status:
            kind = Kind.GOOD if one.timely.in_time else Kind.WARN
            return Status(kind, say(one.timely.label), chip=not one.timely.in_time)

        def standing(one: Any) -> Status:
            still = one.objection.state in OPEN_STATES
            return Status(Kind.SERIOUS if still else Kind.GOOD, say(label(one.objection.state)), chip=still)

        return [
            Column(key="name", title=tr("Customer"), value=lambda one: one.told.customer.name, strong=True,
                   sort_key="name"),
            Column(key="received", title=tr("Received"), value=lambda one: one.received.date(),
                   kind=Cell.DATE, sort_key="received"),
            Column(key="timely", title=tr("In time"), value=timely, kind=Cell.STATUS, width=170),
            Column(key="ground", title=tr("Ground"), value=lambda one: one.objection.ground, fold=2),
            Column(key="text", title=tr("The objection, quoted"),
                   value=lambda one: one.objection.text, fold=1),
            Column(key="state", title=tr("State"), value=standing, kind=Cell.STATUS, sort_key="state"),
            Column(key="note", title=tr("Note"), value=lambda one: one.objection.outcome_note, fold=3),
        ]  # fmt: skip


def has_joined(one: Told) -> bool:
    """Whether a customer joined while the notice ran, as its dates or an answer on record tell."""
    return one.dates.joined or (one.notice is not None and one.notice.onboarding is not None)


def _onboarded(one: Told) -> str:
    """What is on record of its onboarding documents: their day, or that the change was not in them."""
    notice = one.notice
    if notice is None or notice.onboarding is None or not has_joined(one):
        return ""
    when = day(notice.onboarding_on) if notice.onboarding_on else tr("not given")
    return tr("{when}: {note}", when=when, note=notice.onboarding_note) if notice.onboarding_note else when


def _taken_in(one: Told) -> str:
    """When an excluded customer came back, and why."""
    notice = one.notice
    if notice is None or notice.taken_in_on is None:
        return ""
    return tr("{when}: {note}", when=day(notice.taken_in_on), note=notice.taken_in_why)


class LivePane(QWidget):
    """Whether use may begin today, why not, and the step itself."""

    go_live = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._vendor_id = ""
        self.panel = Panel(tr("Going live"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_3)
        self.panel.add_gap(SPACE_2)
        self.panel.add_layout(self._rows)
        self.unchecked = wrapping("", tone="text2")
        self.panel.add_gap(SPACE_2)
        self.panel.add(self.unchecked)
        self.panel.add_gap(SPACE_3)
        self.button = primary(tr("Go live today"))
        self.button.clicked.connect(self.go_live)
        self.to_vendor = link(tr("Open the vendor"))
        self.to_vendor.clicked.connect(lambda: context.go("vendor", self._vendor_id))
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.button)
        row.addWidget(self.to_vendor)
        row.addStretch(1)
        self.panel.add_layout(row)
        self.panel.setMaximumWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        column.addStretch(1)

    def show_view(self, view: ChangeView) -> None:
        """Shows what is met and what is not."""
        self._vendor_id = view.vendor.id
        empty(self._rows)
        conditions = self.conditions(view)
        for met, text in conditions:
            self._rows.addWidget(_line(met, text))
        titles = [] if view.is_over else [self._context.say(one) for one in unchecked_in_use(view.change)]
        self.unchecked.setText(tr("Not checked yet by the program: {guards}.", guards="; ".join(titles)))
        self.unchecked.setVisible(bool(titles))
        self.button.disable_because(" ".join(text for met, text in conditions if not met))
        self.button.setVisible(not view.is_over)

    def conditions(self, view: ChangeView) -> list[tuple[bool, str]]:
        """What going live takes, each met or not."""
        until = view.change.emergency_until
        declared = [(True, _emergency(until, view.change.emergency_why))] if until else []
        if view.change.live_on is not None:
            return [(True, tr("Live since {day}.", day=day(view.change.live_on)))]
        blocked = against_going_live(self._context.office, view.change.id)
        said = [
            (False, self._context.say(one.fact))
            for one in blocked
            if one.guard != _WINDOWS or one.fact.key == _TOLD_OTHERWISE
        ]
        met = [] if blocked else [(True, tr("Every checked guard for going live is met today."))]
        if view.is_empty:
            nobody = tr("No customer has to be notified: this change is empty. It goes live without letters.")
            return [(True, nobody), *said, *met]
        earliest, unsent, due = view.overall.earliest, len(view.waiting), len(view.pack_due)
        waiting = len(view.overall.blocked_by)
        published = len(view.unpublished)
        unread = [(False, tr_count(
            "The publication is not recorded; {count} customer counts from it.",
            "The publication is not recorded; {count} customers count from it.", published,
        ))] if published else []  # fmt: skip
        return [
            *declared,
            (unsent == 0, tr("Every notice is marked as sent.") if not unsent else
             tr_count("{count} notice is not sent yet.", "{count} notices are not sent yet.", unsent)),
            *([(not due, _onboarding(due))] if view.joined else []),
            *unread,
            (not waiting, tr("Every included customer has a date.") if not waiting else
             tr_count("{count} customer has no date yet.", "{count} customers have no date yet.", waiting)),
            (earliest is not None and earliest <= view.today,
             tr("The first day permitted for all is {day}.", day=day(earliest)) if earliest is not None else
             tr("There is no first day for all yet.")),
            *said,
            *met,
        ]  # fmt: skip


def _onboarding(due: int) -> str:
    if not due:
        return tr("The onboarding documents of every customer who needs them are recorded.")
    return tr_count(
        "{count} customer waits for the change in its onboarding documents.",
        "{count} customers wait for the change in their onboarding documents.", due,
    )  # fmt: skip


def _emergency(until: date, why: str) -> str:
    return tr("An emergency is declared until {day}: {why}", day=day(until), why=why)


def _line(met: bool, text: str) -> QWidget:  # noqa: FBT001  (the value itself)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_2)
    row.addWidget(Mark(Kind.GOOD if met else Kind.WARN))
    row.addWidget(wrapping(text, tone="text"), 1)
    return holder


def _bar(title: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_2)
    row.addWidget(title, 1)
    for button in buttons:
        row.addWidget(button)
    return row
