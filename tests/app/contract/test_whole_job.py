"""One vendor through the whole job on the command line alone; what is in the way is lifted by a verb."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.support.stocked import FACTORS, NAMES, customer_file
from vendorrisk.app.sample.answers import good_answers
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.app.tour.workbook import fill_workbook
from vendorrisk.domain.diligence.clauses import CLAUSES

NORTE, DPA = "Norte Cloud", "Norte Cloud DPA"
CUSTOMERS = {
    "A": {"notice_days": "30"},
    "B": {"notice_days": "14", "clock_starts": "PUBLISHED"},
    "C": {"notice_days": "10", "clock_starts": "ACKNOWLEDGED"},
    "D": {"notice_days": "90"},
    "G": {"authorisation": "SPECIFIC"},
}
LOOKED_AFTER = ("--confirm-unchecked", "Looked after by hand.")
DECIDED = (
    "--approver", "head_of_privacy=M. Horvat", "--approver", "ciso=K. Kos", "--dpo-opinion", "favourable",
    "--dpo-text", "No objection.", "--decided-by", "M. Horvat", "--reason", "risk within appetite",
)  # fmt: skip


def test_one_vendor_goes_through_the_whole_job(desk, tmp_path):
    register(desk)
    assessment = diligence(desk, tmp_path)
    decision(desk)
    contract(desk, tmp_path)
    change = telling(desk, tmp_path)
    waiting(desk, change)
    going_live(desk, change)
    proving(desk, change, assessment, tmp_path)
    again(desk, tmp_path)


def day(desk, text):
    """Lets the clock go on to nine o'clock of a day."""
    desk.clock.at = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC).replace(hour=9)


def in_the_way(desk, to, *options):
    """The guards and the facts that refuse a step; each has its remedy."""
    answer = desk("engagement", "move", NORTE, "--to", to, *options, "--json")
    assert answer.code == 7, answer
    blocked = answer.json["blocked"]
    assert all(one[name] for one in blocked for name in ("guard", "fact", "remedy"))
    return {one["guard"] for one in blocked}, [one["fact"] for one in blocked]


def moved(desk, to, *options):
    told = desk.ok("engagement", "move", NORTE, "--to", to, *options)
    assert told["stage"] == to.upper()
    return told


def register(desk):
    """A vendor whose engagement is described step by step until it may be triaged."""
    desk.add_vendor(service="Voice", purpose="Speech to text", **{"reaches-locked": "no"})
    guards, facts = in_the_way(desk, "triaged")
    assert guards == {"submit"}
    assert len(facts) == 4
    places = desk.ok("location", "add", NORTE, "--country", "BR", "--storage", "--access")["locations"]
    assert [one["kind"] for one in places] == ["STORAGE", "ACCESS"]
    desk.ok("engagement", "set", NORTE, "data_categories=LOGS", "role_reviewed_by=M. Horvat",
            "role_rationale=Acts on our instructions only.", "fourth_parties_complete=yes")  # fmt: skip
    moved(desk, "triaged")
    assert in_the_way(desk, "in_due_diligence")[0] == {"open_diligence"}
    desk.ok("engagement", "set", NORTE, *(f"factor_{name}={rate}" for name, rate in FACTORS.items()))
    moved(desk, "in_due_diligence")


def diligence(desk, place):
    """Questions out, answers in, every verdict; what falls short becomes a finding."""
    assert in_the_way(desk, "in_review")[0] == {"complete_evidence"}
    started = desk.ok("assess", "start", NORTE, "--questionnaire", "privacy-security")["assessment"]
    kit = desk.ok("assess", "kit", NORTE, "--out", place / "kit.xlsx")
    questionnaire = ShippedQuestionnaires().get("privacy-security")
    assert kit["questions"] == len(questionnaire.by_id)
    fill_workbook(
        place / "kit.xlsx", place / "back.xlsx", good_answers(questionnaire, date(2026, 11, 23), ("BR",))
    )
    taken = desk.ok("assess", "receive", place / "back.xlsx")
    assert (taken["assessment"], taken["invalid"], taken["unknown"]) == (started, 0, 0)
    assert desk("assess", "finish", NORTE).code == 7
    first, *rest = questionnaire.by_id
    desk.ok(
        "assess", "review", NORTE, "--question", first, "--verdict", "partly", "--comment", "in part only"
    )
    for question in rest:
        desk.ok("assess", "review", NORTE, "--question", question, "--verdict", "meets")
    score = desk.ok("assess", "score", NORTE)
    assert (score["tier"], 0 < score["score"] < 1, bool(score["why"])) == (2, True, True)
    finished = desk.ok("assess", "finish", NORTE)
    assert finished["state"] == "FINISHED"
    assert [one["where"] for one in finished["problems"]] == [first]
    raised = desk.ok("finding", "add", NORTE, "--severity", "h", "--title", "Only in part", "--source", first,
                     "--assessment", NORTE)  # fmt: skip
    assert (raised["state"], raised["assessment"]) == ("OPEN", started)
    moved(desk, "in_review")
    return started


def decision(desk):
    """Approved by those in charge, and confirmed by a second person because the workspace asks for one."""
    desk.ok("workspace", "set", "second_person=yes")
    conditional = ("approved_with_conditions", *DECIDED, "--conditions", "Mend what was found.")
    assert "neither an owner with a due date" in in_the_way(desk, *conditional)[1][0]
    assert desk.ok("finding", "told", "Only in part", "--on", "2026-11-23")["due_on"] == "2026-12-23"
    moved(desk, *conditional)
    guards, _ = in_the_way(desk, "contracting")
    assert guards == {"start_contract"}
    second = replace(desk, person="K. Kos")
    assert second.ok("engagement", "confirm", NORTE, "--dry-run")["confirmed_by"] == "K. Kos"
    assert second.ok("engagement", "confirm", NORTE)["confirmed_by"] == "K. Kos"
    assert second("engagement", "confirm", NORTE).code == 7
    moved(desk, "contracting")


def contract(desk, place):
    """The agreement, read item by item, and the transfer with its impact assessment."""
    assert in_the_way(desk, "notice_pending")[0] == {"G4", "G5", "G6", "G7"}
    (place / "dpa.pdf").write_bytes(b"%PDF-1.7 an agreement")
    desk.ok("document", "add", NORTE, place / "dpa.pdf", "--kind", "DPA", "--title", DPA,
            "--valid-from", "2026-11-01", "--field", "acceptance=SIGNATURE")  # fmt: skip
    told = desk.ok("agreement", "check", DPA, *(f"{one.id}=present" for one in CLAUSES if one.id != "D-13"))
    assert (told["missing"], told["unchecked"]) == ([], ["D-13"])
    told = desk.ok("agreement", "check", DPA, "D-13=present", "--clause", "clause 9")
    assert (told["unchecked"], told["open"]) == ([], [])
    to_brazil = desk.ok(
        "transfer", "add", NORTE, "--to", "BR", "--mechanism", "scc_2021_914", "--module", "3"
    )
    (row,) = desk.ok("transfer", "list", NORTE)["transfers"]
    assert (row["status"], bool(row["remedies"])) == ("INVALID", True)
    assert "G6" in in_the_way(desk, "notice_pending")[0]
    desk.ok("transfer", "set", to_brazil["transfer"], "annexes_complete=yes", "condition_met=yes",
            "tia_outcome=POSITIVE", "tia_valid_until=2027-11-23", "exporter_country=HR")  # fmt: skip
    assert in_the_way(desk, "notice_pending")[0] == {"G6", "G7"}
    desk.ok("transfer", "add", NORTE, "--to", "BR", "--kind", "access", "--mechanism", "scc_2021_914",
            "--module", "3", "--exporter-country", "HR", "--tia-outcome", "positive", "--tia-valid-until",
            "2027-11-23", "--field", "annexes_complete=yes", "--field", "condition_met=yes")  # fmt: skip
    moved(desk, "notice_pending", *LOOKED_AFTER)


def telling(desk, place):
    """A change with its text released, a letter to everybody who goes along, and when they went out."""
    desk.ok(
        "import", "customers", customer_file(place / "customers.csv", CUSTOMERS, timezone="Europe/Zagreb")
    )
    assert in_the_way(desk, "notice_running")[0] == {"send_notices"}
    change = desk.ok("change", "new", "--kind", "add", "--engagement", NORTE, "--planned", "2026-12-24")[
        "number"
    ]
    assert [one["account_id"] for one in desk.ok("change", "affected", change)["affected"]] == list("ABCDG")
    day(desk, "2026-12-01")
    at = ("change", "sent", change, "--at", "2026-12-01T08:30Z", "--proof", "mail server log")
    assert desk(*at).code == 7
    letters = ("change", "letters", change, "--out", place / "letters", "--format", "pdf")
    lacking = len(desk.ok(*letters, "--dry-run")["problems"])
    desk.ok("workspace", "set", "address=Ulica 1, Zagreb", "contact=privacy@acme.example")
    written = desk.ok(*letters)
    assert [one["customer"] for one in written["letters"]] == [NAMES[one] for one in "ABCDG"]
    assert len(written["problems"]) < lacking
    assert len(in_the_way(desk, "notice_running")[1]) == 2
    desk.ok("change", "text", change, "--release")
    assert desk.ok("change", "plan", change, "--on", "2027-03-10")["planned_on"] == "2027-03-10"
    moved(desk, "notice_running")
    sent = desk.ok(*at)["notices"]
    assert {one["sent_at"] for one in sent} == {"2026-12-01T08:30:00Z"}
    assert desk("undo").code == 7
    return change


def dates(desk, change):
    told = desk.ok("change", "dates", change)
    return {one["account_id"]: one["earliest"] for one in told["dates"]}, told["earliest_global"]


def waiting(desk, change):
    """Each customer who holds the date back is dealt with by its own verb."""
    earliest, for_all = dates(desk, change)
    assert (earliest, for_all) == (
        {"A": "2027-01-01", "B": None, "C": None, "D": "2027-03-02", "G": None}, None,
    )  # fmt: skip
    day(desk, "2026-12-14")
    desk.ok("change", "published", change, "--on", "2026-12-02", "--proof", "Archive")
    desk.ok("change", "answered", change, NAMES["C"], "--acknowledged", "2026-12-03")
    desk.ok("change", "shorter", change, NAMES["D"], "--days", "30")
    assert dates(desk, change)[0]["D"] == "2027-03-02"
    desk.ok("change", "shorter", change, NAMES["D"], "--agreed", "2026-12-14", "--note", "mail of Ms Keller")
    raised = desk.ok(
        "change", "objection", change, NAMES["A"], "--received", "2026-12-14T08:00Z", "--ground", "place"
    )
    guards, facts = in_the_way(desk, "ready", *LOOKED_AFTER)
    assert {"G3", "G8", "G9", "ready"} >= guards > {"G3"}
    assert any(NAMES["G"] in one for one in facts)
    assert desk("change", "outcome", change, NAMES["A"], "--to", "overridden").code == 7
    done = desk.ok(
        "change", "outcome", change, NAMES["A"], "--to", "withdrawn", "--note", "letter of 14 December"
    )
    assert (done["objection"], done["closed_on"]) == (raised["objection"], "2026-12-14")
    desk.ok("change", "answered", change, NAMES["G"], "--approved", "2026-12-14")
    assert dates(desk, change) == (
        {"A": "2027-01-01", "B": "2026-12-17", "C": "2026-12-15", "D": "2027-01-01", "G": "2026-12-15"},
        "2027-01-01",
    )  # fmt: skip


def going_live(desk, change):
    """The finding is mended, every window is over, the day has come: live, and the list says so."""
    answer = desk("change", "live", change, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "change.too_early")
    assert in_the_way(desk, "ready", *LOOKED_AFTER)[0] >= {"G3"}
    desk.ok("finding", "move", "Only in part", "--to", "fix_claimed")
    assert desk.ok("finding", "move", "Only in part", "--to", "verified", "--note", "Seen")["open"] is False
    met = ("--attest", "conditions_met", *LOOKED_AFTER)
    moved(desk, "ready", *met)
    assert "go_live" in in_the_way(desk, "live", *met)[0]
    day(desk, "2027-03-10")
    assert set(moved(desk, "live", *met)["not_checked"]) == {"G7", "G10", "G11", "G12"}
    live = desk.ok("change", "live", change)
    assert (live["state"], live["live_on"]) == ("LIVE", "2027-03-10")
    assert desk("change", "cancel", change).code == 7
    shown = desk.ok("engagement", "show", NORTE)
    assert (shown["stage"], shown["live_since"], shown["reassessment_due"]) == (
        "LIVE",
        "2027-03-10",
        "2027-11-23",
    )


def proving(desk, change, assessment, place):
    """What was done stands in reports, in the list, in a bundle and in a journal that proves itself."""
    published = desk.ok("publish", "--profile", "GLOBAL", "--out", place / "public", "--format", "json")
    assert published["rows"] == 1
    bundle = desk.ok("change", "bundle", change, "--out", place / "evidence.zip")
    assert (bundle["letters"], bundle["missing"]) == (5, [])
    assert desk.ok("verify", place / "evidence.zip")["intact"] is True
    desk.ok("report", "assessment", assessment, "--out", place / "assessment.pdf")
    desk.ok("report", "vendor", NORTE, "--out", place / "vendor.pdf")
    review = desk.ok("review", "--quarter", "2027Q1", "--out", place / "review.pdf")
    assert len(review["figures"]) >= 10
    for name in ("assessment.pdf", "vendor.pdf", "review.pdf"):
        assert (place / name).read_bytes().startswith(b"%PDF")
    actions = [one["action"] for one in desk.ok("log", "--limit", "500")["entries"]]
    assert {"notice.sent", "change.published", "objection.move", "finding.move", "decision.confirm",
            "document.clauses", "change.live"} <= set(actions)  # fmt: skip
    assert desk.ok("verify")["intact"] is True


def again(desk, place):
    """A year after its assessment the next one is due, and later overdue; it opens the reassessment."""
    day(desk, "2027-06-01")
    assert in_the_way(desk, "reassessment")[0] == {"start_reassessment"}
    overdue = lambda: [one["name"] for one in desk.ok("vendor", "list", "--filter", "OVERDUE")["vendors"]]  # noqa: E731
    day(desk, "2027-11-23")
    assert overdue() == []
    day(desk, "2027-11-24")
    assert overdue() == [NORTE]
    moved(desk, "reassessment")
    started = desk.ok("assess", "start", NORTE, "--questionnaire", "annual-delta")["assessment"]
    desk.ok("assess", "kit", started, "--out", place / "again.xlsx")
    assert desk.ok("workspace", "check")["sound"] is True
