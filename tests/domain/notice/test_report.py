"""A dossier shows every customer, the date for all and who holds it, and the sum behind it in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.customers import SENT, a_customer, some_terms
from tests.support.letters import CHANGE
from tests.support.words import english
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.affected import Reach
from vendorrisk.domain.notice.clock import CustomerDates, customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.notice.go_live import earliest_global
from vendorrisk.domain.notice.records import Authorisation, ChangeKind
from vendorrisk.domain.notice.report import SHOWN, DossierInput, dossier
from vendorrisk.domain.report import Facts, Grid, Heading, Note, Paragraph, Report, Tone

D = date


def counted(name: str, **terms: Any) -> CustomerDates:
    return customer_dates(
        a_customer(name), some_terms(**terms), Events(sent_at=SENT), calendar=WEEKENDS_ONLY, our_zone="UTC"
    )


def written(*dates: CustomerDates, change=CHANGE, not_told=(), names=None) -> Report:
    reaches = [Reach(customer_id=one.customer_id, affected=True, reason=msg("x")) for one in dates]
    reaches += [
        Reach(customer_id=name, affected=False, reason=msg("notice.not_affected.inactive"))
        for name in not_told
    ]
    return dossier(
        DossierInput(
            change=change, sub_processor="Norte Cloud S.A.", on=D(2026, 12, 1), reaches=tuple(reaches),
            dates=dates, overall=earliest_global(dates), names=names or {}, company="Example Telecom",
        )
    )  # fmt: skip


def said(text) -> str:
    return english().value(text, "en") if text is not None else ""


def facts(report: Report) -> dict[str, str]:
    return {said(row.label): said(row.value) for row in report.blocks[0].rows}


def grids(report: Report) -> list[list[list[str]]]:
    return [
        [[said(cell) for cell in row] for row in block.rows]
        for block in report.blocks
        if isinstance(block, Grid)
    ]


def test_the_dossier_of_two_customers():
    found = written(
        counted("A", notice_days=10), counted("E", notice_days=60), not_told=("H",), names={"E": "Meridova"}
    )
    assert said(found.title) == "Change 2026-07: Norte Cloud S.A."
    assert said(found.subtitle) == "New sub-processor, planned for 2 February 2027"
    assert facts(found) == {
        "Planned first day": "2 February 2027", "Customers to be notified": "2 of 3",
        "Earliest for all": "2 February 2027", "Held back by": "Meridova",
        "Earliest without them": "12 December 2026",
    }  # fmt: skip
    assert grids(found) == [
        [
            ["A", "1 December 2026", "11 December 2026", "11 December 2026", "12 December 2026"],
            ["Meridova", "1 December 2026", "30 January 2027", "1 February 2027", "2 February 2027"],
        ],
        [["H", "No longer a customer"]],
    ]
    (windows, _) = [block for block in found.blocks if isinstance(block, Grid)]
    assert windows.tones == (Tone.NEUTRAL, Tone.WARNING)
    assert not [block for block in found.blocks if isinstance(block, Note)]


def test_the_arithmetic_begins_with_those_who_hold_the_date_and_explains_its_rules():
    found = written(counted("A", notice_days=10), counted("E", notice_days=60))
    start = [said(block.text) for block in found.blocks if isinstance(block, Heading)]
    assert start[1:4] == ["How the dates were counted", "E", "A"]
    sentences = [said(block.text) for block in found.blocks if isinstance(block, Paragraph)]
    assert "1 December 2026 + 60 calendar days of notice = 30 January 2027." in sentences
    assert (
        "30 January 2027 is not a business day there, so objections are open until 1 February 2027 (rule R2)."
        in sentences
    )
    rules = [block for block in found.blocks if isinstance(block, Facts)][1]
    assert [row.label for row in rules.rows] == ["R1", "R2", "R4"]
    assert all(not said(row.value).startswith("notice.rule") for row in rules.rows)


def test_customers_without_a_date_are_named_with_the_reason():
    found = written(counted("A"), counted("G", authorisation=Authorisation.SPECIFIC))
    assert facts(found)["Earliest for all"] == "no date yet; customers without one: 1"
    assert facts(found)["Held back by"] == "G"
    (windows, _) = [block for block in found.blocks if isinstance(block, Grid)]
    assert windows.tones == (Tone.NEUTRAL, Tone.BAD)
    assert grids(found)[0][1][-1].startswith("The customer has to approve in writing")


def test_a_reason_stands_below_its_arithmetic():
    blocked = counted("G", authorisation=Authorisation.SPECIFIC, request_lead_days=10)
    sentences = [said(block.text) for block in written(blocked).blocks if isinstance(block, Paragraph)]
    assert sentences[-1].startswith("The customer has to approve in writing")


def test_a_planned_day_before_the_earliest_is_a_grave_note():
    early = replace(CHANGE, planned_on=D(2026, 12, 10))
    (note,) = [block for block in written(counted("A"), change=early).blocks if isinstance(block, Note)]
    assert note.tone is Tone.BAD
    assert (
        said(note.text)
        == "The planned day, 10 December 2026, is before the earliest for all, 1 January 2027."
    )


def test_a_change_that_concerns_nobody_says_so():
    found = written()
    assert facts(found)["Earliest for all"] == "no customer has to be notified"
    assert [said(block.empty) for block in found.blocks if isinstance(block, Grid)] == [
        "no customer has to be notified", "Every customer is notified.",
    ]  # fmt: skip
    assert "How the dates were counted" not in [
        said(one.text) for one in found.blocks if isinstance(one, Heading)
    ]


def test_the_arithmetic_of_hundreds_of_customers_stops_after_some():
    found = written(*(counted(f"C{n:03}") for n in range(SHOWN + 5)))
    assert sum(isinstance(block, Heading) and block.level == 3 for block in found.blocks) == SHOWN


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_each_kind_of_change_has_its_words(kind):
    subtitle = written(change=replace(CHANGE, kind=kind)).subtitle
    assert isinstance(subtitle, Message)
    assert english().knows(subtitle.key)


def test_where_customers_are_undecided_no_day_stands_for_all():
    overall = earliest_global([], ["locked"])
    shown = dossier(
        DossierInput(
            change=CHANGE, sub_processor="Norte Cloud S.A.", on=D(2026, 12, 1), reaches=(), dates=(),
            overall=overall, names={}, company="Example Telecom",
        )
    )  # fmt: skip
    assert any("region-locked" in value for value in facts(shown).values())
