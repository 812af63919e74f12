"""What is added, changed and removed on a vendor's page stands in the register, and undo takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.support.edited import edit_values
from tests.support.offices import TODAY
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    Location,
    LocationKind,
    Vendor,
)
from vendorrisk.domain.register.vocabulary import Mechanism
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.vendor import transfer_form
from vendorrisk.ui.review.vendor_page import PLACES
from vendorrisk.usecases.register.vendors import add_vendor
from vendorrisk.usecases.review.vendor_attention import Cause

IN_INDIA = Location(id="l9", engagement_id="e", kind=LocationKind.STORAGE, country="IN")


@pytest.fixture
def places(vendor_page):
    """The tab of locations, transfers, sub-processors and contacts."""
    vendor_page.tabs.setCurrentIndex(PLACES)
    return vendor_page.places


@pytest.fixture
def fill(opened):
    """Fills in the form that is open and confirms it."""

    def filled(**values):
        dialog = opened(FormDialog)
        for key, value in values.items():
            dialog.form.field(key).show_value(value)
        dialog.accept()
        return dialog

    return filled


def where(stored):
    return sorted((one.country, one.kind.value) for one in stored(Location))


def shown(panel):
    return [panel.model.row_at(place) for place in range(panel.model.rowCount())]


def test_a_vendor_that_gets_the_name_of_another_is_pointed_to_it_but_never_to_itself(
    vendor_page, vendor_context, opened, stored
):
    add_vendor(vendor_context.office, {"name": "Norte Cloud"}, {"purpose": "Logs"}, service="SMS")
    vendor_page.doings.edit_vendor()
    dialog = opened(FormDialog)
    told = {}
    for name in ("Eastline", "Norte Cloud"):
        dialog.form.field("name").show_value(name)
        dialog.form.field("name").commit()
        told[name] = dialog.form.problem_text("name")
    said = "There is a vendor named “Norte Cloud” already. Go on if this is another one."
    assert told == {"Eastline": "", "Norte Cloud": said}
    dialog.accept()
    assert len(stored(Vendor, name="Norte Cloud")) == 2


def test_a_location_is_added_with_storage_and_access_as_one_step(vendor_page, vendor_context, fill, stored):
    panel = vendor_page.overview.places
    assert [(one.country, one.stores, one.reaches) for one in shown(panel)] == [
        ("DE", True, False), ("IE", False, True),
    ]  # fmt: skip
    panel.add_link_button.click()
    fill(country="BR", place="São Paulo", stores=True, reaches=True, purpose="Delivery")
    assert where(stored) == [("BR", "ACCESS"), ("BR", "STORAGE"), ("DE", "STORAGE"), ("IE", "ACCESS")]
    assert shown(panel)[-1].place == "São Paulo"
    assert Cause.NO_MECHANISM in [one.cause for one in vendor_page.sheet.attention]
    vendor_context.undo()
    assert len(shown(panel)) == 2


def test_a_place_where_nothing_happens_is_refused_in_the_form(vendor_page, fill, stored):
    vendor_page.doings.add_place()
    dialog = fill(country="BR", stores=False, reaches=False)
    assert dialog.complaint.isVisible()
    assert dialog.isVisible()
    dialog.reject()
    assert len(where(stored)) == 2


def test_enter_opens_a_location_and_what_is_changed_is_kept(vendor_page, qtbot, fill, stored, vendor_context):
    table = vendor_page.overview.places.table
    table.go_to(shown(vendor_page.overview.places)[1].id)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    fill(stores=True, place="Dublin")
    assert where(stored) == [("DE", "STORAGE"), ("IE", "ACCESS"), ("IE", "STORAGE")]
    assert {one.place for one in stored(Location, country="IE")} == {"Dublin"}
    vendor_context.undo()
    assert where(stored) == [("DE", "STORAGE"), ("IE", "ACCESS")]


def test_del_removes_a_location_and_undo_brings_it_back(vendor_page, qtbot, stored, vendor_context):
    table = vendor_page.overview.places.table
    table.go_to(shown(vendor_page.overview.places)[0].id)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert where(stored) == [("IE", "ACCESS")]
    vendor_context.undo()
    assert where(stored) == [("DE", "STORAGE"), ("IE", "ACCESS")]


def test_the_mechanism_of_a_transfer_is_added_where_it_is_missing(vendor_page, fill, opened, stored):
    vendor_page.doings.add_place()
    fill(country="IN", stores=True)
    missing = next(one for one in vendor_page.sheet.attention if one.cause is Cause.NO_MECHANISM)
    vendor_page.settle(missing)
    dialog = opened(FormDialog)
    assert dialog.form.field("importer_country").value() == "IN"
    assert dialog.form.field("importer").value() == "Eastline Voice"
    fill(kind=LocationKind.STORAGE.value, exporter="Example Telecom", exporter_country="DE",
         mechanism=Mechanism.SCC_2021_914.value, module="3")  # fmt: skip
    (flow,) = stored(Flow)
    assert (flow.importer_country, flow.mechanism, flow.module) == ("IN", Mechanism.SCC_2021_914, 3)
    assert Cause.NO_MECHANISM not in [one.cause for one in vendor_page.sheet.attention]


def test_a_transfer_begins_with_the_legal_name_of_the_vendor_and_modules_say_between_whom_they_are(
    vendor_page, opened, vendor_context
):
    vendor = vendor_page.sheet.facts.vendor
    edit_values(vendor_context.office, Vendor, vendor.id, legal_name="Eastline Voice Private Ltd")
    vendor_context.changes.happened.emit()
    vendor_page.doings.add_transfer(IN_INDIA)
    form = opened(FormDialog).form
    assert form.field("importer").value() == "Eastline Voice Private Ltd"
    modules = form.field("module").combo
    assert [modules.itemText(at) for at in range(modules.count())] == [
        "None", "Module 1: controller to controller", "Module 2: controller to processor",
        "Module 3: processor to processor", "Module 4: processor to its own controller",
    ]  # fmt: skip


def test_a_transfer_marks_what_its_mechanism_needs_as_it_is_typed(vendor_page, opened, gate):
    vendor_page.doings.add_transfer(IN_INDIA)
    form = opened(FormDialog).form

    def needed():
        return {key for key in transfer_form.FIELDS if form.hint(key).startswith("Needed. ")}

    assert needed() == {"mechanism"}
    form.field("mechanism").show_value("SCC_2021_914")
    form.edited.emit("mechanism")
    assert needed() == {"module", "annexes_complete", "tia_outcome", "tia_valid_until"}
    for key, value in {"module": "3", "annexes_complete": True, "tia_outcome": "POSITIVE"}.items():
        form.field(key).show_value(value)
    form.edited.emit("tia_outcome")
    assert needed() == {"tia_valid_until"}
    assert form.hint("tia_valid_until") == "Needed. Record its last day; twelve months is the rule here."
    form.field("tia_valid_until").show_value(TODAY + timedelta(days=360))
    form.edited.emit("tia_valid_until")
    assert needed() == set()


def test_a_transfer_is_changed_and_removed_from_its_table(places, fill, qtbot, stored, vendor_context, gate):
    places.transfers.add_link_button.click()
    fill(importer_country="BR", exporter="Example Telecom", exporter_country="DE", mechanism="ADEQUACY")
    table = places.transfers.table
    table.go_to(shown(places.transfers)[0].id)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    fill(kind=LocationKind.ACCESS.value)
    assert stored(Flow)[0].kind is LocationKind.ACCESS
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert stored(Flow) == []
    vendor_context.undo()
    assert len(stored(Flow)) == 1


def test_sub_processors_of_the_vendor_are_added_changed_and_removed(places, fill, qtbot, stored):
    places.parties.add_link_button.click()
    fill(name="Deep Storage", country="DE")
    (party,) = stored(FourthParty)
    assert (party.name, party.country, party.rank) == ("Deep Storage", "DE", 3)
    places.parties.opened.emit(party.id)
    fill(name="Deep Storage GmbH")
    assert [one.name for one in shown(places.parties)] == ["Deep Storage GmbH"]
    places.parties.removed.emit(party.id)
    assert stored(FourthParty) == []


def test_the_first_contact_stands_among_the_facts(vendor_page, places, fill, stored):
    places.contacts.add_link_button.click()
    fill(name="Luísa Prado", email="privacidade@eastline.example")
    (contact,) = stored(Contact)
    vendor_page.tabs.setCurrentIndex(0)
    facts = vendor_page.overview.facts.facts
    assert facts.row("contact").text.text() == "Luísa Prado, privacidade@eastline.example"
    places.contacts.opened.emit(contact.id)
    fill(function="Privacy office")
    assert stored(Contact)[0].function == "Privacy office"


def test_the_contact_is_added_and_changed_from_its_line_among_the_facts(vendor_page, fill, stored):
    button = vendor_page.overview.facts.contact_button
    assert button.text() == "Add contact…"
    button.click()
    fill(name="Luísa Prado")
    assert button.text() == "Edit contact…"
    button.click()
    fill(email="privacidade@eastline.example")
    assert [(one.name, one.email) for one in stored(Contact)] == [
        ("Luísa Prado", "privacidade@eastline.example")
    ]  # fmt: skip


def test_a_wrong_address_is_named_under_its_field(places, fill, stored):
    places.contacts.add_link_button.click()
    dialog = fill(name="Luísa Prado", email="not an address")
    assert dialog.isVisible()
    assert dialog.form.problem_text("email")
    dialog.reject()
    assert stored(Contact) == []


def test_all_fields_of_the_engagement_are_behind_more(vendor_page, fill, stored, vendor_context):
    vendor_page.doings.edit_engagement()
    fill(role_rationale="It acts on our instructions.", owner="M. Horvat")
    assert (stored(Engagement)[0].role_rationale, stored(Engagement)[0].owner) == (
        "It acts on our instructions.", "M. Horvat",
    )  # fmt: skip
    vendor_context.undo()
    assert stored(Engagement)[0].owner == ""


def test_a_tier_is_set_by_hand_only_with_its_reason(vendor_page, fill, stored):
    vendor_page.doings.rate()
    dialog = fill(tier_override="1", tier_reason="")
    assert dialog.isVisible()
    assert stored(Engagement)[0].tier_override is None
    fill(tier_reason="Carries calls of hospitals.")
    assert (stored(Engagement)[0].tier_override, stored(Engagement)[0].tier_reason) == (
        1, "Carries calls of hospitals.",
    )  # fmt: skip


def test_a_vendor_is_archived_and_brought_back_from_its_page(vendor_page, stored, vendor_context):
    vendor_page.doings.archive()
    assert stored(Vendor)[0].archived_on is not None
    assert "Archived" in vendor_page.head._line.text()
    vendor_page.doings.archive()
    assert stored(Vendor)[0].archived_on is None


def test_what_was_typed_into_a_form_waits_there_for_the_next_time(vendor_page, opened):
    vendor_page.doings.add_contact()
    dialog = opened(FormDialog)
    dialog.form.field("name").show_value("Luísa")
    dialog.reject()
    vendor_page.doings.add_contact()
    again = opened(FormDialog)
    assert again.form.field("name").value() == "Luísa"
    again.drop_draft()
    again.form.field("name").show_value("")
    again.reject()


def test_every_entry_of_more_can_be_reached(vendor_page):
    vendor_page.vendor_head._fill_more()
    menu = vendor_page.vendor_head.more
    texts = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert texts == [
        "Add document…", "Move to another stage…", "Rate…", "Edit vendor…", "Edit engagement…",
        "New engagement…", "Archive",
    ]  # fmt: skip
    assert all(one.isEnabled() for one in menu.actions())
