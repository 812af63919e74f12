"""Single customers on the command line: what is recorded, what stays, and what is refused."""

from __future__ import annotations

import shlex

import pytest

from tests.support.stocked import NAMES


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("customer show Nobody", 4),
        ("customer add --name ' '", 2),
        ("customer add --name X --zone Mars", 2),
        ("customer set {customer} notice_days=3", 2),
        ("customer terms {customer}", 2),
        ("customer terms {customer} notice_days=minus", 2),
        ("customer terms {customer} notice_days=3 --from 2027-01-01 --correct", 2),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy(ready, words, code):
    desk, ids, _ = ready
    answer = desk(*shlex.split(words.format(**ids)), "--dry-run", "--json")
    assert (answer.code, answer.json["schema"]) == (code, "error/1"), answer
    assert answer.json["error"]["remedy"]


def test_a_customer_is_added_changed_and_shown_with_its_terms(copied):
    desk, _ = copied
    made = desk.ok("customer", "add", "--name", "Elder", "--services", "SMS;Fax", "--data-centre", "EU",
                   "--account-id", "E-1")  # fmt: skip
    assert (made["customer"], made["account_id"], made["problems"]) == ("Elder", "E-1", [])
    (doubt,) = desk.ok("customer", "add", "--name", "Elder GmbH", "--dry-run")["problems"]
    assert doubt["what"] == "Elder GmbH is new, but there is a customer Elder already."
    assert doubt["remedy"] == f"If they are the same, undo this, and use Elder ({made['customer_id']})."
    desk.ok("customer", "set", "Elder", "services=Fax", "email=dpo@elder.example")
    desk.ok("customer", "terms", "Elder", "notice_days=45", "clause=DPA 7.3")
    shown = desk.ok("customer", "show", "Elder")
    assert (shown["services"], shown["data_centre"], shown["email"]) == (["Fax"], "EU", "dpo@elder.example")
    (terms,) = shown["versions"]
    assert (terms["notice_days"], terms["clause"], terms["valid_from"]) == (45, "DPA 7.3", None)
    out = desk("customer", "show", "Elder").out
    assert "45" in out
    assert "Fax" in out
    desk.ok("customer", "set", "Elder", "active=no")
    listed = [one["customer"] for one in desk.ok("customer", "list")["customers"]]
    assert "Elder" not in listed
    assert NAMES["B"] in listed


def test_terms_keep_what_is_not_named_and_tell_which_dates_move(copied):
    desk, _ = copied
    desk.ok("customer", "terms", NAMES["B"], "clause=DPA 7.3", "--correct")
    first = desk.ok("customer", "show", NAMES["B"])["versions"][0]
    told = desk.ok("customer", "terms", NAMES["B"], f"notice_days={first['notice_days'] + 30}")
    newest, *before = desk.ok("customer", "show", NAMES["B"])["versions"]
    kept = {"customer_id", "authorisation", "notice_unit", "clause", "holidays", "channel"}
    assert {name: newest[name] for name in kept} == {name: first[name] for name in kept}
    assert newest["valid_from"] == "2026-11-23"
    assert [one["valid_to"] for one in before] == ["2026-11-22"]
    assert {one["number"] for one in told["moved"]} >= {"2026-01"}
    assert desk("undo").code == 0
