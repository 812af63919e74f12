"""Judging a workbook that came back: rows by their hidden ids, never by their place or text.

What was read is a stranger's; it becomes answers here, each with its problem named by its cell. A blank never
overwrites an answer that is already stored: that is for whoever stores them to keep.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.answer_words import fold, meaning
from vendorrisk.domain.diligence.answering import JOIN, CountryFinder, parse_answer, tidy_text
from vendorrisk.domain.diligence.bad_answers import needs_comment
from vendorrisk.domain.diligence.kit import folded_id, option_rows, question_of, row_id
from vendorrisk.domain.diligence.questionnaire import Fixed, text_hash, wording_hash
from vendorrisk.domain.diligence.ticks import contradiction, lone_ticks
from vendorrisk.domain.message import Level, Problem, Refused, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.diligence.records import Answer, Assessment

LONGEST_NOTE: Final = 10_000
TICKS: Final = frozenset({"x", "✓", "✔", "1"})
REFUSED: Final = frozenset({"formula", "command", "error"})
"""Kinds of cells that never become an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCell:
    """One cell as it was found. `kind` is value, or formula, command or error, which are never taken.

    `value` is the text; a number plainly written, a date as 2026-11-30, TRUE or FALSE. `where` names its
    cell.
    """

    kind: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRow:
    """One row with a hidden id; `id` is empty where it was lost though the row holds an answer."""

    id: str
    question: str
    answer: SeenCell
    comment: SeenCell
    evidence: SeenCell


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWorkbook:
    """What was found in a workbook of ours; everything in it may have been changed on the way."""

    assessment: str
    token: str
    questionnaire: str
    version: str
    language: str
    rows: tuple[SeenRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """One accepted answer: canonical value (empty if only a comment was given), comment and evidence."""

    question: str
    value: str
    comment: str = ""
    evidence: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a returned workbook says.

    `answered` are questions with an accepted answer, `blank` those without any, `invalid` those whose
    answer was left out, `unknown` row ids that the questionnaire does not have.
    """

    answers: tuple[GivenAnswer, ...]
    answered: tuple[str, ...]
    blank: tuple[str, ...]
    invalid: tuple[str, ...]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_belongs(seen: SeenWorkbook, assessment: Assessment | None) -> None:
    """Raises Refused unless the workbook is that of this assessment: its id, its secret, its questionnaire.

    The file says which assessment it belongs to; without the secret of that very assessment nothing of it
    is taken. Pass None where no such assessment is stored.
    """
    if assessment is None or not assessment.token or seen.token != assessment.token:
        raise Refused(msg("workbook.not_ours"), msg("workbook.not_ours.remedy"))
    if (seen.questionnaire, seen.version) != (assessment.questionnaire, assessment.version):
        raise Refused(msg("workbook.other_version"), msg("workbook.other_version.remedy"))


def judge(
    seen: SeenWorkbook,
    questionnaire: Questionnaire,
    *,
    today: date | None = None,
    find_country: CountryFinder | None = None,
    skipped: frozenset[str] = frozenset(),
) -> Returned:
    """Turns the rows of a returned workbook into answers and problems.

    `skipped` are the questions that were left out of the workbook because an artefact answers them.
    """
    return _Judge(seen, questionnaire, today, find_country).judge(skipped)


def changed(returned: Returned, stored: Iterable[Answer]) -> tuple[GivenAnswer, ...]:
    """The accepted answers that differ from what is stored, as they are to be stored.

    What is blank in the file keeps what is stored, so that a half-filled copy never wipes an answer out.
    """
    known = {answer.question: (answer.value, answer.comment, answer.evidence) for answer in stored}
    merged = []
    for given in returned.answers:
        value, comment, evidence = known.get(given.question, ("", "", ""))
        result = replace(
            given,
            value=given.value or value,
            comment=given.comment or comment,
            evidence=given.evidence or evidence,
        )
        if (result.value, result.comment, result.evidence) != (value, comment, evidence):
            merged.append(result)
    return tuple(merged)


class _Judge:
    """Works through one workbook, collecting what is wrong as it goes."""

    def __init__(
        self,
        seen: SeenWorkbook,
        questionnaire: Questionnaire,
        today: date | None,
        find_country: CountryFinder | None,
    ) -> None:
        self._seen = seen
        self._questionnaire = questionnaire
        self._today = today
        self._find_country = find_country
        self._problems: list[Problem] = []
        self._invalid: set[str] = set()

    def judge(self, skipped: frozenset[str]) -> Returned:
        rows, unknown = self._rows()
        questions = [q for q in self._questionnaire.questions() if q.id not in skipped or q.id in rows]
        answers = [given for q in questions if (given := self._answer(q, rows)) is not None]
        answered = {given.question for given in answers if given.value}
        return Returned(
            answers=tuple(answers),
            answered=tuple(q.id for q in questions if q.id in answered),
            blank=tuple(q.id for q in questions if q.id not in answered | self._invalid),
            invalid=tuple(q.id for q in questions if q.id in self._invalid),
            unknown=unknown,
            problems=tuple(self._problems),
        )

    def _rows(self) -> tuple[dict[str, SeenRow], tuple[str, ...]]:
        """Rows by id, duplicates settled, and the ids that the questionnaire does not have."""
        ids = (
            row_id(question, option)
            for question in self._questionnaire.questions()
            for option in ("", *option_rows(question))
        )
        expected = {folded_id(one): one for one in ids}
        found: dict[str, SeenRow] = {}
        unknown: dict[str, None] = {}
        for seen in self._seen.rows:
            row = replace(seen, id=expected.get(folded_id(seen.id), seen.id))
            if not row.id:
                self._problem(row.answer.where, "no_id")
            elif folded_id(row.id) not in expected:
                unknown.setdefault(row.id)
                say = self._problem if _says_something(row) else self._warn
                say(row.answer.where, "unknown", id=row.id)
            elif row.id in found and not _complete_each_other(found[row.id], row):
                self._leave_out(row, "twice", first=found[row.id].answer.where)
            else:
                found[row.id] = _both(found[row.id], row) if row.id in found else row
        return found, tuple(unknown)

    def _answer(self, question: Question, rows: Mapping[str, SeenRow]) -> GivenAnswer | None:
        row = rows.get(question.id)
        if row is None:
            self._miss(question.id)
            return None
        if not self._is_own_text(question, row):
            return None
        comment, evidence = self._note(row.comment), self._note(row.evidence)
        value = self._ticked(question, rows) if option_rows(question) else self._value(question, row.answer)
        if question.id in self._invalid:
            value = ""
        if not (value or comment or evidence):
            return None
        if value and not comment and needs_comment(question, value):
            self._warn(row.comment.where, "comment_missing", question=question.id)
        return GivenAnswer(
            question=question.id, value=value, comment=comment, evidence=evidence, where=row.answer.where
        )

    def _is_own_text(self, question: Question, row: SeenRow) -> bool:
        """Notes a changed wording; False where the row shows another question, whose answer it must be."""
        shown = text_hash(row.question)
        if not row.question.strip() or shown == wording_hash(question, self._seen.language):
            return True
        others = (q for q in self._questionnaire.questions() if q is not question)
        if any(shown == text_hash(text) for other in others for text in other.text.values()):
            self._leave_out(row, "displaced", question=question.id)
            return False
        if shown not in {text_hash(text) for text in question.text.values()}:
            self._warn(row.answer.where, "altered", question=question.id)
        return True

    def _value(self, question: Question, cell: SeenCell) -> str:
        written = self._text(question, cell)
        parsed = parse_answer(
            question, written, today=self._today, find_country=self._find_country, where=cell.where
        )
        if isinstance(parsed, Problem):
            self._problems.append(parsed)
            self._invalid.add(question.id)
            return ""
        return parsed

    def _ticked(self, question: Question, rows: Mapping[str, SeenRow]) -> str:
        """The codes of the options that were ticked; none is taken where one of them excludes the others."""
        ticked = []
        for code in option_rows(question):
            id_ = row_id(question, code)
            if id_ not in rows:
                self._miss(id_)  # it may have been ticked: nobody can tell
            elif self._is_ticked(question, code, rows[id_]):
                ticked.append(code)
        if wrong := contradiction(question, ticked):
            where = rows[row_id(question, lone_ticks(question, ticked)[0])].answer.where
            self._problems.append(Problem(where, wrong, msg(f"{wrong.key}.remedy", **wrong.params)))
            self._invalid.add(question.id)
        return JOIN.join(ticked)

    def _is_ticked(self, question: Question, code: str, row: SeenRow) -> bool:
        written = self._text(question, row.answer)
        said = meaning(written)
        if said is Fixed.YES or fold(written) in TICKS | _labels(question, code):
            return True
        if fold(written) and said not in {Fixed.NO, Fixed.NA, Fixed.NONE}:
            self._leave_out(row, "tick", given=written)
        return False

    def _text(self, question: Question, cell: SeenCell) -> str:
        """What an answer cell says; a formula, command or error is left out and named."""
        if cell.kind in REFUSED:
            self._problem(cell.where, cell.kind, value=cell.value)
            self._invalid.add(question.id)
            return ""
        return cell.value

    def _note(self, cell: SeenCell) -> str:
        """A comment or an evidence reference, as text; a formula is left out and named."""
        if cell.kind in REFUSED:
            self._problem(cell.where, cell.kind, value=cell.value)
            return ""
        text = tidy_text(cell.value)
        if len(text) > LONGEST_NOTE:
            self._warn(cell.where, "note_cut", length=len(text), most=LONGEST_NOTE)
        return text[:LONGEST_NOTE]

    def _leave_out(self, row: SeenRow, key: str, **facts: Any) -> None:
        self._problem(row.answer.where, key, **facts)
        self._invalid.add(question_of(row.id)[0])

    def _miss(self, row: str) -> None:
        self._warn(row, "row_missing", question=row)

    def _problem(self, where: str, key: str, **facts: Any) -> None:
        what, remedy = msg(f"workbook.{key}", **facts), msg(f"workbook.{key}.remedy", **facts)
        self._problems.append(Problem(where, what, remedy))

    def _warn(self, where: str, key: str, **facts: Any) -> None:
        what, remedy = msg(f"workbook.{key}", **facts), msg(f"workbook.{key}.remedy", **facts)
        self._problems.append(Problem(where, what, remedy, Level.WARNING))


def _cells(row: SeenRow) -> tuple[SeenCell, SeenCell, SeenCell]:
    return row.answer, row.comment, row.evidence


def _says_something(row: SeenRow) -> bool:
    return any(cell.kind in REFUSED or cell.value.strip() for cell in _cells(row))


def _complete_each_other(one: SeenRow, other: SeenRow) -> bool:
    """Whether two people's copies of a row say the same, or one is silent where the other speaks.

    An option that is not ticked is an answer too, so that rows of options have to be the same.
    """
    pairs = [
        ((first.kind, first.value), (second.kind, second.value))
        for first, second in zip(_cells(one), _cells(other), strict=True)
    ]
    if question_of(one.id)[1]:
        return all(first == second for first, second in pairs)
    return all(first == second or ("value", "") in {first, second} for first, second in pairs)


def _both(one: SeenRow, other: SeenRow) -> SeenRow:
    answer, comment, evidence = (
        second if first.kind == "value" and not first.value else first
        for first, second in zip(_cells(one), _cells(other), strict=True)
    )
    return replace(one, answer=answer, comment=comment, evidence=evidence)


def _labels(question: Question, code: str) -> frozenset[str]:
    """What an option is called, folded: its code and its text in every language."""
    texts = {option.code: option.text.values() for option in question.options}
    return frozenset(fold(text) for text in (code, *texts.get(code, ())))
