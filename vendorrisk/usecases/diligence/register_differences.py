"""Where a vendor's answers contradict the register: what one of the two lacks, and what the answer denies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.register_check import (
    CompanyDifference,
    DeniedTransfer,
    PlaceDifference,
    asks_for_companies,
    company_differences,
    denied_transfers,
    place_differences,
    place_kind,
    transfer_denied,
)
from vendorrisk.domain.message import Level, Message, Problem, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.records import LocationKind
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.diligence.assessments import answers_of
from vendorrisk.usecases.diligence.finding_proposals import answer_facts, fourth_parties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.diligence.bad_answers import AnswerFacts
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.domain.diligence.register_check import AnswerDifference
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def register_warnings(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """Warns of each thing in which an answer and the register disagree, with the remedy.

    The same comparison as beside each question of the answer review; in the order of asking.
    """
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    facts = answer_facts(office, reader, assessment.engagement_id)
    on_file = [one.name for one in fourth_parties(office, reader, assessment.engagement_id)]
    values = {one.question: one.value for one in answers_of(reader, assessment.id).values()}
    found: list[Problem] = []
    for question in questionnaire.questions():
        differences = register_differences(questionnaire, question, values, facts, on_file) or ()
        found += (_warning(question.id, one) for one in differences)
    return tuple(found)


def register_differences(
    questionnaire: Questionnaire,
    question: Question,
    values: Mapping[str, str],
    facts: AnswerFacts,
    on_file: Iterable[str],
) -> tuple[AnswerDifference, ...] | None:
    """Where an answer and the register disagree; None where the register has nothing to compare it with.

    `values` are the answers by question id, `on_file` the names of the vendor's own sub-processors.
    """
    value = values.get(question.id, "")
    if asks_for_companies(question):
        return company_differences(value, on_file)
    if place_kind(question):
        return place_differences(question, value, facts.declared)
    if transfer_denied(question, value) is not None:
        return denied_transfers(questionnaire, question, values, facts)
    return None


def _warning(question: str, one: AnswerDifference) -> Problem:
    key = "DENIED" if isinstance(one, DeniedTransfer) else one.difference
    remedy = msg(f"difference.{key}.remedy")
    return Problem(where=question, what=difference_words(one), remedy=remedy, level=Level.WARNING)


def difference_words(one: AnswerDifference) -> Message:
    """Says where answer and register disagree."""
    if isinstance(one, CompanyDifference):
        return msg(f"difference.company.{one.difference}", company=one.company.name)
    kind = label(LocationKind(one.kind))
    if isinstance(one, PlaceDifference):
        return msg(f"difference.place.{one.difference}", country=country_name(one.country), kind=kind)
    claim, countries = text_in(one.claim, "en"), [country_name(code) for code in one.countries]
    if one.named_by is None:
        return msg("difference.denied.register", claim=claim, countries=countries, kind=kind)
    question = text_in(one.named_by.short or one.named_by.text, "en")
    return msg("difference.denied.answer", claim=claim, countries=countries, question=question)
