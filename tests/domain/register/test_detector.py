import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.register.detector import SENTENCE_LIMIT, TRACES, Weight, find_ended_mechanisms
from vendorrisk.domain.register.vocabulary import Mechanism

POLICY = (
    "We sell telephony. "
    "We rely on the EU-US Privacy Shield and work only with US providers that comply with it. "
    "Call us."
)


def terms(text):
    return [hit.term for hit in find_ended_mechanisms(text)]


def test_the_hit_comes_with_its_sentence_and_place():
    (hit,) = find_ended_mechanisms(POLICY)
    assert hit.term == "Privacy Shield"
    assert hit.weight is Weight.H
    assert hit.mechanism is Mechanism.PRIVACY_SHIELD
    assert hit.sentence == (
        "We rely on the EU-US Privacy Shield and work only with US providers that comply with it."
    )
    assert POLICY[hit.start : hit.end] == "Privacy Shield"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the PRIVACY  SHIELD list", ["Privacy Shield"]),
        ("privacy-shield.gov", ["Privacy Shield"]),
        ("Privacy\nShield", ["Privacy Shield"]),
        ("Privacy\u2011Shield-Abkommen", ["Privacy Shield"]),
        ("PrivacyShield", ["Privacy Shield"]),
        ("Safe Harbor and safe harbours", ["Safe Harbour", "Safe Harbour"]),
        ("Implementing Decision (EU) 2016/1250", ["2016/1250"]),
        ("Decision 2000/520/EC", ["2000/520"]),
        ("2010/87/EU, 2004/915/EC, 2002/16/EC, 2001/497/EC", ["2010/87", "2004/915", "2002/16", "2001/497"]),
        ("2010 / 87", ["2010/87"]),
        ("Directive 95/46/EC", ["95/46"]),
        ("Decision (EU) 2021/914 and 2023/1795", []),
        ("2010/875, 12010/87, 2002/160, 1995/46, 95/461", []),
        ("a shield for privacy in a harbour that is safe", []),
        ("privacy shielding", []),
        ("", []),
    ],
)
def test_what_gives_an_ended_mechanism_away(text, found):
    assert terms(text) == found


def test_a_reference_to_the_old_directive_is_only_outdated():
    (hit,) = find_ended_mechanisms("As defined in Directive 95/46/EC.")
    assert (hit.weight, hit.mechanism) == (Weight.L, None)


def test_all_other_traces_are_grave():
    assert {trace.weight for trace in TRACES if trace.term != "95/46"} == {Weight.H}


def test_numbers_of_acts_and_abbreviations_do_not_end_a_sentence():
    text = "First. Under Decision No. 2010/87 of the Commission, Art. 3 applies. Last."
    (hit,) = find_ended_mechanisms(text)
    assert hit.sentence == "Under Decision No. 2010/87 of the Commission, Art. 3 applies."


def test_lists_and_paragraphs_end_a_sentence():
    text = "Transfers rest on:\n- Safe Harbor\n- consent\n\nPrivacy Shield\nis one\n\nother"
    assert [hit.sentence for hit in find_ended_mechanisms(text)] == ["- Safe Harbor", "Privacy Shield is one"]


def test_a_very_long_sentence_is_cut_around_the_mention():
    (hit,) = find_ended_mechanisms("word " * 500 + "Privacy Shield" + " word" * 500)
    assert "Privacy Shield" in hit.sentence
    assert len(hit.sentence) <= SENTENCE_LIMIT + len("Privacy Shield")


def test_several_hits_stand_in_the_order_of_the_text():
    assert terms("2016/1250, Safe Harbor, 95/46, Privacy Shield") == [
        "2016/1250",
        "Safe Harbour",
        "95/46",
        "Privacy Shield",
    ]


@given(st.text(alphabet="Privacy Shield.\n2016/1250-", max_size=200))
def test_each_hit_stands_where_it_says_and_its_sentence_holds_it(text):
    for hit in find_ended_mechanisms(text):
        assert " ".join(text[hit.start : hit.end].split()) in hit.sentence
