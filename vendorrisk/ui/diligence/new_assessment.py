"""A new assessment: of which engagement, on which questionnaire."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.diligence.rhythm import answer_due
from vendorrisk.domain.record import text_in
from vendorrisk.ui.register.entries import Entry, choice, day
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence import assessments
from vendorrisk.usecases.diligence.assessment_rows import assessable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.ui.shell.context import Context


def new_assessment(
    context: Context,
    parent: QWidget,
    done: Callable[[Assessment], None],
    *,
    vendor_id: str = "",
) -> FormDialog | None:
    """Opens the form, with the engagement of a vendor chosen already; None where nobody can be assessed."""
    known = assessable(context.office)
    if not known:
        context.messages.explain(
            tr("There is no vendor to assess yet."), tr("Add a vendor first, or import your list.")
        )
        return None
    asked = [(one.id, text_in(one.title, "en")) for one in context.office.questionnaires.all()]
    start: dict[str, Any] = {
        "due_on": answer_due(context.office.clock.today()),
        "engagement": next((one.engagement_id for one in known if one.vendor_id == vendor_id), None),
        "questionnaire": asked[0][0] if len(asked) == 1 else None,
    }

    def work(typed: dict[str, str]) -> Assessment:
        due = date.fromisoformat(typed["due_on"])
        return assessments.start(context.office, typed["engagement"], typed["questionnaire"], due_on=due)

    return FormDialog(
        context, parent, tr("New assessment"),
        [
            Entry(
                key="engagement", label=tr("Vendor"), required=True,
                ask=choice([(one.engagement_id, _named(one.vendor, one.about)) for one in known]),
            ),
            Entry(
                key="questionnaire", label=tr("Questionnaire"), required=True, ask=choice(asked),
                hint=tr("The newest version is used; it does not change once it is sent."),
            ),
            Entry(key="due_on", label=tr("Answers due"), required=True, ask=day()),
        ],
        verb=tr("Start assessment"), work=work, done=done, values=start,
    ).unfold()  # fmt: skip


def _named(vendor: str, about: str) -> str:
    return f"{vendor} · {about}" if about else vendor
