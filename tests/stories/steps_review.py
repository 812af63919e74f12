"""Steps of the review: reports on paper, the journal that proves itself, and what is on disk."""

from __future__ import annotations

import email
from email import policy


def writes_the_assessment_report(ana, target) -> None:
    """Reports, Other reports, of the first assessment offered."""
    ana.goes_to("Reports")
    ana.picks(target)
    with ana.hands.answering("Report on which assessment?", lambda: ana.hands.clicks("Go on")):
        ana.hands.chooses_from("Other reports", "Report on an assessment…")
    ana.hands.waits_until(lambda: target.exists() and ana.is_idle(), "the assessment report")


def writes_the_quarterly_review(ana, target) -> None:
    """Reports, Save PDF…, of the quarter in sight."""
    ana.goes_to("Reports")
    ana.hands.waits_until(ana.is_idle, "the figures")
    ana.picks(target)
    ana.hands.clicks("Save PDF…")
    ana.hands.waits_until(lambda: target.exists() and ana.is_idle(), "the quarterly review")


def publishes_the_list(ana, folder) -> list[str]:
    """Report, Publish the list, one confirmation; returns what the sheet said would change."""
    folder.mkdir()
    ana.picks(folder)
    ana.hands.chooses_from_menu_bar("Report", "Publish the list of sub-processors…")
    ana.hands.waits_for_dialog("Publish the list")
    told = ana.hands.words()
    with ana.hands.answering("Publish version", lambda: ana.hands.clicks("Publish")):
        ana.hands.clicks("Publish…")
    return told


def steps_on_record(ana) -> list[str]:
    """What Activity shows, the newest first."""
    ana.goes_to("Activity")
    return ana.hands.column("Activity", "What")


def proves_the_journal(ana) -> str:
    """Verify; returns the verdict in words."""
    ana.goes_to("Activity")
    ana.hands.clicks("Verify")
    ana.hands.waits_until(ana.is_idle, "the proof")
    return next(words for words in ana.hands.words() if "fit" in words)


def text_of(pdf) -> str:
    """What a reader reads in a PDF, blanks and line ends made alike."""
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def mail_in(path) -> email.message.EmailMessage:
    """A draft as a mail program opens it."""
    return email.message_from_bytes(path.read_bytes(), policy=policy.default)
