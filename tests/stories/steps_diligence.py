"""Steps of due diligence: questions go out, answers come back and are judged, papers are filed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.stories.hands import ALT, CTRL
from vendorrisk.app.sample.answers import good_answers
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.app.tour.workbook import fill_workbook
from vendorrisk.ui.review.vendor_page import VendorPage


def starts_an_assessment(ana, vendor: str, questionnaire: str) -> None:
    """Assessments, New assessment, of whom and with which questions."""
    ana.goes_to("Assessments")
    ana.hands.clicks("New assessment", within=ana.page_in_sight.head)
    ana.hands.waits_for_dialog("New assessment")
    offered = ana.hands.offers("Vendor")
    ana.hands.fills("Vendor", next(one for one in offered if one.startswith(vendor)))
    ana.hands.fills("Questionnaire", questionnaire)
    ana.hands.clicks("Start assessment")


def writes_the_workbook(ana, target) -> None:
    """Writes the questionnaire workbook of the assessment the keyboard is on; it counts as sent then."""
    ana.picks(target)
    ana.hands.chooses_from_menu_bar("Assessment", "Write workbook…")
    ana.hands.waits_until(lambda: target.exists() and ana.is_idle(), "the workbook")


def the_vendor_fills_in(kit, target, clock, **otherwise: str) -> None:
    """What a careful vendor would answer, in Excel; `otherwise` says what this one answers instead."""
    questionnaire = ShippedQuestionnaires().get("privacy-security")
    answers = good_answers(questionnaire, clock.at.date(), ("ID",))
    answers |= {key.replace("_", "-"): text for key, text in otherwise.items()}
    fill_workbook(kit, target, answers)


def looks_at_what_came_back(ana, file) -> dict[str, int]:
    """Opens a returned workbook; returns the counts shown, before anything of it is stored."""
    ana.goes_to("Assessments")
    ana.picks(file)
    ana.hands.clicks("Take answers in…")
    ana.hands.waits_for_dialog(f"Answers in {file.name}")
    words = ana.hands.words()
    counted = ("answered", "blank", "changed", "unreadable", "unknown rows", "not as in the register")
    return {what: int(words[words.index(what) - 1]) for what in counted}


def takes_the_answers_in(ana) -> None:
    """The one step; the review opens by itself."""
    ana.hands.clicks("Take answers in")
    ana.hands.waits_for_words("reviewed")


def judges_every_answer_by_keyboard(ana) -> int:
    """Alt+1, Ctrl+Enter, until nothing is left; returns how many there were."""
    judged = 0
    while "0 left" not in ana.hands.words():
        ana.hands.presses(Qt.Key.Key_1, ALT)
        ana.hands.presses(Qt.Key.Key_Return, CTRL)
        judged += 1
        assert judged < 60, ana.hands.words()
    return judged


def finishes_the_review(ana) -> None:
    """Finish, by the space bar."""
    button = ana.hands.button("Finish review")
    button.setFocus()
    ana.hands.presses(Qt.Key.Key_Space)


def drops_a_document(ana, file, facts: dict[str, str]) -> None:
    """Drops a file on the vendor's page, says what it is, and adds it."""
    drops(ana.hands.sees(VendorPage, lambda _page: True), file)
    ana.hands.waits_for_dialog("Add document")
    ana.hands.fills_in(facts)
    ana.hands.clicks("Add")


def drops(widget, *files) -> None:
    """Lets files go over a widget, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    at = widget.rect().center()
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(at, *how))
    event = QDropEvent(QPointF(at), *how)
    QApplication.sendEvent(widget, event)
    assert event.isAccepted(), "nothing takes these files here"


def checks_every_clause(ana, title: str) -> None:
    """Goes through the checklist of an agreement: Alt+1 for each item that the law or we ask for."""
    ana.hands.waits_for_dialog(f"Checklist of {title}")
    items = len(ana.hands.rows("Items of the checklist"))
    table = ana.hands.table("Items of the checklist")
    table.setFocus()
    for _ in range(items):
        ana.hands.presses(Qt.Key.Key_1, ALT)
    ana.hands.clicks("Close")
