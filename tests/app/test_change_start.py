"""Starting a change and writing its letters: what is missing or too early is said at once."""

from __future__ import annotations

import pytest


def test_a_replacement_names_the_option_that_it_lacks(desk):
    desk.add_vendor()
    new = ("change", "new", "--kind", "replace", "--engagement", "Norte Cloud", "--planned", "2027-03-01")
    answer = desk(*new)
    assert (answer.code, "--replaces" in answer.err) == (2, True)


@pytest.mark.parametrize("kind", ["location", "purpose"])
def test_a_change_of_what_is_not_in_use_is_prepared_with_a_warning(desk, kind):
    desk.add_vendor()
    told = desk.ok("change", "new", "--kind", kind, "--engagement", "Norte Cloud", "--planned", "2027-03-01")
    assert [(one["level"], "not in use" in one["what"]) for one in told["problems"]] == [("warning", True)]


def test_where_nobody_is_affected_that_is_said_and_formats_go_in_capitals_too(desk, tmp_path):
    desk.add_vendor()
    new = ("change", "new", "--kind", "add", "--engagement", "Norte Cloud", "--planned", "2027-03-01")
    change = desk.ok(*new)["change"]
    answer = desk("change", "letters", change, "--out", tmp_path / "letters", "--format", "PDF,EML", "--json")
    assert (answer.code, answer.json["letters"]) == (0, [])
    assert "No customer is affected" in answer.err
