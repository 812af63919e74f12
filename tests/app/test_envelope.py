"""The envelope of every call: options on both sides of the verb, one JSON object, messages, exit codes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.support.calls import START

# -w DIR or VENDORRISK_WORKSPACE; options stand before or after the verb.


@pytest.mark.parametrize(
    "place",
    [
        lambda folder: ("-w", folder, "vendor", "list"),
        lambda folder: ("--workspace", folder, "vendor", "list"),
        lambda folder: ("vendor", "-w", folder, "list"),
        lambda folder: ("vendor", "list", "-w", folder),
    ],
    ids=["before", "long", "between", "after"],
)
def test_options_stand_before_or_after_the_verb(desk, place):
    folder = desk.environ.pop("VENDORRISK_WORKSPACE")
    assert desk(*place(folder)).code == 0


def test_the_option_goes_before_the_variable(desk):
    folder = desk.environ["VENDORRISK_WORKSPACE"]
    desk.environ["VENDORRISK_WORKSPACE"] = f"{folder}-none"
    assert desk("vendor", "list").code == 4
    assert desk("-w", folder, "vendor", "list").code == 0


def test_the_last_of_two_options_counts(desk):
    assert (
        desk("--today", "2026-01-01", "vendor", "--today", "2026-02-02", "list", "--today", "nonsense").code
        == 2
    )
    added = desk.ok("--today", "2026-01-01", *_start(desk), "--today", "2026-03-01")
    assert added["due"] == "2026-03-29"


def _start(desk):
    vendor = desk.add_vendor()["vendor"]
    return "assess", "start", vendor, "--questionnaire", "privacy-security"


def test_without_a_workspace_the_call_is_wrong(desk):
    del desk.environ["VENDORRISK_WORKSPACE"]
    answer = desk("vendor", "list")
    assert (answer.code, answer.out) == (2, "")
    assert "Use -w DIR, or set VENDORRISK_WORKSPACE." in answer.err


# --today D or VENDORRISK_TODAY set the date for rules and documents, never the journal's clock.


def test_today_comes_from_the_clock_in_the_companys_zone(desk):
    assert desk.ok(*_start(desk))["due"] == "2026-12-21"


def test_the_variable_sets_the_date_and_the_option_goes_before_it(desk):
    call = _start(desk)
    desk.environ["VENDORRISK_TODAY"] = "2027-05-01"
    assert desk.ok(*call)["due"] == "2027-05-29"
    desk("undo")
    assert desk.ok(*call, "--today", "2027-06-01")["due"] == "2027-06-29"


@pytest.mark.parametrize("how", ["option", "variable"])
def test_no_date_moves_the_journal(desk, how):
    if how == "variable":
        desk.environ["VENDORRISK_TODAY"] = "2030-01-01"
    desk.add_vendor()
    desk("vendor", "set", "Norte Cloud", "owner=Ana", *(("--today", "2030-01-01") if how == "option" else ()))
    at = [datetime.fromisoformat(one["at"]) for one in desk.ok("log", "--today", "2030-01-01")["entries"]]
    assert all(START <= one < datetime(2026, 11, 24, tzinfo=UTC) for one in at)


@pytest.mark.parametrize(
    "written",
    ["03/04/2026", "2026-4-3", "20260403", "2026-02-30", "2026-W49-2", "9999-12-31", "0001-01-01", ""],
)
def test_a_date_in_any_other_notation_is_refused(desk, written):
    answer = desk("vendor", "list", "--today", written)
    assert (answer.code, answer.out) == (2, "")
    assert "YYYY-MM-DD, such as 2026-12-01" in answer.err


def test_a_wrong_date_in_the_variable_is_refused(desk):
    desk.environ["VENDORRISK_TODAY"] = "03/04/2026"
    answer = desk("vendor", "list")
    assert answer.code == 2
    assert "VENDORRISK_TODAY is '03/04/2026'; write it as 2026-12-01." in answer.err


# --json: stdout is exactly one JSON object with a schema; messages go to stderr.


@pytest.mark.parametrize(
    "call",
    [
        ("vendor", "list"), ("log",), ("verify",), ("workspace", "info"), ("questionnaire", "list"),
        ("document", "list"), ("engagement", "list"),
    ],
)  # fmt: skip
def test_json_is_one_object_with_a_schema_and_nothing_else(desk, call):
    answer = desk("--json", *call)
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["schema"] == f"{'.'.join(call)}/1"
    assert answer.out == json.dumps(answer.json, ensure_ascii=False, indent=2) + "\n"


def test_names_of_all_alphabets_come_out_as_they_are(desk):
    desk.add_vendor("Đuro Šarić и партнёры 株式会社")
    assert "Đuro Šarić и партнёры 株式会社" in desk("vendor", "list", "--json").out
    assert "Đuro Šarić и партнёры 株式会社" in desk("vendor", "list").out


def test_dates_instants_countries_and_ids_have_one_form(desk):
    added = desk.add_vendor(storage="BR", access="HR")
    desk("vendor", "set", "Norte Cloud", "legal_name=Norte Cloud S.A.")
    desk("engagement", "set", "Norte Cloud", "valid_from=2026-03-01")
    shown = desk.ok("vendor", "show", "Norte Cloud")
    (own,) = shown["engagements"]
    assert (shown["vendor"], own["engagement"], own["vendor"]) == (
        added["vendor"], added["engagement"], added["vendor"],
    )  # fmt: skip
    assert (own["storage"], own["access"], own["locations"]) == (["BR"], ["HR"], ["BR", "HR"])
    assert own["valid_from"] == "2026-03-01"
    assert {one["at"][-1] for one in desk.ok("log")["entries"]} == {"Z"}


def test_problems_have_level_where_what_and_remedy(desk):
    answer = desk("vendor", "add", "--name", "X", "--country", "USA", "--service", "S", "--purpose", "P",
                  "--website", "ftp://x.example", "--json")  # fmt: skip
    assert answer.code == 2
    assert answer.json["problems"] == [
        {
            "level": "error", "where": "country", "what": "USA is not the code of a country.",
            "remedy": "Write US.",
        },
        {**answer.json["problems"][1], "level": "error", "where": "website"},
    ]  # fmt: skip
    assert all(one["remedy"] for one in answer.json["problems"])


def test_an_error_is_told_on_stderr_and_as_the_one_object(desk):
    answer = desk("--json", "vendor", "show", "Nobody")
    assert (answer.code, answer.json["schema"]) == (4, "error/1")
    assert answer.json["error"] == {
        "kind": "record.unknown", "what": "There is no vendor Nobody in this workspace.",
        "remedy": "Check the id or the exact name; the list command shows both.", "where": "",
    }  # fmt: skip
    assert answer.err.splitlines() == [answer.json["error"]["what"], answer.json["error"]["remedy"]]


@pytest.mark.parametrize("call", [("vendor", "lst"), ("vendor", "list", "--nonsense"), ("vendor", "show")])
def test_wrong_usage_is_told_in_json_too(desk, call):
    for words in (("--json", *call), (*call, "--json")):
        answer = desk(*words)
        assert (answer.code, answer.json["schema"], answer.json["error"]["kind"]) == (2, "error/1", "usage")
        assert answer.json["error"]["what"] in answer.err


def test_quiet_says_nothing_beside_the_answer_but_errors_stay(bare, tmp_path):
    call = ("workspace", "new", bare.workspace, "--company", "Acme", "--recovery-out", tmp_path / "code.txt")
    answer = bare(*call, "--quiet")
    assert (answer.code, answer.out, answer.err) == (0, f"{bare.workspace}\n", "")
    answer = bare(*call, "--quiet")
    assert (answer.code, answer.out) == (2, "")
    assert "exists already" in answer.err
