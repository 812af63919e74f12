"""What ./check makes of its tools' exit codes, and of the tests' two runs."""

from __future__ import annotations

import checks
import pytest
from check_report import NO_TESTS, Outcome, verdict


def an_outcome(name: str = "mypy", code: int = 0, **facts: int) -> Outcome:
    return Outcome(name=name, code=code, seconds=1.26, **facts)


@pytest.mark.parametrize(
    ("outcomes", "strict", "expected"),
    [
        ([an_outcome(), an_outcome("pytest")], True, ("All 2 checks are fine", 0)),
        ([an_outcome(), an_outcome("pytest", skipped_x11=4)], False, ("All 2 checks are fine", 0)),
        ([an_outcome(), an_outcome("pytest", skipped_x11=4)], True, ("FAILED: tests skipped", 1)),
        ([an_outcome(code=2), an_outcome("pytest", 1)], False, ("FAILED: mypy, pytest", 2)),
        ([an_outcome("pytest", NO_TESTS)], False, ("FAILED: pytest", 5)),
    ],
)
def test_the_last_line_names_what_failed_and_counts_what_was_skipped(outcomes, strict, expected):
    skipped = sum(outcome.skipped_x11 for outcome in outcomes)
    beginning, code = expected
    line = f"{beginning}, after 80 s; {skipped} tests skipped for want of an X server."
    assert verdict(outcomes, seconds=80.2, strict=strict) == (line, code)


def test_each_check_is_one_line_with_its_seconds():
    assert an_outcome("ruff check").line == "ruff check        ok          1.3 s"
    assert an_outcome("mypy", 1).line == "mypy              FAILED      1.3 s"
    assert an_outcome("pytest", NO_TESTS).line == "pytest            no test     1.3 s"


@pytest.mark.parametrize("code", [0, 3])
def test_a_tools_words_are_shown_only_if_it_failed(code, capsys):
    outcome = checks.run_tool("tool", ["-c", f"print('words'); raise SystemExit({code})"])
    assert outcome.code == code
    assert capsys.readouterr().out == ("words\n" if code else "") + outcome.line + "\n"


def test_with_arguments_only_the_tests_run(monkeypatch):
    asked = []
    monkeypatch.setattr(checks, "run_tool", lambda *_: pytest.fail("no tool was asked for"))
    monkeypatch.setattr(checks, "run_tests", lambda args: asked.append(args) or [an_outcome()])
    monkeypatch.delenv("CI", raising=False)
    assert checks.main(["-k", "notice"]) == 0
    assert asked == [["-k", "notice"]]


def test_without_arguments_each_test_runs_once_and_those_of_the_domain_reach_each_branch(monkeypatch):
    asked = []

    def ran(name):
        return lambda args: asked.append(args) or an_outcome(name)

    monkeypatch.setattr(checks, "run_tool", lambda name, _: an_outcome(name))
    monkeypatch.setattr(checks, "run_under_x", lambda args: [ran("under X")(args)])
    monkeypatch.setattr(checks, "run_every_branch", lambda: an_outcome("domain"))
    monkeypatch.setattr(checks, "run_offscreen", ran("pytest"))
    assert [one.name for one in checks.run_everything()] == [*checks.TOOLS, "under X", "domain", "pytest"]
    rest = "--ignore=tests/domain"
    assert asked == [(rest,), (rest, *checks.SIDE_BY_SIDE)]
