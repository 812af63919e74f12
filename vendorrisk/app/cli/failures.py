"""How a call ends when it does not end well: the exit code, one sentence with a remedy, or a crash report."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.session import Unwritten, aside
from vendorrisk.domain.message import (
    Ambiguous,
    BadInput,
    NotFound,
    NothingToDo,
    Refused,
    UserError,
    WrongArgument,
    msg,
)
from vendorrisk.usecases.workspace.opening_outcomes import (
    FolderTaken,
    InUse,
    NeedsKey,
    NeedsMigration,
    NetworkFolder,
    NewerFile,
    NotAWorkspace,
    OpeningRefused,
    WorkspaceLocked,
    WrongKey,
)

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.message import Message

DONE, FAILED, USAGE, LEFT_OUT, NOT_FOUND, LOCKED, MIGRATION, RULE, NOTHING, INTERRUPTED = (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 130,
)  # fmt: skip


class NoPassphrase(UserError):
    """A file was named for the passphrase, and none could be read from it."""


_BY_ERROR: tuple[tuple[type[UserError], int], ...] = (
    (NotFound, NOT_FOUND),
    (Ambiguous, USAGE),
    (Refused, RULE),
    (NothingToDo, NOTHING),
    (WorkspaceLocked, LOCKED),
    (BadInput, USAGE),
    (WrongArgument, USAGE),
    (NoPassphrase, LOCKED),
)
_BY_OUTCOME: dict[type, int] = {
    NeedsKey: LOCKED, WrongKey: LOCKED, InUse: LOCKED, NeedsMigration: MIGRATION, NewerFile: MIGRATION,
    NotAWorkspace: NOT_FOUND, NetworkFolder: RULE, FolderTaken: RULE,
}  # fmt: skip


def exit_code(error: UserError) -> int:
    """The exit code of an error."""
    if isinstance(error, OpeningRefused):
        return _BY_OUTCOME.get(type(error.outcome), FAILED)
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), FAILED)


def show(session: Session, error: UserError) -> int:
    """Says what happened and what to do: on stderr, with --json also as the one object on stdout."""
    if session.as_json:
        _put_payload(session, _payload(session, error))
    place = f"{error.where}: " if error.where else ""
    aside(f"{place}{session.say(error.what)}\n{session.say(_remedy(error))}")
    for line in _details(session, error):
        aside(f"  {line}")
    return exit_code(error)


def show_usage(session: Session, error: click.ClickException) -> int:
    """Says what was wrong with the call itself, and how it is written."""
    if session.as_json and isinstance(error, click.exceptions.NoArgsIsHelpError):
        error = click.UsageError("Missing command.", error.ctx)  # the help is no sentence
    if session.as_json:
        _put_error(session, "usage", error.format_message(), "See --help.")
    with suppress(OSError):
        error.show()
    return USAGE


def show_interrupted(session: Session) -> int:
    """Says that the call was broken off, so that a script reads an object then too."""
    what, remedy = msg("interrupted.what"), msg("interrupted.remedy")
    if session.as_json:
        _put_error(session, "interrupted", what, remedy)
    aside(f"\n{session.say(what)} {session.say(remedy)}")
    return INTERRUPTED


def show_bug(session: Session, report: str) -> int:
    """Says that the program failed, and where the report lies."""
    what, remedy = msg("bug.what"), msg("bug.remedy", report=report)
    if session.as_json:
        _put_error(session, "bug", what, remedy)
    aside(f"{session.say(what)}\n{session.say(remedy)}")
    return FAILED


def _remedy(error: UserError) -> Message:
    """What to do; where a key is missing also how a call without a terminal gives it."""
    if isinstance(error, OpeningRefused) and isinstance(error.outcome, NeedsKey):
        return msg("opening.needs_key.called", remedy=error.remedy)
    return error.remedy


def _put_error(session: Session, kind: str, what: Message | str, remedy: Message | str) -> None:
    _put_payload(session, {"error": {"kind": kind, "what": what, "remedy": remedy, "where": ""}})


def _put_payload(session: Session, told: dict[str, Any]) -> None:
    """The one object of a failure; where stdout takes nothing, stderr has said the same."""
    with suppress(OSError, Unwritten):
        session.put_json("error", told)


def _payload(session: Session, error: UserError) -> dict[str, Any]:
    from vendorrisk.app.cli.plain import blocked_plain, problem_plain  # noqa: PLC0415  (only when it fails)

    words = session.outside.words
    told: dict[str, Any] = {
        "error": {"kind": error.what.key, "what": error.what, "remedy": _remedy(error), "where": error.where}
    }
    match error:
        case Refused() if error.blocked:
            told["blocked"] = [blocked_plain(one, words) for one in error.blocked]
        case Ambiguous():
            told["candidates"] = [{"id": one, "name": name} for one, name in error.candidates]
        case BadInput():
            told["problems"] = [problem_plain(one, words) for one in error.problems]
        case _:
            pass
    return told


def _details(session: Session, error: UserError) -> list[str]:
    match error:
        case Refused():
            return [
                f"{one.guard}: {session.say(one.fact)}\n    {session.say(one.remedy)}"
                for one in error.blocked
            ]
        case Ambiguous():
            return [f"{one}  {name}" for one, name in error.candidates]
        case BadInput():
            return [
                f"{one.where}: {session.say(one.what)} {session.say(one.remedy)}" for one in error.problems
            ]
        case _:
            return []
