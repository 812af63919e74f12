"""Pages are filled from the top; what does not fit goes on, and nothing is drawn twice or left out."""

from __future__ import annotations

from pathlib import Path

from tests.documents.pdf.test_text import FONTS
from vendorrisk.documents.pdf import fonts
from vendorrisk.documents.pdf.flow import Area, fact_row, paginate

AREA = Area(x=50, bottom=100, width=300, top=200)


def spacer(height: float):
    from reportlab.platypus import Spacer

    return Spacer(10, height)


def places(flowables) -> list[list[float]]:
    fonts.register(Path(FONTS))
    return [[placed.y for placed in page] for page in paginate(flowables, AREA, AREA)]


def test_what_fits_exactly_stays_on_the_page():
    assert places([(spacer(60), 0.0), (spacer(30), 10.0)]) == [[140, 100]]


def test_what_does_not_fit_starts_the_next_page_without_the_space_before_it():
    assert places([(spacer(60), 0.0), (spacer(31), 10.0)]) == [[140], [169]]


def test_what_is_higher_than_a_page_has_a_page_of_its_own():
    assert places([(spacer(10), 0.0), (spacer(150), 0.0), (spacer(10), 0.0)]) == [[190], [50], [190]]


def test_a_row_splits_only_where_its_label_and_a_line_fit():
    fonts.register(FONTS)
    row = fact_row("A label that is far too long for its narrow column", "word " * 100)
    row.wrap(300, 1000)
    assert row.split(300, 10) == []
    first, rest = row.split(300, 60)
    assert first.wrap(300, 60)[1] <= 60
    assert rest.wrap(300, 1000)[1] < row.height


def test_nothing_makes_one_empty_page():
    assert places([]) == [[]]
