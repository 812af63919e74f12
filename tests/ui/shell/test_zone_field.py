"""The company's time zone is found by any part of its name, and what is none is never taken for saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.contexts import make_context
from vendorrisk.ui.shell.setting_form import Asked, SettingForm
from vendorrisk.ui.shell.zone_field import ZoneField
from vendorrisk.usecases.workspace.settings import settings_of


@pytest.fixture
def context():
    return make_context()


@pytest.fixture
def form(qtbot, theme, context):
    made = SettingForm(context, (Asked(name="zone", make=ZoneField),))
    qtbot.addWidget(made)
    made.reload()
    made.show()
    return made


def entered(qtbot, form, typed):
    line = form.field("zone").combo.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def stored(context):
    with context.office.book.reading() as reader:
        return settings_of(reader).zone


@pytest.mark.parametrize("typed", ["Europe/Berlin", "europe/berlin", "Berlin", "Europe/Berl"])
def test_a_zone_is_taken_by_its_name_or_the_only_part_that_fits(qtbot, form, context, typed):
    entered(qtbot, form, typed)
    assert (stored(context), form.field("zone").combo.currentText()) == ("Europe/Berlin", "Europe/Berlin")
    assert form.problem_text("zone") == ""


@pytest.mark.parametrize("typed", ["UTCEurope/Berlin", "Mars", "Europe"])
def test_what_is_no_zone_or_many_is_said_under_the_field_and_stores_nothing(qtbot, form, context, typed):
    entered(qtbot, form, typed)
    assert stored(context) == "UTC"
    assert form.problem_text("zone") == (
        f"{typed} is not a time zone. Type a city, such as Zagreb, and choose from the list."
    )
