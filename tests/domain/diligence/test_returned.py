"""A workbook that came back is judged row by row, by hidden ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.questionnaires import ALL_IDS, GOOD, SMALL, answer, answers
from vendorrisk.domain.diligence.kit import Kit, asked, option_rows, question_of, row_id
from vendorrisk.domain.diligence.questionnaire import text_hash, wording_hash
from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.diligence.returned import (
    GivenAnswer,
    Returned,
    SeenCell,
    SeenRow,
    SeenWorkbook,
    changed,
    check_belongs,
    judge,
)
from vendorrisk.domain.message import Level, Refused
from vendorrisk.domain.record import text_in

ASSESSMENT = Assessment(id="a", engagement_id="e", questionnaire="small", version="1", token="secret")


def cell(value: str, where: str = "", kind: str = "value") -> SeenCell:
    return SeenCell(kind=kind, value=value, where=where)


def row(id: str, value: str = "", comment: str = "", evidence: str = "", **fields: object) -> SeenRow:  # noqa: A002
    question, option = question_of(id)
    known = SMALL.by_id.get(question)
    texts = {one.code: one.text for one in known.options} if known else {}
    shown = text_in(texts.get(option, known.text), "en") if known else "?"
    seen = SeenRow(
        id=id,
        question=shown,
        answer=cell(value, f"Questions!E[{id}]"),
        comment=cell(comment, f"Questions!F[{id}]"),
        evidence=cell(evidence, f"Questions!G[{id}]"),
    )
    return replace(seen, **fields)  # type: ignore[arg-type]


def filled(**values: str) -> list[SeenRow]:
    """All rows, filled well; the ticks of PRV-03 in rows of their own."""
    texts = GOOD | {name.replace("_", "-"): value for name, value in values.items()}
    ticks = texts.pop("PRV-03").split(";")
    options = [
        row(f"PRV-03/{code}", "Yes" if code in ticks else "")
        for code in ("CONTENT", "SPECIAL", "SAFEGUARDS", "NA")
    ]
    return [*(row(name, text) for name, text in texts.items()), row("PRV-03"), *options]


def workbook(*rows: SeenRow) -> SeenWorkbook:
    return SeenWorkbook(
        assessment="a", token="secret", questionnaire="small", version="1", language="en", rows=rows
    )


def judged(*rows: SeenRow, **options: object) -> Returned:
    return judge(workbook(*rows), SMALL, **options)  # type: ignore[arg-type]


def problems(result: Returned) -> list[tuple[str, str, str]]:
    return [(one.where, one.what.key, one.level.value) for one in result.problems]


def one_changed(changed_row: SeenRow) -> Returned:
    return judged(*(changed_row if one.id == changed_row.id else one for one in filled()))


def values(result: Returned) -> dict[str, str]:
    return {given.question: given.value for given in result.answers}


def test_a_well_filled_workbook_is_taken_whole():
    result = judged(*filled())
    assert values(result) == GOOD
    assert (set(result.answered), result.blank, result.problems) == (set(ALL_IDS), (), ())
    assert (result.invalid, result.unknown) == ((), ())


def test_the_order_of_rows_does_not_matter():
    assert judged(*reversed(filled())) == judged(*filled())


def test_an_empty_workbook_is_all_blank():
    empty = [replace(one, answer=cell("")) for one in filled()]
    result = judged(*empty)
    assert (result.answers, result.answered, result.blank) == ((), (), ALL_IDS)


def test_comments_and_evidence_come_with_the_answer():
    result = one_changed(row("PRV-07", "no", "From May\u200b on ", "policy.pdf p. 3"))
    given = next(one for one in result.answers if one.question == "PRV-07")
    assert given == GivenAnswer(
        question="PRV-07",
        value="NO",
        comment="From May on",
        evidence="policy.pdf p. 3",
        where="Questions!E[PRV-07]",
    )


def test_a_comment_without_an_answer_is_kept_but_the_question_stays_blank():
    result = one_changed(row("SEC-09", "", "See our white paper"))
    assert values(result)["SEC-09"] == ""
    assert result.blank == ("SEC-09",)


def test_an_answer_that_cannot_be_read_is_left_out_and_named_by_its_cell():
    result = one_changed(row("BCM-03", "03/04/2026", "in spring"))
    assert result.invalid == ("BCM-03",)
    assert values(result)["BCM-03"] == ""
    assert problems(result) == [("Questions!E[BCM-03]", "answer.not_a_date", "error")]
    assert "BCM-03" not in result.blank


def test_dates_in_the_future_are_checked_against_today():
    result = judged(*filled(BCM_03="2026-12-01"), today=date(2026, 11, 21))
    assert problems(result) == [("Questions!E[BCM-03]", "answer.in_future", "error")]


def test_names_of_countries_are_found_by_the_finder():
    result = judged(*filled(TRF_01="Germany"), find_country={"Germany": "DE"}.__getitem__)
    assert values(result)["TRF-01"] == "DE"


@pytest.mark.parametrize("kind", ["formula", "command", "error"])
def test_formulas_commands_and_errors_are_never_taken(kind: str):
    result = one_changed(row("PRV-10", answer=cell("=1+1", "Questions!E7", kind)))
    assert result.invalid == ("PRV-10",)
    assert problems(result) == [("Questions!E7", f"workbook.{kind}", "error")]


def test_a_formula_in_a_comment_costs_the_comment_only():
    result = one_changed(replace(row("PRV-07", "yes"), comment=cell("=A1", "Questions!F4", "formula")))
    assert values(result)["PRV-07"] == "YES"
    assert problems(result) == [("Questions!F4", "workbook.formula", "error")]


def test_a_very_long_comment_is_cut_with_a_warning():
    result = one_changed(row("PRV-07", "yes", "x" * 10_001))
    given = next(one for one in result.answers if one.question == "PRV-07")
    assert len(given.comment) == 10_000
    assert problems(result) == [("Questions!F[PRV-07]", "workbook.note_cut", "warning")]


def test_an_answer_that_needs_a_comment_is_taken_and_warned_of():
    result = judged(*filled(PRV_07="No"))
    assert values(result)["PRV-07"] == "NO"
    assert problems(result) == [("Questions!F[PRV-07]", "workbook.comment_missing", "warning")]
    explained = [
        replace(one, comment=cell("Soon")) if one.id == "PRV-07" else one for one in filled(PRV_07="No")
    ]
    assert problems(judged(*explained)) == []


def test_rows_with_unknown_ids_are_listed():
    result = judged(*filled(), row("OLD-01", "yes"), row("OLD-01", "yes"), row("PRV-03/WEATHER", "yes"))
    assert result.unknown == ("OLD-01", "PRV-03/WEATHER")
    assert values(result) == GOOD
    assert {level for _, _, level in problems(result)} == {"error"}


def test_an_unknown_row_without_an_answer_is_only_said():
    result = judged(*filled(), row("OLD-01"))
    assert (result.unknown, problems(result)) == (
        ("OLD-01",),
        [("Questions!E[OLD-01]", "workbook.unknown", "warning")],
    )


@pytest.mark.parametrize("damaged", ["prv-07", " PRV-07\u00a0", "PRV\u201107", "PRV\u201307", "\uff30RV-07"])
def test_an_id_is_known_in_other_case_blanks_and_dashes(damaged: str):
    rows = (replace(one, id=damaged) if one.id == "PRV-07" else one for one in filled())
    assert (values(judged(*rows)), problems(judged(*filled()))) == (GOOD, [])


def test_an_answer_whose_row_lost_its_id_is_named():
    rows = (replace(one, id="") if one.id == "PRV-07" else one for one in filled())
    result = judged(*rows)
    assert result.blank == ("PRV-07",)
    assert ("Questions!E[PRV-07]", "workbook.no_id", "error") in problems(result)


def test_a_row_copied_with_the_same_answer_is_one_row():
    assert judged(*filled(), row("PRV-07", "YES")).problems == ()


def test_a_row_answered_twice_in_different_ways_is_left_out():
    result = judged(*filled(), row("PRV-07", "no"))
    assert result.invalid == ("PRV-07",)
    assert "PRV-07" not in values(result)
    assert problems(result) == [("Questions!E[PRV-07]", "workbook.twice", "error")]


def test_two_copies_of_a_row_that_complete_each_other_are_one_answer():
    others = [one for one in filled() if one.id != "PRV-07"]
    halves = row("PRV-07", "", comment="Ask Ann"), row("PRV-07", "yes"), row("PRV-07", "", evidence="p. 3")
    result = judged(*others, *halves)
    (given,) = [one for one in result.answers if one.question == "PRV-07"]
    assert (given.value, given.comment, given.evidence) == ("YES", "Ask Ann", "p. 3")
    assert result.problems == ()


def test_ticks_of_two_copies_are_never_put_together():
    result = judged(*filled(), row("PRV-03/SAFEGUARDS", "Yes"), row("PRV-03/CONTENT", ""))
    assert result.invalid == ("PRV-03",)


def test_a_missing_row_is_a_blank_with_a_warning():
    result = judged(*(one for one in filled() if one.id != "PRV-07"))
    assert result.blank == ("PRV-07",)
    assert problems(result) == [("PRV-07", "workbook.row_missing", "warning")]


def test_what_an_artefact_answers_need_not_be_there():
    without = [one for one in filled() if one.id != "SEC-05"]
    result = judged(*without, skipped=frozenset({"SEC-05"}))
    assert (result.blank, result.problems) == ((), ())
    assert values(judged(*filled(), skipped=frozenset({"SEC-05"})))["SEC-05"] == "YES"


def test_a_changed_wording_keeps_the_answer_and_warns():
    result = one_changed(row("PRV-07", "yes", question="Is nobody bound to secrecy?"))
    assert values(result)["PRV-07"] == "YES"
    assert problems(result) == [("Questions!E[PRV-07]", "workbook.altered", "warning")]


@pytest.mark.parametrize("shown", ["", " ", "Question  PRV-07?\n"])
def test_white_space_and_lost_texts_are_no_alteration(shown: str):
    assert one_changed(row("PRV-07", "yes", question=shown)).problems == ()


def test_a_row_that_shows_another_question_is_left_out():
    result = one_changed(row("PRV-07", "24", question=text_in(SMALL.by_id["PRV-18"].text, "en")))
    assert result.invalid == ("PRV-07",)
    assert "PRV-07" not in values(result)
    assert problems(result) == [("Questions!E[PRV-07]", "workbook.displaced", "error")]


def test_a_workbook_in_another_language_of_the_questionnaire_is_no_alteration():
    two = replace(SMALL.by_id["PRV-07"], text={"en": "Question PRV-07?", "de": "Frage?"})
    section = replace(SMALL.sections[0], questions=(two,))
    questionnaire = replace(SMALL, sections=(section,))
    seen = workbook(row("PRV-07", "ja", question="Frage?"))
    assert judge(seen, questionnaire).problems == ()


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [
        ("Yes", True),
        ("ja", True),
        ("x", True),
        ("✓", True),
        ("TRUE", True),
        ("Special categories", True),
        ("special", True),
        ("no", False),
        ("n/a", False),
        ("-", None),
        ("sometimes", None),
    ],
)
def test_ticks_in_their_many_forms(typed: str, ticked: bool | None):
    result = one_changed(row("PRV-03/SPECIAL", typed))
    if ticked is None:
        assert problems(result) == [("Questions!E[PRV-03/SPECIAL]", "workbook.tick", "error")]
        assert values(result).get("PRV-03", "") == ""
    else:
        assert ("SPECIAL" in values(result)["PRV-03"].split(";")) is ticked


def test_not_applicable_stands_alone():
    alone = judged(*filled(PRV_03="NA"))
    assert values(alone)["PRV-03"] == "NA"
    both = judged(*filled(PRV_03="NA;CONTENT"))
    assert both.invalid == ("PRV-03",)
    assert problems(both) == [("Questions!E[PRV-03/NA]", "answer.contradiction", "error")]
    assert values(both).get("PRV-03", "") == ""


def test_a_formula_as_a_tick_is_left_out():
    result = one_changed(row("PRV-03/SPECIAL", answer=cell("=TRUE()", "Questions!E9", "formula")))
    assert result.invalid == ("PRV-03",)


def test_a_missing_option_row_is_not_ticked_and_is_named():
    result = judged(*(one for one in filled() if one.id != "PRV-03/SAFEGUARDS"))
    assert values(result)["PRV-03"] == "CONTENT"
    assert problems(result) == [("PRV-03/SAFEGUARDS", "workbook.row_missing", "warning")]


def test_only_what_differs_is_changed_and_a_blank_keeps_what_is_stored():
    result = judged(*filled(PRV_18="36", SEC_09=""))
    stored = answers()
    assert [(given.question, given.value) for given in changed(result, stored)] == [("PRV-18", "36")]
    assert len(changed(result, [])) == 8
    commented = one_changed(row("PRV-07", "", "See annex"))
    kept = changed(commented, stored)
    assert [(given.question, given.value, given.comment) for given in kept] == [
        ("PRV-07", "YES", "See annex")
    ]


def test_a_comment_already_stored_is_not_lost():
    stored = [answer("PRV-07", "YES", comment="Told by phone", evidence="mail.pdf")]
    result = one_changed(row("PRV-07", "no"))
    (given,) = [one for one in changed(result, stored) if one.question == "PRV-07"]
    assert (given.value, given.comment, given.evidence) == ("NO", "Told by phone", "mail.pdf")


@pytest.mark.parametrize(
    ("seen", "stored", "expected"),
    [
        ({}, ASSESSMENT, ""),
        ({}, None, "workbook.not_ours"),
        ({"token": "other"}, ASSESSMENT, "workbook.not_ours"),
        ({"token": ""}, replace(ASSESSMENT, token=""), "workbook.not_ours"),
        ({"version": "2"}, ASSESSMENT, "workbook.other_version"),
        ({"questionnaire": "large"}, ASSESSMENT, "workbook.other_version"),
    ],
)
def test_a_workbook_must_know_the_secret_of_its_assessment(
    seen: dict[str, str], stored: Assessment | None, expected: str
):
    returned = replace(workbook(), **seen)
    if not expected:
        check_belongs(returned, stored)
        return
    with pytest.raises(Refused) as refused:
        check_belongs(returned, stored)
    assert refused.value.what.key == expected


def test_ids_of_rows():
    multi = SMALL.by_id["PRV-03"]
    assert option_rows(multi) == ("CONTENT", "SPECIAL", "SAFEGUARDS", "NA")
    assert option_rows(SMALL.by_id["PRV-07"]) == ()
    assert (row_id(multi), row_id(multi, "NA")) == ("PRV-03", "PRV-03/NA")
    assert (question_of("PRV-03/NA"), question_of("PRV-03")) == (("PRV-03", "NA"), ("PRV-03", ""))


def test_skipped_questions_are_not_in_the_workbook():
    kit = Kit(
        assessment_id="a",
        token="secret",
        questionnaire=SMALL,
        language="en",
        company="We",
        vendor="They",
        prepared_on=date(2026, 11, 21),
        skipped=frozenset({"SEC-05"}),
    )
    assert [question.id for question in asked(kit)] == [name for name in ALL_IDS if name != "SEC-05"]


def test_numbers_of_questions():
    assert [(number, question.id) for number, _, question in SMALL.numbered()][3:6] == [
        ("1.4", "PRV-10"),
        ("2.1", "SEC-05"),
        ("2.2", "SEC-09"),
    ]


def test_the_hash_of_a_text_ignores_spaces_and_unicode_form():
    assert text_hash("Who is the  owner?\n") == text_hash("Who is the owner?")
    assert text_hash("e\u0301") == text_hash("é")
    assert text_hash("Who\u200b\x0c?") == text_hash("Who?")
    assert text_hash("Who\u00a0is?") == text_hash("Who is?")
    assert text_hash("Who?") != text_hash("How?")
    assert wording_hash(SMALL.by_id["PRV-07"], "hr") == text_hash("Question PRV-07?")


def test_warnings_do_not_count_as_errors():
    result = judged(*filled(), row("OLD-01"))
    assert [one.level for one in result.problems] == [Level.WARNING]
