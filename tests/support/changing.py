"""A register with one sub-processor and four customers under different terms, and a change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.support.contexts import make_context
from tests.support.edited import edit_values
from tests.support.law import the_law
from tests.support.offices import NoLaw
from tests.support.words import shipped
from vendorrisk.app.files import ProgramPapers
from vendorrisk.domain.notice.records import Authorisation, Change, ChangeKind, Customer, DataCentre, Terms
from vendorrisk.domain.register.records import Stage
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.notice import changes, letters
from vendorrisk.usecases.notice.letter_checks import lacks_of
from vendorrisk.usecases.register import vendors
from vendorrisk.usecases.workspace.settings import change_setting

PLANNED = date(2027, 2, 2)
SENT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CUSTOMERS = ("Alder", "Birch", "Cedar", "Dogwood")
"""14 days, 30 days, 60 days, written consent."""


def a_context(**parts: Any):
    """A context whose letters and reports are really written."""
    return make_context(**{"papers": ProgramPapers(shipped()), "law": NoLaw(transfers=the_law()), **parts})


def a_register(office) -> str:
    """Fills the register and returns the id of the engagement."""
    change_setting(office, "company", "Example Telecom")
    added = vendors.add_vendor(
        office,
        {"name": "Norte Cloud S.A.", "country": "BR", "owner": "Ana Novak"},
        {"purpose": "Hosting of message logs"},
        service="SMS", storage=("BR",), access=(),
    )  # fmt: skip
    edit_values(office, type(added.engagement), added.engagement.id, stage=Stage.LIVE)
    with office.book.act(ADD[Customer]) as desk:
        desk.put(DataCentre(id="dc-eu", code="EU", name={"en": "Europe"}))
        for number, name in enumerate(CUSTOMERS, start=1):
            desk.put(
                Customer(id=f"c{number}", name=name, data_centre="EU", email=f"dpo@{name.lower()}.example",
                         services=(added.engagement.service_id,)),
            )  # fmt: skip
        for number, days in ((1, 14), (2, 30), (3, 60)):
            desk.put(Terms(id=f"t{number}", customer_id=f"c{number}", notice_days=days, clause=f"7.{number}"))
        desk.put(Terms(id="t4", customer_id="c4", authorisation=Authorisation.SPECIFIC, clause="7.4"))
        desk.put(Customer(id="c9", name="Yew", active=False))
    return added.engagement.id


def a_change(office, **facts: Any) -> Change:
    """A change that adds the sub-processor, planned for 2 February 2027."""
    return changes.new_change(office, ChangeKind.ADD, a_register(office), PLANNED, **facts)


def shown_letter(office, change_id: str, customer_id: str, **options: Any):
    """One customer's letter as the window shows it before it is written."""
    drafts = letters.drafts_of(office, change_id)
    (draft,) = [one for one in drafts if one.customer.id == customer_id]
    return letters.read_draft(office, draft, **options)


def all_lacks(office, change_id: str):
    """What the letters of a change lack."""
    return lacks_of(office, letters.drafts_of(office, change_id))
