"""Verbs that end a change: it is live, it will not happen, and what proves it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.notices import change_named
from vendorrisk.app.cli.verb import FILE, FOLDER, Verb, pass_session

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.records import Change


@click.command("live", cls=Verb, example="vendorrisk -w acme change live 2026-07")
@click.argument("wanted", metavar="CHANGE")
@pass_session
def live(session: Session, wanted: str) -> None:
    """Records that the change is live today; refused before the first day that all terms permit."""
    from vendorrisk.usecases.notice.notices import go_live  # noqa: PLC0415  (not needed for --help)

    _answer(session, "live", go_live(session.office, change_named(session, wanted).id))


@click.command("cancel", cls=Verb, example="vendorrisk -w acme change cancel 2026-07")
@click.argument("wanted", metavar="CHANGE")
@pass_session
def cancel(session: Session, wanted: str) -> None:
    """Cancels a change that will not take place; customers who were notified should be informed."""
    from vendorrisk.usecases.notice import notices  # noqa: PLC0415  (not needed for --help)

    _answer(session, "cancel", notices.cancel(session.office, change_named(session, wanted).id))


def _answer(session: Session, verb: str, done: Change) -> None:
    told = {"change": done.id, "state": done.state, "live_on": done.live_on}
    session.answer(f"change.{verb}", told, lambda: session.word(done.state))


@click.command("bundle", cls=Verb, example="vendorrisk -w acme change bundle 2026-07 --out evidence.zip")
@click.argument("wanted", metavar="CHANGE")
@click.option("--out", required=True, type=FILE, metavar="F.zip", help="The file.")
@click.option(
    "--letters",
    type=FOLDER,
    metavar="DIR",
    help="Where the letters are, for those that are not printed again.",
)
@pass_session
def bundle(session: Session, wanted: str, out: Path, letters: Path | None) -> None:
    """Packs letters, proofs, answers, dates and journal of a change into one file that verify can prove."""
    from vendorrisk.usecases.notice.evidence_bundle import write_bundle  # noqa: PLC0415  (not needed for --help)

    found = change_named(session, wanted)
    done = write_bundle(session.office, found.id, out, letters_in=letters)
    told = {
        "change": found.id, "file": str(out), "letters": done.letters, "missing": list(done.missing),
        "document": done.kept.id if done.kept else None,
    }  # fmt: skip
    session.answer("change.bundle", told, lambda: f"{out}: {done.letters} letters")
