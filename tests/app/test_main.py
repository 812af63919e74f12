"""The window without options: started at once, or by the command line where something was set after all."""

from __future__ import annotations

import pytest

from vendorrisk.app import main

SET = ("VENDORRISK_WORKSPACE", "VENDORRISK_TODAY", "VENDORRISK_PASSPHRASE_FILE")


@pytest.fixture
def asked(monkeypatch):
    """What the command line is asked for."""
    calls = []
    monkeypatch.setattr("vendorrisk.app.cli.main", calls.append)
    return calls


@pytest.mark.parametrize("name", SET)
def test_what_is_set_for_the_command_line_counts_for_the_window_too(monkeypatch, asked, name):
    monkeypatch.setenv(name, "x")
    monkeypatch.setattr(main, "run_window", lambda _wishes: pytest.fail("started without it"))
    main.plain_start()
    assert asked == [["gui"]]


def test_a_window_that_was_closed_ends_the_process_with_its_code(monkeypatch, asked):
    monkeypatch.setattr(main, "run_window", lambda _wishes: 3)
    with pytest.raises(SystemExit) as ended:
        main.plain_start()
    assert (ended.value.code, asked) == (3, [])


@pytest.mark.parametrize("trouble", [ImportError, main.NoDisplay])
def test_a_window_that_cannot_be_shown_is_left_to_the_command_line_to_say(monkeypatch, asked, trouble):
    def refuse(_wishes):
        raise trouble

    monkeypatch.setattr(main, "run_window", refuse)
    main.plain_start()
    assert asked == [["gui"]]
