"""A review states each figure with its numbers, never a percentage of nothing, and names who is behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.reviews import END, Q4, artefact, engagement, facts, finding
from tests.support.words import english
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.report import Bars, Grid, Heading, HeatMap, Months, Note, Paragraph, Report, Tone
from vendorrisk.domain.review.facts import PlaceFacts
from vendorrisk.domain.review.figures import figures
from vendorrisk.domain.review.report import EVERYTHING, Section, quarterly_review
from vendorrisk.domain.review.review_input import ReviewInput

D = date


def review(before=None, names=None, comment="", frozen=False, **of) -> Report:
    counted = facts(**of)
    known = {one.id: one.name for one in counted.engagements}
    return quarterly_review(
        ReviewInput(
            facts=counted, figures=figures(counted), company="Example Telecom", comment=comment,
            frozen=frozen, before={one.id: one for one in before or ()}, names=known | (names or {}),
        )
    )  # fmt: skip


def said(text) -> str:
    return english().value(text, "en")


def grid(report: Report, heading: str, number: int = 0) -> Grid:
    """The nth grid under a heading."""
    blocks = list(report.blocks)
    start = next(
        n for n, block in enumerate(blocks) if isinstance(block, Heading) and said(block.text) == heading
    )
    return [block for block in blocks[start:] if isinstance(block, Grid)][number]


def lines(found: Grid) -> list[list[str]]:
    return [["" if cell is None else said(cell) for cell in row] for row in found.rows]


def kinds(report: Report, kind: type) -> list:
    return [block for block in report.blocks if isinstance(block, kind)]


def test_the_title_names_quarter_dates_and_company():
    found = review()
    assert (said(found.title), found.company, found.on) == ("Vendor review Q4 2026", "Example Telecom", END)
    assert said(found.subtitle) == "1 October 2026 to 31 December 2026"
    assert not [block for block in kinds(found, Note) if block.tone is Tone.WARNING]


def test_a_running_quarter_says_so():
    found = review(as_at=D(2026, 11, 23))
    assert said(found.subtitle) == "1 October 2026 to 31 December 2026, as at 23 November 2026"
    assert found.on == D(2026, 11, 23)
    assert "runs until 31 December 2026" in said(kinds(found, Note)[0].text)


def test_figures_stand_with_their_numbers_and_nothing_is_ever_zero_percent_of_nothing():
    table = {row[0]: row[1:] for row in lines(grid(review(engagements=(engagement(),)), "Figures"))}
    assert table["Sub-processors in use"] == ["1", "", "no earlier figure", "No limit"]
    assert table["Assessed in time"] == ["1 of 1", "100 %", "no earlier figure", "In order"]
    assert table["Reassessed on time"] == ["0 of 0", "n/a", "no earlier figure", "n/a"]
    assert table["Never assessed"] == ["0", "", "no earlier figure", "In order"]


@pytest.mark.parametrize(
    ("n", "d", "percent"),
    [(199, 200, "99 %"), (1, 300, "1 %"), (0, 3, "0 %"), (1, 2, "50 %"), (2, 3, "67 %"), (200, 200, "100 %")],
)
def test_a_share_never_rounds_up_to_all_nor_down_to_none(n, d, percent):
    everybody = tuple(engagement(f"e-{k}", agreement_complete=k < n) for k in range(d))
    table = {row[0]: row for row in lines(grid(review(engagements=everybody), "Figures"))}
    assert table["Agreement complete"][2] == percent


def test_figures_are_compared_with_the_quarter_before():
    def of(good: int, late: int):
        return tuple(
            [engagement(f"g{n}", agreement_complete=n < good) for n in range(4)]
            + [engagement(f"l{n}", next_due=END - timedelta(days=5)) for n in range(late)]
        )

    before = figures(facts(engagements=of(3, 0)))
    table = {row[0]: row[3] for row in lines(grid(review(before=before, engagements=of(4, 1)), "Figures"))}
    assert table["Agreement complete"] == "25 points up"
    assert table["Reassessments overdue"] == "1 more"
    assert table["Never assessed"] == "unchanged"
    back = figures(facts(engagements=of(4, 1)))
    table = {row[0]: row[3] for row in lines(grid(review(before=back, engagements=of(3, 0)), "Figures"))}
    assert table["Agreement complete"] == "25 points down"
    assert table["Reassessments overdue"] == "1 fewer"


def test_a_comment_stands_in_paragraphs_and_none_leaves_no_heading():
    found = review(comment="Two are late.\n\n<b>Legal</b> expects it.")
    assert [said(block.text) for block in kinds(found, Paragraph)][:2] == [
        "Two are late.",
        "<b>Legal</b> expects it.",
    ]
    assert "Comment" in [said(block.text) for block in kinds(found, Heading)]
    assert "Comment" not in [said(block.text) for block in kinds(review(), Heading)]


def test_the_map_counts_and_the_gravest_are_named():
    found = review(
        engagements=(
            engagement("a", impact=5.0, control=None), engagement("b", impact=5.0, control=0.3),
            engagement("c", impact=1.0), engagement("d", impact=None),
        )
    )  # fmt: skip
    (heat,) = kinds(found, HeatMap)
    assert [said(row) for row in heat.rows] == ["Very high", "High", "Medium", "Low", "Very low"]
    assert [said(column) for column in heat.columns] == ["Strong", "Good", "Fair", "Weak", "Nothing"]
    assert [cell.count for cell in heat.cells[0]] == [0, 0, 0, 1, 1]
    assert lines(grid(found, "Impact by level of assurance")) == [
        ["Very high", "Weak", "Vendor b"], ["Very high", "Nothing", "Vendor a"],
    ]  # fmt: skip
    below = found.blocks[found.blocks.index(heat) + 1]
    assert isinstance(below, Note), "who is not in the map stands below it"
    assert "Vendor d" in said(below.text)


def test_what_moved_has_numbers_and_names():
    found = review(
        engagements=(
            engagement("new", live_since=Q4.first), engagement("gone", stage=Stage.TERMINATED, ended_on=END),
            engagement("up", band=Band.CRITICAL), engagement("down", band=Band.LOW),
        )
    )  # fmt: skip
    assert lines(grid(found, "What moved")) == [
        ["New in use", "1", "Vendor new"], ["Left", "1", "Vendor gone"], ["Risk up", "1", "Vendor up"],
        ["Risk down", "1", "Vendor down"],
    ]  # fmt: skip


def test_a_long_list_of_names_ends_with_how_many_more():
    everybody = tuple(engagement(f"e-{n:02}", next_due=None) for n in range(14))
    found = lines(grid(review(engagements=everybody), "Open points"))
    assert found[-1][0] == "Never assessed"
    assert found[-1][2].startswith("Vendor e-00, Vendor e-01")
    assert found[-1][2].endswith("Vendor e-11 and 2 more")


def test_late_and_coming_reassessments_are_sorted_by_their_day():
    found = review(
        engagements=(
            engagement("far", next_due=D(2027, 4, 1)), engagement("next", next_due=D(2027, 3, 31)),
            engagement("late", next_due=END - timedelta(days=40)), engagement("today", next_due=END),
            engagement("just", next_due=END - timedelta(days=1)),
        )
    )  # fmt: skip
    late = grid(found, "Reassessments overdue")
    assert lines(late) == [
        ["Vendor late", "2", "21 November 2026", "40"], ["Vendor just", "2", "30 December 2026", "1"],
    ]  # fmt: skip
    assert late.tones == (Tone.BAD, Tone.WARNING)
    coming = grid(found, "Due until 31 March 2027")
    assert lines(coming) == [["Vendor today", "2", "31 December 2026"], ["Vendor next", "2", "31 March 2027"]]
    assert coming.tones == (Tone.NEUTRAL, Tone.NEUTRAL)


def test_evidence_that_ends_soon_is_named_and_the_months_are_drawn():
    found = review(
        as_at=D(2026, 11, 23), engagements=(engagement(),),
        artefacts=(
            artefact("gone", valid_through=D(2026, 11, 22)), artefact("soon", valid_through=D(2026, 12, 31)),
            artefact("later", valid_through=D(2027, 6, 1)),
        ),
    )  # fmt: skip
    (strip,) = kinds(found, Months)
    assert [month.count for month in strip.months][:9] == [0, 1, 0, 0, 0, 0, 0, 1, 0]
    assert strip.months[1].tone is Tone.WARNING
    assert "18 months, of sub-processors in use on 23 November 2026: 2." in said(strip.caption)
    assert lines(grid(found, "Certificates and reports that expire")) == [
        ["ISO 27001", "Vendor e-1", "31 December 2026"]
    ]


def test_findings_are_counted_by_gravity_and_late_ones_named():
    found = review(
        names={"x-1": "No test", "e-1": "Norte, SMS"},
        findings=(finding(severity=Severity.H, due_on=END - timedelta(days=3)), finding("x-2")),
    )
    (bars,) = kinds(found, Bars)
    assert [(said(bar.label), bar.value) for bar in bars.bars] == [
        ("Critical", 0), ("High", 1), ("Medium", 1), ("Low", 0),
    ]  # fmt: skip
    assert lines(grid(found, "Findings")) == [["No test", "Norte, SMS", "High", "28 December 2026", "3"]]


def test_a_name_that_nobody_knows_is_its_id_and_never_nothing():
    found = review(findings=(finding("x-9", due_on=END - timedelta(days=3)),))
    assert lines(grid(found, "Findings"))[0][:2] == ["x-9", "e-1"]


def test_who_is_missing_from_each_share_is_named():
    found = review(engagements=(engagement("a", agreement_complete=False), engagement("b")))
    assert lines(grid(found, "Open points")) == [["Agreement complete", "1", "Vendor a"]]
    assert said(grid(review(), "Open points").empty) == "No open points."


def test_of_overdue_findings_the_late_ones_are_named_and_not_the_others():
    found = review(
        names={"x-1": "Late", "x-2": "In time"},
        findings=(finding(due_on=END - timedelta(days=3)), finding("x-2")),
    )
    assert lines(grid(found, "Open points")) == [["Findings overdue", "1", "Late"]]


def test_definitions_and_limits_stand_in_the_report_itself():
    table = lines(grid(review(), "How the figures are counted"))
    assert len(table) == 12
    assert all(all(cell and not cell.startswith("figure.") for cell in row) for row in table)
    assert any("were frozen" in said(block.text) for block in kinds(review(frozen=True), Paragraph))


def test_every_word_of_the_report_is_in_the_catalogue():
    found = review(
        as_at=D(2026, 11, 23),
        engagements=(engagement("a", impact=5.0, control=None, next_due=None), engagement("b", impact=None)),
        findings=(finding(),), artefacts=(artefact(),), comment="Fine.",
    )  # fmt: skip
    texts = [found.title, found.subtitle]
    for block in found.blocks:
        match block:
            case Grid(columns=columns, rows=rows, caption=caption, empty=empty):
                texts += [
                    *(column.title for column in columns),
                    *(cell for row in rows for cell in row),
                    caption,
                    empty,
                ]
            case HeatMap(rows_title=title, rows=rows, columns=columns, caption=caption):
                texts += [title, *rows, *columns, caption]
            case Bars(bars=bars, caption=caption):
                texts += [*(bar.label for bar in bars), caption]
            case Heading(text=text) | Paragraph(text=text) | Note(text=text):
                texts.append(text)
    keys = [text.key for text in texts if isinstance(text, Message)]
    assert [key for key in keys if not english().knows(key)] == []


def test_late_findings_that_are_not_grave_are_never_called_in_order():
    found = review(engagements=(engagement(),), findings=(finding(due_on=END - timedelta(days=3)),))
    table = {row[0]: row[-1] for row in lines(grid(found, "Figures"))}
    assert table["Findings overdue"] == "None severe"
    grave = finding(due_on=END - timedelta(days=3), severity=Severity.H)
    table = {row[0]: row[-1] for row in lines(grid(review(findings=(grave,)), "Figures"))}
    assert table["Findings overdue"] == "Act"


def test_one_name_behind_a_figure_stands_once_with_how_often():
    names = {"a": "Norte", "b": "Sul", "c": "Norte", **{str(n): str(n) for n in range(20)}}
    given = ReviewInput(facts=facts(), figures=(), names=names)
    assert given.listed(["a", "b", "c"]) == "Norte (2), Sul"
    more = given.listed([*(str(n) for n in range(12)), "a", "c", "b"])
    assert said(more).endswith("10, 11 and 3 more")


@pytest.mark.parametrize("section", list(Section))
def test_a_section_that_is_left_out_is_named_and_nothing_else_is_missing(section):
    given = ReviewInput(facts=facts(), figures=figures(facts()), comment="As expected.")
    whole = headings(quarterly_review(given))
    less = quarterly_review(given, EVERYTHING - {section})
    assert len(whole) - len(headings(less)) in {1, 2}
    assert set(headings(less)) < set(whole)
    assert "Comment" in headings(less)
    assert (
        said(kinds(less, Note)[-1].text)
        == f"Left out of this copy: {said(msg(f'review.section.{section}'))}."
    )


def headings(report: Report) -> list[str]:
    return [said(block.text) for block in kinds(report, Heading)]


def test_where_nothing_expires_and_nothing_is_open_a_sentence_stands_instead_of_an_empty_chart():
    found = review(engagements=(engagement(),))
    assert (kinds(found, Months), kinds(found, Bars)) == ([], [])
    told = [said(block.text) for block in kinds(found, Paragraph)]
    assert (
        "No certificate or report of sub-processors in use on 31 December 2026 expires within 18 months."
        in told
    )
    assert "No finding is open." in told


def test_places_without_a_transfer_on_record_are_named_beside_the_figures():
    used, unused = PlaceFacts(id="us", engagement_id="a"), PlaceFacts(id="in", engagement_id="never-used")
    one = review(engagements=(engagement("a"),), unrecorded=(used, unused))
    assert [note.text for note in kinds(one, Note) if note.text.key.startswith("review.unrecorded")] == [
        msg("review.unrecorded.one", count=1, names="us")
    ]
    two = review(engagements=(engagement("a"),), unrecorded=(used, replace(used, id="jp")))
    assert "review.unrecorded.many" in [note.text.key for note in kinds(two, Note)]


def test_what_a_figure_is_made_of_stands_under_it_without_what_is_none():
    broken_down = lines(grid(review(engagements=(engagement("a"), engagement("b", tier=1))), "Figures", 1))
    assert broken_down[0][0] == "Sub-processors in use"
    assert broken_down[0][1] == "tier 1: 1, tier 2: 1, third parties: 2, in other services: 2, vendors: 2"
    assert broken_down[1] == ["Assessed in time", "tier 1: 1 of 1, tier 2: 1 of 1"]
    titles = [column.title for found in kinds(review(), Grid) for column in found.columns]
    assert msg("review.column.part") not in titles
