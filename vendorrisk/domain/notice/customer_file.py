"""A customer file, row by row: what each column means, and every cell that cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date  # noqa: TC003  (part of a result)
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from vendorrisk.domain.message import Level, Problem, UserError, msg
from vendorrisk.domain.notice import customer_cells as cells_as
from vendorrisk.domain.notice.customer_cells import MOST_DAYS, Period
from vendorrisk.domain.notice.customer_headings import (
    is_about_sub_processors,
    period_spoken_of,
    without_object,
)
from vendorrisk.domain.notice.records import Authorisation, ClockStart, CountRule, DayUnit, ObjectionBlocks
from vendorrisk.domain.notice.terms import counts_business_days
from vendorrisk.domain.register import fields, text
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_CAMEL_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_UNIT_BEHIND = re.compile(r"(?P<plain>[^()\[\],]+?)\s*(?:[(\[](?P<unit>[^()\[\]]+)[)\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One customer as a file describes it. `given` are the columns in which it says something.

    `contacts` are further people, each with name and address. `objection_days` None: the window ends with the
    notice. `deemed_unit`, `objection_unit` None: as `notice_unit`.
    """

    where: str
    given: tuple[str, ...]
    name: str
    account_id: str = ""
    services: tuple[str, ...] = ()
    data_centre: str = ""
    region_lock: bool = False
    authorisation: Authorisation = Authorisation.GENERAL
    notice_days: int = 30
    notice_unit: DayUnit = DayUnit.CALENDAR
    clock_starts: ClockStart = ClockStart.SENT
    deemed_days: int = 0
    deemed_unit: DayUnit | None = None
    objection_days: int | None = None
    objection_unit: DayUnit | None = None
    objection_blocks: ObjectionBlocks = ObjectionBlocks.UNTIL_WINDOW_ENDS
    holidays: str = ""
    timezone: str = "UTC"
    language: str = "en"
    email: str = ""
    active: bool = True
    address: str = ""
    contacts: tuple[tuple[str, str], ...] = ()
    clause: str = ""
    channel: str = "EMAIL"
    count_rule: CountRule = CountRule.EXCLUDE_START_DAY
    request_lead_days: int | None = None
    commission_clauses: bool = False
    dora: bool = False
    critical_function: bool = False
    pre_approved_affiliates: bool = False
    pre_approved_names: tuple[str, ...] = ()
    pre_approved_eea: bool = False
    since: date | None = None

    @property
    def states_terms(self) -> bool:
        """Whether it says anything about the agreed terms, so that ours need not be assumed."""
        said = [name for name in TERMS if name in self.given and name not in BESIDE_TERMS]
        return any(name not in MEAN_SOMETHING_EMPTY or getattr(self, name) not in {None, ""} for name in said)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersRead:
    """The rows that can be taken, and everything that cannot, with its cell."""

    rows: tuple[CustomerRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def _refused(key: str, **facts: object) -> UserError:
    return UserError(msg(key, **facts), msg(f"{key}.remedy", **facts))


def _days(typed: str) -> int:
    number = fields.whole_number(0, MOST_DAYS)(typed)
    if number is None:
        raise _refused("customers.days")
    return number


_OF_NO_PLACE = frozenset({"localtime", "Factory", "posixrules"})
"""Names of zone files that mean whatever a computer is set to."""
_TIMES = frozenset({"CET", "EET", "EST", "GMT", "HST", "MET", "MST", "WET"})
"""Names of times that are zones too; whether they know summer time is not what their readers expect."""


@cache
def _zones() -> dict[str, str]:
    """Looked up once: the search through the time zone files takes longer than reading a row."""
    return {zone.casefold(): zone for zone in available_timezones() - _OF_NO_PLACE}


def _zone(typed: str) -> str:
    zone = _zones().get(typed.casefold())
    if zone is None:
        raise _refused("customers.zone", zone=typed)
    return zone


def _place(typed: str) -> str:
    if not _PLACE.fullmatch(typed.upper()):
        raise _refused("customers.place", place=typed)
    return typed.upper()


def _language(typed: str) -> str:
    language, *parts = re.split(r"[-_]", cells_as.language(typed))
    tag = "-".join((language.lower(), *parts))
    if not _LANGUAGE.fullmatch(tag):
        raise _refused("customers.language", language=typed)
    return tag


def _name(typed: str) -> str:
    if "\n" in typed:
        raise _refused("customers.name_lines")
    return text.name(typed)


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is read, and under which other headings it is known.

    `perhaps` are headings that often mean something else elsewhere: they are taken with a warning.
    """

    reads: Callable[[str], Any]
    also: tuple[str, ...] = field(default=())
    perhaps: tuple[str, ...] = field(default=())

    @property
    def headings(self) -> tuple[str, ...]:
        """All its headings but its own name."""
        return (*self.also, *self.perhaps)


COLUMNS: Mapping[str, Column] = {
    "name": Column(
        _name,
        ("customer", "customer name", "company", "company name", "account name", "client", "client name",
         "legal name", "organisation name", "organization name", "kunde", "kundenname", "firma", "firmenname",
         "nom", "nom du client", "raison sociale", "cliente", "nombre del cliente", "razon social",
         "ragione sociale", "klant", "klantnaam"),
        ("organisation", "organization"),
    ),
    "account_id": Column(
        cells_as.account,
        ("customer id", "customer number", "customer no", "account number", "account no", "crm id",
         "client id", "client number", "client no", "kundennummer", "kunden nr", "kundennr", "kunden id",
         "numero de client", "numero client", "n de compte", "numero de compte", "numero de cliente",
         "debitorennummer", "debitoren nr"),
        ("account", "kontonummer"),
    ),
    "services": Column(
        cells_as.several(text.name),
        ("products", "service", "product", "dienste", "dienst", "leistungen", "produkte", "produits",
         "produit"),
    ),
    "data_centre": Column(
        text.line, ("data center", "hosting region", "rechenzentrum", "centre de donnees"), ("region",)
    ),
    "region_lock": Column(
        cells_as.yes_no,
        ("region locked", "region lock y n", "region lock yes no", "regionsbindung", "region gesperrt",
         "regionssperre"),
    ),
    "authorisation": Column(
        cells_as.authorisation,
        ("authorization", "authorisation model", "authorization model", "genehmigung", "autorisation"),
    ),
    "notice_days": Column(
        _days,
        ("sub processor notice", "sub processor notice days", "sub processor notice period",
         "ankundigungsfrist", "vorankundigung", "mitteilungsfrist", "delai de notification", "preavis",
         "delai de preavis", "delai d information", "plazo de aviso", "plazo de preaviso"),
        ("notice", "notice period", "notice period in days"),
    ),
    "notice_unit": Column(cells_as.day_unit, ()),
    "clock_starts": Column(fields.one_of(ClockStart), ("clock",)),
    "deemed_days": Column(_days, ()),
    "deemed_unit": Column(cells_as.day_unit, ()),
    "objection_days": Column(
        _days,
        ("objection", "objection period", "objection period in days", "objection window", "widerspruchsfrist",
         "widerspruch",
         "einspruchsfrist", "delai d opposition", "delai d objection", "plazo de oposicion"),
    ),
    "objection_unit": Column(cells_as.day_unit, ()),
    "objection_blocks": Column(fields.one_of(ObjectionBlocks), ()),
    "holidays": Column(_place, ("holiday calendar", "feiertage", "jours feries"), ("calendar",)),
    "timezone": Column(_zone, ("time zone", "zeitzone", "fuseau horaire"), ("zone",)),
    "language": Column(_language, ("sprache", "langue")),
    "email": Column(
        fields.emails,
        ("e mail", "mail", "email address", "e mail address", "notice email", "privacy email",
         "privacy contact", "e mail adresse", "courriel", "adresse e mail", "dpo email", "dpo e mail",
         "correo electronico", "privacy contact email", "data protection email", "notice contact email"),
        ("contact", "contact email", "primary contact email", "person email work"),
    ),
    "status": Column(
        cells_as.is_active,
        ("customer status", "account status", "kundenstatus", "statut", "active", "aktiv", "actif", "activo",
         "lifecycle stage"),
    ),
    "address": Column(
        text.paragraphs,
        ("postal address", "mailing address", "postanschrift", "anschrift", "adresse postale"), ("adresse",),
    ),
    "contacts": Column(
        cells_as.several(cells_as.contact),
        ("further contacts", "other contacts", "notice contacts", "weitere kontakte", "autres contacts"),
    ),
    "clause": Column(
        text.line,
        ("contract clause", "clause relied on", "dpa clause", "klausel", "vertragsklausel",
         "clause du contrat"),
    ),
    "channel": Column(cells_as.channel, ("notice channel", "versandweg")),
    "count_rule": Column(cells_as.count_rule, ("counting",)),
    "request_lead_days": Column(_days, ("request lead time", "lead time of a request")),
    "commission_clauses": Column(cells_as.yes_no, ()),
    "dora": Column(cells_as.yes_no, ("dora rider",)),
    "critical_function": Column(cells_as.yes_no, ("critical or important function",)),
    "pre_approved_affiliates": Column(cells_as.yes_no, ("affiliates approved",)),
    "pre_approved_names": Column(cells_as.several(text.name), ("approved sub processors",)),
    "pre_approved_eea": Column(cells_as.yes_no, ("approved in the eea only",)),
    "customer_since": Column(cells_as.day, ("kunde seit", "client depuis", "contract since")),
}  # fmt: skip
"""The columns of the contract; an empty cell says nothing, and a new customer gets what `CustomerRow` has."""

TERMS = (
    "authorisation", "notice_days", "notice_unit", "clock_starts", "deemed_days", "deemed_unit",
    "objection_days", "objection_unit", "objection_blocks", "holidays", "clause", "channel", "count_rule",
    "request_lead_days", "commission_clauses", "dora", "critical_function", "pre_approved_affiliates",
    "pre_approved_names", "pre_approved_eea",
)  # fmt: skip
"""The columns that describe the agreed terms."""

BESIDE_TERMS = frozenset(
    {"clause", "channel", "pre_approved_affiliates", "pre_approved_names", "pre_approved_eea"}
)
"""Columns that go with agreed terms, and alone do not say what was agreed."""

MEAN_SOMETHING_EMPTY = frozenset({"deemed_unit", "objection_days", "objection_unit", "holidays"})
"""Columns in which an empty cell is a statement: ends with the notice, as the notice, weekends only."""

_FIELD = {"status": "active", "customer_since": "since"}

_OF_A_STEP = frozenset(
    {"date", "by", "on", "since", "contact", "email", "datum", "von", "am", "seit", "le", "par"}
)
"""Words of headings that are about the giving of an authorisation, not about its kind."""

UNIT_OF: Mapping[str, str] = {
    "notice_days": "notice_unit", "deemed_days": "deemed_unit", "objection_days": "objection_unit",
}  # fmt: skip
"""The columns of days, with the column that says which days are meant."""


@lru_cache(maxsize=1024)
def column_of(heading: str) -> str:
    """The column that a heading means; empty for one that nobody knows.

    Whether an authorisation is general or specific decides what silence means (GDPR 28(2)), so that column is
    known by its word, whatever stands around it: "Type of sub-processor authorization".
    """
    plain = _plain(heading_and_unit(heading)[0])
    about = cells_as.WORDS_FOR_AUTHORISATION & set(plain.split()) and not _OF_A_STEP & set(plain.split())
    return _headings().get(plain) or ("authorisation" if about else period_spoken_of(plain))


@lru_cache(maxsize=1024)
def may_mean_otherwise(heading: str) -> bool:
    """Whether a known heading often means something else in other programs, such as "Region"."""
    plain = _plain(heading_and_unit(heading)[0])
    if plain not in _headings() and period_spoken_of(plain):
        return not is_about_sub_processors(plain)
    return any(plain in map(_plain, column.perhaps) for column in COLUMNS.values())


@lru_cache(maxsize=1024)
def heading_and_unit(heading: str) -> tuple[str, str]:
    """A heading without the unit behind it: ("Notice period", "business days") of both in one."""
    found = _UNIT_BEHIND.fullmatch(heading.strip())
    if found and cells_as.is_unit(found["unit"]) and column_of(found["plain"]) in UNIT_OF:
        return found["plain"], found["unit"]
    return heading, ""


def _plain(heading: str) -> str:
    return fold(_CAMEL_HUMP.sub(" ", without_object(heading)))


@cache
def _headings() -> dict[str, str]:
    return {_plain(heading): name for name, column in COLUMNS.items() for heading in (name, *column.headings)}


def read_customer(
    cells: Mapping[str, tuple[str, str]], where: str
) -> tuple[CustomerRow | None, list[Problem]]:
    """One row from its cells (column -> text and address); None where a cell keeps it out.

    Every wrong cell of the row is named, not only the first. A row that is taken may have warnings.
    """
    values: dict[str, Any] = {}
    periods: dict[str, Period] = {}
    problems: list[Problem] = []
    for name, (typed, address) in cells.items():
        if not typed.strip():
            continue
        try:
            if name in UNIT_OF:
                periods[name] = cells_as.period(typed.strip())
            else:
                values[_FIELD.get(name, name)] = COLUMNS[name].reads(typed.strip())
        except UserError as error:
            problems.append(Problem(address, error.what, error.remedy))
    problems += [_units_differ(cells[name]) for name in periods if _contradicts(periods[name], name, values)]
    if not values.get("name") and not problems:
        problems.append(Problem(where, msg("customers.no_name"), msg("customers.no_name.remedy")))
    if problems:
        return None, problems
    values |= _days_of(periods, values)
    said = {name for name, (typed, _) in cells.items() if typed.strip() or name in MEAN_SOMETHING_EMPTY}
    given = tuple(name for name in COLUMNS if name in said | (values.keys() & set(UNIT_OF.values())))
    row = _settled(CustomerRow(where=where, given=given, **values))
    return row, list(_warnings(row, cells))


def _contradicts(written: Period, name: str, values: Mapping[str, Any]) -> bool:
    """Whether cell and unit column say different things; plain "days" are qualified by the column."""
    column = values.get(UNIT_OF[name])
    return None not in {column, written.unit} and written.unit is not column and not written.is_plain


def _units_differ(cell: tuple[str, str]) -> Problem:
    written, address = cell
    return Problem(
        address, msg("customers.units_differ", text=text.line(written)), msg("customers.units_differ.remedy")
    )


def _days_of(periods: Mapping[str, Period], values: Mapping[str, Any]) -> dict[str, Any]:
    """The days, and their units where a cell wrote one and its column did not."""
    days: dict[str, Any] = {name: written.days for name, written in periods.items()}
    units = {UNIT_OF[name]: written.unit for name, written in periods.items() if written.unit}
    return days | {name: unit for name, unit in units.items() if name not in values}


def _warnings(row: CustomerRow, cells: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """What is permitted, and easily meant otherwise: no place for business days, no address for letters."""
    if not row.holidays and counts_business_days(row):
        _, address = cells.get("holidays", ("", row.where))
        yield _doubt(address, "customers.no_place")
    if row.timezone in _TIMES and "timezone" in cells:
        yield _doubt(cells["timezone"][1], "customers.time_for_zone", zone=row.timezone)
    if not row.region_lock and "lock" in row.data_centre.casefold():
        yield _doubt(cells["data_centre"][1], "customers.lock_in_name", centre=row.data_centre)
    if "email" in cells and not (row.email or row.address):
        yield _doubt(cells["email"][1], "customers.no_email")


def _doubt(where: str, key: str, **facts: object) -> Problem:
    return Problem(where, msg(key, **facts), msg(f"{key}.remedy"), Level.WARNING)


def _settled(row: CustomerRow) -> CustomerRow:
    """What is counted in the notice's unit says so, so that two ways to write the same are the same."""
    same = [name for name in ("deemed_unit", "objection_unit") if getattr(row, name) is row.notice_unit]
    settled: dict[str, Any] = dict.fromkeys(same)
    return replace(row, **settled)
