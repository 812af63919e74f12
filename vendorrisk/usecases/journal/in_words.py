"""Changes as people read them: questions by their titles, answers in words, countries by their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.records import Answer, Assessment
from vendorrisk.domain.message import NotFound
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.public_list import rows_from_canonical
from vendorrisk.domain.register.records import ListVersion
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.usecases.diligence.review_sheet import answer_words
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.journal.activity import RecordChange
    from vendorrisk.usecases.office import Office

    Fields = Mapping[str, Any]


def in_words(office: Office, changes: Sequence[RecordChange]) -> list[RecordChange]:
    """The same changes in the words of questionnaires; a code whose meaning is gone stays a code."""
    asked = _questionnaires(office, {_assessment_of(one) for one in changes if one.kind is Answer})

    def told(change: RecordChange, side: Fields | None) -> Fields | None:
        if side is None:
            return None
        if change.kind is Answer:
            return _answer(office, asked.get(side["assessment_id"]), side)
        if change.kind in _TOLD:
            return _TOLD[change.kind](side)
        codes = {name: code for name, code in side.items() if name.endswith("country") and code}
        return {**side, **{name: place_name(office, code) for name, code in codes.items()}}

    return [replace(one, before=told(one, one.before), after=told(one, one.after)) for one in changes]


def _list_version(side: Fields) -> Fields:
    """A published list by whom it named; its rows and digests are for comparing files, not for reading."""
    try:
        names = tuple(row.legal_name for row in rows_from_canonical(side["rows"]))
    except (ValueError, KeyError, TypeError):  # erased, or of a form that nobody reads any more
        names = ()
    return {**_without(side, "sha256", "digests"), "rows": names}


def _frozen(side: Fields) -> Fields:
    """A frozen quarter by its name, moment and comment; Reports shows its figures."""
    return _without(side, "figures", "sha256", "journal_sequence")


def _without(side: Fields, *names: str) -> Fields:
    return {name: value for name, value in side.items() if name not in names}


_TOLD: Final[Mapping[type[Record], Callable[[Fields], Fields]]] = {
    ListVersion: _list_version,
    FrozenQuarter: _frozen,
}
"""Records that hold texts for the program beside what people read."""


def _assessment_of(change: RecordChange) -> str:
    return str((change.after or change.before or {}).get("assessment_id", ""))


def _questionnaires(office: Office, assessments: set[str]) -> dict[str, Questionnaire]:
    with office.book.reading() as reader:
        found = reader.find(Assessment, id=sorted(assessments)) if assessments else ()
    asked = {}
    for one in found:
        try:
            asked[one.id] = office.questionnaires.get(one.questionnaire, one.version)
        except NotFound:  # a version that is shipped no more
            continue
    return asked


def _answer(office: Office, questionnaire: Questionnaire | None, side: Fields) -> Fields:
    question = questionnaire.by_id.get(side["question"]) if questionnaire else None
    if question is None:
        return side
    bare = Answer(id="", assessment_id="", question=question.id, value=side["value"])
    title = text_in(question.short, "en") or text_in(question.text, "en")
    return {**side, "question": f"{title} ({question.id})", "value": answer_words(office, question, bare)}
