"""Documents of all vendors: what ends first stands first; added, changed and checked with keys and mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.support.books import dump
from tests.support.offices import put, stored
from tests.support.vendors_page import (
    a_vendors_context,
    button,
    cell_of,
    choose,
    dialog_of,
    drop,
    no_dialog,
    papers,
    press,
    said,
    with_five,
)
from tests.support.words import english
from tests.ui.looking import bare, cut, unnamed
from vendorrisk.domain.diligence.clauses import CLAUSES, ItemStanding
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.register.records import Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.diligence.clauses_dialog import ClausesDialog
from vendorrisk.ui.diligence.document_dialog import DocumentForm
from vendorrisk.ui.diligence.documents_page import DocumentsPage
from vendorrisk.usecases.diligence.documents import add_document

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
HOSTILE = "<b>Øre</b> & Søn =cmd() " + "a long title " * 9


def certificate(number, until, *, vendor="v0001", **facts):
    return Document(
        **({"id": f"c{number}", "vendor_id": vendor, "kind": "ISO27001", "title": f"Certificate {number}",
            "edition": "2022", "valid_from": date(2024, 1, 1), "valid_to": until} | facts)
    )  # fmt: skip


@pytest.fixture
def docs(theme):
    """Papers in every state, on 23 November 2026."""
    context = with_five(a_vendors_context())
    put(
        context,
        certificate(1, date(2027, 11, 30)),
        certificate(2, date(2026, 12, 24), vendor="v0002"),
        certificate(3, date(2026, 10, 14), vendor="v0003"),
        certificate(4, date(2029, 1, 1), vendor="v0004", valid_from=date(2027, 1, 1)),
        certificate(5, None, vendor="v0005"),
        Document(id="dpa", vendor_id="v0001", kind="DPA", title="Agreement", valid_from=date(2026, 1, 1)),
    )
    return context


@pytest.fixture
def page(docs, show):
    page = show(DocumentsPage(docs))
    docs.changes.happened.connect(page.reload)
    page.reload()
    return page


def titles(page):
    return [page.model.row_at(place).document.title for place in range(page.model.rowCount())]


def row_of(page, document):
    place = page.model.place_of(document)
    return {key: cell_of(page.model, place, key) for key in ("days", "status", "why", "checked", "until")}


def open_form(page, qtbot):
    qtbot.mouseClick(page.add_button, LEFT)
    return dialog_of(DocumentForm)


def choose_kind(form, code):
    """Chooses a kind as the mouse would."""
    combo = form.form.field("kind").control
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def write(form, key, text):
    """Types into a date as the keyboard would."""
    field = form.form.field(key)
    line = field.control if isinstance(field.control, QLineEdit) else field.findChildren(QLineEdit)[0]
    line.setText(text)


def test_the_key_for_what_is_new_adds_a_document(page, qtbot):
    press(qtbot, page.pane.table, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog_of(DocumentForm).reject()


# The table.


def test_what_ends_first_stands_first_and_what_has_no_end_last(page):
    assert titles(page)[:3] == ["Certificate 3", "Certificate 2", "Certificate 1"]
    assert set(titles(page)[3:]) == {"Agreement", "Certificate 4", "Certificate 5"}


@pytest.mark.parametrize(
    ("document", "days", "status", "reason"),
    [("c1", "372", "Valid", False), ("c2", "31", "Ends soon", False), ("c3", "40 late", "Expired", False),
     ("c4", "", "Not valid yet", True), ("c5", "", "Unknown", True), ("dpa", "", "Valid", False)],
)  # fmt: skip
def test_every_state_is_told_once_with_a_reason_where_its_last_day_is_none(
    page, document, days, status, reason
):
    row = row_of(page, document)
    assert (row["days"], row["status"]) == (days, status)
    assert bool(row["why"]) is reason


def test_the_head_counts_and_the_views_narrow(page):
    assert "6 documents · 1 no longer valid · 1 ends soon · 1 cannot be judged" in said(page.head)
    page.pane.use_view("Agreements")
    assert titles(page) == ["Agreement"]
    page.pane.use_view("Needs attention")
    assert "Certificate 1" not in titles(page)
    assert {"Certificate 2", "Certificate 3"} <= set(titles(page))


def test_a_replaced_paper_is_only_in_the_view_of_all(page, docs):
    put(docs, certificate(6, date(2029, 11, 30), vendor="v0003", valid_from=date(2026, 11, 1)))
    page.reload()
    assert "Certificate 3" not in titles(page)
    page.pane.use_view("All, replaced ones too")
    assert "Certificate 3" in titles(page)


def test_a_kind_and_a_month_narrow_the_list(page):
    choose(page.pane.filter_bar.add.menu(), "Status", "No longer valid")
    assert titles(page) == ["Certificate 3"]
    page.pane.clear_filter()
    page.strip.opened.emit("2026-12-01")
    assert titles(page) == ["Certificate 2"]
    assert [one.condition.label for one in page.pane.filter_bar.chips()] == ["Ends Dec 2026"]
    page.pane.clear_filter()
    choose(page.pane.filter_bar.add.menu(), "Ends in", "Nov 2027")
    assert titles(page) == ["Certificate 1"]


def test_one_document_is_gone_to_whatever_the_view_shows(page):
    page.pane.use_view("Agreements")
    page.show_item("c3")
    assert page.pane.table.current_id() == "c3"
    page.show_item("nothing")
    assert page.pane.table.current_id() == "c3"


def test_no_documents_and_an_empty_view_say_which(theme, show, qtbot):
    page = show(DocumentsPage(with_five(a_vendors_context())))
    page.reload()
    assert page.empty.sentence.text().startswith("No documents yet.")
    assert not page.panel.isVisible()
    assert page.add_button.kind == "secondary"
    qtbot.mouseClick(page._first, LEFT)
    dialog_of(DocumentForm).reject()
    put(page.context, certificate(1, date(2027, 11, 30)))
    page.reload()
    page.pane.use_view("Agreements")
    assert page.empty.sentence.text() == "No document is in the view “Agreements”."
    assert not page._first.isVisible()


@pytest.mark.parametrize("zoom", [100, 150])
def test_nothing_is_cut_or_nameless_and_nothing_scrolls_sideways(page, docs, theme, zoom):
    put(docs, certificate(9, date(2028, 1, 1), vendor="v0002", title=HOSTILE, kind="SOC2_I"))
    theme.set_text_size(zoom)
    page.reload()
    said(page)
    assert HOSTILE in titles(page)
    assert page.pane.table.horizontalScrollBar().maximum() == 0
    assert [cut(page), unnamed(page), bare(page)] == [[], [], []]


# Adding and changing.


def test_a_file_dropped_on_the_page_finds_its_vendor_by_name_and_is_stored_only_by_add(
    page, docs, tmp_path, qtbot
):
    file = tmp_path / "Delta_Mail-iso27001.pdf"
    file.write_bytes(b"%PDF a certificate")
    assert drop(page, 0, file) == "Add as document"
    form = dialog_of(DocumentForm)
    assert [form.form.field(key).value() for key in ("vendor", "file", "title")] == [
        "v0004", file, "Delta_Mail-iso27001",
    ]  # fmt: skip
    assert len(papers(docs)) == 6
    choose_kind(form, "ISO27001")
    qtbot.mouseClick(form.verb, LEFT)
    assert len(papers(docs)) == 7
    docs.undo()
    assert len(papers(docs)) == 6


def test_the_rows_of_the_form_follow_the_kind(page, qtbot):
    form = open_form(page, qtbot)
    shown = {}
    for kind in ("ISO27001", "SOC2_II", "DPA"):
        choose_kind(form, kind)
        shown[kind] = [
            form.form.is_row_shown(key) for key in ("valid_to", "period_end", "acceptance", "edition")
        ]
    assert shown == {"ISO27001": [True, False, False, True], "SOC2_II": [False, True, False, True],
                     "DPA": [True, False, True, False]}  # fmt: skip


@pytest.mark.parametrize("text", ["03/04/2026", "31 February 2027", "soon"])
def test_a_day_that_cannot_be_read_is_named_with_the_remedy_and_stays_where_it_is(page, docs, qtbot, text):
    form = open_form(page, qtbot)
    form.form.field("vendor").show_value("v0004")
    choose_kind(form, "ISO27001")
    form.form.field("number").show_value("IS 12345")
    write(form, "valid_to", text)
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    assert form.form.problem_text("valid_to")
    assert form.form.field("number").value() == "IS 12345"
    assert len(papers(docs)) == 6
    write(form, "valid_to", "2028-02-03")
    qtbot.mouseClick(form.verb, LEFT)
    assert stored(docs, Document, number="IS 12345")[0].valid_to == date(2028, 2, 3)


def test_days_in_the_wrong_order_are_refused_in_the_form(page, docs, qtbot):
    form = open_form(page, qtbot)
    form.form.field("vendor").show_value("v0004")
    choose_kind(form, "ISO27001")
    write(form, "valid_from", "2028-02-03")
    write(form, "valid_to", "2027-02-03")
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    assert form.form.problem_text("valid_to")
    assert len(papers(docs)) == 6


def test_without_a_vendor_and_a_kind_nothing_is_added(page, docs, qtbot):
    form = open_form(page, qtbot)
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    assert form.form.problem_text("vendor") == "This is needed. Please fill it in."
    assert len(papers(docs)) == 6


def test_a_file_that_is_gone_by_the_time_of_add_is_told_and_what_was_typed_stays(page, docs, tmp_path, qtbot):
    file = tmp_path / "delta mail.pdf"
    file.write_bytes(b"%PDF")
    drop(page, 0, file)
    form = dialog_of(DocumentForm)
    choose_kind(form, "OTHER")
    file.unlink()
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    assert "there is no such file" in form.form.problem_text("file")
    assert docs.office.evidence.files == {}
    assert form.form.field("title").value() == "delta mail"
    assert len(papers(docs)) == 6


def test_f2_changes_one_field_as_one_step_and_escape_keeps_a_draft(page, docs, qtbot):
    page.pane.table.setFocus()
    page.pane.table.go_to("c2")
    press(qtbot, page.pane.table, KEY.Key_F2)
    form = dialog_of(DocumentForm)
    form.form.field("number").show_value("IS 1")
    press(qtbot, form, KEY.Key_Escape)
    assert stored(docs, Document, id="c2")[0].number == ""
    page.edit()
    again = dialog_of(DocumentForm)
    assert again.form.field("number").value() == "IS 1"
    qtbot.mouseClick(again.verb, LEFT)
    changed = stored(docs, Document, id="c2")[0]
    assert (changed.number, changed.valid_to) == ("IS 1", date(2026, 12, 24))
    docs.undo()
    assert stored(docs, Document, id="c2")[0].number == ""


def test_enter_opens_a_copy_or_the_form_where_there_is_no_file(page, docs, qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "vendorrisk.ui.diligence.document_table.QDesktopServices.openUrl",
        lambda url: bool(opened.append(url.toLocalFile())) or True,
    )
    file = tmp_path / "soc.pdf"
    file.write_bytes(b"%PDF of a report")
    added = add_document(docs.office, "v0001", file, {"kind": "OTHER", "title": "Report"})
    page.reload()
    page.pane.table.setFocus()
    page.pane.table.go_to(added.id)
    press(qtbot, page.pane.table, KEY.Key_Return)
    (copy,) = opened
    assert copy != str(file)
    assert Path(copy).read_bytes() == b"%PDF of a report"
    page.pane.table.go_to("c1")
    press(qtbot, page.pane.table, KEY.Key_Return)
    assert dialog_of(DocumentForm).windowTitle() == "Certificate 1"


# The checklist of an agreement.


@pytest.fixture
def checklist(page):
    page.pane.table.select_ids(["dpa"])
    page.check_action.trigger()
    return dialog_of(ClausesDialog)


def results(docs):
    return {one.item: one.result for one in stored(docs, ClauseCheck, document_id="dpa")}


def test_the_checklist_has_what_article_28_3_a_to_h_asks_for(checklist):
    cited = " ".join(one.citation for one in CLAUSES)
    assert all(f"({letter})" in cited for letter in "abcdefgh")
    assert checklist.model.rowCount() == len(CLAUSES)
    assert "to be checked by law" in checklist.progress.text()


def test_results_are_kept_at_once_by_key_and_the_next_open_item_comes(checklist, docs, qtbot):
    checklist.table.setFocus()
    first = checklist.table.current_id()
    press(qtbot, checklist, KEY.Key_1, ALT)
    second = checklist.table.current_id()
    press(qtbot, checklist, KEY.Key_3, ALT)
    assert first != second
    assert results(docs) == {first: ClauseResult.PRESENT, second: ClauseResult.MISSING}
    assert second in checklist.progress.text()
    docs.undo()
    assert results(docs) == {first: ClauseResult.PRESENT}


def test_clause_and_note_are_kept_on_leaving_their_fields(checklist, docs, qtbot):
    first = checklist.table.current_id()
    qtbot.mouseClick(checklist.results[ClauseResult.WEAK], LEFT)
    checklist.table.go_to(first)
    checklist.note.show_value("Names no deadline")
    checklist.note.commit()
    (kept,) = stored(docs, ClauseCheck, document_id="dpa")
    assert (kept.result, kept.note) == (ClauseResult.WEAK, "Names no deadline")


def test_the_table_says_how_far_the_checklist_is(page, checklist, qtbot):
    press(qtbot, checklist, KEY.Key_1, ALT)
    told = checklist.progress.text()
    button(checklist, "Close").click()
    assert no_dialog(ClausesDialog)
    counted = row_of(page, "dpa")["checked"]
    assert counted.startswith("1 of ")
    assert told.startswith(f"{counted} checked"), "the same items are counted everywhere"


@pytest.mark.parametrize("zoom", [100, 150])
def test_nothing_of_the_checklist_is_cut(page, theme, zoom):
    theme.set_text_size(zoom)
    page.pane.table.select_ids(["dpa"])
    page.check()
    dialog = dialog_of(ClausesDialog)
    said(dialog)
    assert [cut(dialog), unnamed(dialog)] == [[], []]


def test_escape_leaves_the_checklist_from_its_table(checklist, qtbot):
    checklist.table.setFocus()
    checklist.table.select_ids(["D-01"])
    press(qtbot, checklist.table, KEY.Key_Escape)
    assert no_dialog(ClausesDialog)


def test_every_result_of_the_checklist_has_room_for_its_words(checklist):
    wide = {one.key: one.width for one in checklist.model.columns}["standing"]
    measured = checklist.table.fontMetrics().horizontalAdvance
    assert max(measured(english().say(label(one))) for one in ItemStanding) + 24 <= wide


def test_only_agreements_have_a_checklist(page, docs, qtbot):
    page.pane.table.select_ids(["c1"])
    before = dump(docs.office.book.writer)
    with qtbot.waitSignal(docs.changes.told) as told:
        page.check_action.trigger()
    assert told.args == ["The checklist belongs to data processing agreements."]
    assert no_dialog(ClausesDialog)
    assert dump(docs.office.book.writer) == before
    assert len(stored(docs, Vendor)) == 5
