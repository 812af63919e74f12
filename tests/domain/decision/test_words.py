"""Every sentence of decisions has a text, every text a sentence, and every word a label."""

import re
from functools import cache

import pytest

from tests.support.sentences import EN, ROOT, keys_in, say, texts
from vendorrisk.domain.decision import dossier, events, guards, guards_contract, lifecycle, records
from vendorrisk.domain.decision.blocking import GuardState
from vendorrisk.domain.register.vocabulary import label

PREFIXES = ("guard.", "need.", "approval.", "confirm.", "renew.", "move.", "emergency.")
VOCABULARIES = (
    records.Outcome, GuardState, lifecycle.Processing, guards_contract.AcceptanceEvidence,
    dossier.Attested, events.Trigger,
)  # fmt: skip
REASONED = "reject withdraw suspend resume start_exit"
DESCRIBED = "entity service rationale data storage access"


@cache
def used():
    modules = (ROOT / "vendorrisk" / "domain" / "decision").glob("*.py")
    rows = lifecycle.TRANSITIONS
    return keys_in(modules, PREFIXES) | {
        *(f"guard.{name}.title" for name in guards.ALL),
        *(f"guard.{name}.by_hand" for name, one in guards.GUARDS.items() if one.predicate is None),
        *(f"step.{one.name}" for one in rows),
        *(f"effect.{effect}" for one in rows for effect in one.effects),
        *(f"duty.{duty}" for one in rows for duty in one.duties),
        *(f"need.reason.{name}" for name in REASONED.split()),
        *(f"need.described.{name}" for name in DESCRIBED.split()),
        *(f"need.attested.{one}" for one in dossier.Attested if one is not dossier.Attested.CONDITIONS_MET),
    }


def test_every_key_has_a_text():
    assert used() - set(texts("decision")) == set()


def test_every_text_is_used():
    labels = {label(word).key for words in VOCABULARIES for word in words}
    unused = {key for key in texts("decision") if not {key, key.removesuffix(".remedy")} & used()}
    assert unused - labels == set()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_word_has_a_label(words):
    assert len({say(label(word)) for word in words}) == len(words)


def test_every_fact_of_a_guard_has_a_remedy_that_says_what_to_do():
    stems = {key for key in texts("decision") if re.fullmatch(r"guard\.G\d+\.\w+", key)}
    without = {key for key in stems if f"{key}.remedy" not in texts("decision")}
    wrapped = {
        "guard.G6.invalid",
        "guard.G6.review",
        "guard.G8.no_date_why",
    }  # the remedy is the inner fact's
    assert {key for key in without if not key.endswith((".title", ".by_hand"))} == wrapped


def test_texts_are_plain_english_with_plain_placeholders():
    for key, text in texts("decision").items():
        assert re.sub(r"\{[a-z_]+\}", "", text).count("{") == 0, key
        assert text == text.strip() != "", key
        assert "\u2014" not in text, key


def test_the_file_names_no_key_twice():
    ids = re.findall(r'^msgid "(.+)"$', (EN / "decision.po").read_text("utf-8"), re.MULTILINE)
    assert len(ids) == len(set(ids))
