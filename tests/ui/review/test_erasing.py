"""Erasing a person in the window: what was found is shown, and only a second word erases."""

from __future__ import annotations

import pytest

from tests.support.changing import a_context, a_register
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.commands import commands_for
from vendorrisk.ui.shell.window import Window
from vendorrisk.usecases import editing


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


def test_a_name_that_nobody_has_is_said_in_the_form(context, contact, looks_for):
    dialog = looks_for("Nobody")
    assert dialog.isVisible()
    assert "No contact or customer has the name or e-mail address “Nobody”." in dialog.complaint.text()
    dialog.reject()
