"""Verbs on questionnaires."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.domain.record import text_in

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

questionnaire = Group(
    "questionnaire",
    {"list": ("questionnaire", "list_", "List the questionnaires.")},
    help="List the questionnaires.",
    example="vendorrisk questionnaire list",
)


@click.command("list", cls=Verb, example="vendorrisk questionnaire list --json")
@pass_session
def list_(session: Session) -> None:
    """Lists the newest version of each questionnaire; needs no workspace."""
    found = ShippedQuestionnaires().all()
    told = [
        {
            "id": one.id, "title": text_in(one.title, "en"), "version": one.version,
            "language": one.languages[0], "languages": list(one.languages), "questions": len(one.by_id),
        }
        for one in found
    ]  # fmt: skip
    rows = [(one.id, one.version, text_in(one.title, "en"), str(len(one.by_id))) for one in found]
    headings = ("Id", "Version", "Title", "Questions")
    session.answer("questionnaire.list", {"questionnaires": told}, lambda: table(headings, rows))
