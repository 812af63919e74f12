from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from vendorrisk.ui.widgets.clipboard import as_html, as_tsv, harmless, mime_data
from vendorrisk.ui.widgets.columns import Cell, Column, check_column, chip, display
from vendorrisk.ui.widgets.tokens import Kind

NAME = Column(key="name", title="Vendor", value=lambda row: row.name)
DUE = Column(key="due", title="Due", value=lambda row: row.due, kind=Cell.DATE)
RISK = Column(key="risk", title="Risk", value=lambda row: chip(Kind.SERIOUS, row.risk), kind=Cell.STATUS)
COUNT = Column(key="n", title="Customers", value=lambda row: row.n, kind=Cell.NUMBER)


def a_row(**parts):
    return SimpleNamespace(
        **{"name": "Carrier Norte", "due": date(2026, 12, 4), "risk": "High", "n": -3, **parts}
    )


def test_rows_are_lines_and_cells_are_parted_by_tabs_with_dates_in_iso():
    rows = [a_row(), a_row(name="Andora", due=None, n=1200)]
    assert as_tsv([NAME, DUE, RISK, COUNT], rows, titles=False) == (
        "Carrier Norte\t2026-12-04\tHigh\t-3\nAndora\t\tHigh\t1200"
    )


def test_titles_are_a_first_line_only_when_asked_for():
    assert as_tsv([NAME, DUE], [a_row()], titles=True).splitlines()[0] == "Vendor\tDue"


def test_what_a_cell_leaves_out_is_copied():
    column = Column(key="at", title="Location", value=lambda _row: "Norway, Germany",
                    text=lambda _row: "Norway +1", shortened=True)  # fmt: skip
    assert as_tsv([column], [a_row()], titles=False) == "Norway, Germany"
    assert "Norway, Germany" in as_html([column], [a_row()], titles=False)


def test_an_instant_is_copied_to_the_second():
    column = Column(key="at", title="At", value=lambda row: datetime(2026, 11, 23, 14, 2, 7, tzinfo=UTC))
    assert as_tsv([column], [a_row()], titles=False) == "2026-11-23 14:02:07+00:00"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\u200b=", "  =", "\u00a0@"]
)
def test_text_that_might_be_a_formula_gets_an_apostrophe(start):
    assert harmless(start + "1+1").startswith("'")


@pytest.mark.parametrize("text", ["", "Acme", "a=b", "1-2", "é=", "(=)"])
def test_ordinary_text_is_left_alone(text):
    assert harmless(text) == text


@given(st.text())
def test_no_copied_text_starts_like_a_formula(text):
    assert harmless(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))), min_size=1
    )
)
def test_every_text_comes_back_from_the_copy_as_one_cell(texts):
    column = Column(key="t", title="T", value=lambda row: row[0])
    copied = as_tsv([column, column], texts, titles=False)
    read = list(csv.reader(io.StringIO(copied, newline=""), dialect="excel-tab", strict=True))
    assert read == [[harmless(text), harmless(text)] for (text,) in texts]


def test_the_table_for_mails_has_the_persons_own_formats_and_never_markup_from_a_cell():
    html = as_html([NAME, DUE], [a_row(name="<b>Acme & Co</b>")], titles=True)
    assert "<th" in html
    assert "&lt;b&gt;Acme &amp; Co&lt;/b&gt;" in html
    assert "4 Dec 2026" in html
    assert "<th" not in as_html([NAME], [a_row()], titles=False)


def test_check_boxes_and_verbs_are_not_copied():
    verb = Column(key="verb", title="", value=lambda _row: "Open", kind=Cell.VERB)
    data = mime_data([check_column("Select"), NAME, verb], [a_row()], titles=True)
    assert data.text() == "Vendor\nCarrier Norte"
    assert data.hasHtml()


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_values_are_shown_in_the_persons_own_format_and_a_missing_one_not_at_all(british):
    assert display(None) == ""
    assert display(1200) == "1,200"
    assert display(0.5) == "0.5"
    assert display(date(2026, 2, 1)) == "1 Feb 2026"
    assert display(chip(Kind.WARN, "Due 4 Dec")) == "Due 4 Dec"
