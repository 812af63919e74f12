"""The two questions about public holidays: which years of which place, and which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.shell.checked_dialog import CheckedDialog
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.fields import NumberField, TextField
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

EARLIEST, LATEST = 2000, 2100


def ask_years(parent: QWidget, this_year: int) -> tuple[str, int, int] | None:
    """Asks for a place and the first and last year to fill; none if the person leaves."""
    about = tr("Taken from the holiday library; every day can be changed afterwards.")
    dialog = CheckedDialog(parent, tr("Fill public holidays"), about=about)
    form = dialog.form
    hint = tr("ISO code of a country or of a part of it, such as HR or DE-BE")
    form.add("place", tr("Place"), TextField(longest=10), required=True, hint=hint)
    form.add("first", tr("First year"), NumberField(least=EARLIEST, most=LATEST))
    form.add("last", tr("Last year"), NumberField(least=EARLIEST, most=LATEST))
    form.load({"first": this_year, "last": this_year + 2})
    dialog.offer(tr("Fill"))
    if not dialog.ask():
        return None
    values = form.values()
    return values["place"], values["first"], values["last"]


def ask_day(parent: QWidget, place: str, year: int) -> tuple[date, str] | None:
    """Asks for a day and its name; none if the person leaves."""
    dialog = CheckedDialog(parent, tr("Add a public holiday of {place}", place=place))
    form = dialog.form
    form.add("day", tr("Day"), DateField(), required=True, hint=tr("In {year}", year=year))
    form.add("name", tr("Name"), TextField(longest=200))
    dialog.offer(tr("Add"))
    if not dialog.ask():
        return None
    values = form.values()
    return values["day"], values["name"]
