"""Sending questionnaires to several vendors: which one, until when, into which folder; then all at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.diligence.rhythm import answer_due
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.diligence.assessments import check_due
from vendorrisk.usecases.diligence.sending import asked_engagements, not_asked, send_questionnaires

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.diligence.sending import Sent

AS_DUE = ""
QUESTIONNAIRE, DUE = "questionnaire", "due_on"


def send_questions(context: Context, parent: QWidget, vendor_ids: Sequence[str]) -> FormDialog | None:
    """Asks for questionnaire, day and folder, then prepares assessment, workbook and mail for each vendor.

    None, with a word on why, where none of the vendors is asked questions now.
    """
    with context.office.book.reading() as reader:
        asked = asked_engagements(reader, vendor_ids)
        known = reader.find(Engagement, vendor_id=list(vendor_ids))
    if not asked:
        _refuse(context, len(vendor_ids), not_asked(known) if len(vendor_ids) == 1 else None)
        return None
    today = context.office.clock.today()

    def work(typed: dict[str, str]) -> dict[str, str]:
        check_due(date.fromisoformat(typed[DUE]), today)
        return typed

    return FormDialog(
        context, parent, tr_count("Send a questionnaire", "Send {count} questionnaires", len(asked)),
        _entries(context), verb=tr("Choose folder…"), work=work,
        done=lambda typed: _write(context, vendor_ids, typed),
        values={QUESTIONNAIRE: AS_DUE, DUE: answer_due(today)},
    ).unfold()  # fmt: skip


def _refuse(context: Context, count: int, why: Message | None) -> None:
    what = tr_count(
        "This vendor cannot be sent a questionnaire now.",
        "None of these vendors can be sent a questionnaire now.",
        count,
    )
    usual = tr("Questionnaires go to sub-processors in due diligence or in use.")
    context.messages.explain(what, context.say(why) if why else usual)


def _entries(context: Context) -> list[Entry]:
    options = [(AS_DUE, tr("The one that is due for each"))]
    options += [(one.id, text_in(one.title, "en")) for one in context.office.questionnaires.all()]
    return [
        Entry(key=QUESTIONNAIRE, label=tr("Questionnaire"), ask=entries.choice(options)),
        Entry(key=DUE, label=tr("Answers due"), ask=entries.day(), required=True,
              hint=tr("Each vendor gets a workbook and an e-mail draft to send from your own e-mail "
                      "program.")),
    ]  # fmt: skip


def _write(context: Context, vendor_ids: Sequence[str], typed: dict[str, str]) -> None:
    folder = context.messages.pick_folder(tr("Folder for workbooks and mails"))
    if folder is None:
        return

    def work(progress: Progress) -> list[Sent]:
        return send_questionnaires(
            context.office, vendor_ids, folder, questionnaire_id=typed[QUESTIONNAIRE],
            due_on=date.fromisoformat(typed[DUE]), step=progress.step,
        )  # fmt: skip

    context.run(tr("Writing questionnaires"), work, lambda sent: _tell(context, folder, sent))


def _tell(context: Context, folder: Path, sent: Sequence[Sent]) -> None:
    written = [one for one in sent if one.file is not None]
    what = tr_count("{count} workbook was written.", "{count} workbooks were written.", len(written))
    lines = [f"{one.vendor.name}: {context.say(one.why_not)}" for one in sent if one.why_not]
    lines += [
        tr("{vendor}: no e-mail address is on record, so there is no e-mail draft.", vendor=one.vendor.name)
        for one in written
        if one.mail is None
    ]
    if lines:
        remedy = tr_count(
            "For {count} vendor something is missing; the details say what.",
            "For {count} vendors something is missing; the details say what.",
            len(lines),
        )
        context.messages.explain(what, remedy, "\n".join(lines))
        return
    context.tell(what)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
