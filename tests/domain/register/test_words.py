"""Every sentence of the register has a text, every text a sentence, and every word a label."""

import re
from functools import cache

import pytest

from tests.support.sentences import EN, ROOT, keys_in, say, texts
from vendorrisk.domain.register import records, vocabulary
from vendorrisk.domain.register.law import Standing
from vendorrisk.domain.register.transfer_rules import TransferState
from vendorrisk.domain.register.vocabulary import label

PREFIXES = (
    "contact.", "country.", "date.", "dates.", "email.", "emails.", "engagement.", "field.", "flow.",
    "language.", "law.", "lock.", "name.", "number.", "text.", "transfer.", "truth.",
    "website.", "word.",
)  # fmt: skip
FOUND_ELSEWHERE = {"adequacy.json", "mechanisms.json"}
EXCEPTIONS = "purpose entity clauses tia approval dpo_opinion expiry expired disclosed log"
BUILT = {
    *(f"law.adequacy.{one}" for one in Standing),
    *(f"transfer.{one}" for one in TransferState),
    *(f"lock.exception.{key}" for key in EXCEPTIONS.split()),
    "lock.no_storage",
    "lock.no_access",
}
VOCABULARIES = (
    records.VendorKind, records.Role, records.Stage, records.Origin, records.LocationKind,
    vocabulary.DataCategory, vocabulary.DataFlag, vocabulary.Regime, vocabulary.Mechanism,
    vocabulary.TiaOutcome, vocabulary.Coverage, TransferState,
)  # fmt: skip


def our_modules():
    mine = (
        "vocabulary countries text fields field_tables law transfer_rules transfers "
        "region_lock locked_reach validation"
    )
    folder = ROOT / "vendorrisk" / "domain" / "register"
    return [
        *(folder / f"{name}.py" for name in mine.split()),
        ROOT / "vendorrisk" / "documents" / "law_files.py",
    ]


@cache
def used():
    plain = keys_in(our_modules(), PREFIXES) - FOUND_ELSEWHERE
    return plain | BUILT


def test_every_key_has_a_text():
    assert used() - set(texts("register")) == set()


def test_every_text_is_used():
    labels = {label(word).key for words in VOCABULARIES for word in words}
    unused = {
        key for key in texts("register") if key.removesuffix(".remedy") not in used() and key not in used()
    }
    assert unused - labels == set()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_word_has_a_label(words):
    assert len({say(label(word)) for word in words}) == len(words)


def test_texts_are_plain_english_with_plain_placeholders():
    for key, text in texts("register").items():
        assert re.sub(r"\{[a-z_]+\}", "", text).count("{") == 0, key
        assert text == text.strip() != "", key
        assert "\u2014" not in text, key


def test_the_file_names_no_key_twice():
    ids = re.findall(r'^msgid "(.+)"$', (EN / "register.po").read_text("utf-8"), re.MULTILINE)
    assert len(ids) == len(set(ids))
