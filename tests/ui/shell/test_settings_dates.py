"""Places with public holidays stand in one row each, by their names."""

from __future__ import annotations

import pytest

from tests.support.contexts import make_context
from vendorrisk.ui.shell.settings_dates import _place_columns, by_place
from vendorrisk.usecases.notice.holiday_years import YearOfPlace


@pytest.mark.parametrize(
    ("code", "years", "place", "told"),
    [("DE", (2024, 2025, 2027), "Germany", "2024 to 2025, 2027"), ("DE-BE", (2026,), "Germany (BE)", "2026")],
)
def test_years_of_a_place_stand_in_one_row_and_gaps_are_seen(code, years, place, told):
    known = [
        YearOfPlace(id=f"{code}{year}", place=code, year=year, source="library", weekend=("SAT",), days=())
        for year in years
    ]
    (row,) = by_place(known)
    columns = {column.key: column.words(row) for column in _place_columns(make_context().say)}
    assert (columns["place"], columns["years"]) == (place, told)
