"""The command line: the same verbs as the window, as a contract for scripts."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import NoReturn

import click

from vendorrisk import __version__
from vendorrisk.app.cli import failures
from vendorrisk.app.cli.session import Session
from vendorrisk.app.cli.verb import Group
from vendorrisk.app.cli.verbs import EXAMPLE, VERBS
from vendorrisk.domain.message import UserError

ROOT = Group(
    "vendorrisk",
    VERBS,
    example=EXAMPLE,
    help="Assess, track and announce sub-processors, over one encrypted workspace.",
)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        told = {"version": __version__}
        ctx.ensure_object(Session).answer("version", told, lambda: f"vendorrisk, version {__version__}")
        ctx.exit()


click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
    help="Show the version and exit.",
)(ROOT)  # fmt: skip


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs one call and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what goes into a file or pipe is UTF-8 on every system
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    code = run(sys.argv[1:] if arguments is None else arguments, Session())
    _let_go_of_stdout()
    sys.exit(code)


def _let_go_of_stdout() -> None:
    """What stdout did not take would be tried again as the process ends, with an exit code of its own."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str], session: Session) -> int:
    """Runs one call and returns its exit code; the workspace is locked again whatever happened."""
    session.as_json |= "--json" in arguments
    heard = signal.getsignal(signal.SIGINT)
    try:
        return _called(arguments, session)
    except UserError as error:
        return failures.show(session, error)
    except (KeyboardInterrupt, click.Abort):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second press would break off the closing
        return failures.show_interrupted(session)
    except click.ClickException as error:
        return failures.show_usage(session, error)
    except Exception as bug:  # noqa: BLE001  (the boundary: a bug goes to the crash report)
        return _crashed(bug, session)
    finally:
        session.close()
        signal.signal(signal.SIGINT, heard)


def _called(arguments: list[str], session: Session) -> int:
    if not arguments:
        arguments = ["--help"]
    result = ROOT.main(
        arguments, prog_name="vendorrisk", standalone_mode=False, obj=session, max_content_width=100
    )
    if isinstance(result, int) and result:
        return result
    if session.failed:
        return failures.FAILED
    return failures.LEFT_OUT if session.left_out else failures.DONE


def _crashed(bug: Exception, session: Session) -> int:
    from vendorrisk.app.crash_report import keep_report  # noqa: PLC0415  (only when it fails)

    return failures.show_bug(session, str(keep_report(bug, session.outside)))
