"""What a person does on a change's page with customers who come into a notice under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.notice.joining_dialogs import OnboardingDialog, TakeInDialog
from vendorrisk.usecases.notice.onboarding import record_onboarding
from vendorrisk.usecases.notice.taking_in import take_in

if TYPE_CHECKING:
    from vendorrisk.ui.notice.change_doings import Shown
    from vendorrisk.usecases.notice.change_view import Told


class JoiningDoings:
    """The verbs of a change's page on new customers, and on those who come back."""

    def __init__(self, page: Shown) -> None:
        self._page = page

    def onboard(self, customer_id: str) -> None:
        """Records whether a new customer got the change with its onboarding documents."""
        view, one, context = self._page.view, self._told(customer_id), self._page.context
        if view is None or one is None:
            return
        dialog = OnboardingDialog(self._page.window(), view, one, context.say)
        dialog.keep_texts(context, f"onboarding.note.{view.change.id}.{one.id}", "note")
        if dialog.ask():
            given, note = dialog.given_on(), dialog.form.values()["note"]
            context.do(
                lambda: record_onboarding(context.office, view.change.id, one.id, given_on=given, note=note)
            )

    def take_in(self, customer_id: str) -> None:
        """Takes an excluded customer in again, with the reason."""
        view, one, context = self._page.view, self._told(customer_id), self._page.context
        if view is None or one is None:
            return
        dialog = TakeInDialog(self._page.window(), one)
        dialog.keep_texts(context, f"take_in.why.{view.change.id}.{one.id}", "why")
        if dialog.ask():
            typed = dialog.form.values()
            context.do(
                lambda: take_in(
                    context.office, view.change.id, one.id, typed["why"], notice_stands=typed["stands"]
                )
            )

    def _told(self, customer_id: str) -> Told | None:
        told = self._page.view.told if self._page.view else ()
        return next((one for one in told if one.id == customer_id), None)
