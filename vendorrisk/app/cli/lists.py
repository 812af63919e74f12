"""Verbs that compare lists of sub-processors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.shared import block
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.usecases.register.list_compare import ListSource, compare

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.register.list_diff import RowChange

lists = Group(
    "list",
    {"diff": ("lists", "diff_", "Show what changed between two lists.")},
    help="Compare two lists: files, or versions that were published here.",
    example="vendorrisk list diff old.md new.md",
)


@click.command("diff", cls=Verb, example="vendorrisk -w acme list diff GLOBAL:1 GLOBAL:2")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@pass_session
def diff_(session: Session, old: str, new: str) -> None:
    """Shows what changed between two lists: files, or published versions such as GLOBAL:3."""
    found, problems = compare(_source(session), old, new)
    told = {
        "added": [row.name for row in found.added], "removed": [row.name for row in found.removed],
        "renamed": [_renamed(one) for one in found.renamed],
        "changed": [_changed(one) for one in found.changed],
        "editorial": [one.name for one in found.editorial], "problems": session.report(problems),
    }  # fmt: skip
    facts = [
        (name, ", ".join(map(str, _names(told[name]))))
        for name in ("added", "removed", "renamed", "changed", "editorial")
    ]
    session.answer("list.diff", told, lambda: block(facts))


def _names(told: Any) -> list[str]:
    return [one if isinstance(one, str) else str(one["name"]) for one in told]


def _renamed(change: RowChange) -> dict[str, str]:
    old, new = (row.name if row else "" for row in (change.old, change.new))
    return {"name": new, "old": old, "new": new}


def _changed(change: RowChange) -> dict[str, Any]:
    fields = [{"field": one.field, "old": one.old, "new": one.new} for one in change.fields]
    return {"name": change.name, "fields": fields}


def _source(session: Session) -> ListSource:
    """Files need no workspace; it is opened only when a published version is named."""
    from vendorrisk.app.files import NameLikeness, OutsideFiles  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.app.wiring import child_argv  # noqa: PLC0415  (not needed for --help)

    files = OutsideFiles(lambda: child_argv("_read"))
    return ListSource(foreign=files, likeness=NameLikeness(), office=lambda: session.office, exists=_is_file)


def _is_file(name: str) -> bool:
    return Path(name).is_file()
