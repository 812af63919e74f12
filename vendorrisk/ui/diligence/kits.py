"""Writing questionnaire workbooks with their mails: one where the person says, several into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.diligence.kit_files import kit_stem, send_kit, write_into

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.diligence.kit_files import SentKit


def write_kits(context: Context, assessment_ids: Sequence[str]) -> None:
    """Asks where, then writes in a job; each assessment counts as sent once its workbook is there."""
    if len(assessment_ids) == 1:
        _write_one(context, assessment_ids[0])
    elif assessment_ids:
        _write_several(context, assessment_ids)


def _write_one(context: Context, assessment_id: str) -> None:
    target = context.messages.pick_target(
        tr("Questionnaire workbook"),
        kinds=tr("Excel workbooks (*.xlsx)"),
        start=Path(f"{kit_stem(context.office, assessment_id)}.xlsx"),
    )
    if target is None:
        return

    def work(_progress: Progress) -> SentKit:
        return send_kit(context.office, assessment_id, target)

    def told(kit: SentKit) -> None:
        what = tr_count(
            "{count} question in {name}", "{count} questions in {name}", kit.questions, name=target.name
        )
        context.tell(f"{what}. {_mails([kit])}")

    context.run(tr("Writing the workbook"), work, told)


def _write_several(context: Context, assessment_ids: Sequence[str]) -> None:
    folder = context.messages.pick_folder(tr("Folder for the workbooks"))
    if folder is None:
        return

    def work(progress: Progress) -> list[SentKit]:
        return write_into(context.office, assessment_ids, folder, progress.step)

    def told(written: list[SentKit]) -> None:
        what = tr_count("{count} workbook written", "{count} workbooks written", len(written))
        context.tell(f"{what}. {_mails(written)}")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    context.run(tr("Writing workbooks"), work, told)


def _mails(written: Sequence[SentKit]) -> str:
    """Says whether the mails are there, too."""
    without = sum(one.mail is None for one in written)
    if not without:
        return tr_count(
            "The e-mail draft lies beside it.", "The e-mail drafts lie beside them.", len(written)
        )
    return tr_count(
        "{count} without an e-mail draft, because no e-mail address is on record.",
        "{count} without e-mail drafts, because no e-mail address is on record.",
        without,
    )
