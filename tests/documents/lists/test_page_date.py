from __future__ import annotations

from datetime import date

import pytest

from tests.documents.lists.reading import PLACES, read, told
from vendorrisk.documents.lists.page_date import date_in, updated_in
from vendorrisk.documents.lists.vocabulary import vocabulary

TABLE = "\n\n| Sub-processor | Purpose |\n|--|--|\n| Acme | Mail |\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-02-28", date(2026, 2, 28)),
        ("June 8, 2023", date(2023, 6, 8)),
        ("May, 15, 2025", date(2025, 5, 15)),
        ("Sept. 1st 2024", date(2024, 9, 1)),
        ("8 June 2023", date(2023, 6, 8)),
        ("1er janvier 2024", date(2024, 1, 1)),
        ("3. März 2021", date(2021, 3, 3)),
        ("5 de mayo de 2022", date(2022, 5, 5)),
        ("31.12.2025", date(2025, 12, 31)),
        ("03.04.2026", date(2026, 4, 3)),
        ("1. 3. 2025", date(2025, 3, 1)),
        ("18-11-2020", date(2020, 11, 18)),
        ("11/18/2020", date(2020, 11, 18)),
        ("01-01-2017", date(2017, 1, 1)),
    ],
)
def test_a_date_that_means_one_day_is_read(text, found):
    assert date_in(f"Last updated: {text}.")[0] == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("03/04/2026", "03/04/2026"),
        ("03-04-2026", "03-04-2026"),
        ("03.04.26", "03.04.26"),
        ("31.02.2026", "31.02.2026"),
        ("2022-11-027", "2022-11-027"),
        ("2023-02-30", "2023-02-30"),
        ("June 31, 2023", "June 31, 2023"),
        ("soon", ""),
    ],
)
def test_a_date_that_may_mean_two_days_or_none_stays_text(text, written):
    assert date_in(text) == (None, written)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: June 8, 2023",
        "Stand: 2023-06-08",
        "_Dernière mise à jour : 8 juin 2023_",
        "Current as of 2023-06-08",
    ],
)
def test_a_list_says_when_it_was_updated(tmp_path, line):
    assert read(tmp_path, f"# Sub-processors\n\n{line}{TABLE}").updated == date(2023, 6, 8)


def test_a_date_about_something_else_is_not_the_list_s():
    texts = [("Founded on 2001-01-01", "a:1"), ("Last updated on 2023-06-08", "a:2")]
    assert updated_in(texts, vocabulary(PLACES)) == (date(2023, 6, 8), "2023-06-08", "a:2")
    assert updated_in(texts[:1], vocabulary(PLACES)) == (None, "", "")


def test_the_front_matter_s_newest_date_counts_and_a_doubtful_one_is_said(tmp_path):
    head = "---\neffective_date: 2020-01-01\nlast_updated: 2023-06-08\n---\n# Sub-processors"
    assert read(tmp_path, head + TABLE).updated == date(2023, 6, 8)
    found = read(tmp_path, f"# Sub-processors\n\nLast updated: 03/04/2026{TABLE}")
    assert found.updated is None
    assert told(found) == [("list.md:3", "date_unclear")]
