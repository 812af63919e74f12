import json
from datetime import date

import pytest

from tests.support.sentences import ROOT, say
from vendorrisk.documents import law_files
from vendorrisk.documents.law_files import read_law
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.vocabulary import Mechanism, Regime

SHIPPED = ROOT / "resources" / "law"

ROW = {"regime": "EU", "code": "CH", "name": "Switzerland", "coverage": "GENERAL", "valid_from": "2000-07-26"}
TERM = {"mechanism": "DPF", "regime": "EU", "citation": "Decision (EU) 2023/1795"}
NEW_LAW = {"country": "BA", "applies_from": "2025-10-04", "citation": "Official Gazette 12/25"}


@pytest.fixture
def folder(tmp_path):
    """Writes the two files; a test changes what it is about."""

    def write(*, rows=(ROW,), terms=(TERM,), laws=(NEW_LAW,), as_of=("2026-11-21", "2026-11-21")):
        lists = {"schema": "adequacy/1", "as_of": as_of[0], "rows": rows}
        tools = {"schema": "mechanisms/1", "as_of": as_of[1], "mechanisms": terms, "destinations": laws}
        (tmp_path / "adequacy.json").write_text(json.dumps(lists), "utf-8")
        (tmp_path / "mechanisms.json").write_text(json.dumps(tools), "utf-8")
        return tmp_path

    return write


def test_the_shipped_tables_are_read_without_a_problem():
    law, problems = read_law(SHIPPED)
    assert problems == ()
    assert law.as_of == date(2026, 11, 21)
    assert len(law.adequacy) == 48
    assert {row.regime for row in law.adequacy} == set(Regime)
    assert {term.mechanism for term in law.mechanisms} == set(Mechanism)
    assert [(one.country, one.applies_from) for one in law.destinations] == [("BA", date(2025, 10, 4))]


def test_the_shipped_lists_name_their_sources_and_no_row_twice():
    law, _ = read_law(SHIPPED)
    assert all(row.source for row in law.adequacy)
    assert all(term.source for term in law.mechanisms)
    assert len({(row.regime, row.code) for row in law.adequacy}) == len(law.adequacy)
    assert len({(term.regime, term.mechanism) for term in law.mechanisms}) == len(law.mechanisms)


def test_rows_become_records_without_an_id(folder):
    law, problems = read_law(folder())
    assert problems == ()
    (row,) = law.adequacy
    assert (row.id, row.code, row.valid_from, row.valid_to, row.decision) == (
        "",
        "CH",
        date(2000, 7, 26),
        None,
        "",
    )


def test_the_older_of_the_two_dates_counts(folder):
    assert read_law(folder(as_of=("2026-11-21", "2026-05-01")))[0].as_of == date(2026, 5, 1)
    assert read_law(folder(as_of=("2026-11-21", None)))[0].as_of == date(2026, 11, 21)
    assert read_law(folder(as_of=(None, None)))[0].as_of is None


def places(problems):
    assert all(say(one.what) and say(one.remedy) for one in problems)
    return [one.where for one in problems]


def test_every_bad_row_is_named_and_the_good_ones_stay(folder):
    bad = [{**ROW, "code": "UK", "valid_from": "26.7.2000"}, ROW, "Switzerland", {"regime": "EU"}]
    law, problems = read_law(folder(rows=bad))
    assert [row.code for row in law.adequacy] == ["CH"]
    assert places(problems) == [
        "adequacy.json rows[0].code",
        "adequacy.json rows[0].valid_from",
        "adequacy.json rows[2]",
        "adequacy.json rows[3].code",
        "adequacy.json rows[3].name",
        "adequacy.json rows[3].coverage",
    ]


def test_bad_mechanisms_and_new_laws_are_named(folder):
    law, problems = read_law(
        folder(terms=[{**TERM, "mechanism": "HOPE"}], laws=[{**NEW_LAW, "applies_from": None}])
    )
    assert (law.mechanisms, law.destinations) == ((), ())
    assert places(problems) == [
        "mechanisms.json mechanisms[0].mechanism",
        "mechanisms.json destinations[0].applies_from",
    ]


def test_rows_that_contradict_themselves_are_named(folder):
    rows = [{**ROW, "valid_to": "1999-01-01"}, {**ROW, "code": "CA", "coverage": "SECTOR"}]
    assert places(read_law(folder(rows=rows))[1]) == [
        "adequacy.json EU CH.valid_to",
        "adequacy.json EU CA.condition",
    ]


def test_a_column_nobody_knows_is_named(folder):
    assert places(read_law(folder(rows=[{**ROW, "colour": "red"}]))[1]) == ["adequacy.json rows[0].colour"]


def test_lists_within_a_row_are_read(folder):
    law, _ = read_law(folder(rows=[{**ROW, "code": "BR", "exporters_excluded": ["NO", "IS"]}]))
    assert law.adequacy[0].exporters_excluded == ("NO", "IS")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "law.file.unreadable"),
        (b"{", "law.file.unreadable"),
        (b'{"schema": "\xff"}', "law.file.unreadable"),
        (b"[" * 100_000, "law.file.unreadable"),
        (b"[]", "law.file.schema"),
        (b'{"schema": "adequacy/2"}', "law.file.schema"),
    ],
)
def test_a_broken_file_is_refused_by_name(folder, content, key):
    place = folder()
    (place / "adequacy.json").write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_law(place)
    assert (refused.value.what.key, refused.value.where) == (key, "adequacy.json")
    assert say(refused.value.what)
    assert say(refused.value.remedy)


def test_a_missing_file_is_refused_by_name(folder):
    place = folder()
    (place / "mechanisms.json").unlink()
    with pytest.raises(UserError) as refused:
        read_law(place)
    assert (refused.value.what.key, refused.value.where) == ("law.file.missing", "mechanisms.json")


def test_a_huge_file_is_refused_before_it_is_read(folder, monkeypatch):
    monkeypatch.setattr(law_files, "SIZE_LIMIT", 10)
    with pytest.raises(UserError) as refused:
        read_law(folder())
    assert refused.value.what.key == "law.file.large"
