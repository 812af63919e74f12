"""Contacts and fourth parties on the command line: whose they are, and what becomes of them."""

from __future__ import annotations

import pytest


def test_a_contact_of_a_customer_is_told_with_the_customer_and_changed_by_its_id(copied):
    desk, ids = copied
    added = desk.ok("contact", "add", "--customer", ids["customer"], "--name", "Mia Horvat")
    assert (added["customer_id"], added["name"], "vendor" in added) == (ids["customer"], "Mia Horvat", False)
    desk.ok("contact", "set", added["contact"], "function=Data protection officer")
    (listed,) = desk.ok("contact", "list", "--customer", ids["customer"])["contacts"]
    assert added.pop("schema") == "contact.add/1"
    assert listed == {**added, "function": "Data protection officer"}
    desk.ok("undo")
    (listed,) = desk.ok("contact", "list", "--customer", ids["customer"])["contacts"]
    assert listed["function"] == ""


@pytest.mark.parametrize("owner", [(), ("--vendor", "Norte Cloud", "--customer", "Alder")])
def test_a_contact_belongs_to_one_vendor_or_one_customer(ready, owner):
    desk, _, _ = ready
    answer = desk("contact", "add", *owner, "--name", "Mia Horvat", "--dry-run", "--json")
    assert (answer.code, answer.json["schema"]) == (2, "error/1")


def test_a_contact_needs_a_name_or_an_address(ready):
    desk, ids, _ = ready
    answer = desk("contact", "add", "--vendor", ids["vendor"], "--phone", "1", "--dry-run", "--json")
    assert (answer.code, answer.json["problems"][0]["where"]) == (2, "name")


def test_a_fourth_party_stays_with_its_engagement_until_it_is_removed(copied):
    desk, ids = copied
    (before,) = desk.ok("fourth-party", "list", ids["engagement"])["fourth_parties"]
    added = desk.ok("fourth-party", "add", ids["engagement"], "--name", "Oblak d.o.o.", "--country", "HR")
    assert desk.ok("engagement", "show", ids["engagement"])["fourth_parties"][1]["name"] == "Oblak d.o.o."
    desk.ok("fourth-party", "remove", added["fourth_party"])
    assert desk.ok("fourth-party", "list", ids["engagement"])["fourth_parties"] == [before]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--name", "X", "--country", "Ireland"), 2),
        (("--name", "X", "--rank", "1"), 2),
        (("--name", " "), 2),
        (("--name", "X", "--mechanism", "handshake"), 2),
    ],
)
def test_a_wrong_field_of_a_fourth_party_is_refused(ready, words, code):
    desk, ids, _ = ready
    assert desk("fourth-party", "add", ids["engagement"], *words, "--dry-run").code == code


def test_removing_what_is_not_there_names_what_was_looked_for(ready):
    desk, _, _ = ready
    answer = desk("fourth-party", "remove", "nobody", "--dry-run")
    assert (answer.code, "fourth party" in answer.err) == (4, True)
