"""Publishing the list: the difference first, one question, files in a folder, no internal word in them."""

from __future__ import annotations

import csv
import json

import pytest
from PySide6.QtCore import Qt

from tests.support.edited import edit_values
from tests.support.offices import put, stored
from tests.support.vendors_page import a_vendor, button, dialog_of, no_dialog, said
from tests.ui.looking import cut, unnamed
from vendorrisk.domain.register.records import Engagement, ListVersion, Stage, Vendor
from vendorrisk.ui.register.publish_list import PublishSheet
from vendorrisk.ui.widgets.page_head import Page
from vendorrisk.usecases.editing import edit_several

LEFT = Qt.MouseButton.LeftButton
INTERNAL = ("Ana Novak", "A word of ours only", "owner", "score", "notes", "factor", "tier", "stage")
FILES = ["sub-processors-global-v1.csv", "sub-processors-global-v1.html", "sub-processors-global-v1.json",
         "sub-processors-global-v1.md"]  # fmt: skip


@pytest.fixture
def page(lone_page):
    return lone_page


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr("vendorrisk.ui.register.publish_list.QDesktopServices.openUrl", lambda _url: True)
    return tmp_path


def open_sheet(page: Page) -> PublishSheet:
    page.publish_list()
    return dialog_of(PublishSheet)


def publish(page, context, qtbot, folder, *, sure=True):
    sheet = open_sheet(page)
    context.messages.answers = [folder, sure]
    qtbot.mouseClick(sheet.verb, LEFT)
    return sheet


def test_the_first_version_is_written_in_every_format_after_one_question(page, context, qtbot, folder):
    publish(page, context, qtbot, folder)
    assert context.messages.asked == ["Folder for the published list", "Publish version 1?"]
    assert sorted(one.name for one in folder.iterdir()) == FILES
    (version,) = stored(context, ListVersion)
    assert (version.version, version.published_on) == (1, context.office.clock.today())
    assert no_dialog(PublishSheet)


def test_no_file_has_an_internal_field(page, context, qtbot, folder):
    """Check 15: by the fields there are, and by words that only the register knows."""
    edit_values(context.office, Vendor, "v0001", notes="A word of ours only")
    edit_values(context.office, Engagement, "e0001", factor_data=5, tier_reason="A word of ours only")
    publish(page, context, qtbot, folder)
    for file in folder.iterdir():
        text = file.read_text("utf-8-sig")
        assert not [word for word in INTERNAL[:2] if word in text]
    published = json.loads((folder / FILES[2]).read_text("utf-8"))
    rows = next(value for value in published.values() if isinstance(value, list))
    fields = {key.lower() for row in rows for key in row}
    assert not [key for key in fields if any(word in key for word in INTERNAL)]
    with (folder / FILES[0]).open(encoding="utf-8-sig", newline="") as table:
        titles = {title.lower() for title in next(csv.reader(table))}
    assert not [title for title in titles if any(word in title for word in INTERNAL)]


def test_drafts_are_not_published(page, context, qtbot, folder):
    edit_values(context.office, Engagement, "e0002", stage=Stage.DRAFT)
    assert "Version 1, 4 sub-processors" in said(open_sheet(page))
    dialog_of(PublishSheet).reject()
    publish(page, context, qtbot, folder)
    assert "Bluefen" not in (folder / FILES[3]).read_text("utf-8")


def test_the_next_version_shows_its_difference_first(page, context, qtbot, folder):
    """Check 15."""
    publish(page, context, qtbot, folder)
    put(context, *a_vendor(6, "Fjordmail AS", place="NO"))
    edit_values(context.office, Engagement, "e0001", stage=Stage.TERMINATED)
    edit_values(context.office, Vendor, "v0004", name="Delta Post")
    edit_values(context.office, Engagement, "e0005", purpose={"en": "Calls"})
    sheet = open_sheet(page)
    words = said(sheet)
    for line in ("Compared with version 1:", "Added: Fjordmail AS", "Removed: Amberline SMS",
                 "Delta Mail (now Delta Post)", "Changed: Eastline Voice", "Version 2"):  # fmt: skip
        assert line in words
    assert [cut(sheet), unnamed(sheet)] == [[], []]


def test_with_nothing_new_the_same_version_is_written_again_without_a_question(page, context, qtbot, folder):
    publish(page, context, qtbot, folder)
    content = (folder / FILES[0]).read_bytes()
    (folder / FILES[0]).unlink()
    context.messages.asked.clear()
    sheet = open_sheet(page)
    assert "Nothing has changed since version 1; its files are written again." in said(sheet)
    assert "Version 1, 5 sub-processors" in said(sheet)
    context.messages.answers = [folder]
    qtbot.mouseClick(sheet.verb, LEFT)
    assert context.messages.asked == ["Folder for the published list"]
    assert (folder / FILES[0]).read_bytes() == content
    assert len(stored(context, ListVersion)) == 1


def test_what_nobody_has_looked_at_is_named_by_its_kind(page, context):
    for number in range(1, 6):
        edit_values(
            context.office, Engagement, f"e000{number}", anchor=context.office.clock.today(), cycles=1
        )
    sheet = open_sheet(page)
    assert "Never assessed" not in said(sheet)
    sheet.reject()
    put(context, *a_vendor(6, "Fjordmail AS", place="BR"))
    words = said(open_sheet(page))
    assert "Never assessed: Fjordmail AS" in words
    assert (
        "Outside the EEA, no transfer on record: Bluefen Analytics, Carrier Norte S.A., Eastline V" in words
    )
    assert [cut(dialog_of(PublishSheet)), unnamed(dialog_of(PublishSheet))] == [[], []]


def test_without_the_last_yes_or_a_folder_nothing_is_published(page, context, qtbot, folder):
    for answers in ([folder, False], [None]):
        sheet = open_sheet(page)
        context.messages.answers = answers
        qtbot.mouseClick(sheet.verb, LEFT)
        assert sheet.isVisible()
        sheet.reject()
    assert list(folder.iterdir()) == []
    assert stored(context, ListVersion) == []


def test_only_the_chosen_formats_are_written_and_at_least_one(page, context, qtbot, folder):
    sheet = open_sheet(page)
    for words in ("HTML", "Markdown", "CSV", "JSON"):
        button(sheet.formats, words).click()
    assert not sheet.verb.isEnabled()
    assert "Choose at least one format." in sheet.verb.toolTip()
    button(sheet.formats, "CSV").click()
    context.messages.answers = [folder, True]
    qtbot.mouseClick(sheet.verb, LEFT)
    assert [one.name for one in folder.iterdir()] == FILES[:1]


def test_region_locked_customers_read_only_of_whom_they_meet_and_an_empty_list_is_refused(
    page, context, qtbot
):
    silent = open_sheet(page)
    qtbot.mouseClick(button(silent.profile, "Region-locked to the EU"), LEFT)
    assert "access to the locked environment is not recorded: " in said(silent)
    silent.reject()
    with context.office.book.reading() as reader:
        known = [one.id for one in reader.find(Engagement)]
    edit_several(context.office, Engagement, known, {"reaches_locked": "no"})
    sheet = open_sheet(page)
    qtbot.mouseClick(button(sheet.profile, "Region-locked to the EU"), LEFT)
    assert not sheet.verb.isEnabled()
    assert "No sub-processor is in use, so the list would be empty." in sheet.verb.toolTip()
    sheet.reject()
    edit_values(context.office, Engagement, "e0002", reaches_locked=True, locked_exception="At night")
    again = open_sheet(page)
    qtbot.mouseClick(button(again.profile, "Region-locked to the EU"), LEFT)
    assert "Version 1, 1 sub-processor" in said(again)
    assert again.verb.isEnabled()


def test_a_folder_that_cannot_be_written_is_explained_and_no_version_is_counted(page, context, qtbot, folder):
    blocked = folder / "file"
    blocked.write_text("here")
    sheet = publish(page, context, qtbot, blocked / "below")
    ((what, remedy),) = context.messages.told
    assert what
    assert remedy
    assert stored(context, ListVersion) == []
    assert sheet.isVisible()
