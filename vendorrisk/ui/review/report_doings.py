"""Reports on paper: where they go, which were made lately, and the other reports besides the quarter."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.diligence.records import JUDGED, Assessment
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.ui.shell.written import tell_gaps
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.review.reports import report_on_assessment, report_on_vendor, write_report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.report import Report
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress

_RECENT: Final = "reports.recent"
_FOLDER: Final = "reports.folder"
KEPT: Final = 8
PDF: Final = "PDF (*.pdf)"


class ReportDoings:
    """Writes reports where the person wants them, and remembers the last ones."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save(self, title: str, name: str, make: Callable[[], Report]) -> None:
        """Asks where to, then writes a report as PDF; cancelled in time, no file is there."""
        start = Path(self._context.store.get(_FOLDER) or ".") / f"{name}.pdf"
        target = self._context.messages.pick_target(title, kinds=PDF, start=start)
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".pdf")
        office = self._context.office

        def write(progress: Progress) -> tuple[Problem, ...]:
            progress.step(0, 2, tr("Reading"))
            report = make()
            progress.step(1, 2, tr("Printing"))
            progress.seal()  # from here on the file will be there, whole
            return write_report(office, report, target)

        def written(gaps: tuple[Problem, ...]) -> None:
            self.wrote(target)
            tell_gaps(self._context, target.name, gaps)

        self._context.run(tr("Writing {name}", name=target.name), write, written, refresh=False)

    def wrote(self, target: Path) -> None:
        """Remembers a file that was written, and says so."""
        self._context.store.put(_FOLDER, str(target.parent))
        others = [one for one in self.recent() if one != target]
        kept = [str(one) for one in [target, *others][:KEPT]]
        self._context.store.put(_RECENT, json.dumps(kept))
        self._context.tell(tr("{name} was written", name=target.name))

    def recent(self) -> list[Path]:
        """The files written last that still exist, the newest first."""
        try:
            kept = json.loads(self._context.store.get(_RECENT) or "[]")
        except ValueError:
            return []
        return [Path(one) for one in kept if isinstance(one, str) and Path(one).exists()]

    def fill_recent(self, menu: QMenu) -> None:
        """Lists the last outputs, each to be opened or shown in its folder."""
        menu.clear()
        for path in self.recent():
            entry = menu.addMenu(path.name)
            entry.addAction(tr("Open"), partial(_open, path))
            entry.addAction(tr("Show in folder"), partial(_open, path.parent))
        if menu.isEmpty():
            menu.addAction(tr("Nothing was written yet")).setEnabled(False)

    def assessment(self) -> None:
        """Asks which assessment, then writes its report."""
        office = self._context.office
        with office.book.reading() as reader:
            vendors = {one.id: one.name for one in reader.find(Vendor)}
            owners = {one.id: vendors.get(one.vendor_id, "") for one in reader.find(Engagement)}
            found = [
                (one.id, owners.get(one.engagement_id, ""), self._title(one), _finished(one))
                for one in reversed(reader.find(Assessment, state=list(JUDGED)))
            ]

        def make(chosen: str) -> Report:
            with office.book.reading() as reader:
                return report_on_assessment(office, reader, chosen)

        none = (tr("Nothing was assessed yet."), tr("Finish an answer review first."))
        titles = (tr("Vendor"), tr("Questionnaire"), tr("Finished"))
        self._chosen(tr("Report on which assessment?"), found, make, none, titles)

    def vendor(self) -> None:
        """Asks which vendor, then writes its profile, with its newest assessments where it has any."""
        office = self._context.office
        with office.book.reading() as reader:
            found = sorted(((one.id, one.name) for one in reader.find(Vendor)), key=lambda one: fold(one[1]))

        def make(chosen: str) -> Report:
            with office.book.reading() as reader:
                return report_on_vendor(office, reader, chosen)

        none = (tr("No vendors yet."), tr("Add a vendor or import a list of sub-processors first."))
        self._chosen(tr("Report on which vendor?"), found, make, none)

    def _title(self, one: Assessment) -> str:
        return text_in(self._context.office.questionnaires.get(one.questionnaire, one.version).title, "en")

    def _chosen(
        self,
        question: str,
        found: Sequence[tuple[str, ...]],
        make: Callable[[str], Report],
        none: tuple[str, str],
        titles: Sequence[str] = (),
    ) -> None:
        """Lets one of those found be chosen; where there are none, says so and what helps."""
        if not found:
            self._context.messages.explain(*none)
            return
        chosen = self._context.messages.choose(question, found, yes=tr("Go on"), titles=titles)
        if chosen is not None:
            name = next(", ".join(texts) for key, *texts in found if key == chosen)
            self.save(tr("Save report"), name.replace("/", "-"), lambda: make(chosen))


def _finished(one: Assessment) -> str:
    return day(one.finished_on) if one.finished_on else tr("in review")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
