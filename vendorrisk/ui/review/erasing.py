"""Erasing a person on request: the name is looked for, and what was found is shown before it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.journal.people import about_rest, erasable_traces, erase_traces

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.journal.people import Traces
    from vendorrisk.usecases.ports import FilesNaming


def erase_person(context: Context, parent: QWidget | None) -> FormDialog:
    """Opens the form for the name or address; nothing is erased before the places were shown."""
    hint = tr("The whole name, or the e-mail address. Every text and every saved file is searched.")
    person = Entry(
        key="person", label=tr("Name or e-mail address"), ask=entries.line(), required=True, hint=hint
    )
    dialog = FormDialog(
        context, parent, tr("Erase a person"), [person],
        verb=tr("Look for this person"), done=partial(_look_at_files, context),
        work=lambda typed: erasable_traces(context.office, typed["person"]),
    )  # fmt: skip
    return dialog.unfold()


def _look_at_files(context: Context, traces: Traces) -> None:
    """Looks through the files of the workspace in a job, for there may be many, and asks then."""
    context.run(
        tr("Looking for {person} in the files of this workspace", person=traces.person),
        lambda _progress: context.office.saved.naming(traces.person),
        lambda files: _ask(context, traces, files),
        refresh=False,
    )


def _ask(context: Context, traces: Traces, files: FilesNaming) -> None:
    count = len(traces.erasable)
    question = tr_count(
        "Permanently erase {person} from {count} record?", "Permanently erase {person} from {count} records?",
        count, person=traces.person,
    )  # fmt: skip
    about = _about(context, traces, files)
    if context.messages.confirm(question, yes=tr("Erase permanently"), about=about, destroys=True):
        done = context.do(lambda: erase_traces(context.office, traces))
        if done is not None:
            context.tell(context.say(traces.about_erased))


def _about(context: Context, traces: Traces, files: FilesNaming) -> str:
    named = ", ".join(sorted({one.of for one in traces.erasable if one.of}))
    lines = [
        tr("They belong to: {names}", names=named) if named else "",
        tr("Name, address, telephone and function are overwritten now and in the whole history. No step "
           "before this one can be undone."),
        *map(context.say, about_rest(traces, files)),
    ]  # fmt: skip
    return "\n\n".join(line for line in lines if line)
