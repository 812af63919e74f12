"""The tests' runs: under X those that ask for it, offscreen all others; none is lost, none runs twice."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import display
import pytest
import pytest_runs

PROBE = """
import os, pytest
@pytest.mark.x11
def test_focus():
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"
    assert os.environ["DISPLAY"] == os.environ["VENDORRISK_TEST_DISPLAY"] != ""
def test_sum():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
"""
SETTINGS = "[pytest]\nmarkers = x11: needs a real X server\naddopts = -p no:cacheprovider\n"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """A project with one test for X and one for offscreen."""
    support = tmp_path / "tests" / "support"
    support.mkdir(parents=True)
    (support / "x11.py").write_bytes((pytest_runs.ROOT / "tests" / "support" / "x11.py").read_bytes())
    (tmp_path / "tests" / "test_probe.py").write_text(PROBE, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setattr(pytest_runs, "ROOT", tmp_path)
    monkeypatch.setattr(pytest_runs, "WORK", tmp_path / ".check")
    monkeypatch.delenv("VENDORRISK_TEST_DISPLAY", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # they cost a second at each run


def facts(*args: str) -> list[tuple[int, int, int]]:
    """Run the tests and tell of each run: exit code, tests, tests skipped for want of X."""
    return [(run.code, run.tests, run.skipped_x11) for run in pytest_runs.run_tests(args)]


@pytest.mark.parametrize(("tried", "code"), [("[1, -1]", 0), ("[1]", 1)])
def test_a_branch_of_the_domain_that_no_test_reaches_is_a_failure(tried, code, tmp_path, monkeypatch, capfd):
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    for folder in ("vendorrisk", "vendorrisk/domain", "tests/domain"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    rule = "def sign(days):\n    if days < 0:\n        return 'late'\n    return 'in time'\n"
    (tmp_path / "vendorrisk/domain/rule.py").write_text(rule, encoding="utf-8")
    (tmp_path / "tests/domain/test_rule.py").write_text(
        f"from vendorrisk.domain.rule import sign\ndef test_rule():\n    assert all(map(sign, {tried}))\n",
        encoding="utf-8",
    )
    assert pytest_runs.run_every_branch().code == code
    assert ("rule.py" in capfd.readouterr().out) is (code == 1)


def test_without_the_x_programs_their_tests_are_skipped_and_counted(monkeypatch):
    monkeypatch.setattr(pytest_runs, "is_possible", lambda: False)
    assert facts() == [(0, 2, 1)]


@pytest.mark.x11
def test_with_them_each_test_runs_once():
    assert facts() == [(0, 1, 0), (0, 1, 0)]


@pytest.mark.x11
def test_a_run_without_a_test_is_no_failure_while_the_other_has_one():
    assert facts("-k", "focus") == [(0, 1, 0), (0, 0, 0)]


@pytest.mark.x11
def test_no_test_at_all_is_a_failure():
    assert facts("-k", "misspelt") == [(5, 0, 0), (5, 0, 0)]


def test_a_mark_that_the_run_under_x_would_miss_is_refused(tmp_path, monkeypatch, capfd):
    hidden = "import pytest\npytestmark = getattr(pytest.mark, 'x' + '11')\ndef test_focus(): pass\n"
    (tmp_path / "tests" / "test_hidden.py").write_text(hidden, encoding="utf-8")
    monkeypatch.setattr(pytest_runs, "is_possible", lambda: False)
    assert facts()[0][0] == pytest.ExitCode.USAGE_ERROR
    assert "the run under X misses them" in capfd.readouterr().err


@pytest.mark.x11
def test_a_test_that_fails_under_x_is_shown_and_fails(project, tmp_path, capfd):
    probe = tmp_path / "tests" / "test_probe.py"
    probe.write_text(PROBE.replace('== "xcb"', '== "windows"'), encoding="utf-8")
    assert facts() == [(1, 1, 0), (0, 1, 0)]
    assert "AssertionError" in capfd.readouterr().out


def test_a_display_that_does_not_start_is_a_failure_and_not_a_skip(monkeypatch, tmp_path):
    broken = tmp_path / "Xvfb"
    broken.write_text("#!/bin/sh\necho no screens found >&2\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(pytest_runs, "is_possible", lambda: True)
    under_x, offscreen = pytest_runs.run_tests([])
    assert (under_x.code, under_x.remark) == (1, "Xvfb did not start: no screens found\n")
    assert (offscreen.code, offscreen.tests) == (0, 1)


@pytest.mark.x11
def test_a_display_is_free_managed_and_gone_afterwards(tmp_path):
    with display.own_display(tmp_path) as first, display.own_display(tmp_path) as second:
        assert first != second
        managed = subprocess.run(
            ["xdotool", "get_desktop"], env={**os.environ, "DISPLAY": first}, check=False
        )
        assert managed.returncode == 0
    assert not Path(f"/tmp/.X11-unix/X{first[1:]}").exists()
