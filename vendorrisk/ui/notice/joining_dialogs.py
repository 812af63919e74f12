"""The questions about customers who come into a notice under way: the new ones, and those who come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import Onboarding
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice.change_dialogs import ChangeDialog
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.fields import CheckField, ChoiceField, MultiLineField, TextField
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.onboarding import not_given_on

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.notice.change_dialogs import Say
    from vendorrisk.usecases.notice.change_view import ChangeView, Told


class OnboardingDialog(ChangeDialog):
    """Whether a new customer got the pending change with its onboarding documents, and when."""

    def __init__(self, parent: QWidget | None, view: ChangeView, one: Told, say: Say) -> None:
        since = one.customer.since or view.today
        about = tr(
            "It became a customer on {day}, while the notice was running. What is in its onboarding "
            "documents by then is part of its contract: no notice period runs.", day=day(since),
        )  # fmt: skip
        super().__init__(parent, tr("Onboarding of {customer}", customer=one.customer.name), about=about)
        self._change, self._since, self._today, self._say = view.change, since, view.today, say
        answers = [(found.value, say(label(found))) for found in Onboarding]
        self.form.add("answer", tr("The change"), ChoiceField(answers), required=True)
        self.form.add("on", tr("Given on"), DateField(), hint=tr("Use may begin on the next day."))
        self.form.add("note", tr("Note"), TextField(placeholder=tr("Which documents, where they are filed")))
        notice = one.notice
        self.form.load({
            "answer": notice.onboarding.value if notice and notice.onboarding else Onboarding.GIVEN.value,
            "on": notice.onboarding_on if notice else None, "note": notice.onboarding_note if notice else "",
        })  # fmt: skip
        self.form.committed.connect(lambda _key: self._show_fields())
        self._show_fields()
        self.offer(tr("Record"))

    def given_on(self) -> date | None:
        """The day, None where the change was not given."""
        found: date | None = self.form.values()["on"] if self._is_given() else None
        return found

    def is_fine(self) -> bool:
        """Whether it can have been given on that day; what is wrong is said beside it."""
        if not self._is_given():
            return True
        on = self.form.values()["on"]
        if on is None:
            self.form.show_problem("on", tr("This is needed."), tr("Give the day."))
            return False
        refused = not_given_on(self._change, self._since, on, self._today)
        if refused is not None:
            self.form.show_problem("on", self._say(refused.what), self._say(refused.remedy))
        return refused is None

    def _is_given(self) -> bool:
        return bool(self.form.field("answer").value() == Onboarding.GIVEN)

    def _show_fields(self) -> None:
        self.form.show_row("on", visible=self._is_given())


class TakeInDialog(ChangeDialog):
    """Why an exclusion ends, and whether a notice that went out before still stands."""

    def __init__(self, parent: QWidget | None, one: Told) -> None:
        sent = one.sent_at
        about = tr("It needs a letter, and its full notice period runs.")
        if sent is not None:
            about = tr(
                "Its notice of {day} was followed by the exclusion: it needs a new letter, and its full "
                "notice period runs again. What was answered to the first notice no longer counts.",
                day=day(sent.date()),
            )  # fmt: skip
        title = tr("Take {customer} in again", customer=one.customer.name)
        super().__init__(parent, title, about=about)
        self.form.add("why", tr("Reason"), MultiLineField(lines=3), required=True)
        self.form.add("stands", "", CheckField(tr("It was never told that it is excluded")),
                      hint=tr("Then the notice that went out stands, with its dates."))  # fmt: skip
        self.form.show_row("stands", visible=sent is not None)
        self.form.load({"why": "", "stands": False})
        self.offer(tr("Take in again"))
