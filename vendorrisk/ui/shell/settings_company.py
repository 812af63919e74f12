"""Settings, Company: who we are, how we are reached, and what we ask of ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from vendorrisk.domain.register.countries import ISO_3166, USER_ASSIGNED, country_name
from vendorrisk.ui.shell.setting_form import Asked, SettingForm
from vendorrisk.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountryField,
    MultiLineField,
    NumberField,
    TextField,
)
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context

LANGUAGES = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nb", "nl",
    "pl", "pt", "ro", "sk", "sl", "sr", "sv", "tr", "uk",
)  # fmt: skip
"""Languages whose alphabet may order the names."""


def company_form(context: Context) -> SettingForm:
    """The form of the company's own facts."""
    return SettingForm(
        context,
        (
            Asked(name="company", make=lambda: TextField(longest=200)),
            Asked(name="country", make=lambda: CountryField(_countries(context), read=context.country_of)),
            Asked(name="address", make=lambda: MultiLineField(lines=3), hint=tr("Stands on every letter.")),
            Asked(name="contact", make=TextField, hint=tr("Customers answer to this address.")),
            Asked(name="dpo_name", make=TextField),
            Asked(name="dpo", make=TextField),
            Asked(name="list_address", make=TextField, hint=tr("Where customers read the published list.")),
            Asked(name="language", make=lambda: ChoiceField(_languages()),
                  hint=tr("Names are sorted by its alphabet, from the next opening on.")),
            Asked(name="second_person", make=lambda: CheckField(tr("Require a second person")),
                  hint=tr("An approval takes effect only when a second person has confirmed it. On one "
                          "computer this relies on people using their own accounts.")),
        ),
    )  # fmt: skip


def days_form(context: Context) -> SettingForm:
    """The form of the days that we give ourselves."""
    return SettingForm(
        context,
        (
            Asked(name="dpf_recheck_days", make=lambda: NumberField(most=365, unit=tr("days")),
                  hint=tr("Then the entry on the Data Privacy Framework list is checked again.")),
        ),
    )  # fmt: skip


def _countries(context: Context) -> list[tuple[str, str]]:
    named = []
    for code in ISO_3166 | USER_ASSIGNED:
        name = country_name(code)
        named.append((code, name if isinstance(name, str) else context.say(name)))
    return sorted(named, key=lambda pair: pair[1])


def _languages() -> Sequence[tuple[str, str]]:
    named = ((tag, QLocale.languageToString(QLocale(tag).language())) for tag in LANGUAGES)
    return sorted(named, key=lambda pair: pair[1])
