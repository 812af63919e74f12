"""The verbs `set` and `remove` for records that are changed by themselves, made from one pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from vendorrisk.app.cli.shared import assignments, pairs
from vendorrisk.app.cli.verb import Verb, pass_session
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.record import Record

R = TypeVar("R", bound="Record")


def set_verb(
    kind: type[R], noun: str, plain: Callable[[Session, R], dict[str, Any]], *, does: str, example: str
) -> click.Command:
    """The verb that changes fields of a record, as one step; `plain` tells the record to scripts."""

    @click.command("set", cls=Verb, help=does, example=f"vendorrisk -w acme {noun} set {example}")
    @click.argument("wanted", metavar=noun.upper())
    @assignments
    @pass_session
    def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
        with session.office.book.reading() as reader:
            found = named(reader, kind, wanted)
        changed = editing.edit(session.office, kind, found.id, pairs(assignment))
        session.answer(f"{noun}.set", plain(session, changed), lambda: changed.id)

    return set_


def remove_verb(
    kind: type[R], noun: str, plain: Callable[[Session, R], dict[str, Any]], *, does: str
) -> click.Command:
    """The verb that removes a record, as one step; it tells what was removed."""

    @click.command("remove", cls=Verb, help=does, example=f"vendorrisk -w acme {noun} remove {noun.upper()}")
    @click.argument("wanted", metavar=noun.upper())
    @pass_session
    def remove(session: Session, wanted: str) -> None:
        with session.office.book.reading() as reader:
            found = named(reader, kind, wanted)
        told = plain(session, found)
        editing.remove(session.office, kind, found.id)
        session.answer(f"{noun}.remove", told, lambda: found.id)

    return remove
