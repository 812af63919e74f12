"""The whole job once, through the window: from an empty folder to a letter in a customer's hands.

Then the file is opened again by a program that was started afresh: what is not found there did not happen.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.stories import steps_decision as decision
from tests.stories import steps_diligence as diligence
from tests.stories import steps_notice as notice
from tests.stories import steps_register as register
from tests.stories import steps_review as review

pytestmark = pytest.mark.story

LISTED = ["Heidelmar GmbH", "Ostvik Data Centres AS", "Tarnwick Voice Ltd", "Umbria Lookup AG"]
SUNDARA = {
    "Name": "Sundara Messaging", "Country of establishment": "ID",
    "What it does": "Delivery of text messages in Indonesia",
    "Stores data in": "ID", "Accesses it from": "ID",
}  # fmt: skip
RATINGS = {
    "Data": "3", "Number of people": "4", "Criticality": "3", "Substitutability": "2", "Access": "2",
    "Territory": "4", "Chain of fourth parties": "1", "History": "2",
}  # fmt: skip
ROLE = {"Why this role": "Delivers on our instructions only.", "Role reviewed by": "Head of privacy"}
CLAUSES = {
    "Country of the importer": "ID", "Country of the exporter": "HR",
    "Transfer mechanism": "EU standard contractual clauses",
    "Module of the clauses": "Module 3: processor to processor",
    "Outcome of the transfer impact assessment": "Positive with measures",
    "Transfer impact assessment valid until": "2027-12-31",
}  # fmt: skip
APPROVAL = {"Decided by": "Head of privacy", "Conditions": "Logs are deleted after 30 days."}
AGREEMENT = {
    "Kind": "Data processing agreement", "Valid from": "2026-08-10", "How it was accepted": "Signature",
}  # fmt: skip
BY_HAND = {"How the unchecked guards were verified": "Region lock and chains were read one by one."}
CONDITIONS_MET = "The conditions of the approval are met"
SMS = {"services": "SMS", "data_centre": "EU", "timezone": "Europe/Zagreb"}
CUSTOMERS = {
    "Aurora Airlines": SMS | {"notice_days": "30", "email": "privacy@aurora.example"},
    "Brodogradnja Split": SMS | {"notice_days": "14", "email": "dpo@brodo.example"},
    "Granite County": SMS | {"authorisation": "SPECIFIC", "email": "privacy@granite.example"},
    "Hrast Insurance": SMS | {"region_lock": "yes", "notice_days": "30", "email": "dpo@hrast.example"},
}


def test_a_new_sub_processor_is_assessed_announced_and_live(analyst, start, tmp_path, reached_out):
    ana = analyst
    folder, _code = ana.makes_a_new_workspace("Example Telecom")
    takes_the_vendor_in(ana)
    assesses_it(ana, tmp_path)
    decides(ana)
    announces_it(ana, tmp_path)
    signs_the_agreement(ana, tmp_path)
    tells_the_customers_and_waits(ana, tmp_path)
    goes_live(ana, tmp_path)
    reports(ana, tmp_path)
    ana.locks()
    ana.unlocks()
    register.opens_the_vendor(ana, "Sundara Messaging")
    ana.hands.corrects_fact("Owner", "Marko Horvat")
    ana.closes_the_window()

    again = start()
    again.opens_recent()
    finds_everything_again(again)
    the_customer_reads(tmp_path / "letters")
    the_board_reads(tmp_path)
    the_world_reads(tmp_path / "published")
    again.closes_the_window()
    assert (folder / "register.lock").read_bytes() == b""
    assert reached_out == []


def takes_the_vendor_in(ana):
    assert register.imports_the_published_list(ana) == LISTED
    register.takes_in_a_vendor(ana, SUNDARA)
    register.rates(ana, RATINGS)
    register.describes_the_engagement(ana, ROLE, "Phone number", "Message body")
    ana.hands.chooses_tab("Locations and transfers")
    for what in ("Storage", "Access"):
        register.records_a_transfer(ana, {"Storage or access": what, **CLAUSES})
    ana.hands.chooses_tab("Overview")


def assesses_it(ana, place):
    decision.moves_to(ana, "Triaged")
    decision.moves_to(ana, "In due diligence")
    decision.begins_to_move(ana, "In review")
    (why,) = decision.stands_in_the_way(ana)
    assert why.startswith("No answers of the vendor are recorded for this engagement. Take in the workbook")
    assert not ana.hands.button("Move to In review").isEnabled()
    decision.leaves_it(ana)

    kit, filled = place / "questions.xlsx", place / "answers.xlsx"
    diligence.starts_an_assessment(ana, "Sundara Messaging", "Privacy and security")
    diligence.writes_the_workbook(ana, kit)
    ana.lets_days_pass(9)
    diligence.the_vendor_fills_in(kit, filled, ana.clock)
    assert diligence.looks_at_what_came_back(ana, filled) == {
        "answered": 39, "blank": 0, "changed": 39, "unreadable": 0, "unknown rows": 0,
        "not as in the register": 0,
    }  # fmt: skip
    diligence.takes_the_answers_in(ana)
    assert diligence.judges_every_answer_by_keyboard(ana) == 39
    diligence.finishes_the_review(ana)
    assert ana.hands.reads("Finished on 12 Aug 2026. The next reassessment is due on 12 Aug 2027.")


def decides(ana):
    register.opens_the_vendor(ana, "Sundara Messaging")
    decision.moves_to(ana, "In review")
    decision.moves_to(ana, "Approved with conditions", APPROVAL)
    decision.moves_to(ana, "Contracting")


def announces_it(ana, place):
    file = notice.a_customer_file(place / "customers.csv", CUSTOMERS)
    assert notice.imports_customers(ana, file) == sorted(CUSTOMERS)
    register.opens_the_vendor(ana, "Sundara Messaging")
    notice.starts_a_change(ana, planned="2026-11-02")
    _told, untold = notice.affected(ana)
    assert "it is not recorded whether the sub-processor can access" in untold["Hrast Insurance"]
    ana.hands.clicks("Open the vendor")
    register.answers_on_the_locked_environment(ana, "No")
    notice.opens_the_change(ana, "2026-01")
    told, untold = notice.affected(ana)
    assert sorted(told) == ["Aurora Airlines", "Brodogradnja Split", "Granite County"]
    assert untold == {
        "Hrast Insurance": "Region-locked, and the sub-processor cannot access the locked environment"
    }
    assert notice.dates(ana) == {
        "Aurora Airlines": "12 Sep 2026", "Brodogradnja Split": "27 Aug 2026", "Granite County": "",
    }  # fmt: skip
    assert ana.hands.reads("no date for all: 1 has none")
    notice.approves_the_text(ana)


def signs_the_agreement(ana, place):
    register.opens_the_vendor(ana, "Sundara Messaging")
    decision.begins_to_move(ana, "Notice pending")
    guard, *_others = decision.stands_in_the_way(ana)
    assert guard.startswith("G4 Agreement with all items of GDPR 28(3): Blocked")
    assert "No agreement under GDPR 28(3) is on record for this engagement." in guard
    assert "Add the signed or accepted agreement as a document" in guard
    assert not ana.hands.button("Move to Notice pending").isEnabled()
    decision.leaves_it(ana)

    paper = place / "Sundara agreement.pdf"
    paper.write_bytes(b"%PDF-1.7 signed by both")
    diligence.drops_a_document(ana, paper, AGREEMENT)
    ana.hands.clicks("Open checklist")
    diligence.checks_every_clause(ana, "Sundara agreement")
    decision.moves_to(ana, "Notice pending", BY_HAND)
    decision.moves_to(ana, "Notice running")


def tells_the_customers_and_waits(ana, place):
    notice.opens_the_change(ana, "2026-01")
    notice.writes_the_letters(ana, place / "letters", 3)
    notice.marks_them_sent(ana, "Log of the mail server")
    ana.comes_back_on(date(2026, 9, 1))
    notice.records_an_approval(ana, "Granite County", "2026-08-28")
    assert notice.dates(ana)["Granite County"] == "29 Aug 2026"
    ana.comes_back_on(date(2026, 11, 2))


def goes_live(ana, place):
    register.opens_the_vendor(ana, "Sundara Messaging")
    decision.moves_to(ana, "Ready", BY_HAND, CONDITIONS_MET)
    decision.moves_to(ana, "Live", BY_HAND, CONDITIONS_MET)
    notice.opens_the_change(ana, "2026-01")
    notice.goes_live(ana)
    register.opens_the_vendor(ana, "Sundara Messaging")
    assert ana.hands.reads("Live, in use since 2 Nov 2026")
    told = review.publishes_the_list(ana, place / "published")
    assert {"Version 1, 5 sub-processors", "This is the first version of this list."} <= set(told)


def reports(ana, place):
    review.writes_the_assessment_report(ana, place / "assessment.pdf")
    review.writes_the_quarterly_review(ana, place / "quarter.pdf")
    steps = review.steps_on_record(ana)
    assert (steps[0], steps[-1]) == ("Publish a list", "Set up the workspace")
    assert review.proves_the_journal(ana).startswith(f"Nothing was altered: {len(steps)} steps with ")


def finds_everything_again(ana):
    assert register.vendors(ana) == sorted([*LISTED, "Sundara Messaging"])
    register.opens_the_vendor(ana, "Sundara Messaging")
    assert ana.hands.fact("Owner") == "Marko Horvat"
    ana.undoes()
    ana.hands.waits_until(lambda: ana.hands.fact("Owner") == "Ana Novak", "the owner of before")
    assert ana.hands.fact("Stage") == "Live, in use since 2 Nov 2026"
    assert ana.hands.fact("Contract") == "Sundara agreement, in force since 10 Aug 2026"
    ana.goes_to("Documents")
    (paper,) = ana.hands.rows("Documents")
    assert (paper["Document"], paper["Status"], paper["File"]) == (
        "Data processing agreement: Sundara agreement", "Valid", "Sundara agreement.pdf",
    )  # fmt: skip
    register.opens_the_vendor(ana, "Sundara Messaging")
    ana.hands.chooses_tab("Notices")
    (change,) = ana.hands.rows("Changes and notices")
    assert {"2026-01", "Live", "2 Nov 2026"} <= set(change.values())
    ana.hands.opens_row("Changes and notices", "2026-01")
    ana.opens_step("Window")
    notices = ana.hands.rows("Answers of customers")
    assert ana.hands.reads("proof: Log of the mail server")
    assert [one["Approved"] for one in notices] == ["", "", "28 Aug 2026"]
    assert review.proves_the_journal(ana).startswith("Nothing was altered: ")


def the_customer_reads(letters):
    assert len(list(letters.glob("*.pdf"))) == len(list(letters.glob("*.eml"))) == 3
    paper = review.text_of(next(letters.glob("2026-01-*-aurora-airlines.pdf")))
    for words in (
        "Example Telecom Aurora Airlines 12 August 2026",
        "Stored in Indonesia",
        "Transfers EU standard contractual clauses, module 3.",
        "Objections until 11 September 2026, end of the day",
        "Planned start 2 November 2026",
    ):
        assert words in paper
    mail = review.mail_in(next(letters.glob("2026-01-*-aurora-airlines.eml")))
    assert (mail["To"], mail["X-Unsent"]) == ("Aurora Airlines <privacy@aurora.example>", "1")
    assert mail["Subject"] == "Change to our sub-processors: Sundara Messaging from 2 November 2026"
    assert "until the end of 11 September 2026" in mail.get_body().get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == (letters / attached.get_filename()).read_bytes()
    granted = review.text_of(next(letters.glob("2026-01-*-granite-county.pdf")))
    assert "Objections until" not in granted


def the_board_reads(place):
    paper = review.text_of(place / "assessment.pdf")
    assert "Assessment of Sundara Messaging" in paper
    assert "Control strength 55 of 100" in paper
    quarter = review.text_of(place / "quarter.pdf")
    assert "Vendor review Q4 2026" in quarter
    assert "Sub-processors in use 5" in quarter


def the_world_reads(folder):
    assert sorted(path.suffix for path in folder.iterdir()) == [".csv", ".html", ".json", ".md"]
    for path in folder.iterdir():
        told = path.read_text(encoding="utf-8-sig")
        assert all(name in told for name in [*LISTED, "Sundara Messaging"])
        assert not any(secret in told for secret in ("Ana Novak", "Logs are deleted", "55 of 100"))
