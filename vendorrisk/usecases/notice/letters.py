"""Letters: one draft per affected customer, as files; nothing is ever sent from here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Problem, Refused, WrongArgument, msg
from vendorrisk.domain.notice.letter import fact_named
from vendorrisk.domain.notice.letter_facts import LetterFacts, Sender
from vendorrisk.domain.notice.letter_values import FIXED, deadline_kind
from vendorrisk.domain.notice.records import Change, ChangeState, Customer, Notice, Terms
from vendorrisk.domain.notice.shorter import agreed_terms
from vendorrisk.domain.periods import in_force
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    FourthParty,
    Location,
    Service,
    Vendor,
)
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import ALL_SERVICES, dates
from vendorrisk.usecases.notice.letter_folder import Stage, staged
from vendorrisk.usecases.notice.letter_grounds import grounds_of
from vendorrisk.usecases.notice.letter_languages import NO_TEMPLATE, in_english
from vendorrisk.usecases.workspace.settings import Settings, settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

WRITE_LETTERS = action("letters.write")


FORMATS = ("pdf", "eml")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFiles:
    """One letter as files by their ending; empty with the problems that stand in the way.

    `sha256` is the digest of the letter as PDF, whichever files were asked for.
    """

    stem: str
    contents: dict[str, bytes]
    problems: tuple[Problem, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """What stands in one letter, as plain words ready to be read; `language` is the one it is written in.

    `paragraphs` pairs a manner with each text: "text", "heading", or "fact" (label, a tab, value).
    """

    language: str
    company: str
    date: str
    address: tuple[str, ...]
    subject: str
    paragraphs: tuple[tuple[str, str], ...]
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One letter to look at: its words, or nothing where a needed fact is missing, and every problem."""

    text: LetterText | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The files that were written, by customer, and everything missing or doubtful."""

    letters: tuple[tuple[Customer, Path], ...]
    problems: tuple[Problem, ...]


def write_letters(
    office: Office,
    change_id: str,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    *,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    seal: Callable[[], None] = lambda: None,
) -> Written:
    """Writes one letter per customer who goes along into a folder, and keeps each draft's digest.

    Who was told already gets no second letter. A customer whose letter lacks a needed fact gets none and is
    named. `step(done, all)` comes before each letter and may raise to cancel; then folder and register are as
    they were. `seal()` comes once, before files and notices are put in place together. Other work on the
    register goes on meanwhile.

    Raises:
        WrongArgument: there is no such format.
        Refused: every letter went out already, or what they say was changed while they were written.
    """
    _refuse_formats(formats)
    with office.book.reading() as reader:
        drafts = _not_sent_yet(office, reader, reader.get(Change, change_id))
    with staged(folder, keep=office.papers.keep) as stage:
        written = []
        for done, facts in enumerate(drafts):
            step(done, len(drafts))
            files = office.papers.letter(facts, formats)
            paths = tuple(stage.add(f"{files.stem}.{end}", one) for end, one in files.contents.items())
            written.append(_OneLetter(facts, files.sha256, files.problems, paths))
        seal()
        _record(office, change_id, written, stage)
    return Written(
        letters=tuple((one.facts.customer, path) for one in written for path in one.paths),
        problems=(
            *in_english([one.facts.customer for one in written], office.papers.letter_languages()),
            *_once([problem for one in written for problem in one.problems]),
        ),
    )


@dataclass(frozen=True, slots=True)
class _OneLetter:
    facts: LetterFacts
    sha256: str
    problems: tuple[Problem, ...]
    paths: tuple[Path, ...]


def _to_write(office: Office, reader: Reader, change: Change) -> list[LetterFacts]:
    """The facts of all who are told by letter: neither who is kept off, nor who joined meanwhile (N-9)."""
    found = facts_of_all(office, reader, change)
    return [one for one in found if not (one.dates.kept_off or one.dates.joined)]


def _not_sent_yet(office: Office, reader: Reader, change: Change) -> list[LetterFacts]:
    """The facts of those who were told nothing yet: a letter that went out stays the only one of its day.

    Raises Refused where all letters went out.
    """
    sent = {one.customer_id for one in reader.find(Notice, change_id=change.id) if one.sent_at is not None}
    going = _to_write(office, reader, change)
    waiting = [one for one in going if one.customer.id not in sent]
    if going and not waiting:
        facts = {"number": change.number}
        raise Refused(msg("letters.all_sent", **facts), msg("letters.all_sent.remedy", **facts))
    return waiting


def _stated(facts: LetterFacts) -> LetterFacts:
    """The facts without the arithmetic behind the dates, which names the very second and no letter states."""
    return replace(facts, dates=replace(facts.dates, steps=()))


def _refuse_formats(formats: Sequence[str]) -> None:
    unknown = [one for one in formats if one not in FORMATS]
    if unknown or not formats:
        raise WrongArgument(
            msg("letters.format", format=unknown[0] if unknown else ""), msg("letters.format.remedy")
        )


def _record(office: Office, change_id: str, written: list[_OneLetter], stage: Stage) -> None:
    """Puts files and notices in place together, if the letters still say what the register does."""
    with office.book.act(WRITE_LETTERS, change=change_id) as desk:
        change = desk.get(Change, change_id)
        now = _not_sent_yet(office, desk, change)
        if list(map(_stated, now)) != [_stated(one.facts) for one in written]:
            raise Refused(msg("letters.meanwhile"), msg("letters.meanwhile.remedy"))
        known = {one.customer_id: one for one in desk.find(Notice, change_id=change_id)}
        notices = [
            _notice(office, change, one.facts, one.sha256, known.get(one.facts.customer.id))
            for one in written
            if one.paths
        ]
        desk.put(*notices)
        if notices and change.state is ChangeState.DRAFT:
            desk.put(replace(change, state=ChangeState.LETTERS_READY))
        stage.settle()


def _notice(office: Office, change: Change, facts: LetterFacts, sha256: str, known: Notice | None) -> Notice:
    """The notice with the digest of its letter."""
    blank = known or Notice(id=office.new_id(), change_id=change.id, customer_id=facts.customer.id)
    names_a_day = deadline_kind(facts) == FIXED
    return replace(
        blank, terms_id=facts.terms.id, channel=facts.terms.channel,
        address=facts.customer.email or facts.customer.address, content_sha256=sha256,
        written_on=facts.written_on,
        stated_end=facts.dates.last_objection_day if names_a_day else None,
    )  # fmt: skip


def drafts_of(office: Office, change_id: str) -> tuple[LetterFacts, ...]:
    """What the letter of everybody who is told by letter would state now, by customer name."""
    with office.book.reading() as reader:
        return tuple(_to_write(office, reader, reader.get(Change, change_id)))


def read_draft(office: Office, facts: LetterFacts, *, language: str = "") -> Preview:
    """One of those letters in words, in its customer's language or another."""
    return office.papers.letter_text(replace(facts, language=language) if language else facts)


def _once(problems: list[Problem]) -> tuple[Problem, ...]:
    """A fact of the change that is missing is told once, not once for every customer; so are languages."""
    seen: dict[tuple[str, ...], Problem] = {}
    for one in (one for one in problems if one.what.key != NO_TEMPLATE):
        seen.setdefault((one.where, one.what.key, fact_named(one), one.level), one)
    return tuple(seen.values())


def facts_of_all(office: Office, reader: Reader, change: Change) -> Iterator[LetterFacts]:
    """What each affected customer's letter may state, by customer name."""
    common = _Common(office, reader, change)
    for customer, found in dates(office, reader, change).dates:
        yield common.facts(customer, found)


class _Common:
    """What is the same in all letters of a change, read once."""

    def __init__(self, office: Office, reader: Reader, change: Change) -> None:
        self._change = change
        self._today = office.clock.today()
        self._engagement = reader.get(Engagement, change.engagement_id)
        self._vendor = reader.get(Vendor, self._engagement.vendor_id)
        self._settings = settings_of(reader)
        self._terms = {one.id: one for one in reader.find(Terms)}
        self._services = reader.find(Service)
        self._notices = {one.customer_id: one for one in reader.find(Notice, change_id=change.id)}
        on = change.planned_on
        places = reader.find(Location, engagement_id=self._engagement.id)
        self._locations = tuple(in_force(places, on))
        self._places_change = list(self._locations) != in_force(places, self._today)
        self._fourth = tuple(in_force(reader.find(FourthParty, engagement_id=self._engagement.id), on))
        self._contact = _contact(reader, self._vendor.id)
        self._grounds = grounds_of(office, reader, self._engagement, on)
        self._replaced = _replaced(reader, change)

    def facts(self, customer: Customer, found: CustomerDates) -> LetterFacts:
        """The facts of one customer's letter."""
        grounds = self._grounds
        return LetterFacts(
            sender=_sender(self._settings), customer=customer,
            terms=self._terms_of(customer, found), dates=found, change=self._change, vendor=self._vendor,
            engagement=self._engagement, written_on=self._today, language=customer.language or "en",
            replaced=self._replaced, vendor_contact=self._contact,
            services=self._used_by(customer), locations=self._locations, flows=grounds.flows,
            fourth_parties=self._fourth, safeguards=grounds.safeguards, dpa_in_force=grounds.dpa_in_force,
            tia_done=grounds.tia_done, unfit=grounds.unfit, places_change=self._places_change,
        )  # fmt: skip

    def _terms_of(self, customer: Customer, found: CustomerDates) -> Terms:
        """The version by which the dates were counted, so that letter and dates never speak of two."""
        used = self._terms.get(found.terms_id)
        if used is None or used.customer_id != customer.id:
            used = replace(used or Terms(id="", customer_id=""), customer_id=customer.id, assumed=True)
        return agreed_terms(used, self._notices.get(customer.id))

    def _used_by(self, customer: Customer) -> tuple[Service, ...]:
        touched = {self._engagement.service_id}
        every = {one.id for one in self._services if one.code == ALL_SERVICES}
        if touched & every:
            touched = {one.id for one in self._services} - every or every
        used = [one for one in self._services if one.id in touched and one.id in customer.services]
        return tuple(used or [one for one in self._services if one.id in touched])


def _sender(settings: Settings) -> Sender:
    """Our company, which signs, with the data protection officer as one more contact."""
    return Sender(
        company=settings.company, address=settings.address, contact=settings.contact, dpo=settings.dpo,
        list_address=settings.list_address, dpo_name=settings.dpo_name,
    )  # fmt: skip


def _contact(reader: Reader, vendor_id: str) -> str:
    found = [one.email or one.name for one in reader.find(Contact, vendor_id=vendor_id)]
    return next((one for one in found if one), "")


def _replaced(reader: Reader, change: Change) -> str:
    if not change.replaces_id:
        return ""
    engagement = reader.get(Engagement, change.replaces_id)
    return reader.get(Vendor, engagement.vendor_id).name
