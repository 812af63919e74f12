"""Letters that are sent say all that a notice must, and what happens; whatever changes since is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.edited import edit_values
from tests.support.gate import a_writing_gate
from tests.support.sendable import ready_to_tell, sent, written
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import BadInput, Refused
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.records import Change, ChangeKind
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Stage, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision.dossiers import dossier_of
from vendorrisk.usecases.notice import notices
from vendorrisk.usecases.notice.change_text import write_text
from vendorrisk.usecases.notice.change_view import change_view
from vendorrisk.usecases.notice.changes import plan_for
from vendorrisk.usecases.notice.letters import drafts_of, write_letters


@pytest.fixture
def gate():
    """On 23 November 2026, with a change for 1 March 2027."""
    return a_writing_gate()


@pytest.fixture
def change(gate):
    return gate.change(date(2027, 3, 1))


def refused_as(gate, change, tmp_path):
    written(gate, change, tmp_path)
    with pytest.raises(BadInput) as refusal:
        sent(gate, change)
    return [one.what.key for one in refusal.value.problems]


def test_a_letter_names_no_day_in_the_past(gate, tmp_path):
    gate.customer(authorisation="SPECIFIC")
    change = gate.change(date(2020, 1, 1))
    assert [one.what.key for one in change_view(gate.office, change.id).problems] == [
        "notice.check.planned_past"
    ]
    assert refused_as(gate, change, tmp_path) == ["letter.planned_past"]


@pytest.mark.parametrize("kind", [ChangeKind.LOCATION, ChangeKind.PURPOSE])
def test_only_of_what_is_in_use_is_a_place_or_purpose_announced(gate, kind, tmp_path):
    gate.customer()
    change = gate.change(date(2027, 3, 1), kind)
    (problem,) = change_view(gate.office, change.id).problems
    assert problem.what.key == "notice.check.not_in_use"
    written(gate, change, tmp_path)
    with pytest.raises(Refused) as refusal:
        sent(gate, change)
    assert "need.stage_to_change" in [one.fact.key for one in refusal.value.blocked]
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.LIVE)
    assert change_view(gate.office, change.id).problems == ()


def test_a_change_of_place_says_where_data_will_be(gate, tmp_path):
    gate.customer()
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.LIVE)
    change = gate.change(date(2027, 3, 1), ChangeKind.LOCATION)
    assert refused_as(gate, change, tmp_path) == ["letter.same_places"]
    edited(gate, Location, valid_to=date(2027, 2, 28))
    coming = {"kind": "STORAGE", "country": "FR", "valid_from": "2027-03-01"}
    editing.add(gate.office, Location, coming, engagement_id=gate.engagement_id)
    written(gate, change, tmp_path)
    assert len(sent(gate, change)) == 1


def test_a_change_of_purpose_says_what_it_will_be(gate, tmp_path):
    gate.customer()
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.LIVE)
    change = gate.change(date(2027, 3, 1), ChangeKind.PURPOSE)
    assert refused_as(gate, change, tmp_path) == ["letter.same_purpose"]
    write_text(gate.office, change.id, "Carrying calls and messages")
    written(gate, change, tmp_path)
    assert len(sent(gate, change)) == 1


def test_letters_that_went_out_are_not_written_again(gate, change, tmp_path):
    first, second = gate.customer(), gate.customer("Southwind")
    written(gate, change, tmp_path)
    now = gate.office.clock.now()
    notices.mark_sent(gate.office, change.id, now, proof="mail log", customer_ids=[first.id])
    again = write_letters(gate.office, change.id, tmp_path)
    assert {customer.id for customer, _ in again.letters} == {second.id}
    sent(gate, change)
    with pytest.raises(Refused) as refusal:
        write_letters(gate.office, change.id, tmp_path)
    assert refusal.value.what.key == "letters.all_sent"


def test_a_reference_stays_with_its_customer_whoever_else_is_told(gate, change):
    gate.customer("Northwind")

    def references():
        drafts = drafts_of(gate.office, change.id)
        return {one.customer.name: letter_content(one).values["reference"] for one in drafts}

    before = references()
    gate.customer("Alder")
    after = references()
    assert after["Northwind"] == before["Northwind"]
    assert len(set(after.values())) == 2


@pytest.mark.parametrize(
    ("kind", "values", "where"),
    [
        (Engagement, {"data_categories": (), "data_note": {}}, "change 2026-01: data"),
        (Location, {"country": "BR"}, "change 2026-01: transfer"),
        (Document, {"valid_to": date(2026, 11, 30)}, "change 2026-01: dpa"),
    ],
)
def test_a_letter_that_lacks_what_a_notice_must_say_is_written_again(
    gate, change, tmp_path, kind, values, where
):
    gate.customer()
    ready_to_tell(gate.office, change.id)
    edited(gate, kind, **values)
    write_letters(gate.office, change.id, tmp_path)
    with pytest.raises(BadInput) as refusal:
        sent(gate, change)
    assert where in [one.where for one in refusal.value.problems]
    written(gate, change, tmp_path)
    if kind is not Document:
        assert len(sent(gate, change)) == 1


def edited(gate, kind, **values):
    with gate.office.book.act(editing.EDIT[kind]) as desk:
        (record,) = [one for one in desk.find(kind) if getattr(one, "kind", None) is not LocationKind.ACCESS]
        desk.put(replace(record, **values))


FACTS = [
    (Engagement, {"purpose": {"en": "Selling addresses"}}, "letter.field.purpose"),
    (Engagement, {"data_categories": ("PHONE_NUMBER", "MESSAGE_BODY")}, "letter.field.data"),
    (Vendor, {"legal_name": "Another Ltd"}, "letter.field.vendor"),
    (Location, {"country": "BR"}, "letter.field.storage"),
    (Change, {"planned_on": date(2027, 2, 1)}, "letter.field.start"),
]


@pytest.mark.parametrize(("kind", "values", "field"), FACTS)
def test_letters_that_state_other_facts_are_written_again_before_they_are_sent(
    gate, change, tmp_path, kind, values, field
):
    gate.customer()
    written(gate, change, tmp_path)
    edited(gate, kind, **values)
    with pytest.raises(BadInput) as refusal:
        sent(gate, change)
    (problem,) = refusal.value.problems
    assert [one.key for one in problem.what.params["fields"]] == [field]
    written(gate, change, tmp_path)
    assert len(sent(gate, change)) == 1


@pytest.mark.parametrize(("kind", "values", "field"), FACTS)
def test_what_customers_were_told_otherwise_needs_a_new_notice(gate, change, tmp_path, kind, values, field):
    gate.customer()
    written(gate, change, tmp_path)
    sent(gate, change)
    assert change_view(gate.office, change.id).problems == ()
    edited(gate, kind, **values)
    (problem,) = change_view(gate.office, change.id).problems
    assert problem.what.params["rule"] == "N-5"
    assert [one.key for one in problem.what.params["fields"]] == [field]
    engagement = gate.engagement
    with gate.office.book.reading() as reader:
        (result,) = evaluate(dossier_of(gate.office, reader, engagement), ["G8"])
    assert "guard.G8.told_otherwise" in [one.fact.key for one in result.facts]


def test_less_than_was_told_and_a_later_day_need_no_new_notice(gate, change, tmp_path):
    gate.customer()
    edited(gate, Engagement, data_categories=("PHONE_NUMBER", "MESSAGE_BODY"))
    written(gate, change, tmp_path)
    sent(gate, change)
    edited(gate, Engagement, data_categories=("PHONE_NUMBER",))
    plan_for(gate.office, change.id, date(2027, 4, 1))
    assert change_view(gate.office, change.id).problems == ()
