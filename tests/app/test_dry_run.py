"""--dry-run on everything that writes: the answer is worked out, and nothing is kept anywhere."""

from __future__ import annotations

import hashlib

import pytest

from tests.support.books import dump
from tests.support.stocked import SENT
from tests.support.verb_calls import READING, WRITING, call
from tests.support.verbs import command_at, paths_below
from vendorrisk.app.cli.verb import Group

LIVING = {"register.db", "register.db-wal", "register.db-shm", "register.lock"}
"""The register is compared by what it holds; opening it touches these."""

NOT_HERE = {"gui", "tour", "assess finish", "engagement confirm"}
"""The window asks first, the tour has tests of its own; contract/test_whole_job.py finishes and confirms."""


def everything(desk, place):
    """What the register holds with its journal's head, and every file below a folder by its digest."""
    with desk.opened() as workspace:
        held = dump(workspace.vault.engines.reader), workspace.office.book.head()
    files = {
        path.relative_to(place): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in place.rglob("*")
        if path.is_file() and path.name not in LIVING
    }
    return held, files


@pytest.fixture(scope="module")
def before(ready):
    """What there is at the start, and still after every test of this module."""
    desk, _, place = ready
    return everything(desk, place)


@pytest.mark.parametrize("verb", WRITING)
def test_a_dry_run_keeps_nothing(ready, before, verb):
    desk, ids, place = ready
    answer = desk(*call(verb, ids, place), "--dry-run", "--json")
    assert (answer.code, answer.json["dry_run"]) == (0, True), answer
    assert everything(desk, place) == before


def test_a_dry_run_shows_what_would_be_done(ready):
    desk, ids, place = ready
    assert len(desk.ok("import", "list", place / "list.csv", "--dry-run")["rows"]) == 1
    assert desk.ok(*call("change new", ids, place), "--dry-run")["number"] == "2026-05"
    assert desk.ok("assess", "receive", place / "answered.xlsx", "--dry-run")["answered"] == 1


def test_a_dry_run_refuses_what_the_real_one_refuses(ready):
    desk, ids, place = ready
    for refused, code in (
        (("vendor", "add", "--name", "", "--country", "HR", "--service", "S", "--purpose", "P"), 2),
        (("engagement", "move", ids["engagement"], "--to", "live"), 7),
        (("workspace", "new", desk.workspace, "--company", "X"), 7),
        (("workspace", "restore", place / "known.vrbackup", desk.workspace), 7),
        (("workspace", "restore", place / "list.csv", place / "other"), 1),
        (("change", "letters", ids["change"], "--out", place / "x", "--format", "docx"), 2),
    ):
        assert desk(*refused, "--dry-run").code == code


def test_every_verb_is_either_tried_here_or_only_reads():
    leaves = {" ".join(path) for path in paths_below() if not isinstance(command_at(path), Group)}
    assert leaves - NOT_HERE == set(WRITING) | set(READING)


def test_sending_the_letters_is_not_what_dates_do(ready, before):
    desk, ids, place = ready
    desk.ok("change", "dates", ids["change"], "--sent", SENT)
    assert everything(desk, place) == before
