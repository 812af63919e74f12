"""Opening the workspace that a call names, with the key it was given, or the keyring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.failures import NoPassphrase
from vendorrisk.app.cli.verb import ANYWHERE
from vendorrisk.domain.message import Message, msg
from vendorrisk.usecases.file_reasons import reason_of
from vendorrisk.usecases.workspace.opening_outcomes import NeedsKey, OpeningRefused

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.store.keys.unlocking import Typed
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper

LONGEST_PASSPHRASE = 1 << 16
"""Bytes; a larger file is none that holds a passphrase."""


def workspace_folder(session: Session) -> Path:
    """The workspace that this call is about: -w, else VENDORRISK_WORKSPACE; a usage error without both."""
    if session.workspace is not None:
        return session.workspace
    named = session.outside.environ.get("VENDORRISK_WORKSPACE", "")
    if not named:
        raise click.UsageError("No workspace was named. Use -w DIR, or set VENDORRISK_WORKSPACE.")
    return Path(ANYWHERE.convert(named, None, None))


def open_named(session: Session) -> OpenWorkspace:
    """Opens the workspace; on a terminal the passphrase is asked for where nothing else opens it."""
    from vendorrisk.app.wiring import Manner, opened  # noqa: PLC0415  (not needed for --help)

    folder = workspace_folder(session)
    manner = Manner(today=session.date_given(), dry_run=session.dry_run)
    typed = passphrase(session)
    try:
        return opened(folder, typed or keeper(session), session.outside, manner)
    except OpeningRefused as refused:
        if typed or not isinstance(refused.outcome, NeedsKey) or not session.outside.interactive:
            raise
        return opened(folder, _asked(session, refused), session.outside, manner)


def passphrase(session: Session) -> Typed | None:
    """The passphrase of the file that the call or the environment names; one trailing newline is ignored."""
    from vendorrisk.store.keys.unlocking import Typed  # noqa: PLC0415  (not needed for --help)

    named = session.passphrase_file or session.outside.environ.get("VENDORRISK_PASSPHRASE_FILE")
    if not named:
        return None
    return Typed(_without_line_end(_content(Path(named))))


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST_PASSPHRASE + 1)
        if len(content) > LONGEST_PASSPHRASE:
            raise _unfit_file(path, msg("file.reason.too_large"))
        return content.decode("utf-8-sig")
    except OSError as failed:
        raise _unfit_file(path, reason_of(failed)) from None
    except UnicodeDecodeError:
        raise _unfit_file(path, msg("file.reason.not_text")) from None


def _unfit_file(path: Path, reason: Message) -> NoPassphrase:
    what = msg("passphrase_file.unreadable", file=str(path), reason=reason)
    return NoPassphrase(what, msg("passphrase_file.remedy"))


def _without_line_end(text: str) -> str:
    """Without the one line end that editors leave."""
    return text.removesuffix("\r\n") if text.endswith("\r\n") else text.removesuffix("\n")


def keeper(session: Session) -> SecretKeeper:
    """The keyring of this person's session."""
    return session.outside.keyring()


def _asked(session: Session, refused: OpeningRefused) -> Typed:
    from vendorrisk.store.keys.unlocking import Typed  # noqa: PLC0415  (not needed for --help)

    click.echo(session.say(refused.what), err=True)
    return Typed(click.prompt("Passphrase or recovery code", hide_input=True, err=True))
