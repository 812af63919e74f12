"""The questions a change asks: when notices went out, who stays off, what a customer answered."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog

from vendorrisk.domain.decision.emergency import LONGEST_DAYS
from vendorrisk.domain.notice.records import DayUnit, EmergencyBasis, ObjectionState
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice.change_words import names_of
from vendorrisk.ui.notice.text_keeper import FormKeeper
from vendorrisk.ui.shell.checked_dialog import CheckedDialog
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.dialogs import MIDDLE, SMALL
from vendorrisk.ui.widgets.fields import CheckField, ChoiceField, MultiLineField, NumberField, TextField
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.letters import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.message import Message, UserError
    from vendorrisk.domain.notice.answers import AnswerDays
    from vendorrisk.domain.notice.records import Change, Notice, Terms
    from vendorrisk.ui.shell.context import Context

    Say: TypeAlias = Callable[[Message], str]

NO = "no"


class ChangeDialog(CheckedDialog):
    """A question about a change; what is typed may outlive it, until its verb was chosen."""

    def __init__(self, parent: QWidget | None, title: str, *, about: str = "", width: int = MIDDLE) -> None:
        super().__init__(parent, title, about=about, width=width)
        self._keeper: FormKeeper | None = None

    def keep_texts(self, context: Context, key: str, *texts: str) -> None:
        """Lets what is typed into these fields outlive the dialog."""
        self._keeper = FormKeeper(context, self.form, key, texts)
        if self._keeper.bring_back():
            context.tell(tr("What you typed here last was kept."))

    def done(self, result: int) -> None:
        """Forgets what the verb has used; what was typed before leaving waits for the next time."""
        if self._keeper is not None:
            keep = self._keeper.keep if result == QDialog.DialogCode.Rejected else self._keeper.forget
            keep()
        super().done(result)


class MomentDialog(ChangeDialog):
    """A form with a day and a time of day in one zone."""

    def __init__(
        self, parent: QWidget | None, title: str, *, zone: str, now: datetime, say: Say, about: str = ""
    ) -> None:
        super().__init__(parent, title, about=about)
        self._zone, self._say = ZoneInfo(zone), say
        here = now.astimezone(self._zone)
        self.form.add("day", tr("Day"), DateField(), required=True)
        self.form.add("time", tr("Time"), TextField(placeholder=tr("HH:MM")), required=True,
                      hint=tr("Clock time in {zone}.", zone=zone))  # fmt: skip
        self._start = {"day": here.date(), "time": f"{here:%H:%M}"}

    def is_fine(self) -> bool:
        """Whether the time can be read and the moment can be; what is wrong is said beside it."""
        if _time_of(self.form.field("time").value()) is None:
            self.form.show_problem("time", tr("This is not a time of day."), tr("Write it as 09:30."))
            return False
        refused = self.refusal()
        if refused is not None:
            self.form.show_problem("time", self._say(refused.what), self._say(refused.remedy))
        return refused is None

    def refusal(self) -> UserError | None:
        """Why it cannot have been at the moment that the fields name; None where it can."""
        return None

    def moment(self) -> datetime:
        """The moment in UTC."""
        values = self.form.values()
        clock = _time_of(values["time"]) or time()
        return datetime.combine(values["day"], clock, tzinfo=self._zone).astimezone(UTC)


def _time_of(text: str) -> time | None:
    hours, colon, minutes = text.strip().partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        return None
    return time(int(hours), int(minutes)) if int(hours) < 24 and int(minutes) < 60 else None


class SentDialog(MomentDialog):
    """When the notices went out, and what proves it; the one step that cannot be taken back."""

    def __init__(
        self, parent: QWidget | None, count: int, refusal: Callable[[datetime], UserError | None], *,
        zone: str, now: datetime, say: Say, doubts: Sequence[str] = (),
    ) -> None:  # fmt: skip
        title = tr_count("Mark {count} notice as sent", "Mark {count} notices as sent", count)
        starts = tr("The clocks of these customers start at this time. This cannot be undone.")
        about = "\n".join((starts, *doubts))
        super().__init__(parent, title, zone=zone, now=now, say=say, about=about)
        self._refusal = refusal
        self.form.add("proof", tr("Proof"), TextField(placeholder=tr("Such as a mail server log")),
                      required=True)  # fmt: skip
        self.form.load(self._start)
        self.offer(tr("Mark as sent"))

    def refusal(self) -> UserError | None:
        """Why letters cannot have gone out then."""
        return self._refusal(self.moment())


class ObjectionDialog(MomentDialog):
    """A customer objects: who, when it came in, on what ground."""

    def __init__(
        self, parent: QWidget | None, customers: Sequence[tuple[str, str]],
        refusal: Callable[[str, datetime], UserError | None], *, zone: str, now: datetime, say: Say,
        customer_id: str = "", ground: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent, tr("Record an objection"), zone=zone, now=now, say=say)
        self._refusal = refusal
        self.form.add(
            "customer", tr("Customer"), ChoiceField(customers, unset=tr("Choose one")), required=True
        )
        self.form.add("ground", tr("Ground"), TextField(placeholder=tr("In short")))
        self.form.add("text", tr("The objection, quoted"), MultiLineField(lines=4))
        self.form.load({**self._start, "customer": customer_id, "ground": ground})
        self.offer(tr("Record objection"))

    def refusal(self) -> UserError | None:
        """Why this customer's objection cannot have come in then."""
        return self._refusal(self.form.field("customer").value(), self.moment())


class CustomerAnswerDialog(ChangeDialog):
    """A customer acknowledges the notice, or approves in writing; one that says no leads to an objection."""

    def __init__(
        self, parent: QWidget | None, customer: str, notice: Notice | None, days: AnswerDays, say: Say
    ) -> None:
        super().__init__(parent, tr("Answer of {customer}", customer=customer))
        self._days, self._say = days, say
        self._known: dict[str, Any] = {} if notice is None else {
            "acknowledged": notice.acknowledged_on, "approved": notice.approved_on,
            "timed": notice.approved_timed, "proof": notice.answer_proof,
        }  # fmt: skip
        self.form.add("acknowledged", tr("Acknowledged on"), DateField())
        self.form.add("approved", tr("Approved in writing on"), DateField())
        self.form.add("timed", "", CheckField(tr("The time of the approval is on file too")),
                      hint=tr("Then that same day may count."))  # fmt: skip
        self.form.add("proof", tr("Filed where"), TextField(placeholder=tr("Such as a message or a letter")))
        self.form.load(self._known)
        self.says_no = False
        self.no = link(tr("The customer refuses or objects…"))
        self.no.clicked.connect(self._on_no)
        self.body.addWidget(self.no)
        self.offer(tr("Record answer"))

    def _on_no(self) -> None:
        self.says_no = True
        self.reject()

    def is_fine(self) -> bool:
        """Whether each day can be that of an answer; what is wrong is said beside it."""
        values = self.form.values()
        wrong = [key for key in ("acknowledged", "approved") if not self._fits(key, values[key])]
        if values["timed"] and values["approved"] is None and "approved" not in wrong:
            self.form.show_problem("approved", tr("The hour is that of an approval."),
                                   tr("Give the day of the approval, or clear the box."))  # fmt: skip
            return False
        return not wrong

    def _fits(self, key: str, typed: date | None) -> bool:
        known = self._known.get(key)
        if typed is None and known is not None:
            self.form.show_problem(key, tr("An answer on record cannot be emptied."),
                                   tr("Enter the right day, or undo the step that recorded it."))  # fmt: skip
            return False
        refused = None if typed is None or typed == known else self._days.refusal(typed)
        if refused is not None:
            self.form.show_problem(key, self._say(refused.what), self._say(refused.remedy))
        return refused is None


class OutcomeDialog(ChangeDialog):
    """What became of an objection; only outcomes that the terms permit are offered."""

    def __init__(
        self, parent: QWidget | None, customer: str, states: Collection[ObjectionState], say: Say, note: str
    ) -> None:
        super().__init__(parent, tr("Objection of {customer}", customer=customer))
        options = [(state.value, say(label(state))) for state in ObjectionState if state in states]
        self.form.add("to", tr("Outcome"), ChoiceField(options), required=True)
        self.form.add("note", tr("Note"), MultiLineField(lines=3))
        self.form.load({"to": options[0][0] if options else None, "note": note})
        self.offer(tr("Record outcome"))


class ReasonDialog(ChangeDialog):
    """Why a customer is kept off a change; a reason on record can be put better."""

    def __init__(self, parent: QWidget | None, customer: str, why: str = "") -> None:
        about = tr(
            "The customer keeps the previous set-up and does not hold the date back. Route its "
            "data elsewhere."
        )
        super().__init__(parent, tr("Exclude {customer} from the change", customer=customer), about=about)
        self.form.add("why", tr("Reason"), MultiLineField(lines=3), required=True)
        self.form.load({"why": why})
        self.offer(tr("Exclude"))


class PlannedDialog(ChangeDialog):
    """Another first day of use."""

    def __init__(self, parent: QWidget | None, planned: date) -> None:
        super().__init__(parent, tr("Move the planned day"), width=SMALL)
        self.form.add("planned", tr("First day of use"), DateField(), required=True)
        self.form.load({"planned": planned})
        self.offer(tr("Move"))


class PublishedDialog(ChangeDialog):
    """The day on which customers could read of a change; a later answer replaces an earlier one."""

    def __init__(
        self, parent: QWidget | None, change: Change, refusal: Callable[[date, str], UserError | None],
        say: Say,
    ) -> None:  # fmt: skip
        about = tr("Contracts that count from publication count from this day. This cannot be undone. "
                   "To correct a mistake, record the right day.")  # fmt: skip
        super().__init__(parent, tr("Record the publication"), about=about)
        self._refusal, self._say = refusal, say
        self.form.add("on", tr("Published on"), DateField(), required=True,
                      hint=tr("The day on which it could be read."))  # fmt: skip
        self.form.add("proof", tr("Where and how known"), TextField(placeholder=tr("Address, snapshot")),
                      hint=tr("Not needed if a published list of ours named it by then."))  # fmt: skip
        self.form.load({"on": change.published_on})
        self.offer(tr("Record publication"))

    def is_fine(self) -> bool:
        """Whether it can have been published on that day; what is wrong is said beside it."""
        values = self.form.values()
        refused = self._refusal(values["on"], values["proof"])
        if refused is not None:
            self.form.show_problem("on", self._say(refused.what), self._say(refused.remedy))
        return refused is None


class AuthorisationDialog(ChangeDialog):
    """Whether a customer agreed to an emergency before there was one."""

    def __init__(self, parent: QWidget | None, customer: str, notice: Notice | None, say: Say) -> None:
        about = tr(
            "The GDPR has no emergency exception. This works only for customers who agreed to it beforehand."
        )
        super().__init__(parent, tr("Emergency: {customer}", customer=customer), about=about)
        bases = [(basis.value, say(label(basis))) for basis in EmergencyBasis]
        self.form.add("basis", tr("Agreed beforehand"), ChoiceField([(NO, tr("No")), *bases]), required=True)
        self.form.add("on", tr("On"), DateField(), hint=tr("For a clause: when counsel reviewed it."))
        self.form.add("source", tr("Written in"), TextField(placeholder=tr("Contract and clause")))
        basis = notice.emergency_basis if notice else None
        self.form.load({
            "basis": basis.value if basis else NO, "on": notice.emergency_on if notice else None,
            "source": notice.emergency_source if notice else "",
        })  # fmt: skip
        self.form.committed.connect(lambda _key: self._show_fields())
        self._show_fields()
        self.offer(tr("Record"))

    def basis(self) -> EmergencyBasis | None:
        """What was agreed to, None for nothing."""
        chosen = self.form.field("basis").value()
        return None if chosen == NO else EmergencyBasis(chosen)

    def _show_fields(self) -> None:
        for key in ("on", "source"):
            self.form.show_row(key, visible=self.basis() is not None)


class EmergencyDialog(ChangeDialog):
    """Until when an emergency lasts, and why; who may be served was recorded customer by customer."""

    def __init__(
        self, parent: QWidget | None, authorised: Sequence[str], others: int, *, until: date, why: str
    ) -> None:
        named = names_of(list(authorised)) or tr("nobody yet")
        about = tr_count(
            "Served are those who agreed beforehand: {names}. {count} customer waits for its full notice.",
            "Served are those who agreed beforehand: {names}. {count} customers wait for their full notice.",
            others, names=named,
        )  # fmt: skip
        super().__init__(parent, tr("Declare an emergency"), about=about)
        hint = tr("At most {days} days.", days=LONGEST_DAYS)
        self.form.add("until", tr("Last day"), DateField(), required=True, hint=hint)
        self.form.add("why", tr("Reason"), MultiLineField(lines=3), required=True)
        self.form.load({"until": until, "why": why})
        self.offer(tr("Declare, then see the guards…"))


class CreateDialog(ChangeDialog):
    """In which form the letters are written; what they lack, or say in another language, is told before."""

    def __init__(
        self, parent: QWidget | None, count: int, chosen: Sequence[str], doubts: Sequence[str] = ()
    ) -> None:
        title = tr_count("Create {count} letter", "Create {count} letters", count)
        about = tr("They are drafts: nothing is sent. Next you choose the folder.")
        if doubts:
            about = "\n".join((about, "", tr("To look at first:"), *(f"• {one}" for one in doubts)))
        super().__init__(parent, title, about=about)
        self.form.add("pdf", tr("Write as"), CheckField(tr("PDF, for paper and portals")))
        self.form.add("eml", "", CheckField(tr("E-mail drafts, with the PDF attached")))
        self.form.load({name: name in chosen for name in FORMATS})
        self._verb = self.offer(tr("Choose folder…"))
        self.form.committed.connect(lambda _key: self._judge())
        self._judge()

    def formats(self) -> list[str]:
        """The formats that are ticked."""
        return [name for name in FORMATS if self.form.field(name).value()]

    def _judge(self) -> None:
        self._verb.disable_because("" if self.formats() else tr("Tick at least one form."))


class ShorterDialog(ChangeDialog):
    """How few days of notice a customer is asked to be content with."""

    def __init__(self, parent: QWidget | None, customer: str, terms: Terms, *, has_mail: bool) -> None:
        about = tr(
            "Asking does not move a date. It moves once you record that the customer agreed in writing."
        )
        super().__init__(parent, tr("Ask {customer} for shorter notice", customer=customer), about=about)
        unit = tr("business days") if terms.notice_unit is DayUnit.BUSINESS else tr("days")
        hint = tr("The contract gives {count} {unit}.", count=terms.notice_days, unit=unit)
        self.form.add(
            "days", tr("Notice of"), NumberField(most=max(0, terms.notice_days - 1), unit=unit), hint=hint
        )
        self.form.add("mail", "", CheckField(tr("Open an e-mail that asks for it")))
        self.form.load({"days": terms.notice_days // 2, "mail": has_mail})
        self.form.field("mail").setEnabled(has_mail)
        self.offer(tr("Ask"))


class ShorterAnswerDialog(ChangeDialog):
    """What a customer answered; only a written yes moves its date."""

    def __init__(self, parent: QWidget | None, customer: str, notice: Notice, *, today: date) -> None:
        asked = notice.shorter_asked_on or today
        about = tr("Asked on {day} for {count} days of notice.", day=day(asked),
                   count=notice.shorter_days or 0)  # fmt: skip
        super().__init__(parent, tr("Answer of {customer}", customer=customer), about=about)
        answers = [("yes", tr("Agreed in writing")), ("no", tr("Declined, or withdrew its agreement"))]
        self.form.add("answer", tr("Answer"), ChoiceField(answers), required=True)
        self.form.add("agreed", tr("Agreed on"), DateField(), hint=tr("Counts from the next day on."))
        self.form.add("note", tr("Note"), MultiLineField(lines=3),
                      hint=tr("Who answered, and where the answer is filed."))  # fmt: skip
        agreed = notice.shorter_agreed_on
        start = "yes" if agreed else None if not notice.shorter_note else "no"
        self.form.load({"answer": start, "agreed": agreed or today, "note": notice.shorter_note})
        self.form.committed.connect(lambda _key: self._show_fields())
        self._show_fields()
        self.offer(tr("Record answer"))

    def agreed_on(self) -> date | None:
        """The day of a written yes, None for a no."""
        values = self.form.values()
        return values["agreed"] if values["answer"] == "yes" else None

    def is_fine(self) -> bool:
        """Whether a yes has its day and what proves it."""
        if self.form.field("answer").value() != "yes":
            return True
        needed = (("agreed", tr("Give the day.")), ("note", tr("State who agreed, and where it is filed.")))
        lacking = [(key, remedy) for key, remedy in needed if not self.form.field(key).value()]
        for key, remedy in lacking:
            self.form.show_problem(key, tr("This is needed."), remedy)
        return not lacking

    def _show_fields(self) -> None:
        self.form.show_row("agreed", visible=self.form.field("answer").value() == "yes")
