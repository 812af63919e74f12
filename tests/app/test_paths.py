"""Folders of this person lie where the system's conventions put them."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from vendorrisk.app import paths

PAIRS = [
    (paths.state_folder, platformdirs.user_state_path, "XDG_STATE_HOME"),
    (paths.preferences_folder, platformdirs.user_config_path, "XDG_CONFIG_HOME"),
]


@pytest.mark.parametrize(("ours", "theirs", "variable"), PAIRS)
@pytest.mark.parametrize("named", ["", "/somewhere/else", "relative/place"])
def test_they_are_those_that_platformdirs_names(monkeypatch, ours, theirs, variable, named):
    monkeypatch.setenv(variable, named)
    assert ours() == theirs("vendorrisk", appauthor=False)


@pytest.mark.parametrize(("ours", "theirs", "_variable"), PAIRS)
def test_other_systems_are_left_to_platformdirs(monkeypatch, ours, theirs, _variable):
    monkeypatch.setattr(paths, "_SYSTEM", "win32")
    assert ours() == theirs("vendorrisk", appauthor=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe needs no folder")
def test_programs_meet_in_the_runtime_folder_or_else_in_the_state_folder(monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    assert paths.meeting_folder() == Path("/run/user/1000/vendorrisk")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert paths.meeting_folder() == paths.state_folder() / "run"
