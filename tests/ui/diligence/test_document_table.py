"""What the table of documents says of each, and how it leaves the program."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.offices import put
from tests.support.vendors_page import a_vendors_context, cell_of, with_five
from vendorrisk.domain.diligence.records import Document
from vendorrisk.ui.diligence.documents_page import DocumentsPage


def certificate(number, until, **facts):
    return Document(
        **({"id": f"c{number}", "vendor_id": "v0001", "kind": "ISO27001", "title": f"Certificate {number}",
            "edition": "2022", "valid_from": date(2024, 1, 1), "valid_to": until} | facts)
    )  # fmt: skip


@pytest.fixture
def docs(theme):
    """Three certificates."""
    context = with_five(a_vendors_context())
    put(context, *(certificate(number, date(2027 + number, 1, 1)) for number in (1, 2, 3)))
    return context


@pytest.fixture
def page(docs, show):
    page = show(DocumentsPage(docs))
    page.reload()
    return page


def test_a_document_is_named_once_its_kind_first_where_the_title_leaves_it_out(page, docs):
    place = page.model.place_of("c1")
    assert cell_of(page.model, place, "kind") == "ISO 27001: Certificate 1"
    put(docs, certificate(6, date(2028, 1, 1), title="ISO 27001 certificate"))
    page.reload()
    assert cell_of(page.model, page.model.place_of("c6"), "kind") == "ISO 27001 certificate"


def test_selected_documents_are_exported_or_else_all_in_sight(page, docs, tmp_path):
    target = tmp_path / "documents.csv"
    docs.messages.answers.append(target)
    page.pane.table.select_ids(["c1", "c3"])
    page.export_action.trigger()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 3
    docs.messages.answers.append(target)
    page.pane.table.select_ids([])
    page.export_action.trigger()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 1 + page.model.rowCount()


def test_the_vendor_of_a_document_is_one_click_away(page, docs):
    page.pane.table.select_ids(["c3"])
    page.vendor_action.trigger()
    assert docs.frame.gone == [("vendor", "v0001")]
