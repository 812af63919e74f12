"""Verbs on locations, transfers, agreements, findings and settings, and taking each of them back."""

from __future__ import annotations

import shlex

import pytest

from tests.support.verb_calls import WRITING, call


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("location add {engagement} --country IE", 2),
        ("location add {engagement} --country Ireland --access", 2),
        ("location add Nobody --country IE --access", 4),
        ("location set {location} engagement_id=x", 2),
        ("location set {location} country=", 2),
        ("transfer add {engagement} --to ZZ", 2),
        ("transfer add {engagement} --to US --mechanism handshake", 2),
        ("transfer add {engagement} --to US --module 9", 2),
        ("transfer add {engagement} --to US --field tia_valid_until=01/02/2027", 2),
        ("transfer set {transfer} module", 2),
        ("agreement show {document}", 2),
        ("agreement check {document} D-01=present", 2),
        ("agreement check {agreement} D-99=present", 2),
        ("agreement check {agreement} D-01=perhaps", 2),
        ("agreement check {agreement} D-01=weak D-02=weak --note vague", 2),
        ("finding add {engagement} --severity grave --title X", 2),
        ("finding add {engagement} --severity h --title X --assessment Nobody", 4),
        ("finding told {finding} --on yesterday", 2),
        ("finding move {finding} --to verified", 7),
        ("finding move {finding} --to accepted", 7),
        ("finding accept {finding} --until 2026-12-31 --reason R", 2),
        ("finding accept {finding} --until 2028-12-31 --reason R --approver ciso", 2),
        ("workspace set nonsense=1", 2),
        ("workspace set recovery_confirmed=yes", 2),
        ("workspace set dpf_recheck_days=20 zone=Mars", 2),
        ("engagement confirm {engagement}", 4),
        ("engagement add Nobody --service Voice --purpose Recording", 4),
        ("engagement add {vendor} --service Voice --purpose ' '", 2),
        ("engagement add {vendor} --service Voice --purpose Recording --storage Ireland", 2),
        ("engagement add {vendor} --service Voice --purpose Recording --field stage=LIVE", 2),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy(ready, words, code):
    desk, ids, _ = ready
    answer = desk(*shlex.split(words.format(**ids)), "--dry-run", "--json")
    assert (answer.code, answer.json["schema"]) == (code, "error/1"), answer
    assert answer.json["error"]["remedy"]


def test_a_further_engagement_of_a_vendor_has_its_own_places_and_is_taken_back(copied):
    desk, ids = copied
    added = desk.ok(*call("engagement add", ids, desk.workspace.parent))
    shown = desk.ok("engagement", "show", added["engagement"])
    assert (shown["vendor"], shown["service"], shown["storage"], shown["stage"]) == (
        ids["vendor"], "Voice", ["IE"], "DRAFT",
    )  # fmt: skip
    assert desk("engagement", "show", "Norte Cloud").code == 2
    assert desk.ok("undo")["action"] == "engagement.add"
    assert desk.ok("engagement", "show", "Norte Cloud")["engagement"] == ids["engagement"]


def test_settings_are_all_looked_at_before_one_is_changed(copied):
    desk, _ = copied
    assert desk("workspace", "set", "contact=dpo@acme.example", "zone=Mars").code == 2
    assert desk.ok("workspace", "info")["settings"]["contact"] == "privacy@acme.example"
    desk.ok("workspace", "set", "contact=dpo@acme.example", "zone=Europe/Zagreb")
    told = desk.ok("workspace", "info")
    assert (told["timezone"], told["settings"]["contact"]) == ("Europe/Zagreb", "dpo@acme.example")


def test_a_place_that_nobody_has_confirmed_is_confirmed_by_naming_it(copied):
    desk, ids = copied
    assert desk.ok("location", "set", ids["location"], "place=Not confirmed")["confirmed"] is False
    assert "Not confirmed" in desk("location", "list", ids["engagement"]).out
    assert desk.ok("location", "set", ids["location"], "place=Fortaleza")["confirmed"] is True


def test_a_transfer_begins_with_vendor_and_company_and_says_what_it_lacks(ready):
    desk, ids, _ = ready
    (one,) = desk.ok("transfer", "list", ids["engagement"])["transfers"]
    assert (one["importer"], one["exporter"], one["kind"], one["regimes"]) == (
        "Norte Cloud", "Acme Telecom", "STORAGE", ["EU"],
    )  # fmt: skip
    assert (one["status"], one["ended"], len(one["why"])) == ("INVALID", False, 1)
    out = desk("transfer", "list", ids["engagement"]).out
    assert one["remedies"][0] in out


def test_an_item_keeps_its_words_when_only_its_result_is_seen_again(copied):
    desk, ids = copied
    check = ("agreement", "check", ids["agreement"])
    told = desk.ok(*check, "D-07=weak", "--clause", "4.2", "--note", "vague")
    assert (told["results"], "D-07" in told["unchecked"], told["checked"]) == ({"D-07": "WEAK"}, False, 1)
    desk.ok(*check, "D-07=present", "--note", "clear enough")
    desk.ok(*check, "d-07=Present", "D-08=missing")
    items = {one["item"]: one for one in desk.ok("agreement", "show", ids["agreement"])["items"]}
    assert (items["D-07"]["clause"], items["D-07"]["note"], items["D-07"]["standing"]) == (
        "4.2", "clear enough", "MET",
    )  # fmt: skip
    assert (items["D-08"]["result"], items["D-09"]["result"]) == ("MISSING", None)
    assert "D-07" in desk("agreement", "show", ids["agreement"]).out


def test_findings_are_listed_the_gravest_first_and_closed_ones_left_out_on_demand(copied):
    desk, ids = copied
    desk.ok(
        "finding", "add", ids["engagement"], "--severity", "critical", "--title", "Keys in a public place"
    )
    desk.ok("finding", "move", "No second factor", "--to", "dismissed", "--note", "Raised twice")
    titles = lambda *options: [one["title"] for one in desk.ok("finding", "list", *options)["findings"]]  # noqa: E731
    assert titles() == ["Keys in a public place", "No second factor"]
    assert titles("--open", "--vendor", "Norte Cloud") == ["Keys in a public place"]
    assert titles("--vendor", "Quiet Ltd") == []
    assert "Dismissed" in desk("finding", "list").out


def test_an_accepted_finding_is_open_again_once_its_time_is_over(copied):
    desk, ids = copied
    agreed = (
        "--approver", "head_of_privacy", "--approver", "ciso", "--dpo-opinion", "favourable",
        "--dpo-text", "Fine.",
    )  # fmt: skip
    told = desk.ok(
        "finding", "accept", ids["finding"], "--until", "2026-12-31", "--reason", "few accounts", *agreed
    )
    assert (told["state"], told["accepted_until"], told["accepted_by"]) == (
        "ACCEPTED", "2026-12-31", "CISO, HEAD_OF_PRIVACY",
    )  # fmt: skip
    assert (told["dpo_opinion"], told["dpo_text"], told["acceptances"]) == ("FAVOURABLE", "Fine.", 1)
    shown = desk("finding", "show", ids["finding"]).out
    assert all(word in shown for word in ("few accounts", "CISO, Head of privacy", "Favourable", "Fine."))
    (later,) = desk.ok("finding", "list", "--today", "2027-01-01")["findings"]
    assert (later["state"], later["open"]) == ("REOPENED", True)


UNDONE = (
    "workspace set", "location add", "location set", "location remove", "transfer add", "transfer set",
    "transfer remove", "agreement check", "finding add", "finding told", "finding accept", "change plan",
    "change text", "change answered", "change objection", "change shorter", "change authorised",
    "change emergency", "change keep-off", "change outcome", "change live", "change cancel",
)  # fmt: skip
"""Every new verb that writes, but for the two that are walls and those that write files or need a person."""


def test_every_verb_is_taken_back_by_undo(copied):
    desk, ids = copied
    place, before = desk.workspace.parent, held(desk, ids)
    done = []
    for verb in UNDONE:
        desk.ok(*call(verb, ids, place))
        done.append(desk.ok("log", "--limit", "1")["entries"][0]["action"])
    assert held(desk, ids) != before
    assert [desk.ok("undo")["action"] for _ in done] == done[::-1]
    assert held(desk, ids) == before
    assert set(UNDONE) < set(WRITING)


def held(desk, ids):
    """What the reading verbs tell of everything that those verbs write."""
    readings = (
        ("location", "list", ids["engagement"]), ("transfer", "list", ids["engagement"]),
        ("agreement", "show", ids["agreement"]), ("finding", "list"), ("change", "show", ids["change"]),
        ("change", "show", ids["told"]), ("change", "list"),
    )  # fmt: skip
    return desk.ok("workspace", "info")["settings"], *(desk.ok(*one) for one in readings)
