"""All names for the palette, folded as the register folds them."""

from __future__ import annotations

from tests.support.books import register_in_memory
from tests.support.offices import make_office
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.names import SqlNames
from vendorrisk.usecases.editing import add
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
