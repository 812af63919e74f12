"""What Activity tells of answers and places: words instead of codes, as long as their meaning is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.assessed import an_engagement, an_office, answered
from vendorrisk.domain.diligence.records import Answer
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.public_list import PublicList, PublicRow, canonical_rows
from vendorrisk.domain.register.records import ListVersion, Vendor, VendorKind
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.usecases.journal.activity import RecordChange
from vendorrisk.usecases.journal.in_words import in_words


class ShippedNoMore:
    """There are no questionnaires any longer."""

    def get(self, _id, _version=""):
        raise NotFound(msg("plain", text="gone"), msg("plain", text="gone"))


def change(kind, before=None, after=None):
    return RecordChange(kind=kind, table=kind.__name__.lower(), id="id-1", before=before, after=after)


def answer(assessment, value, question="PRV-07"):
    return {"assessment_id": assessment.id, "question": question, "value": value, "comment": "By contract."}


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def assessment(office):
    return answered(office, an_engagement(office)[1])


def test_an_answer_is_told_by_the_title_of_its_question_and_in_words(office, assessment):
    (told,) = in_words(office, [change(Answer, answer(assessment, ""), answer(assessment, "YES"))])
    assert told.before["value"] == ""
    assert told.after["value"] == "Yes"
    assert told.after["question"].endswith(" (PRV-07)")
    assert told.after["question"] != " (PRV-07)"
    assert told.after["comment"] == "By contract."


def test_the_code_stands_where_its_meaning_is_gone(office, assessment):
    codes = [
        change(Answer, after=answer(assessment, "YES", "GONE-01")),
        change(Answer, after=answer(replace(assessment, id="undone"), "YES")),
    ]
    assert in_words(office, codes) == codes
    known = [change(Answer, before=answer(assessment, "YES"))]
    assert in_words(office, known) != known
    assert in_words(replace(office, questionnaires=ShippedNoMore()), known) == known


def test_a_country_is_told_by_its_name_and_a_missing_side_stays_missing(office):
    (told,) = in_words(office, [change(Vendor, after={"country": "BR", "parent_country": "PT"})])
    assert (told.before, told.after) == (None, {"country": "Brazil", "parent_country": "Portugal"})


def test_what_has_no_codes_is_told_as_it_is(office):
    plain = [change(Vendor, {"country": ""}, {"name": "Norte", "country": ""})]
    assert in_words(office, plain) == plain


def test_a_published_list_is_told_by_whom_it_names_without_the_programs_own_text(office):
    row = PublicRow(
        legal_name="Norte Cloud S.A.", kind=VendorKind.THIRD_PARTY, seat="BR", services=("SMS",),
        purpose="Logs",
        data_categories=(), storage=("BR",), access=(), mechanisms=(), since=None, id="e",
    )  # fmt: skip
    public = PublicList(profile="GLOBAL", version=1, updated=date(2026, 11, 21), company="Us", rows=(row,))
    side = {"profile": "GLOBAL", "rows": canonical_rows(public), "sha256": "ab", "digests": ("cd",)}
    (told,) = in_words(office, [change(ListVersion, after=side)])
    assert told.after == {"profile": "GLOBAL", "rows": ("Norte Cloud S.A.",)}
    (gone,) = in_words(office, [change(ListVersion, after={"profile": "GLOBAL", "rows": ""})])
    assert gone.after == {"profile": "GLOBAL", "rows": ()}


def test_a_frozen_quarter_is_told_without_its_figures(office):
    side = {"quarter": "2026-Q3", "figures": "{}", "sha256": "ab", "journal_sequence": 7, "comment": "Calm."}
    (told,) = in_words(office, [change(FrozenQuarter, after=side)])
    assert told.after == {"quarter": "2026-Q3", "comment": "Calm."}
