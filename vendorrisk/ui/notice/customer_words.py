"""What is said of customers on screen: languages, data centres and channels by name, and their changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from vendorrisk.domain.notice.records import DataCentre
from vendorrisk.domain.record import text_in
from vendorrisk.ui.notice.change_words import KINDS, OBJECTIONS, state_of
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.customer_changes import CustomerChange
    from vendorrisk.usecases.notice.customer_terms import MovedDate

CHANNELS: Final = (
    ("EMAIL", mark("E-mail")),
    ("PORTAL", mark("Portal")),
    ("LETTER", mark("Letter")),
    ("WEB_LIST", mark("Published list")),
)
"""By which ways notices are sent."""


def language_name(tag: str) -> str:
    """A language by its English name; a tag that nobody knows stands for itself."""
    locale = QLocale(tag)
    if not tag or locale.language() in {QLocale.Language.C, QLocale.Language.AnyLanguage}:
        return tag
    name = QLocale.languageToString(locale.language())
    region = tag.partition("-")[2]
    return tr("{language} ({region})", language=name, region=region) if region else name


def centre_name(context: Context, code: str) -> str:
    """A data centre by its name, and its code where that says more."""
    with context.office.book.reading() as reader:
        found = reader.find(DataCentre, code=code)
    name = text_in(found[0].name, "en") if found else ""
    return code if name in {"", code} else tr("{name} ({code})", name=name, code=code)


def channel_name(code: str) -> str:
    """By which way notices are sent, in words."""
    known = dict(CHANNELS).get(code)
    return tr(known) if known else code


def change_title(one: CustomerChange) -> str:
    """Which change it is."""
    return tr("{number} {kind} {vendor}", number=one.change.number, kind=tr(KINDS[one.change.kind]),
              vendor=one.vendor)  # fmt: skip


def change_story(one: CustomerChange) -> str:
    """How the change stands with the customer, in a line."""
    parts = [state_of(one.change.state).text]
    if one.sent_at is not None:
        parts.append(tr("told {day}", day=day(one.sent_at.date())))
    elif not one.is_over:
        parts.append(tr("not told yet"))
    if one.notice is not None and one.notice.approved_on is not None:
        parts.append(tr("approved {day}", day=day(one.notice.approved_on)))
    parts += [tr("objection: {state}", state=_lower(tr(OBJECTIONS[held.state]))) for held in one.objections]
    if one.kept_off:
        parts.append(tr("kept off"))
    elif one.objection_until is not None and not one.is_over:
        parts.append(tr("may object until {day}", day=day(one.objection_until)))
    if one.earliest is not None and not one.is_over:
        parts.append(tr("use from {day}", day=day(one.earliest)))
    return ", ".join(parts)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def moved_words(moved: tuple[MovedDate, ...]) -> str:
    """Which changes have another first day now that terms were changed; nothing where none has."""
    parts = [
        tr("{change}, {customer}: {before} → {now}", change=one.number, customer=one.customer,
           before=day(one.before) if one.before else tr("no date"),
           now=day(one.now) if one.now else tr("no date"))
        for one in moved
    ]  # fmt: skip
    return "; ".join(parts)
