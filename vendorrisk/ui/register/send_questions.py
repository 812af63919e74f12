"""Sending questionnaires to several vendors: which one, into which folder, then one workbook each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.record import text_in
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.vendor_batch import asked_engagements, send_questionnaires

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.vendor_batch import Sent

AS_DUE = ""


def send_questions(context: Context, vendor_ids: Sequence[str]) -> None:
    """Asks for questionnaire and folder, then prepares an assessment and a workbook for each vendor."""
    with context.office.book.reading() as reader:
        asked = asked_engagements(reader, vendor_ids)
    if not asked:
        context.messages.explain(
            tr("None of these vendors is asked questions now."),
            tr("Questions go to sub-processors in due diligence or in use."),
        )
        return
    wanted = _questionnaire(context, len(asked))
    if wanted is None:
        return
    folder = context.messages.pick_folder(tr("Folder for the workbooks"))
    if folder is not None:
        _run(context, vendor_ids, folder, wanted)


def _questionnaire(context: Context, count: int) -> str | None:
    options = [(AS_DUE, tr("The one that is due for each"))]
    options += [(one.id, text_in(one.title, "en")) for one in context.office.questionnaires.all()]
    question = tr_count("Which questionnaire?", "Which questionnaire for these {count}?", count)
    return context.messages.choose(question, options, yes=tr("Choose folder…"))


def _run(context: Context, vendor_ids: Sequence[str], folder: Path, wanted: str) -> None:
    def work(progress: Progress) -> list[Sent]:
        return send_questionnaires(
            context.office, vendor_ids, folder, questionnaire_id=wanted, step=progress.step
        )

    context.run(
        tr("Writing questionnaires"), work, lambda sent: _tell(context, folder, sent)
    )  # fmt: skip


def _tell(context: Context, folder: Path, sent: Sequence[Sent]) -> None:
    written = [one for one in sent if one.file is not None]
    refused = [one for one in sent if one.why_not is not None]
    what = tr_count("{count} workbook was written.", "{count} workbooks were written.", len(written))
    if not refused:
        context.tell(what)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        return
    remedy = tr_count(
        "{count} vendor got none; the details say why.",
        "{count} vendors got none; the details say why.",
        len(refused),
    )
    lines = [f"{one.vendor.name}: {context.say(one.why_not)}" for one in refused if one.why_not]
    context.messages.explain(what, remedy, "\n".join(lines))
