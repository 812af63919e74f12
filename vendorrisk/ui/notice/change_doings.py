"""What a person does with a change: each asks what it has to know and hands it to a use case."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.decision.emergency import latest_end
from vendorrisk.domain.notice.records import ObjectionState
from vendorrisk.domain.register.fields import SEVERAL
from vendorrisk.domain.register.records import Stage
from vendorrisk.ui.decision.move_dialog import MoveDialog
from vendorrisk.ui.notice.change_dialogs import (
    AuthorisationDialog,
    CreateDialog,
    CustomerAnswerDialog,
    EmergencyDialog,
    ObjectionDialog,
    OutcomeDialog,
    PlannedDialog,
    PublishedDialog,
    ReasonDialog,
    SentDialog,
    ShorterAnswerDialog,
    ShorterDialog,
)
from vendorrisk.ui.notice.change_words import is_asked
from vendorrisk.ui.notice.pane_letters import words_of
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.decision.emergency import declare_emergency, record_authorisation
from vendorrisk.usecases.notice import notices, objections
from vendorrisk.usecases.notice.change_text import write_text
from vendorrisk.usecases.notice.changes import plan_for
from vendorrisk.usecases.notice.evidence_bundle import write_bundle
from vendorrisk.usecases.notice.letter_checks import lacks_of
from vendorrisk.usecases.notice.letters import FORMATS, drafts_of, write_letters
from vendorrisk.usecases.notice.publication import not_published_on, record_published
from vendorrisk.usecases.notice.shorter_notice import ask_shorter, record_shorter, shorter_draft
from vendorrisk.usecases.notice.together import Pace
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.notice.records import Notice
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.notice.change_view import ChangeView, Told
    from vendorrisk.usecases.notice.evidence_bundle import Bundled
    from vendorrisk.usecases.notice.letters import Written

_FOLDER = "letters.folder"
_FORMATS = "letters.formats"
MOST_DOUBTS = 5
"""So many doubts about letters are told before they are made; all of them stand on the Letters step."""


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
        """Writes one letter per customer into a folder; a cancel leaves all as it was."""
        view = self._page.view
        if view is None:
            return
        chosen = self._context.store.get(_FORMATS) or ",".join(FORMATS)
        dialog = CreateDialog(
            self._page.window(), len(view.waiting), chosen.split(","), self._doubts_of_letters(view)
        )
        if not dialog.ask():
            return
        formats = dialog.formats()
        self._context.store.put(_FORMATS, ",".join(formats))
        self._write_letters(formats)

    def _doubts_of_letters(self, view: ChangeView) -> list[str]:
        """What the letters lack or say in English to people who read something else, in sentences."""
        waiting = {one.id for one in view.waiting}
        drafts = drafts_of(self._context.office, view.change.id)
        lacks = lacks_of(self._context.office, [one for one in drafts if one.customer.id in waiting])
        said = [words_of(one, self._context.say) for one in lacks[:MOST_DOUBTS]]
        more = len(lacks) - len(said)
        return [*said, tr("{count} more, on the step “Letters”.", count=more)] if more else said

    def _write_letters(self, formats: list[str]) -> None:
        kept = self._context.store.get(_FOLDER)
        folder = self._context.messages.pick_folder(
            tr("Folder for the letters"), start=Path(kept) if kept else None
        )
        if folder is None:
            return
        self._context.store.put(_FOLDER, str(folder))
        office, change_id = self._context.office, self._page.change_id

        def write(progress: Progress) -> Written:
            return write_letters(
                office, change_id, folder, formats, step=progress.step, seal=progress.seal
            )  # fmt: skip

        self._context.run(tr("Writing letters"), write, partial(self._tell_written, folder))

    def _tell_written(self, folder: Path, written: Written) -> None:
        customers = len({customer.id for customer, _ in written.letters})
        self._context.tell(
            tr_count(
                "{count} letter is in {folder}", "{count} letters are in {folder}", customers, folder=folder
            )
        )

    def write_bundle(self) -> None:
        """Writes what proves the change into one file; its manifest is kept in the workspace."""
        view = self._page.view
        if view is None:
            return
        name = tr("evidence-{number}.zip", number=view.change.number)
        kept = self._context.store.get(_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else None
        target = self._context.messages.pick_target(
            tr("Evidence bundle of change {number}", number=view.change.number),
            kinds=tr("Archives (*.zip)"), start=(folder or Path.home()) / name,
        )  # fmt: skip
        if target is None:
            return
        office, change_id = self._context.office, self._page.change_id

        def write(progress: Progress) -> Bundled:
            return write_bundle(
                office, change_id, target, letters_in=folder, step=progress.step, seal=progress.seal
            )

        self._context.run(tr("Writing the evidence bundle"), write, self._tell_bundled)

    def _tell_bundled(self, bundled: Bundled) -> None:
        said = tr_count(
            "{name} holds {count} letter", "{name} holds {count} letters", bundled.letters,
            name=bundled.file.name,
        )  # fmt: skip
        if not bundled.missing:
            self._context.tell(said)
            return
        self._context.messages.explain(
            tr_count(
                "{count} letter was not found.", "{count} letters were not found.", len(bundled.missing)
            ),
            tr("Put them into the folder that letters were written to, and make the bundle again."),
            "\n".join(bundled.missing),
        )

    def mark_sent(self) -> None:
        """Records when the notices went out; the confirmation is the form itself."""
        view = self._page.view
        if view is None:
            return
        waiting = [one.id for one in view.going if one.has_letter and one.sent_at is None]
        office = self._context.office
        dialog = SentDialog(
            self._page.window(), len(waiting), partial(notices.not_sent_at, office), zone=self._zone(),
            now=self._now(), say=self._context.say,
            doubts=[self._context.say(one.what) for one in view.in_english],
        )  # fmt: skip
        if dialog.ask():
            at, proof = dialog.moment(), dialog.form.values()["proof"]
            self._do(notices.mark_sent, self._page.change_id, at, proof=proof, customer_ids=waiting)

    def record_publication(self) -> None:
        """Records the day from which contracts count that start with publication."""
        view = self._page.view
        if view is None:
            return
        change = view.change
        refusal = partial(not_published_on, self._context.office, change.id)
        dialog = PublishedDialog(self._page.window(), change, refusal, self._context.say)
        if dialog.ask():
            values = dialog.form.values()
            self._do(record_published, change.id, values["on"], proof=values["proof"])

    def move_planned(self) -> None:
        """Moves the first day of use."""
        view = self._page.view
        if view is None:
            return
        dialog = PlannedDialog(self._page.window(), view.change.planned_on)
        if dialog.ask():
            self._do(plan_for, self._page.change_id, dialog.form.values()["planned"])

    def write_text(self, text: str, language: str) -> None:
        """Changes what the letters say of the purpose, in one language."""
        self._do(write_text, self._page.change_id, text, language=language)

    def shorter_notice(self, customer_id: str) -> None:
        """Asks a customer for a shorter notice, or records what it answered."""
        one = self._told(customer_id)
        if one is None:
            return
        if is_asked(one) and one.notice is not None:
            self._record_shorter(one, one.notice)
        else:
            self._ask_shorter(one)

    def _ask_shorter(self, one: Told) -> None:
        office, change_id = self._context.office, self._page.change_id
        dialog = ShorterDialog(
            self._page.window(), one.customer.name, one.terms, has_mail=bool(one.customer.email)
        )
        if not dialog.ask():
            return
        values = dialog.form.values()
        asked = self._context.do(lambda: ask_shorter(office, change_id, one.id, values["days"]))
        if asked is not None and values["mail"]:
            self._context.do(lambda: self._open_mail(one.id, values["days"]))

    def _open_mail(self, customer_id: str, days: int) -> None:
        say = self._context.say
        question = shorter_draft(self._context.office, self._page.change_id, customer_id, days)
        parts = f"subject={quote(say(question.subject))}&body={quote(say(question.text))}"
        to = quote(question.address.replace(SEVERAL, ","), safe=",")
        QDesktopServices.openUrl(QUrl(f"mailto:{to}?{parts}", QUrl.ParsingMode.StrictMode))
        self._context.tell(
            tr("A draft for {address} was handed to your e-mail program.", address=question.address)
        )

    def _record_shorter(self, one: Told, notice: Notice) -> None:
        dialog = ShorterAnswerDialog(
            self._page.window(), one.customer.name, notice, today=self._context.office.clock.today()
        )
        dialog.keep_texts(self._context, f"shorter.note.{self._page.change_id}.{one.id}", "note")
        if dialog.ask():
            self._do(
                record_shorter, self._page.change_id, one.id, agreed_on=dialog.agreed_on(),
                note=dialog.form.values()["note"],
            )  # fmt: skip

    def approve_text(self) -> None:
        """Releases the text."""
        self._do(notices.approve_text, self._page.change_id)

    def keep_off(self, customer_id: str) -> None:
        """Keeps a customer off, with the reason."""
        one = self._told(customer_id)
        if one is None:
            return
        dialog = ReasonDialog(self._page.window(), one.customer.name, one.kept_off_why)
        dialog.keep_texts(self._context, f"exclude.why.{self._page.change_id}.{one.id}", "why")
        if dialog.ask():
            self._do(notices.exclude, self._page.change_id, one.id, dialog.form.values()["why"])

    def record_answer(self, customer_id: str) -> None:
        """Records an acknowledgement or an approval; a customer that says no is recorded as objecting."""
        one = self._told(customer_id)
        if one is None:
            return
        days = notices.answer_days(self._context.office, self._page.change_id, one.id)
        dialog = CustomerAnswerDialog(
            self._page.window(), one.customer.name, one.notice, days, self._context.say
        )
        if dialog.ask():
            values = dialog.form.values()
            self._do(
                notices.record_answer, self._page.change_id, one.id, acknowledged_on=values["acknowledged"],
                approved_on=values["approved"], approved_timed=values["timed"],
                proof=values["proof"],
            )  # fmt: skip
        elif dialog.says_no:
            refuses = tr("Refuses its approval") if one.pace is Pace.CONSENT else ""
            self.record_objection(one.id, ground=refuses)

    def record_authorisation(self, customer_id: str) -> None:
        """Records whether a customer agreed to an emergency beforehand."""
        one = self._told(customer_id)
        if one is None:
            return
        dialog = AuthorisationDialog(self._page.window(), one.customer.name, one.notice, self._context.say)
        if dialog.ask():
            values = dialog.form.values()
            self._do(
                record_authorisation, self._page.change_id, one.id, dialog.basis(), on=values["on"],
                source=values["source"],
            )  # fmt: skip

    def declare_emergency(self) -> None:
        """Declares an emergency, then shows every guard of the step that lets it begin."""
        view = self._page.view
        if view is None:
            return
        ready = [one.customer.name for one in view.going if one.notice and one.notice.emergency_basis]
        until = view.change.emergency_until or latest_end(view.today)
        dialog = EmergencyDialog(
            self._page.window(), ready, len(view.going) - len(ready), until=until,
            why=view.change.emergency_why,
        )  # fmt: skip
        dialog.keep_texts(self._context, f"emergency.why.{view.change.id}", "why")
        if not dialog.ask():
            return
        values, office = dialog.form.values(), self._context.office
        declared = self._context.do(
            lambda: declare_emergency(office, view.change.id, values["until"], values["why"])
        )
        if declared is not None:
            MoveDialog(
                self._context, self._page.window(), view.engagement.id, to=Stage.EMERGENCY_LIVE
            ).open()  # fmt: skip

    def record_objection(self, customer_id: str, *, ground: str = "") -> None:
        """Records an objection with the moment it came in."""
        view = self._page.view
        if view is None:
            return
        customers = [(one.id, one.customer.name) for one in view.told]
        dialog = ObjectionDialog(
            self._page.window(), customers,
            partial(objections.not_objected_at, self._context.office, view.change.id), zone=self._zone(),
            now=self._now(), say=self._context.say, customer_id=customer_id,
            ground=ground,
        )  # fmt: skip
        dialog.keep_texts(self._context, f"objection.{view.change.id}", "ground", "text")
        if dialog.ask():
            values = dialog.form.values()
            self._do(
                objections.object_to, self._page.change_id, values["customer"], dialog.moment(),
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
        office = self._context.office
        with office.book.reading() as reader:
            states = objections.open_outcomes(office, reader, objection)
        if not states:
            self._context.tell(tr("This objection is resolved."))
            return
        dialog = OutcomeDialog(
            self._page.window(), one.customer.name, states, self._context.say, objection.outcome_note
        )
        dialog.keep_texts(self._context, f"objection.outcome.{objection.id}", "note")
        if dialog.ask():
            values = dialog.form.values()
            to = ObjectionState(values["to"])
            self._do(objections.resolve, objection.id, to, note=values["note"])

    def go_live(self) -> None:
        """Records that the change is live; refused with the reasons until all terms permit."""
        question = tr("Is this change live from today?")
        if self._context.messages.confirm(question, yes=tr("Go live")):
            self._do(notices.go_live, self._page.change_id)

    def cancel(self) -> None:
        """Ends a change that will not happen."""
        if self._context.messages.confirm(
            tr("Cancel this change?"), yes=tr("Cancel the change"), no=tr("Keep it"),
            about=tr("Customers who were notified should be informed that it does not take place."),
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
