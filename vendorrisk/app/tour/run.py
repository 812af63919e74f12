"""Runs the tour in a temporary workspace that needs no key and is removed afterwards."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.app.sample.build import MovedClock
from vendorrisk.app.sample.recipe import COMPANY
from vendorrisk.app.tour.index import MARK, index_page
from vendorrisk.app.tour.stages import NOTICE_DAYS, Station, Walk
from vendorrisk.app.wiring import created, key_wishes
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.review import quarterly
from vendorrisk.usecases.safe_files import READABLE_BY_ALL, make_folder, replace_file
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.outside import Outside

UNFINISHED = f"<!doctype html>{MARK}<title>Tour</title><p>The tour was not finished. Run it again."
"""Marks the folder as the tour's own from the start, so that a tour that was interrupted can be run again."""

ANALYST = "Privacy analyst"
"""Who works in the tour; papers to look at do not name the account of a machine."""
DAYS = (
    ("register", 96),
    ("triage", 95),
    ("diligence", 92),
    ("decision", 84),
    ("notice", NOTICE_DAYS),
    ("live", 0),
)
"""The stops, and on which day before today each takes place."""


def run_tour(
    out: Path,
    outside: Outside,
    *,
    list_file: Path | None = None,
    step: Callable[[str], None] = lambda _name: None,
) -> tuple[Path, list[Station]]:
    """Walks a published list through all stages into a folder and returns its index page and the stops.

    Without `list_file` a list of our own making. The folder may exist if an earlier tour made it. Raises
    UserError for a folder with other files in it, and for a list without any vendor.
    """
    _prepare(out)
    with tempfile.TemporaryDirectory(prefix="vendorrisk-tour-") as place:
        stations, walk = _walked(Path(place), out, outside, list_file, step)
    index = out / "index.html"
    page = index_page(msg("tour.title"), msg("tour.about"), stations, walk.problems, out, outside.words)
    _put(index, page)
    return index, stations


def _prepare(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not _is_a_tours(out):
        raise UserError(msg("tour.folder_taken", folder=str(out)), msg("tour.folder_taken.remedy"))
    for old in ("letters", "list"):
        shutil.rmtree(out / old, ignore_errors=True)
    make_folder(out)
    _put(out / "index.html", UNFINISHED)


def _put(index: Path, page: str) -> None:
    with replace_file(index, mode=READABLE_BY_ALL) as file:
        file.write(page.encode("utf-8"))


def _is_a_tours(folder: Path) -> bool:
    index = folder / "index.html"
    return index.is_file() and MARK in index.read_text(encoding="utf-8", errors="replace")


def _walked(
    place: Path, out: Path, outside: Outside, list_file: Path | None, step: Callable[[str], None]
) -> tuple[list[Station], Walk]:
    today = outside.now().date()
    start = datetime.combine(today - timedelta(days=100), time(8), tzinfo=UTC)
    clock = MovedClock(real=outside.now, at=start)
    moved = replace(outside, now=clock.now)
    wanted = NewWorkspace(company=COMPANY, zone="Europe/Zagreb", sample=True)
    workspace, _ = created(place / "tour.vendorrisk", key_wishes(outside, None, None), moved, wanted)
    try:
        source = list_file or paths.resources() / "sample" / "list.md"
        walk = Walk(replace(workspace.office, actor=ANALYST), outside.words, clock, today, out, source, place)
        stations = []
        for name, days in DAYS:
            step(name)
            clock.go_to(today - timedelta(days=days))
            stations.append(getattr(walk, name)())
        step("review")
        return [*stations, _reviewed(walk)], walk
    finally:
        workspace.lock()


def _reviewed(walk: Walk) -> Station:
    """Writes the quarterly review and proves the journal."""
    quarter = quarter_of(walk.today)
    target = walk.out / f"quarterly-review-{quarter}.pdf"
    report = quarterly.quarterly_report(walk.office, quarter)
    walk.office.papers.write_report(report, target)
    verdict = walk.office.book.verify()
    told = msg("tour.review.told", entries=verdict.entries, quarter=str(quarter))
    return Station(title=msg("tour.review"), told=(told,), files=(target,))
