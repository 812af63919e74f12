"""What is done with the tasks of Home: opened, settled, reminded of, put off, brought back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.home_words import RECOVERY
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.holiday_table import fill_years
from vendorrisk.usecases.review.reminders import reminder
from vendorrisk.usecases.review.snoozing import snooze, wake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.home_tasks import ToDo
    from vendorrisk.usecases.review.reminders import Reminder

_IN_ANSWERS: Final = frozenset({TaskKind.REVIEW_ANSWERS})
MONDAY: Final = 7
"""Days of a week: a task is put off until the next Monday unless the person says otherwise."""


class HomeDoings:
    """Does something with one task, which is None for the recovery code."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def open(self, task_id: str, one: ToDo | None) -> None:
        """Goes to the page where a task is settled."""
        go = self._context.go
        if task_id == RECOVERY:
            go("settings", RECOVERY)
        elif one is None:
            go("settings")
        elif one.task.kind is TaskKind.FILL_HOLIDAYS:
            go("settings", "dates")
        elif one.task.kind in _IN_ANSWERS:
            go("answer_review", one.record_id)
        elif one.change_id:
            go("change", one.change_id)
        else:
            go("vendor", one.vendor_id)

    def settle(self, task_id: str, one: ToDo | None) -> None:
        """Does the verb of a task: most lead to a page, some are done at once."""
        kind = one.task.kind if one else None
        if one and one.resting:
            self.bring_back(one)
        elif one and kind is TaskKind.CHASE_ANSWERS:
            self.remind(one)
        elif one and kind is TaskKind.FILL_HOLIDAYS:
            facts = one.task.label.params
            self._context.do(lambda: fill_years(self._context.office, facts["place"], [facts["year"]]))
        else:
            self.open(task_id, one)

    def remind(self, one: ToDo | None) -> None:
        """Opens the person's mail program with a reminder to the vendor of a task."""
        if one is None or not one.vendor_id:
            self._context.tell(tr("There is no vendor to remind of this."))
            return
        office, vendor_id = self._context.office, one.vendor_id
        draft = self._context.do(lambda: reminder(office, vendor_id))
        if draft is not None:
            QDesktopServices.openUrl(self.mail_address(draft))
            self._context.tell(
                tr("A draft for {address} was handed to your e-mail program.", address=draft.address)
            )

    def mail_address(self, draft: Reminder) -> QUrl:
        """The address that opens a draft in the mail program."""
        say = self._context.say
        parts = f"subject={quote(say(draft.subject))}&body={quote(say(draft.text))}"
        return QUrl(f"mailto:{quote(draft.address)}?{parts}", QUrl.ParsingMode.StrictMode)

    def put_off(self, tasks: Sequence[ToDo]) -> FormDialog | None:
        """Asks until when and why, and puts tasks off for this person, as one step that undo takes back."""
        if not tasks:
            self._context.tell(tr("This cannot be snoozed."))
            return None
        context, today, one = self._context, self._context.office.clock.today(), tasks[0]
        ids = [task.id for task in tasks]
        rows = [
            Entry(key="until", label=tr("Until"), ask=entries.day(), required=True,
                  hint=tr("The task is back on this day.")),
            Entry(key="reason", label=tr("Reason"), ask=entries.line(), required=True,
                  hint=tr("Kept in the journal. A day set by law or promised to customers stays in sight.")),
        ]  # fmt: skip

        def work(typed: dict[str, str]) -> object:
            return snooze(context.office, ids, dialog.form.field("until").value(), typed["reason"])

        def done(_result: object) -> None:
            context.tell(tr_count("{count} task snoozed", "{count} tasks snoozed", len(ids)))

        start = one.snooze.until if one.snooze else next_monday(today)
        title = tr_count("Snooze: {name}", "Snooze {count} tasks", len(ids), name=context.say(one.name))
        dialog = FormDialog(
            context, self._page.window(), title, rows,
            verb=tr("Snooze"), work=work, done=done,
            values={"until": start, "reason": one.snooze.reason if one.snooze else ""},
        )  # fmt: skip
        return dialog.unfold()

    def bring_back(self, one: ToDo | None) -> None:
        """Takes a task back before its day."""
        if one is not None and one.snooze is not None:
            task_id = one.id
            self._context.do(lambda: wake(self._context.office, [task_id]))


def next_monday(today: date) -> date:
    """The Monday after today."""
    return today + timedelta(days=MONDAY - today.weekday())
