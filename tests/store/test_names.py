"""All names for the palette, folded as the register folds them."""

from __future__ import annotations

from datetime import date

from tests.support.books import register_in_memory
from tests.support.offices import make_office
from vendorrisk.domain.diligence.records import Assessment, Document
from vendorrisk.domain.notice.letter_values import reference_of
from vendorrisk.domain.notice.records import Change, ChangeKind, Customer, Notice
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.store.names import SqlNames
from vendorrisk.usecases.editing import ADD, add
from vendorrisk.usecases.searching import FoundKind


def test_vendors_customers_and_documents_are_named():
    engine = register_in_memory()
    office = make_office(engine)
    vendor = add(office, Vendor, {"name": "Đuro Šarić", "country": "HR"})
    customer = add(office, Customer, {"name": "Norte Retail", "account_id": "A-1"})
    document = add(office, Document, {"kind": "ISO27001", "title": "Certificate 2026"}, vendor_id=vendor.id)
    found = SqlNames(engine).names()
    assert [(one.kind, one.id, one.name) for one in found] == [
        (FoundKind.VENDOR, vendor.id, "Đuro Šarić"),
        (FoundKind.CUSTOMER, customer.id, "Norte Retail"),
        (FoundKind.DOCUMENT, document.id, "Certificate 2026"),
    ]
    assert "duro saric" in found[0].folded


def test_changes_and_letters_are_found_by_number_and_assessments_by_vendor():
    engine = register_in_memory()
    office = make_office(engine)
    vendor = add(office, Vendor, {"name": "Norte Cloud S.A.", "country": "BR"})
    customer = add(office, Customer, {"name": "Retail", "account_id": "A-1"})
    unwritten = add(office, Customer, {"name": "Post", "account_id": "A-2"})
    begun = date(2026, 11, 4)
    with office.book.act(ADD[Customer]) as desk:
        desk.put(
            Engagement(id="e", vendor_id=vendor.id, service_id=""),
            Change(id="ch", number="2026-07", kind=ChangeKind.ADD, engagement_id="e", planned_on=begun),
            Notice(id="n", change_id="ch", customer_id=customer.id, content_sha256="ab"),
            Notice(id="o", change_id="ch", customer_id=unwritten.id),
            Assessment(id="a", engagement_id="e", questionnaire="q", version="1", started_on=begun),
        )
    reference = reference_of("2026-07", "ch", customer.id)
    named = SqlNames(engine).names()
    assert [one.id for one in named if one.kind is FoundKind.LETTER] == [customer.id]
    found = {one.kind: one for one in named}
    assert found[FoundKind.CHANGE][1:3] == ("ch", "2026-07 Norte Cloud S.A.")
    assert found[FoundKind.LETTER][1:3] == (customer.id, f"{reference} Retail")
    assert found[FoundKind.LETTER].of == ("ch",)
    assert found[FoundKind.ASSESSMENT][1:3] == ("a", "Norte Cloud S.A.")
    assert (found[FoundKind.ASSESSMENT].of, found[FoundKind.ASSESSMENT].day) == (
        ("ONBOARDING", "DRAFT"),
        begun,
    )
    assert found[FoundKind.CHANGE].folded.startswith("2026 07 norte cloud")
