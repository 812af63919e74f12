"""The verb that opens the window. The window is loaded by name: the command line works without Qt."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.opening import passphrase
from vendorrisk.app.cli.verb import Verb, pass_session
from vendorrisk.domain.message import UserError, msg

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.app.wiring import Manner


QT = frozenset({"PySide6", "shiboken6"})


@click.command("gui", cls=Verb, example="vendorrisk -w acme gui")
@pass_session
def gui(session: Session) -> int:
    """Opens the window; with -w it opens that workspace, or shows the window that has it open already."""
    window = import_module("vendorrisk.app.main")
    typed = passphrase(session)

    def manner() -> Manner:
        from vendorrisk.app.wiring import Manner  # noqa: PLC0415  (slow import)

        return Manner(today=session.date_given(), dry_run=session.dry_run)

    wishes = window.Wishes(
        workspace=_named(session), typed=typed.text if typed else None, manner=manner,
        outside=lambda: session.outside,
    )  # fmt: skip
    try:
        code: int = window.run_window(wishes)
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] not in QT:
            raise
        raise UserError(msg("gui.no_qt", reason=str(missing)), msg("gui.no_qt.remedy")) from None
    except window.NoDisplay:
        raise UserError(msg("gui.no_display"), msg("gui.no_display.remedy")) from None
    return code


def _named(session: Session) -> Path | None:
    from pathlib import Path  # noqa: PLC0415  (kept beside its only use)

    if session.workspace is not None:
        return session.workspace
    named = session.outside.environ.get("VENDORRISK_WORKSPACE", "")
    return Path(named) if named else None
