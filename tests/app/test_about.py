"""What the program tells of itself: every library it needs, and nothing of the person or the data."""

from __future__ import annotations

import getpass
import re
import tomllib
from pathlib import Path

from vendorrisk.app.about import LICENCES, diagnostics, licences

ROOT = Path(__file__).resolve().parents[2]


def test_every_library_of_the_project_is_named_with_its_licence():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=\[ ;]", one)[0].lower().replace("_", "-") for one in wanted}
    told = {name.lower().replace("_", "-") for name, _licence in LICENCES}
    assert names <= told


def test_versions_stand_beside_the_names():
    assert any(re.fullmatch(r"SQLAlchemy 2\.\d+\.\d+", name) for name, _licence in licences())
    assert all(licence for _name, licence in licences())


def test_diagnostics_hold_nothing_personal():
    text = diagnostics()
    assert text.startswith("vendorrisk ")
    assert str(Path.home()) not in text
    assert getpass.getuser() not in text.replace("\n", " ").split()
