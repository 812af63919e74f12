from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.words import keys
from vendorrisk.documents.tabular.delimited import delimiter_of, ragged, records

cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6)


def read(text, delimiter=","):
    problems = []
    return list(records(text, delimiter, problems, "a.csv")), problems


@given(tables, st.sampled_from(",;\t|"))
def test_what_a_csv_writer_wrote_is_read_back(table, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    found, problems = read(out.getvalue(), delimiter)
    assert [row for _, row in found] == [row for row in table if any(cell.strip() for cell in row)]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3,5\n", ";"),
        ("a\tb\n1, 2\t3\n", "\t"),
        ("a|b|c\nx, y|z|w\n", "|"),
        ("sep=|\na,b|c\n", "|"),
        ("one column\nof text\n", ","),
        ('"a;b",c\n"d;e;f",g\n', ","),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_lines_are_counted_as_an_editor_counts_them():
    found, _ = read('a,b\n\n"two\nlines",x\r\nlast,y')
    assert found == [(1, ["a", "b"]), (3, ["two\nlines", "x"]), (5, ["last", "y"])]


def test_the_line_that_declares_the_delimiter_is_not_data():
    assert read("sep=;\na;b\n", ";")[0] == [(2, ["a", "b"])]


def test_a_quote_that_is_never_closed_does_not_swallow_the_file():
    found, problems = read('a,b\n"open,x\nAcme,y\n"Beta ""2""",z\n')
    assert found == [(1, ["a", "b"]), (2, ['"open', "x"]), (3, ["Acme", "y"]), (4, ['Beta "2"', "z"])]
    assert keys(problems) == ["csv_quotes"]
    assert problems[0].where == "a.csv:2"


def test_a_quote_inside_a_cell_is_a_character():
    assert read('5" pipe,x\n')[0] == [(1, ['5" pipe', "x"])]


@given(st.text(st.sampled_from('",;\n\r ab'), max_size=40))
def test_no_text_is_too_broken_to_be_read_to_the_end(text):
    found, _ = read(text)
    letters = sum(cell.count("a") + cell.count("b") for _, row in found for cell in row)
    assert letters == text.count("a") + text.count("b")


def test_a_row_with_more_cells_than_headings_is_not_trusted():
    fitting, sound, problem = ragged(7, ["a", "b", "c"], 2, "a.csv")
    assert (fitting, sound, problem.where, problem.what.params["first"]) == (
        ["a", "b"],
        False,
        "a.csv:7",
        "c",
    )


def test_empty_cells_beyond_the_headings_do_no_harm():
    assert ragged(7, ["a", "b", " ", ""], 2, "a.csv") == (["a", "b"], True, None)


def test_missing_cells_are_empty_and_said():
    fitting, sound, problem = ragged(7, ["a"], 3, "a.csv")
    assert (fitting, sound) == (["a", "", ""], True)
    assert keys([problem]) == ["row_too_short"]
