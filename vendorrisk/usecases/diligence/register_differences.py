"""Where a vendor's answers contradict the register: countries and companies that one of the two lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.register_check import (
    PlaceDifference,
    asks_for_companies,
    company_differences,
    place_differences,
)
from vendorrisk.domain.message import Level, Message, Problem, msg
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.records import LocationKind
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.diligence.assessments import answers_of
from vendorrisk.usecases.diligence.finding_proposals import answer_facts, fourth_parties

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.domain.diligence.register_check import CompanyDifference
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def register_warnings(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """Warns of each country and company that only an answer or only the register names, with the remedy.

    The same comparison as beside each question of the answer review; in the order of asking.
    """
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    facts = answer_facts(office, reader, assessment.engagement_id)
    on_file = [one.name for one in fourth_parties(office, reader, assessment.engagement_id)]
    answers = answers_of(reader, assessment.id)
    found: list[Problem] = []
    for question in questionnaire.questions():
        value = answers[question.id].value if question.id in answers else ""
        if asks_for_companies(question):
            found += (_warning(question.id, one) for one in company_differences(value, on_file))
        else:
            differences = place_differences(question, value, facts.declared)
            found += (_warning(question.id, one) for one in differences)
    return tuple(found)


def _warning(question: str, one: PlaceDifference | CompanyDifference) -> Problem:
    return Problem(
        where=question,
        what=_what(one),
        remedy=msg(f"difference.{one.difference}.remedy"),
        level=Level.WARNING,
    )


def _what(one: PlaceDifference | CompanyDifference) -> Message:
    if isinstance(one, PlaceDifference):
        kind = label(LocationKind(one.kind))
        return msg(f"difference.place.{one.difference}", country=country_name(one.country), kind=kind)
    return msg(f"difference.company.{one.difference}", company=one.company.name)
