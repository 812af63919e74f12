"""A call of every verb over one workspace that has a bit of everything, to look at its answer."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

from tests.support.stocked import CUSTOMERS, SENT, customer_file
from vendorrisk.app.tour.workbook import fill_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.calls import Desk

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


READING = {
    "workspace info": "",
    "workspace check": "",
    "vendor list": "",
    "vendor show": "{vendor}",
    "engagement list": "",
    "engagement show": "{engagement}",
    "questionnaire list": "",
    "assess score": "{assessment}",
    "document list": "",
    "document check": "",
    "change affected": "{change}",
    "change dates": f"{{change}} --sent {SENT}",
    "list diff": "{place}/list.csv {place}/list.csv",
    "log": "",
    "verify": "",
}


def call(verb: str, ids: dict[str, str], place: Path) -> list[str]:
    """The words of the call of a verb."""
    written = {**READING, **WRITING}[verb].format(place=place.as_posix(), **ids)
    return [*verb.split(), *shlex.split(written)]


def make_ready(desk: Desk, ids: dict[str, str], place: Path) -> None:
    """Gives a stocked workspace something to undo, to redo, to receive and to restore."""
    desk.ok("assess", "kit", ids["assessment"], "--out", place / "answered.xlsx")
    fill_workbook(place / "answered.xlsx", place / "answered.xlsx", {"PRV-01": "Yes"})
    customer_file(place / "customers.csv", {"A": CUSTOMERS["A"]}, account_id="new")
    (place / "list.csv").write_text("Name,Purpose\nOblak d.o.o.,Backups\n", encoding="utf-8")
    for question in ("PRV-01", "PRV-02"):
        desk.ok("assess", "review", ids["assessment"], "--question", question, "--verdict", "meets")
    made = desk.ok("workspace", "backup")["file"]
    shutil.copy(made, place / "known.vrbackup")
    desk.ok("undo")
