"""--dry-run on everything that writes: the answer is worked out, and nothing is kept anywhere."""

from __future__ import annotations

import hashlib
import shlex
import shutil
from dataclasses import replace

import pytest

from tests.support.books import dump
from tests.support.calls import Desk, TickingClock
from tests.support.stocked import CUSTOMERS, SENT, customer_file
from tests.support.verbs import command_at, paths_below
from vendorrisk.app.cli.verb import Group
from vendorrisk.app.tour.workbook import fill_workbook

LIVING = {"register.db", "register.db-wal", "register.db-shm", "register.lock"}
"""The register is compared by what it holds; opening it touches these."""

READING = {
    "workspace info", "workspace check", "vendor list", "vendor show", "engagement list", "engagement show",
    "questionnaire list", "assess score", "document list", "document check", "change affected",
    "change dates", "list diff", "log", "verify",
}  # fmt: skip
NOT_HERE = {"gui", "tour", "assess finish"}
"""The window asks first, the tour has tests of its own, finishing needs every verdict."""


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


WRITING = {
    "workspace new": "{place}/other --company X --recovery-out {place}/code.txt",
    "workspace backup": "",
    "workspace restore": "{place}/known.vrbackup {place}/other",
    "workspace lock": "",
    "workspace migrate": "",
    "vendor add": "--name X --country HR --service New --purpose P --storage HR",
    "vendor set": "{vendor} owner=Ana",
    "engagement set": "{engagement} factor_data=1",
    "engagement move": "{engagement} --to withdrawn --reason 'no longer needed'",
    "import list": "{place}/list.csv",
    "import customers": "{place}/customers.csv",
    "assess start": "{vendor} --questionnaire annual-delta",
    "assess kit": "{assessment} --out {place}/kit.xlsx",
    "assess receive": "{place}/answered.xlsx",
    "assess review": "{assessment} --question PRV-01 --verdict meets",
    "document add": "{vendor} {place}/list.csv --kind OTHER",
    "change new": "--kind add --engagement {engagement} --planned 2027-04-01",
    "change letters": "{change} --out {place}/letters",
    "publish": "--profile GLOBAL --out {place}/public",
    "report assessment": "{assessment} --out {place}/a.pdf",
    "report vendor": "{vendor} --out {place}/v.pdf",
    "review": "--quarter 2026Q3 --out {place}/q.pdf --freeze",
    "undo": "",
    "redo": "",
}


def call(verb, ids, place):
    return [*verb.split(), *shlex.split(WRITING[verb].format(place=place.as_posix(), **ids))]


@pytest.fixture(scope="module")
def ready(stocked_template, template, tmp_path_factory):
    """The stocked workspace with something to undo, to redo, to receive and to restore."""
    ids, folder, at = stocked_template
    place = tmp_path_factory.mktemp("ready")
    shutil.copytree(folder / "acme", place / "acme")
    desk = Desk(
        {"VENDORRISK_WORKSPACE": str(place / "acme")},
        keyring=replace(template[0], asked=[]),
        clock=TickingClock(at),
    )
    desk.ok("assess", "kit", ids["assessment"], "--out", place / "answered.xlsx")
    fill_workbook(place / "answered.xlsx", place / "answered.xlsx", {"PRV-01": "Yes"})
    customer_file(place / "customers.csv", {"A": CUSTOMERS["A"]}, account_id="new")
    (place / "list.csv").write_text("Name,Purpose\nOblak d.o.o.,Backups\n", encoding="utf-8")
    for question in ("PRV-01", "PRV-02"):
        desk.ok("assess", "review", ids["assessment"], "--question", question, "--verdict", "meets")
    made = desk.ok("workspace", "backup")["file"]
    shutil.copy(made, place / "known.vrbackup")
    desk.ok("undo")
    return desk, ids, place


@pytest.mark.parametrize("verb", WRITING)
def test_a_dry_run_keeps_nothing(ready, verb):
    desk, ids, place = ready
    before = everything(desk, place)
    answer = desk(*call(verb, ids, place), "--dry-run", "--json")
    assert (answer.code, answer.json["dry_run"]) == (0, True), answer
    assert everything(desk, place) == before


def test_a_dry_run_shows_what_would_be_done(ready):
    desk, ids, place = ready
    assert len(desk.ok("import", "list", place / "list.csv", "--dry-run")["rows"]) == 1
    assert desk.ok(*call("change new", ids, place), "--dry-run")["number"] == "2026-02"
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
    assert leaves - NOT_HERE == set(WRITING) | READING


def test_sending_the_letters_is_not_what_dates_do(ready):
    desk, ids, place = ready
    before = everything(desk, place)
    desk.ok("change", "dates", ids["change"], "--sent", SENT)
    assert everything(desk, place) == before
