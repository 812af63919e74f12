"""A context with something on every page: a vendor under change, one that is assessed, customers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.support.assessed import FewQuestionnaires, an_engagement, answered
from tests.support.changing import a_change, a_context
from tests.support.contexts import AtOnce, SmallTexts
from vendorrisk.app.shipped import ShippedLaw
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.shell.context import Changes, Context


def a_stocked_context() -> tuple[Context, dict[str, Any]]:
    """The context, and what its pages about one thing show, by the key of the page."""
    context = a_context(questionnaires=FewQuestionnaires(), law=ShippedLaw())
    office = context.office
    change = a_change(office)
    _, engagement = an_engagement(office)
    assessment = answered(office, engagement, PRV_07="NO", PRV_10="")
    with office.book.reading() as reader:
        vendor = reader.get(Engagement, change.engagement_id).vendor_id
    return context, {"vendor": vendor, "answer_review": assessment.id, "change": change.id}


def for_another_window(context: Context, store: Any = None) -> Context:
    """The same register for a window of its own, which remembers nothing unless it is given a `store`."""
    return replace(
        context, jobs=AtOnce(expected=UserError), changes=Changes(), store=store or SmallTexts(), frame=None
    )
