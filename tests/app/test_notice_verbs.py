"""Verbs on the rest of a notice: what each records, what it shows, and what it refuses."""

from __future__ import annotations

import io
import json
import shlex
import zipfile
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.support.stocked import NAMES


def read_text(pdf):
    """The words of a document, with one space between them."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("change plan {change} --on 01/02/2027", 2),
        ("change plan Nobody --on 2027-02-01", 4),
        ("change text {change}", 2),
        ("change text {change} --write X --release", 2),
        ("change text {told} --write X", 7),
        ("change sent {waiting} --at 2026-11-23T09:00 --proof log", 2),
        ("change sent {waiting} --at 2026-11-23T09:00Z", 2),
        ("change sent {waiting} --at 2026-12-24T09:00Z --proof log", 2),
        ("change sent {waiting} --at 2026-11-23T09:00Z --proof ' '", 2),
        ("change sent {waiting} --at 2026-11-23T09:00Z --proof log --customer Nobody", 4),
        ("change published {change} --on 2026-11-24", 2),
        ("change answered {change} {customer}", 2),
        ("change answered {change} {customer} --acknowledged 2026-11-23 --timed", 2),
        ("change answered {change} {customer} --acknowledged 2026-11-23 --untimed", 2),
        ("change answered {change} Nobody --approved 2026-11-23", 4),
        ("change objection {change} {customer} --received 2026-12-24T09:00Z", 2),
        ("change objection {told} {customer} --received 2026-11-23T09:00Z", 7),
        ("change objection {told} {other} --received 2026-11-20T09:00Z", 2),
        ("change outcome {change} {customer} --to withdrawn", 4),
        ("change outcome {told} {customer} --to overridden", 7),
        ("change outcome {told} {customer} --to forgotten", 2),
        ("change shorter {change} {customer}", 2),
        ("change shorter {change} {customer} --days 10 --declined", 2),
        ("change shorter {change} {customer} --days -1", 2),
        ("change shorter {change} {customer} --days 30", 2),
        ("change shorter {change} {customer} --agreed 2026-11-23 --note mail", 7),
        ("change keep-off {change} {customer} --why ' '", 2),
        ("change take-in {told} {other} --why 'agreed'", 7),
        ("change take-in {calm} {off} --why ' '", 2),
        ("change take-in {calm} {off} --why 'agreed' --notice-stands", 7),
        ("change onboarding {told} {new}", 2),
        ("change onboarding {told} {new} --given 2026-11-23 --not-given", 2),
        ("change onboarding {told} {new} --given 2026-11-24", 2),
        ("change onboarding {told} {new} --given 2026-11-25", 2),
        ("change onboarding {told} {other} --given 2026-11-23", 7),
        ("change authorised {change} {customer}", 2),
        ("change authorised {change} {customer} --basis standby --none", 2),
        ("change authorised {change} {customer} --basis standby --source X", 2),
        ("change authorised {change} {customer} --basis clause --on 2026-03-02", 2),
        ("change emergency {change} --until 2027-02-01 --why X", 2),
        ("change emergency {change} --until 2026-12-01 --why ' '", 2),
        ("change live {change}", 7),
        ("change bundle {change} --out {place}/x.zip", 7),
        ("change bundle {told} --out {place}/list.csv/x.zip", 1),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy(ready, words, code):
    desk, ids, place = ready
    given = shlex.split(words.format(place=place.as_posix(), other=f"'{NAMES['B']}'", **ids))
    answer = desk(*given, "--dry-run", "--json")
    assert (answer.code, answer.json["schema"]) == (code, "error/1"), answer
    assert answer.json["error"]["remedy"]


def test_show_tells_who_was_told_what_came_back_and_what_holds_the_date(ready):
    desk, ids, _ = ready
    told = desk.ok("change", "show", ids["told"])
    by_account = {one["account_id"]: one for one in told["customers"]}
    assert set(by_account) == set("ABCDEFG")
    assert {(one["letter"], one["sent_at"], one["proof"]) for one in by_account.values()} == {
        (True, "2026-11-23T09:00:00Z", "mail server log")
    }
    assert (by_account["B"]["earliest"], by_account["A"]["earliest"]) == ("2026-12-08", None)
    assert (told["state"], told["earliest_global"], told["blocked_by"]) == (
        "RUNNING", None, [NAMES["A"], NAMES["G"]],
    )  # fmt: skip
    (objection,) = told["objections"]
    assert (objection["customer"], objection["state"], objection["in_time"]) == (NAMES["A"], "RECEIVED", True)
    assert "WITHDRAWN" in objection["may_become"]
    assert "OVERRIDDEN" not in objection["may_become"]


def test_list_tells_how_far_each_change_is(ready):
    desk, ids, _ = ready
    listed = {one["change"]: one for one in desk.ok("change", "list")["changes"]}
    assert {one: listed[ids[one]]["state"] for one in ("change", "waiting", "told", "calm")} == {
        "change": "DRAFT", "waiting": "LETTERS_READY", "told": "RUNNING", "calm": "DRAFT",
    }  # fmt: skip
    assert (listed[ids["told"]]["open_objections"], listed[ids["calm"]]["affected"]) == (1, 0)


@pytest.mark.parametrize("words", ["change list", "change show {told}"])
def test_people_read_names_and_days(ready, words):
    desk, ids, _ = ready
    out = desk(*words.format(**ids).split()).out
    assert "2026-03" in out
    assert "Notice running" in out


def test_letters_may_be_sent_to_some_and_to_the_others_later(copied):
    desk, ids = copied
    at = ("change", "sent", ids["waiting"], "--at", "2026-11-23T09:00Z", "--proof", "log")
    first = desk.ok(*at, "--customer", NAMES["B"], "--customer", ids["customer"])["notices"]
    assert [one["account_id"] for one in first] == ["A", "B"]
    assert [one["account_id"] for one in desk.ok(*at)["notices"]] == list("CDEFG")
    answer = desk("undo", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "undo.wall")


def test_the_day_of_publication_is_corrected_by_recording_the_right_one(copied):
    desk, ids = copied
    desk.clock.at += timedelta(days=3)
    for day in ("2026-11-26", "2026-11-24"):
        desk.ok("change", "published", ids["change"], "--on", day, "--proof", "Archive")
    assert desk.ok("change", "show", ids["change"])["published_on"] == "2026-11-24"
    assert desk("undo").code == 7


def test_a_second_answer_leaves_the_first_as_it_is(copied):
    desk, ids = copied
    answered = ("change", "answered", ids["change"], NAMES["G"])
    desk.clock.at += timedelta(days=3)
    desk.ok(*answered, "--approved", "2026-11-25", "--timed")
    told = desk.ok(*answered, "--acknowledged", "2026-11-24")
    assert (told["approved_on"], told["approved_timed"], told["acknowledged_on"]) == (
        "2026-11-25", True, "2026-11-24",
    )  # fmt: skip


def test_the_hour_of_an_approval_is_taken_back_by_saying_so(copied):
    desk, ids = copied
    answered = ("change", "answered", ids["change"], NAMES["G"], "--approved", "2026-11-23")
    assert desk.ok(*answered, "--timed")["approved_timed"] is True
    assert desk.ok(*answered)["approved_timed"] is True
    assert desk.ok(*answered, "--untimed")["approved_timed"] is False


def test_the_reason_for_keeping_a_customer_off_is_told_to_people_and_in_the_bundle(copied, tmp_path):
    desk, ids = copied
    why = "Stays on the old cluster"
    desk.ok("change", "keep-off", ids["told"], NAMES["B"], "--why", why)
    assert why in desk("change", "show", ids["told"]).out
    desk.ok("change", "bundle", ids["told"], "--out", tmp_path / "bundle.zip")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        told = json.loads(bundle.read("evidence.json"))["customers"]
        dossier = read_text(bundle.read("dossier.pdf"))
    (kept_off,) = [one for one in told if one["customer"] == NAMES["B"]]
    assert why in kept_off["why_not"]
    assert why in dossier


def test_who_is_asked_for_a_shorter_notice_gets_a_mail_to_send(ready):
    desk, ids, _ = ready
    told = desk.ok("change", "shorter", ids["change"], ids["customer"], "--days", "10", "--dry-run")
    assert (told["shorter_days"], told["mail"]["to"]) == (10, "privacy@customer.example")
    assert "10" in told["mail"]["text"]


def test_a_bundle_that_cannot_be_put_anywhere_leaves_nothing(copied, tmp_path):
    desk, ids = copied
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")
    head = desk.ok("workspace", "info")["journal"]
    answer = desk("change", "bundle", ids["told"], "--out", tmp_path / "file" / "x.zip", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "files.no_folder")
    assert desk.ok("workspace", "info")["journal"] == head
