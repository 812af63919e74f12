"""The verb on the settings of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.shared import assignments, by_their_names, pairs
from vendorrisk.app.cli.verb import Verb, pass_session
from vendorrisk.usecases.workspace import settings

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

SHOWN_BY_ITSELF = "recovery_confirmed"
"""Set where the recovery code is typed again, not by word of mouth."""


@click.command(
    "set", cls=Verb,
    example="vendorrisk -w acme workspace set address='Ulica 1, Zagreb' contact=privacy@acme.example",
)  # fmt: skip
@assignments
@pass_session
def set_(session: Session, assignment: tuple[str, ...]) -> None:
    """Changes settings, each as a step of its own; all are looked at before any is changed."""
    typed = by_their_names(pairs(assignment))
    known = [name for name in settings.NAMES if name != SHOWN_BY_ITSELF]
    if unknown := [name for name in typed if name not in known]:
        raise click.UsageError(f"There is no setting {unknown[0]!r}; there are: {', '.join(known)}.")
    for name, value in typed.items():
        settings.checked_setting(name, value)
    for name, value in typed.items():
        settings.change_setting(session.office, name, value)
    told = {"fields": sorted(typed)}
    session.answer("workspace.set", told, lambda: ", ".join(sorted(typed)))
