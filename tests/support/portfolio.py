"""A dozen vendors as a quarterly review finds them: good ones, late ones, new ones, one that left.

Written straight into the register, the older half of it before the quarter began, so that something moved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.support.assessed import FewQuestionnaires
from tests.support.changing import a_context
from tests.support.edited import edit_values
from tests.support.law import the_law
from tests.support.offices import TODAY, NoLaw
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import (
    Assessment,
    AssessmentState,
    ClauseCheck,
    ClauseResult,
    Document,
    Finding,
    FindingState,
    Severity,
)
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    Location,
    LocationKind,
    Role,
    Service,
    Stage,
    Vendor,
)
from vendorrisk.usecases.editing import ADD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.record import Record
    from vendorrisk.ui.shell.context import Context

FACTORS = ("data", "volume", "criticality", "substitutability", "access", "territory", "chain", "history")
COUNT = 12
DAY = timedelta(days=1)


def a_portfolio(count: int = COUNT) -> Context:
    """The context of an office that holds it; today is 23 November 2026, by both clocks.

    Above a dozen, the first ten come again and again.
    """
    context = a_context(law=NoLaw(transfers=the_law()), questionnaires=FewQuestionnaires())
    office = context.office
    summer = TODAY - date(2026, 8, 3)
    office.clock.day, office.clock.at = TODAY - summer, office.clock.at - summer
    with office.book.act(ADD[Contact]) as desk:
        desk.put(Service(id="sms", code="SMS", name={"en": "Text messages"}))
        for number in range(COUNT):
            desk.put(*_vendor(number))
        desk.put(*(one for number in range(COUNT, count) for one in _again(number)))
    office.clock.day, office.clock.at = TODAY, office.clock.at + summer
    _autumn(context)
    return context


def _again(number: int) -> Iterator[Record]:
    for one in _vendor(number % 10):
        names = {"name": f"Vendor {number:02}"} if isinstance(one, Vendor) else {}
        ids = {name: getattr(one, name, None) for name in ("id", "vendor_id", "engagement_id", "document_id")}
        yield replace(one, **names, **{name: f"{id_}.{number}" for name, id_ in ids.items() if id_})


def _autumn(context: Context) -> None:
    """What happened since the quarter began: two joined, one left, the risk of two moved."""
    office = context.office
    for number in (10, 11):
        edit_values(office, Engagement, f"e{number}", stage=Stage.LIVE, live_since=date(2026, 10, 5 + number))
    edit_values(office, Engagement, "e9", stage=Stage.TERMINATED, valid_to=date(2026, 11, 1))
    edit_values(office, Engagement, "e2", **{f"factor_{name}": 5 for name in FACTORS})
    edit_values(office, Engagement, "e3", **{f"factor_{name}": 1 for name in FACTORS})


def _vendor(number: int) -> Iterator[Record]:
    vendor, engagement = f"v{number}", f"e{number}"
    yield Vendor(id=vendor, name=f"Vendor {number:02}", country="DE")
    rated = (
        {} if number == 8 else {f"factor_{name}": 1 + (number + at) % 5 for at, name in enumerate(FACTORS)}
    )
    yield Engagement(
        id=engagement,
        vendor_id=vendor,
        service_id="sms",
        purpose={"en": "Hosting"},
        owner="Ana Novak",
        role=Role.INDEPENDENT_CONTROLLER if number == 7 else Role.SUB_PROCESSOR,
        stage=Stage.IN_DUE_DILIGENCE if number >= 10 else Stage.LIVE,
        live_since=date(2025, 5, 1),
        anchor=None if number == 6 else date(2025, 10, 20) + 30 * number * DAY,
        cycles=1,
        **rated,
    )
    yield from _where(number, engagement)
    yield from _papers(number, vendor, engagement)
    yield from _work(number, engagement)


def _where(number: int, engagement: str) -> Iterator[Record]:
    country = "US" if number % 3 == 0 else "DE"
    yield Location(id=f"l{number}", engagement_id=engagement, kind=LocationKind.STORAGE, country=country)
    mechanism = "SCC_2021_914" if number % 2 else ""
    yield Flow(
        id=f"f{number}",
        engagement_id=engagement,
        kind=LocationKind.STORAGE,
        exporter_country="DE",
        importer_country=country,
        mechanism=mechanism,
        module=3 if mechanism else None,
        annexes_complete=True,
        tia_outcome="ESSENTIALLY_EQUIVALENT",
        tia_made_on=date(2026, 2, 1),
        tia_valid_until=date(2027, 2, 1),
    )


def _papers(number: int, vendor: str, engagement: str) -> Iterator[Record]:
    if number != 4:
        yield Document(
            id=f"dpa{number}",
            vendor_id=vendor,
            kind="DPA",
            title="Agreement",
            valid_from=date(2025, 1, 1),
            acceptance="SIGNATURE",
            evidence=f"x{number}",
        )
        yield from (
            ClauseCheck(
                id=f"{number}/{one.id}",
                document_id=f"dpa{number}",
                item=one.id,
                result=ClauseResult.MISSING if number == 5 else ClauseResult.PRESENT,
            )
            for one in CLAUSES
        )
    if number % 2 == 0:
        ends = TODAY + (number * 25 - 40) * DAY
        yield Document(
            id=f"iso{number}",
            vendor_id=vendor,
            engagement_id=engagement,
            kind="ISO27001",
            title="ISO 27001",
            edition="2022",
            valid_from=ends - 1094 * DAY,
            valid_to=ends,
        )


def _work(number: int, engagement: str) -> Iterator[Record]:
    finished = date(2026, 3, 1) + 20 * number * DAY if number != 6 else None
    if number < 3:
        yield Assessment(
            id=f"b{number}",
            engagement_id=engagement,
            questionnaire="small",
            version="1",
            state=AssessmentState.FINISHED,
            finished_on=date(2025, 10, 20),
        )
    if finished is not None:
        yield Assessment(
            id=f"a{number}",
            engagement_id=engagement,
            questionnaire="small",
            version="1",
            state=AssessmentState.FINISHED,
            finished_on=min(finished, date(2026, 7, 30)),
        )
    if number % 4 == 1:
        yield Finding(
            id=f"open{number}",
            engagement_id=engagement,
            severity=Severity.H,
            title="No second factor",
            raised_on=date(2026, 6, 1),
            communicated_on=date(2026, 6, 2),
            due_on=date(2026, 11, 1) + number * 5 * DAY,
        )
        yield Finding(
            id=f"done{number}",
            engagement_id=engagement,
            severity=Severity.M,
            title="Old cipher",
            state=FindingState.VERIFIED,
            raised_on=date(2026, 5, 1),
            due_on=date(2026, 10, 20),
            verified_on=date(2026, 10, 16) + number * DAY,
        )
