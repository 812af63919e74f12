"""The tour: the whole job on a published list, without a workspace, a key or a keyring."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.verb import FILE, FOLDER, Verb, pass_session
from vendorrisk.domain.message import NotFound, msg

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session


@click.command("tour", cls=Verb, example="vendorrisk tour --out tour")
@click.argument("file", required=False, type=FILE)
@click.option(
    "--out",
    required=True,
    type=FOLDER,
    metavar="DIR",
    help="The folder.",
)
@pass_session
def tour(session: Session, file: Path | None, out: Path) -> None:
    """Walks a published list through all stages in a temporary workspace; the results stay in a folder."""
    from vendorrisk.app.tour.run import run_tour  # noqa: PLC0415  (not needed for --help)

    if file is not None and not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
    with TemporaryDirectory() if session.dry_run else nullcontext(out) as place:
        folder = Path(place)
        index, stations = run_tour(
            folder, session.outside, list_file=file, step=lambda name: session.tell(msg(f"tour.{name}"))
        )
        files = [str(out / path.relative_to(folder)) for one in stations for path in one.files]
    told = {"index": str(out / index.name), "files": files, "stages": [one.title for one in stations]}
    session.answer("tour", told, lambda: str(out / index.name))
