"""The catalogue at work: keys and facts become sentences, and a missing word falls back to English."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from vendorrisk.app.words import Catalogue
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Stage

ENGLISH = {
    "sent": "Sent on {day} to {names}.",
    "stands": "It stands at {stage}.",
    "only_english": "Only English.",
    "month.12": "December",
    "Stage.LIVE": "Live",
}
GERMAN = {"sent": "Am {day} an {names} gesandt.", "month.12": "Dezember"}


@pytest.fixture
def words(tmp_path):
    for language, texts in {"en": ENGLISH, "de": GERMAN}.items():
        catalog, compiled = Catalog(locale=language, fuzzy=False), io.BytesIO()
        for key, text in texts.items():
            catalog.add(key, text)
        write_mo(compiled, catalog)
        (tmp_path / language).mkdir()
        (tmp_path / language / "vendorrisk.mo").write_bytes(compiled.getvalue())
    return Catalogue(tmp_path)


SENT = msg("sent", day=date(2026, 12, 1), names=["Northwind", "Meridova"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sent on 1 December 2026 to Northwind, Meridova."),
        ("de", "Am 1 Dezember 2026 an Northwind, Meridova gesandt."),
        ("de-AT", "Am 1 Dezember 2026 an Northwind, Meridova gesandt."),
        ("fr", "Sent on 1 December 2026 to Northwind, Meridova."),
        ("../de", "Sent on 1 December 2026 to Northwind, Meridova."),
        ("", "Sent on 1 December 2026 to Northwind, Meridova."),
    ],
)
def test_a_sentence_is_said_in_the_readers_language(words, language, said):
    assert words.say(SENT, language=language) == said


def test_a_word_that_a_language_lacks_is_said_in_english(words):
    assert words.text("only_english", language="de") == "Only English."


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (date(2026, 12, 1), "1 December 2026"),
        (datetime(2026, 12, 1, 23, 30, tzinfo=UTC), "1 December 2026 23:30 UTC"),
        (datetime(2026, 12, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5))), "2 December 2026 04:30 UTC"),
        (Stage.LIVE, "Live"),
        (Stage.DRAFT, "DRAFT"),
        (msg("only_english"), "Only English."),
        ([Stage.LIVE, 3], "Live, 3"),
        ([msg("only_english"), msg("only_english")], "Only English. Only English."),
        (["Alpha Inc.", "Beta Ltd."], "Alpha Inc., Beta Ltd."),
        ({"b", "a"}, "a, b"),
        (49.822917, "49.82"),
        (0.5, "0.5"),
        (2.0, "2"),
        (None, "None"),
        ("{typed} by a person", "{typed} by a person"),
    ],
)
def test_a_fact_is_told_as_a_reader_sees_it(words, fact, said):
    assert words.value(fact, "en") == said


def test_what_a_person_typed_is_never_read_as_a_placeholder(words):
    assert words.say(msg("stands", stage="{stage.__class__}")) == "It stands at {stage.__class__}."


def test_a_fact_that_is_missing_is_a_bug_and_shows(words):
    with pytest.raises(KeyError):
        words.say(msg("stands"))


def test_an_unknown_key_stands_for_itself(words):
    assert words.say(msg("no.such.key")) == "no.such.key"
    assert (words.knows("no.such.key"), words.knows("sent")) == (False, True)
