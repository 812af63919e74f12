"""What the table of assessments asks for, and what the database answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from vendorrisk.usecases.listings import SortKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.domain.diligence.records import Answer, Assessment
    from vendorrisk.domain.register.records import Engagement, Service, Vendor


class AssessmentScope(StrEnum):
    """Which assessments a view lists. QUARTER: due or finished between two days."""

    OPEN = "OPEN"
    WAITING_VENDOR = "WAITING_VENDOR"
    WAITING_US = "WAITING_US"
    QUARTER = "QUARTER"
    CLOSED = "CLOSED"
    ALL = "ALL"


class AssessmentOrder(StrEnum):
    """What assessments can be sorted by; missing values come last either way."""

    DUE = "DUE"
    VENDOR = "VENDOR"
    KIND = "KIND"
    QUESTIONNAIRE = "QUESTIONNAIRE"
    STATE = "STATE"
    SENT = "SENT"
    FINISHED = "FINISHED"
    REVIEWER = "REVIEWER"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentQuery:
    """Which assessments to show. `first` and `last` are the days of the quarter, both inclusive.

    Of `kinds`, `questionnaires` and `reviewers` one each must fit where any are given; `late` keeps those
    whose vendor should have answered before `today`.
    """

    today: date
    first: date
    last: date
    scope: AssessmentScope = AssessmentScope.OPEN
    text: str = ""
    kinds: frozenset[str] = frozenset()
    questionnaires: frozenset[str] = frozenset()
    reviewers: frozenset[str] = frozenset()
    late: bool = False
    sort: tuple[SortKey[AssessmentOrder], ...] = (SortKey(AssessmentOrder.DUE),)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentEntry:
    """An assessment with what it is about.

    `answers` hold question, verdict and whether there are value and evidence ("x"), and no texts: a table
    must not read hundreds of pages to show a percentage.
    """

    assessment: Assessment
    engagement: Engagement
    vendor: Vendor
    service: Service | None
    answers: tuple[Answer, ...]


class AssessmentListings(Protocol):
    """Pages of assessments, filtered and ordered where the data lies."""

    def count(self, query: AssessmentQuery) -> int:
        """How many assessments the query shows."""
        ...

    def ids(self, query: AssessmentQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the assessments the query shows, in order; all of them without a limit."""
        ...

    def entries(self, ids: Sequence[str]) -> list[AssessmentEntry]:
        """These assessments, in this order; those that are gone are left out."""
        ...

    def reviewers(self) -> list[str]:
        """Everybody who reviews an assessment, by name."""
        ...
