"""Erasing a person in the window: what was found is shown, and only a second word erases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.support.changing import a_context, a_register
from tests.support.offices import NoFiles, put
from vendorrisk.domain.notice.records import Notice
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.commands import commands_for
from vendorrisk.ui.shell.window import Window
from vendorrisk.usecases import editing
from vendorrisk.usecases.ports import FilesNaming

START = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def context(theme):
    made = a_context()
    a_register(made.office)
    return made


@pytest.fixture
def contact(context):
    with context.office.book.reading() as reader:
        vendor = reader.find(Vendor)[0]
    typed = {"name": "Luísa Prado", "email": "luisa@norte.example"}
    return editing.add(context.office, Contact, typed, vendor_id=vendor.id)


@pytest.fixture
def looks_for(context, qtbot, opened):
    """Types a name into the form that the menu opens, and presses its button."""
    window = Window(context)
    qtbot.addWidget(window)

    def look(person):
        next(one for one in commands_for(context) if one.key == "person.erase").run()
        dialog = opened(FormDialog)
        qtbot.keyClicks(dialog.form.field("person").line, person)
        dialog.verb.click()
        return dialog

    return look


def name_of(context, contact):
    with context.office.book.reading() as reader:
        return reader.get(Contact, contact.id).name


def test_only_a_second_word_erases(context, contact, looks_for):
    context.messages.answers += [False, True]
    looks_for("luisa prado")
    assert name_of(context, contact) == "Luísa Prado"
    looks_for("luisa prado")
    assert name_of(context, contact) == ""
    assert context.messages.asked == ["Permanently erase luisa prado from 1 record?"] * 2


def test_the_question_says_what_stays_and_why_and_which_files_still_tell(
    context, contact, looks_for, monkeypatch
):
    asked, told = [], []
    monkeypatch.setattr(
        context.messages, "confirm", lambda _words, *, about, **_more: asked.append(about) or True
    )
    context.office = replace(context.office, saved=NoFiles(FilesNaming(naming=("outputs/2026-01/a.eml",))))
    put(context, Notice(id="n", change_id="c", customer_id="k", address=contact.email, sent_at=START))
    context.changes.told.connect(told.append)
    looks_for(contact.email)
    parts = asked[0].split("\n\n")
    assert parts[0] == "They belong to: Norte Cloud S.A."
    assert [part.split(" ", 2)[0] for part in parts[2:]] == ["Kept", "Files", "Not"]
    assert "Art. 17(3)(e)" in parts[2]
    assert "outputs/2026-01/a.eml" in parts[3]
    assert told[0].startswith(f"Erased {contact.email} from contacts, customers and notices not yet sent")
    assert told[0].endswith("Records: 1.")


def test_a_name_that_nobody_has_is_said_in_the_form(context, contact, looks_for):
    dialog = looks_for("Nobody")
    assert dialog.isVisible()
    assert "No contact or customer has the name or e-mail address “Nobody”." in dialog.complaint.text()
    dialog.reject()
