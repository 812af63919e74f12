"""Erasing a person, seen from the file: whatever still names the person afterwards was told beforehand.

The tables are found in the file and the fields in the records, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from tests.support.books import register_in_memory
from tests.support.offices import make_office, put, stored
from vendorrisk.domain.notice.records import Customer, Notice
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.store.mapping import columns_of
from vendorrisk.store.tables import KINDS
from vendorrisk.usecases.editing import REMOVE
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.people import erasable_traces, erase_traces, traces_of

NAME, ADDRESS = "Ivana Čanarić", "ivana@canaric.example"
SENTENCE = f"As agreed with {NAME} <{ADDRESS}>, see the file."


def filled(kind, name):
    """A record all of whose texts name the person; what it belongs to is the only record of a kind."""
    values = {str: SENTENCE, dict: {"en": SENTENCE, "de": SENTENCE}, tuple: (SENTENCE,), bool: True, int: 1,
              float: 1.0, date: date(2026, 1, 2), datetime: datetime(2026, 1, 2, 9, tzinfo=UTC)}  # fmt: skip
    cells = {}
    for field, (bare, _) in columns_of(kind).items():
        is_id = field == "id" or field.endswith("_id")
        cells[field] = f"id-{field.removesuffix('_id') if field != 'id' else name}" if is_id else (
            values[bare] if bare in values else next(iter(bare))
        )  # fmt: skip
    return kind(**cells)


@pytest.fixture
def engine():
    return register_in_memory()


@pytest.fixture
def office(engine):
    """A register in which everything that can name a person does: records now and once, drafts, steps."""
    colleague = make_office(engine, actor=NAME)
    records = [filled(kind, name) for name, kind in KINDS.items()]
    put(colleague, *records)
    office = make_office(engine)
    with office.book.act(REMOVE[Vendor], file=f"{NAME}.csv") as desk:
        contact = next(one for one in records if isinstance(one, Contact))
        desk.put(replace(contact, name="Ivo Ban", email="", phone="", function=""))
        desk.remove(next(one for one in records if isinstance(one, Vendor)))
    office.drafts.write("contact.new", json.dumps({"name": NAME, "email": ADDRESS}))
    office.drafts.write("vendor.new", "Norte Cloud")
    return office


def places_naming(engine, person):
    """Every place of the file in which a cell holds the person's name or address, by table and row."""
    wanted, found = fold(person), set()
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        for table in list(tables):
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).mappings()
            found |= {
                place_of(table, row) for row in rows if any(wanted in fold(str(one)) for one in row.values())
            }
    return found


def place_of(table, row):
    """A change of a record counts as the record, anything else of the journal as its step."""
    if table == "journal_change" and row["table_name"]:
        return row["table_name"], row["row_id"]
    return table, str(row.get("id") or row.get("sequence") or row.get("key"))


@pytest.mark.parametrize("person", [NAME, ADDRESS])
def test_what_still_names_the_person_in_any_table_was_told(office, engine, person):
    traces = erasable_traces(office, person)
    told = {place for one in traces.kept for place in one.places}
    erase_traces(office, traces)
    left = places_naming(engine, person)
    assert left == told
    assert history.verify(office).intact
    assert {table for table, _ in left} >= {"notice", "vendor", "setting"}
    assert {"contact", "draft"}.isdisjoint(table for table, _ in left)


def test_the_preview_and_the_count_are_those_of_the_erasure(office):
    before = traces_of(office, NAME)
    tried = erase_traces(replace(office, book=office.book.trying_out()), before)
    assert traces_of(office, NAME) == before
    assert erase_traces(office, before) == tried
    after = traces_of(office, NAME)
    assert (after.erasable, after.drafts, after.kept_count) == ((), (), before.kept_count)


def test_every_reason_is_a_sentence_with_the_first_places(office):
    said = [office.say(one) for one in traces_of(office, NAME).about_kept]
    assert len(said) == 7
    assert [one for one in said if "{" in one or "person." in one or "None" in one] == []


def test_a_half_typed_text_alone_can_be_erased(engine):
    office = make_office(engine)
    office.drafts.write("contact.new", NAME)
    office.drafts.write("vendor.new", "Norte Cloud")
    erase_traces(office, erasable_traces(office, NAME))
    assert (office.drafts.read("contact.new"), office.drafts.read("vendor.new")) == (None, "Norte Cloud")


def test_the_address_of_a_notice_goes_while_nobody_was_told_and_stays_as_proof_afterwards(engine):
    office = make_office(engine)
    put(office, Customer(id="k", name="Alder Bank", email=ADDRESS))
    told = datetime(2026, 11, 1, tzinfo=UTC)
    for number, sent_at in (("one", None), ("two", told)):
        put(office, Notice(id=number, change_id=number, customer_id="k", address=ADDRESS, sent_at=sent_at))
    traces = erasable_traces(office, ADDRESS)
    assert [(one.kind, one.id, one.of) for one in traces.erasable] == [
        (Customer, "k", "Alder Bank"), (Notice, "one", "Alder Bank"),
    ]  # fmt: skip
    assert [one.places for one in traces.kept] == [(("notice", "two"),)]
    assert "notice Alder Bank" in office.say(traces.kept[0].told)
    erase_traces(office, traces)
    assert {one.id: one.address for one in stored(office, Notice)} == {"one": "", "two": ADDRESS}
