"""The catalogue of artefacts and the table of editions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.diligence import document, law
from vendorrisk.domain.diligence.artefacts import (
    EVIDENCE,
    KINDS,
    Clock,
    Family,
    kind_code,
    kind_of,
    kind_word,
)
from vendorrisk.domain.diligence.editions import Edition, edition_of, plain, read_editions, retires_soon
from vendorrisk.domain.message import msg


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SOC2-II", "SOC2_II"),
        ("soc 2 type ii", "SOC2_II"),
        ("SOC 2 Type I", "SOC2_I"),
        ("CE+", "CE_PLUS"),
        ("ISO 27001", "ISO27001"),
        ("ISO/IEC 27001", "ISO27001"),
        ("ISO27701P", "ISO27701"),
        ("Art. 42", "ART42"),
        ("HIPAA-ATT", "HIPAA_ATT"),
        ("dpa", "DPA"),
        ("SOC 2", None),  # type I and type II are worth very different things
        ("a letter", None),
    ],
)
def test_a_kind_is_known_however_it_is_spelled(text: str, code: str | None):
    assert kind_code(text) == code


def test_a_kind_has_a_word_unless_nobody_knows_it():
    assert kind_word("SOC2_II") == msg("DocumentKind.SOC2_II")
    assert kind_word("LETTER") == "LETTER"


def test_every_code_is_its_own_spelling():
    assert {kind_code(code) for code in KINDS} == set(KINDS)


def test_an_unknown_kind_ages_like_any_other_paper():
    assert kind_of("LETTER") is KINDS["OTHER"]


def test_what_a_kind_rests_on_is_in_the_catalogue():
    assert {needed for kind in KINDS.values() for needed in kind.needs} <= set(KINDS)


def test_what_ages_in_months_says_how_many():
    assert [k.code for k in KINDS.values() if k.clock in {Clock.AGE, Clock.POINT} and k.months is None] == []


def test_contracts_are_no_evidence():
    assert Family.CONTRACT not in EVIDENCE


def test_an_edition_is_compared_without_its_decoration():
    assert [plain(text) for text in ("ISO/IEC 27001:2013", "v4.0", "Version 4.0", " 2022 ", "")] == [
        "2013",
        "4.0",
        "4.0",
        "2022",
        "",
    ]


def test_the_shipped_table_can_be_read():
    rows = read_editions(law("editions.json"))
    assert (
        Edition(
            kind="PCI",
            edition="4.0",
            retired_on=date(2024, 12, 31),
            source="PCI Security Standards Council, v4.0.1 replaces v4.0",
        )
        in rows
    )
    assert all(row.source for row in rows)
    assert len({(row.kind, row.edition) for row in rows}) == len(rows)


@pytest.mark.parametrize("row", [{"kind": "FOO", "edition": "1"}, {"kind": "PCI"}, {"edition": "1"}])
def test_a_row_that_does_not_fit_is_named(row: dict[str, str]):
    with pytest.raises(ValueError, match="row 2"):
        read_editions({"editions": [{"kind": "PCI", "edition": "9"}, row]})


def test_an_edition_belongs_to_its_own_kind_only():
    rows = read_editions(law("editions.json"))
    assert edition_of(document("ISO22301", edition="2013"), rows) is None
    assert edition_of(document("ISO27001", edition=""), rows) is None


@pytest.mark.parametrize(
    ("today", "soon"),
    [
        (date(2027, 7, 3), False),
        (date(2027, 7, 4), True),
        (date(2027, 12, 31), True),
        (date(2028, 1, 1), False),
    ],
)
def test_an_end_is_announced_180_days_ahead(today: date, soon: bool):
    assert retires_soon(Edition(kind="STAR2", edition="4.0", retired_on=date(2027, 12, 31)), today) is soon


def test_an_edition_without_end_never_retires_soon():
    assert not retires_soon(Edition(kind="STAR2", edition="4.1"), date(2027, 1, 1))
