"""--json of every verb: exactly one object with the keys of the contract, each value in its one form."""

from __future__ import annotations

import json
import re

import pytest

from tests.support.verb_calls import READING, WRITING, call
from tests.support.verbs import command_at, paths_below
from vendorrisk.app.cli.verb import Group

LEAVES = [path for path in paths_below() if not isinstance(command_at(path), Group)]
EVERY = READING | WRITING

LIST_ROW = (
    "name", "purpose", "data", "storage", "access", "locations", "mechanism", "group", "affiliate", "source",
    "action",
)  # fmt: skip
REACH = ("customer", "customer_id", "account_id", "reason")
DATES = (
    "customer", "customer_id", "account_id", "clock_date", "last_notice_day", "last_objection_day",
    "earliest", "why", "joined",
)  # fmt: skip
WHO = ("customer", "customer_id", "account_id")
FINDING = ("finding", "engagement", "severity", "title", "state", "due_on", "open", "overdue_days")
NOTICE = ("change", *WHO, "letter", "sent_at", "proof", "acknowledged_on", "approved_on", "excluded",
          "shorter_days", "shorter_agreed_on", "emergency_basis")  # fmt: skip
OBJECTION = ("objection", "change", *WHO, "state", "received_at", "outcome_note", "closed_on")
KEYS = {
    "vendor add": ("vendor", "engagement"),
    "engagement add": ("vendor", "engagement"),
    "engagement move": ("engagement", "stage"),
    "import list": ("rows", "problems"),
    "import customers": ("new", "changed", "same", "rows", "problems"),
    "questionnaire list": ("questionnaires",),
    "workspace set": ("fields",),
    "location list": ("locations",),
    "location add": ("engagement", "locations"),
    "location set": ("location", "engagement", "kind", "country", "place", "confirmed"),
    "location remove": ("location", "engagement"),
    "transfer list": ("transfers",),
    "transfer add": ("transfer", "engagement", "importer_country", "mechanism"),
    "transfer set": ("transfer", "engagement"),
    "transfer remove": ("transfer", "engagement"),
    "fourth-party list": ("fourth_parties", "complete"),
    "fourth-party add": ("fourth_party", "engagement", "name", "country", "mechanism", "rank"),
    "fourth-party set": ("fourth_party", "engagement", "rank"),
    "fourth-party remove": ("fourth_party", "engagement"),
    "law list": ("laws",),
    "law add": ("law", "regime", "code", "coverage", "valid_from"),
    "law set": ("law", "valid_to"),
    "law remove": ("law", "regime", "code"),
    "contact list": ("contacts",),
    "contact add": ("contact", "vendor", "name", "email"),
    "contact set": ("contact", "vendor", "function"),
    "contact remove": ("contact", "vendor"),
    "assess start": ("assessment",),
    "assess kit": ("file", "questions"),
    "assess receive": ("assessment", "answered", "blank", "changed", "invalid", "unknown", "problems"),
    "assess score": ("score", "coverage", "topics", "inherent", "residual", "tier", "why"),
    "document add": ("document", "suggestions", "problems"),
    "document set": ("document", "vendor", "fields"),
    "document list": ("documents",),
    "document check": ("documents",),
    "agreement show": ("document", "vendor", "asked", "checked", "missing", "unchecked", "open", "items"),
    "agreement check": ("document", "results", "missing", "unchecked", "open"),
    "customer list": ("customers",),
    "customer show": (*WHO, "email", "services", "terms", "versions", "reading"),
    "customer add": (*WHO, "problems"),
    "customer export": ("file", "exported"),
    "customer set": WHO,
    "customer terms": (*WHO, "versions", "moved"),
    "finding list": ("findings",),
    "finding show": FINDING,
    "finding add": FINDING,
    "finding told": FINDING,
    "finding move": FINDING,
    "finding accept": FINDING,
    "change list": ("changes",),
    "change show": (
        "change",
        "state",
        "customers",
        "objections",
        "earliest_global",
        "blocked_by",
        "blocked_by_ids",
        "problems",
    ),
    "change plan": ("change", "planned_on"),
    "change text": ("change", "text", "text_approved_by", "text_approved_on"),
    "change sent": ("change", "notices"),
    "change published": ("change", "published_on"),
    "change answered": NOTICE,
    "change shorter": (*NOTICE, "mail"),
    "change keep-off": NOTICE,
    "change take-in": (*NOTICE, "taken_in_on", "taken_in_why", "earlier_sent_at"),
    "change onboarding": (*NOTICE, "onboarding", "onboarding_on", "onboarding_note"),
    "change authorised": NOTICE,
    "change objection": OBJECTION,
    "change outcome": OBJECTION,
    "change emergency": ("change", "emergency_until", "emergency_why"),
    "change live": ("change", "state", "live_on"),
    "change cancel": ("change", "state"),
    "change bundle": ("change", "file", "letters", "missing", "document"),
    "change new": ("change",),
    "change affected": ("affected", "not_affected"),
    "change dates": ("dates", "earliest_global", "blocked_by", "blocked_by_ids"),
    "change letters": ("letters", "problems"),
    "publish": ("version", "files", "rows"),
    "list diff": ("added", "removed", "renamed", "changed", "editorial"),
}
"""What the contract names, at the top level."""

INSIDE = {
    ("import list", "rows"): LIST_ROW,
    ("questionnaire list", "questionnaires"): ("id", "title", "version", "language", "questions"),
    ("document list", "documents"): ("document", "vendor", "status", "why"),
    ("change affected", "affected"): REACH,
    ("change affected", "not_affected"): REACH,
    ("change dates", "dates"): DATES,
    ("location list", "locations"): ("location", "kind", "country", "place", "confirmed"),
    ("transfer list", "transfers"): ("transfer", "status", "ended", "why", "remedies"),
    ("agreement show", "items"): ("item", "wording", "citation", "statutory", "standing", "result"),
    ("finding list", "findings"): (*FINDING, "vendor", "vendor_name"),
    ("change list", "changes"): ("change", "number", "state", "vendor_name", "earliest_global"),
    ("change show", "customers"): (*WHO, *NOTICE[4:], "earliest", "why"),
    ("change show", "objections"): (*WHO, "objection", "state", "in_time", "may_become"),
    ("change sent", "notices"): (*WHO, "sent_at", "proof", "stated_end"),
}
"""What it names of the things in a list."""

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
PLACE = re.compile(r"[A-Z]{2}|EEA|GLOBAL")
IDS = {
    "vendor", "engagement", "change", "assessment", "document", "customer_id", "vendor_id", "engagement_id",
    "assessment_id", "service_id", "location", "transfer", "finding", "objection",
}  # fmt: skip
DAYS = {
    "planned_on",
    "published_on",
    "live_on",
    "sent_on",
    "closed_on",
    "raised_on",
    "due_on",
    "written_on",
    "shorter_asked_on",
    "acknowledged_on",
    "emergency_until",
    "stated_end",
    "reassessment_due",
    "clock_date",
    "last_notice_day",
    "last_objection_day",
    "earliest",
    "earliest_global",
    "due",
    "until",
}
PLACES = {"storage", "access", "locations"}


@pytest.fixture(scope="module")
def answers(ready):
    """The answer to a call of every verb; those that write are tried out only."""
    desk, ids, place = ready
    return {
        verb: desk(*call(verb, ids, place), "--json", *(["--dry-run"] if verb in WRITING else []))
        for verb in EVERY
    }


def walked(value, name=""):
    """Every value inside, with the name it stands under."""
    yield name, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from walked(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from walked(one, name)


@pytest.mark.parametrize("verb", EVERY)
def test_stdout_is_one_object_with_its_schema_and_the_keys_of_the_contract(answers, verb):
    answer = answers[verb]
    assert answer.code == 0, answer
    told = answer.json
    assert answer.out == json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert told["schema"] == f"{verb.replace(' ', '.')}/1"
    assert set(KEYS.get(verb, ())) <= set(told)


@pytest.mark.parametrize(("verb", "key"), INSIDE)
def test_what_is_listed_has_the_keys_of_the_contract(answers, verb, key):
    listed = answers[verb].json[key]
    assert listed
    for one in listed:
        assert set(INSIDE[verb, key]) <= set(one)


@pytest.mark.parametrize("verb", EVERY)
def test_every_value_has_the_form_of_its_kind(answers, verb):
    for name, value in walked(answers[verb].json):
        if isinstance(value, list | dict) or value is None:
            continue
        if name in IDS and value != "":
            assert ID.fullmatch(value), (name, value)
        if name in DAYS or name.endswith(("_from", "_to", "_since", "created_on", "received_on")):
            assert DAY.fullmatch(value), (name, value)
        if name in {"at", "last_backup"} or name.endswith("_at"):
            assert INSTANT.fullmatch(value), (name, value)
        if name in PLACES or (name == "country" and value != ""):  # nobody has said where its seat is
            assert PLACE.fullmatch(value), (name, value)


def test_what_was_read_lists_its_problems_in_one_shape(ready, tmp_path):
    desk, _, _ = ready
    (tmp_path / "c.csv").write_text("name,notice_days,nonsense\nNorthwind,soon,1\n", encoding="utf-8")
    (tmp_path / "l.csv").write_text("Name,Location\nNorthwind,Atlantis\n", encoding="utf-8")
    for call_ in (
        ("import", "customers", tmp_path / "c.csv"), ("import", "list", tmp_path / "l.csv"),
        ("list", "diff", tmp_path / "l.csv", tmp_path / "l.csv"),
    ):  # fmt: skip
        problems = desk(*call_, "--dry-run", "--json").json["problems"]
        assert problems
        for one in problems:
            assert set(one) == {"level", "where", "what", "remedy"}
            assert one["level"] in {"error", "warning"}
            assert all(one.values())


# On failure.

NEEDS_NONE = {"questionnaire list", "list diff", "workspace new", "workspace restore", "tour", "gui"}


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_wrong_usage_is_one_object_for_every_verb(bare, path):
    answer = bare(*path, "--nonsense", "--json")
    assert (answer.code, answer.json["schema"], answer.json["error"]["kind"]) == (2, "error/1", "usage")
    assert answer.json["error"]["what"] in answer.err


@pytest.mark.parametrize("verb", [verb for verb in EVERY if verb not in NEEDS_NONE])
def test_without_its_workspace_every_verb_says_so_in_one_object(ready, tmp_path, verb):
    desk, ids, place = ready
    answer = desk("-w", tmp_path / "none", *call(verb, ids, place), "--json")
    assert (answer.code, answer.json["schema"]) == (4, "error/1")
    assert set(answer.json["error"]) == {"kind", "what", "remedy", "where"}
    assert answer.json["error"]["remedy"]
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "verb",
    [verb for verb, words in EVERY.items() if words.startswith("{") and "place" not in words.split()[0]],
)
def test_an_argument_that_names_nothing_is_not_found_in_one_object(ready, verb):
    desk, ids, place = ready
    nothing = dict.fromkeys(ids, "Nobody")
    answer = desk(*call(verb, nothing, place), "--json", "--dry-run")
    assert (answer.code, answer.json["schema"]) == (4, "error/1")
    assert answer.json["error"]["what"] in answer.err
