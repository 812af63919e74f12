"""What is said of customers on screen: languages, data centres and channels by name, and their changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from vendorrisk.domain.notice.records import DataCentre
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice.change_words import KINDS
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.notice.change_words import Say
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.customer_changes import CustomerChange
    from vendorrisk.usecases.notice.customer_terms import MovedDate


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


def change_title(one: CustomerChange) -> str:
    """Which change it is."""
    return tr("{number} {kind} {vendor}", number=one.change.number, kind=tr(KINDS[one.change.kind]),
              vendor=one.vendor)  # fmt: skip


def change_story(one: CustomerChange, say: Say) -> str:
    """How the change stands with the customer, in a line."""
    parts = [say(label(one.change.state))]
    if one.sent_at is not None:
        parts.append(tr("notified {day}", day=day(one.sent_at.date())))
    elif one.joined:
        parts.append(tr("joined while the notice was running"))
    elif not one.is_over:
        parts.append(tr("not notified yet"))
    if one.notice is not None and one.notice.approved_on is not None:
        parts.append(tr("approved {day}", day=day(one.notice.approved_on)))
    parts += [tr("objection: {state}", state=_lower(say(label(held.state)))) for held in one.objections]
    if one.kept_off:
        why = one.kept_off_why
        parts.append(tr("excluded: {why}", why=why) if why else tr("excluded"))
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
