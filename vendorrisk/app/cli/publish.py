"""The verb that publishes the list of sub-processors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.shared import listed_formats
from vendorrisk.app.cli.verb import FOLDER, Verb, Word, pass_session
from vendorrisk.domain.message import msg
from vendorrisk.usecases.register import publishing
from vendorrisk.usecases.register.publish_doubts import doubts
from vendorrisk.usecases.register.publishing import FORMATS, Profile

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session


@click.command(
    "publish", cls=Verb, example="vendorrisk -w acme publish --profile GLOBAL --out public --format html,json"
)
@click.option("--profile", required=True, type=Word(Profile), help="For whom.")
@click.option(
    "--out",
    required=True,
    type=FOLDER,
    metavar="DIR",
    help="The folder.",
)
@click.option("--format", "formats", default=",".join(FORMATS), show_default=True, help="Which files.")
@pass_session
def publish(session: Session, profile: Profile, out: Path, formats: str) -> None:
    """Publishes the next version of a list if anything has changed, and warns of what is not checked."""
    kinds = listed_formats(formats)
    done = publishing.publish(session.office, profile, out, kinds)
    with session.office.book.reading() as reader:
        doubtful = doubts(session.office, reader, profile)
    changes = done.public.changes
    told = {
        "version": done.public.version, "files": [str(path) for path in done.files],
        "rows": len(done.public.rows), "profile": profile, "published_again": done.again,
        "changes": None if changes is None else {
            "added": list(changes.added), "removed": list(changes.removed),
            "renamed": [list(pair) for pair in changes.renamed], "changed": list(changes.changed),
        },
    }  # fmt: skip
    told["problems"] = session.report(doubtful)
    if done.again:
        session.tell(msg("publish.again", version=done.public.version, published=done.public.updated))
    if not done.public.rows:
        session.tell(msg("publish.empty"))
    session.answer("publish", told, lambda: "\n".join(str(path) for path in done.files))
