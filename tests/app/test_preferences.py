"""The window's small memory: kept from start to start, and never a reason to fail."""

from __future__ import annotations

from vendorrisk.app.preferences import Preferences


def test_what_was_put_is_there_at_the_next_start(tmp_path):
    place = tmp_path / "config" / "vendorrisk" / "preferences.json"
    Preferences(place).put("scheme", "dark")
    again = Preferences(place)
    assert (again.get("scheme"), again.get("other")) == ("dark", "")


def test_a_file_that_cannot_be_read_counts_as_empty(tmp_path):
    place = tmp_path / "preferences.json"
    place.write_bytes(b"\xff[1]")
    assert Preferences(place).get("scheme") == ""


def test_where_nothing_can_be_written_it_lasts_until_the_program_ends(tmp_path):
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file")
    store = Preferences(in_the_way / "preferences.json")
    store.put("scheme", "dark")
    assert store.get("scheme") == "dark"
    assert in_the_way.read_text() == "a file"
