from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sentences import say
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register import fields
from vendorrisk.domain.register.records import Role
from vendorrisk.domain.register.vocabulary import DataCategory, Mechanism


def refused(read, typed):
    with pytest.raises(UserError) as error:
        read(typed)
    return say(error.value.what), say(error.value.remedy)


def test_an_ambiguous_date_is_refused_with_both_readings():
    what, remedy = refused(fields.parse_date, "03/04/2026")
    assert what == "03/04/2026 is not a date in the form year-month-day."
    assert remedy == "Write it as 2026-04-03 or 2026-03-04."


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("25/12/2026", "Write it as 2026-12-25."),
        ("12/25/2026", "Write it as 2026-12-25."),
        ("05/05/2026", "Write it as 2026-05-05."),
        ("3. 4. 2026", "Write it as 2026-04-03 or 2026-03-04."),
        ("2026/4/3", "Write it as 2026-04-03."),
        ("2026-4-3", "Write it as 2026-04-03."),
        ("31.02.2026", None),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("20260403", None),
        ("2026-W14-5", None),
        ("3 April 2026", None),
        ("٢٠٢٦-٠٤-٠٣", None),
        ("0026-04-03", None),
        ("03/04/26", None),
        ("", None),
        ("2026-04-03T00:00", None),
    ],
)
def test_other_notations_are_refused_with_what_to_write(typed, remedy):
    expected = remedy or "Write year, month and day with hyphens, such as 2026-04-03."
    assert refused(fields.parse_date, typed)[1] == expected


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_iso_date_is_read_back(day):
    assert fields.parse_date(f" {day.isoformat()} ") == day
    assert fields.optional_date(day.isoformat()) == day


def test_an_empty_optional_date_is_none():
    assert fields.optional_date("  ") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("privacy@Example.COM", "privacy@example.com"),
        (" a.b+c@sub.example.org ", "a.b+c@sub.example.org"),
        ("o'neil@xn--bcher-kva.example", "o'neil@xn--bcher-kva.example"),
    ],
)
def test_mail_addresses_are_kept(typed, kept):
    assert fields.email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "example.com",
        "@example.com",
        "a@",
        "a@b",
        "a..b@example.com",
        ".a@example.com",
        "a b@example.com",
        "a@exa mple.com",
        "alice@example.org)bob@evil.org",
        "Alice <alice@example.org>",
        "a@example.com,b@example.com",
        "ä@example.com",
        "a@bücher.example",
        "a@-example.com",
        "a@example.1",
        "a@[127.0.0.1]",
        f"{'a' * 65}@example.com",
        f"a@{'b' * 64}.com",
        f"a@{'b.' * 130}com",
    ],
)
def test_what_is_not_one_plain_address_is_refused(typed):
    assert "mail address" in refused(fields.email, typed)[0]


def test_addresses_may_be_as_long_as_the_mail_system_allows():
    host = f"{'b.' * 125}com"
    assert len(host) == 253
    assert fields.email(f"{'a' * 64}@{host}") == f"{'a' * 64}@{host}"


def test_an_address_cannot_carry_a_second_header():
    with pytest.raises(UserError):
        fields.email("a@example.com\nBcc: b@example.com")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a@x.example", "a@x.example"),
        ("a@x.example;b@Y.example", "a@x.example; b@y.example"),
        (" a@x.example ,\nb@x.example\n\na@x.example;", "a@x.example; b@x.example"),
    ],
)
def test_several_addresses_are_kept_once_each(typed, kept):
    assert fields.emails(typed) == kept
    assert fields.emails(kept) == kept


@pytest.mark.parametrize("typed", ["", " ; ", "a@x.example; nobody", "a@x.example\nBcc: b@x.example"])
def test_one_that_is_no_address_refuses_all(typed):
    what, remedy = refused(fields.emails, typed)
    assert "mail address" in what
    assert "several parted by semicolons" in remedy


def test_a_field_has_not_more_addresses_than_anybody_reads():
    many = ";".join(f"a{number}@x.example" for number in range(11))
    assert refused(fields.emails, many)[0] == "There are more than 10 e-mail addresses."
    assert len(fields.emails(many.rpartition(";")[0]).split(fields.SEVERAL)) == 10


@pytest.mark.parametrize("typed", ["https://example.com", "https://sub.example.com:443/a?b=c#d"])
def test_https_sites_are_kept(typed):
    assert fields.website(typed) == typed


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("http://example.com/x", "https://example.com/x"),
        ("example.com", "https://example.com"),
        ("ftp://example.com", "https://example.com"),
    ],
)
def test_a_site_without_https_is_refused_with_the_better_form(typed, better):
    assert refused(fields.website, typed)[1] == f"Write it as {better}, if the site answers there."


@pytest.mark.parametrize(
    "typed",
    [
        "https://user:pw@example.com",
        "https://example.com:8443",
        "https://example.com:x",
        "https://[::1",
        "https://localhost",
        "https://10.0.0.1",
        "https://exa mple.com",
        "https://",
        "https://example.com/a b",
        "javascript:alert(1)",
        "mailto:a@example.com",
        "ftp://user:pw@example.com",
        "our site",
    ],
)
def test_a_site_that_leads_elsewhere_is_refused(typed):
    assert "safely" in refused(fields.website, typed)[0]


@pytest.mark.parametrize(
    ("read", "typed", "code"),
    [
        (fields.country, "de", "DE"),
        (fields.country, " XK ", "XK"),
        (fields.place, "global", "GLOBAL"),
        (fields.place, "EEA", "EEA"),
        (fields.recipient_place, "EPO", "EPO"),
    ],
)
def test_places_are_read_by_code(read, typed, code):
    assert read(typed) == code


@pytest.mark.parametrize(
    ("read", "typed", "remedy"),
    [
        (fields.country, "UK", "Write GB."),
        (fields.country, "usa", "Write US."),
        (fields.place, "WW", "Write GLOBAL."),
        (
            fields.country,
            "WW",
            "Write the two letters of ISO 3166, such as DE; EU, EEA and GLOBAL are for locations.",
        ),
        (
            fields.country,
            "EU",
            "Write the two letters of ISO 3166, such as DE; EU, EEA and GLOBAL are for locations.",
        ),
    ],
)
def test_a_wrong_code_is_refused_with_the_right_one(read, typed, remedy):
    assert refused(read, typed)[1] == remedy


@pytest.mark.parametrize(("typed", "truth"), [("yes", True), ("NO", False), ("1", True), ("false", False)])
def test_yes_and_no_are_read(typed, truth):
    assert fields.truth(typed) is truth


def test_maybe_is_refused():
    assert refused(fields.truth, "maybe")[1] == "Write yes or no."


@given(st.integers(-20, 20))
def test_numbers_outside_the_range_are_refused(number):
    read = fields.whole_number(1, 5)
    if 1 <= number <= 5:
        assert read(str(number)) == number
    else:
        assert "from 1 to 5" in refused(read, str(number))[0]


@pytest.mark.parametrize("typed", ["1.5", "+1", "١", "1e3", "9999999999"])
def test_other_notations_of_numbers_are_refused(typed):
    assert "whole number" in refused(fields.whole_number(0, 10), typed)[0]


def test_an_empty_number_is_none():
    assert fields.whole_number(1, 5)(" ") is None


def test_words_of_a_vocabulary_are_read_in_any_case():
    assert fields.one_of(Role)("sub-processor") is Role.SUB_PROCESSOR
    assert fields.one_of(Role)("Joint controller") is Role.JOINT_CONTROLLER
    assert fields.optional_word(Mechanism)("dpf") == "DPF"
    assert fields.optional_word(Mechanism)(" ") == ""
    assert fields.several_of(DataCategory)("account; logs, ACCOUNT,") == ("ACCOUNT", "LOGS")


def test_an_unknown_word_is_refused_with_the_known_ones():
    what, remedy = refused(fields.one_of(Role), "vendor")
    assert what == "vendor is not one of the known words."
    assert "SUB_PROCESSOR" in remedy


def test_a_text_for_customers_is_kept_in_english():
    assert fields.english(" Sending text messages ") == {"en": "Sending text messages"}
    assert fields.english(" ") == {}


@pytest.mark.parametrize(
    ("tag", "good"),
    [("en", True), ("pt-BR", True), ("zh-Hant-TW", True), ("EN", False), ("english", False), ("", False)],
)
def test_language_tags(tag, good):
    assert fields.is_language(tag) is good
