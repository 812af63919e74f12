"""What a person does with a change: each asks what it has to know and hands it to a use case."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vendorrisk.domain.notice.objections import next_states
from vendorrisk.domain.notice.records import ObjectionState
from vendorrisk.ui.notice.change_dialogs import (
    AnswerDialog,
    ObjectionDialog,
    OutcomeDialog,
    PlannedDialog,
    ReasonDialog,
    SentDialog,
)
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases import notices
from vendorrisk.usecases.change_text import write_text
from vendorrisk.usecases.changes import plan_for
from vendorrisk.usecases.letters import write_letters
from vendorrisk.usecases.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.change_view import ChangeView, Told
    from vendorrisk.usecases.letters import Written

_FOLDER = "letters.folder"


class Shown(Protocol):
    """The page these doings belong to."""

    context: Context
    change_id: str
    view: ChangeView | None

    def window(self) -> QWidget:
        """The window that dialogs stand over."""
        ...


class ChangeDoings:
    """The verbs of a change's page."""

    def __init__(self, page: Shown) -> None:
        self._page = page

    @property
    def _context(self) -> Context:
        return self._page.context

    def create_letters(self) -> None:
        """Writes one letter per customer into a folder; after a cancel the register is as it was."""
        kept = self._context.store.get(_FOLDER)
        folder = self._context.messages.pick_folder(
            tr("Folder for the letters"), start=Path(kept) if kept else None
        )
        if folder is None:
            return
        self._context.store.put(_FOLDER, str(folder))
        office, change_id = self._context.office, self._page.change_id

        def write(progress: Progress) -> Written:
            return write_letters(office, change_id, folder, step=progress.step)

        self._context.run(tr("Writing letters"), write, partial(self._tell_written, folder))

    def _tell_written(self, folder: Path, written: Written) -> None:
        customers = len({customer.id for customer, _ in written.letters})
        self._context.tell(
            tr_count(
                "{count} letter is in {folder}", "{count} letters are in {folder}", customers, folder=folder
            )
        )

    def mark_sent(self) -> None:
        """Records when the notices went out; the confirmation is the form itself."""
        view = self._page.view
        if view is None:
            return
        waiting = [one.id for one in view.going if one.has_letter and one.sent_at is None]
        dialog = SentDialog(self._page.window(), len(waiting), zone=self._zone(), now=self._now())
        if dialog.ask():
            at, proof = dialog.moment(), dialog.form.values()["proof"]
            self._do(notices.mark_sent, self._page.change_id, at, proof=proof, customer_ids=waiting)

    def move_planned(self) -> None:
        """Moves the first day of use."""
        view = self._page.view
        if view is None:
            return
        dialog = PlannedDialog(self._page.window(), view.change.planned_on)
        if dialog.ask():
            self._do(plan_for, self._page.change_id, dialog.form.values()["planned"])

    def write_text(self, text: str) -> None:
        """Changes what the letters say of the purpose."""
        self._do(write_text, self._page.change_id, text)

    def approve_text(self) -> None:
        """Releases the text."""
        self._do(notices.approve_text, self._page.change_id)

    def keep_off(self, customer_id: str) -> None:
        """Keeps a customer off, with the reason."""
        one = self._told(customer_id)
        if one is None:
            return
        dialog = ReasonDialog(self._page.window(), one.customer.name)
        if dialog.ask():
            self._do(notices.exclude, self._page.change_id, one.id, dialog.form.values()["why"])

    def record_answer(self, customer_id: str) -> None:
        """Records an acknowledgement or an approval."""
        one = self._told(customer_id)
        if one is None:
            return
        notice = one.notice
        dialog = AnswerDialog(
            self._page.window(), one.customer.name, acknowledged=notice.acknowledged_on if notice else None,
            approved=notice.approved_on if notice else None,
        )  # fmt: skip
        if dialog.ask():
            values = dialog.form.values()
            self._do(
                notices.record_answer, self._page.change_id, one.id, acknowledged_on=values["acknowledged"],
                approved_on=values["approved"], approved_timed=values["timed"],
            )  # fmt: skip

    def record_objection(self, customer_id: str) -> None:
        """Records an objection with the moment it came in."""
        view = self._page.view
        if view is None:
            return
        customers = [(one.id, one.customer.name) for one in view.told]
        dialog = ObjectionDialog(
            self._page.window(), customers, zone=self._zone(), now=self._now(), customer_id=customer_id
        )
        if dialog.ask():
            values = dialog.form.values()
            self._do(
                notices.object_to, self._page.change_id, values["customer"], dialog.moment(),
                text=values["text"], ground=values["ground"],
            )  # fmt: skip

    def resolve(self, objection_id: str) -> None:
        """Records what became of an objection."""
        told = self._page.view.told if self._page.view else ()
        pairs = ((one, raised) for one in told for raised in one.objections if raised.id == objection_id)
        found = next(pairs, None)
        if found is None:
            return
        one, objection = found
        late = not one.late[objection.id].in_time
        states = next_states(objection.state, one.terms, late=late)
        if not states:
            self._context.tell(tr("This objection has its outcome."))
            return
        dialog = OutcomeDialog(self._page.window(), one.customer.name, states)
        if dialog.ask():
            values = dialog.form.values()
            to = ObjectionState(values["to"])
            self._do(notices.resolve, objection.id, to, note=values["note"])

    def go_live(self) -> None:
        """Records that the change is live; refused with the reasons until all terms permit."""
        question = tr("Is this change live from today?")
        if self._context.messages.confirm(question, yes=tr("Go live")):
            self._do(notices.go_live, self._page.change_id)

    def cancel(self) -> None:
        """Ends a change that will not happen."""
        if self._context.messages.confirm(
            tr("Cancel this change?"), yes=tr("Cancel the change"),
            about=tr("Customers who were told should hear that it does not happen."),
        ):  # fmt: skip
            self._do(notices.cancel, self._page.change_id)

    def _do(self, usecase: Callable[..., object], *facts: object, **named: object) -> None:
        office = self._context.office
        self._context.do(lambda: usecase(office, *facts, **named))

    def _told(self, customer_id: str) -> Told | None:
        told = self._page.view.told if self._page.view else ()
        return next((one for one in told if one.id == customer_id), None)

    def _zone(self) -> str:
        with self._context.office.book.reading() as reader:
            return settings_of(reader).zone

    def _now(self) -> datetime:
        return self._context.office.clock.now()
