"""What one call of the command line was told before and after its verb."""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.outside import Outside
from vendorrisk.domain.message import UserError, msg
from vendorrisk.usecases.file_reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office

SCHEMA_VERSION = 1
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
"""Rules reach years to both sides of a date, and a slip of a finger should not end in the year 9202."""


def parse_iso(text: str) -> date:
    """A date written YYYY-MM-DD, of a year that calendars know; raises ValueError for any other."""
    if not _ISO.fullmatch(text) or not EARLIEST_YEAR <= int(text[:4]) <= LATEST_YEAR:
        raise ValueError(text)
    return date.fromisoformat(text)


class Unwritten(UserError):
    """The answer could not be written where stdout goes; what the call did stays done."""


def aside(text: str) -> None:
    """Says something on stderr; where nothing can be written there, the call goes on without it."""
    with suppress(OSError):
        click.echo(text, err=True)


@dataclass
class Session:
    """The options of the call, the world outside, and the one way to answer.

    `today` moves the date of rules and documents, never the journal's clock. `left_out`: a part of an
    input could not be taken.
    """

    outside: Outside = field(default_factory=Outside.real)
    workspace: Path | None = None
    today: date | None = None
    passphrase_file: Path | None = None
    as_json: bool = False
    quiet: bool = False
    dry_run: bool = False
    yes: bool = False
    left_out: bool = False
    failed: bool = False
    opened: OpenWorkspace | None = None

    @property
    def office(self) -> Office:
        """The office of the workspace that this call names; opened once, locked when the call ends."""
        from vendorrisk.app.cli.opening import open_named  # noqa: PLC0415  (not needed for --help)

        if self.opened is None:
            self.opened = open_named(self)
        return self.opened.office

    def date_given(self) -> date | None:
        """The date that --today or VENDORRISK_TODAY sets for rules and documents."""
        named = self.outside.environ.get("VENDORRISK_TODAY", "")
        if self.today is not None or not named:
            return self.today
        try:
            return parse_iso(named)
        except ValueError:
            raise click.UsageError(f"VENDORRISK_TODAY is {named!r}; write it as 2026-12-01.") from None

    @property
    def listings(self) -> Listings:
        """The pages of long tables of the workspace that this call names."""
        self.office  # noqa: B018  (opens the workspace)
        assert self.opened is not None  # noqa: S101  (just opened)
        return self.opened.listings

    def close(self) -> None:
        """Locks the workspace again, if this call opened it."""
        if self.opened is not None:
            self.opened.lock()
            self.opened = None

    def say(self, message: Message) -> str:
        """A sentence of the catalogue."""
        return self.outside.words.say(message)

    def word(self, value: object) -> str:
        """A term of a vocabulary, a date or a number, as people read it."""
        return self.outside.words.value(value, "en")

    def tell(self, message: Message) -> None:
        """Says something beside the answer: on stderr, unless the call is quiet."""
        if not self.quiet:
            aside(self.say(message))

    def answer(self, schema: str, payload: dict[str, Any], human: Callable[[], str]) -> None:
        """Gives the answer on stdout: one JSON object, or text for people."""
        if self.as_json:
            self.put_json(schema, payload)
        elif text := human():
            _put(text)

    def put_json(self, schema: str, payload: dict[str, Any]) -> None:
        """Writes the one JSON object of this call."""
        _put(self.json_of(schema, payload))

    def json_of(self, schema: str, payload: dict[str, Any]) -> str:
        """The one JSON object of this call as text."""
        from vendorrisk.app.cli.plain import json_text  # noqa: PLC0415  (not needed for --help)

        told = {"schema": f"{schema}/{SCHEMA_VERSION}", **payload}
        if self.dry_run:
            told["dry_run"] = True
        return json_text(told, self.outside.words)

    def report(self, problems: tuple[Problem, ...] | list[Problem]) -> list[dict[str, str]]:
        """Lists what was wrong in an input on stderr, and returns it in the shape of `problems`.

        A quiet call still lists what was left out: nobody else says so.
        """
        from vendorrisk.app.cli.plain import problem_plain  # noqa: PLC0415  (not needed for --help)

        plain = [problem_plain(problem, self.outside.words) for problem in problems]
        for one in plain:
            if not self.quiet or one["level"] == "error":
                aside("{level}: {where}: {what} {remedy}".format(**one))
        self.left_out |= any(one["level"] == "error" for one in plain)
        return plain


def _put(text: str) -> None:
    """Writes the answer to stdout; a reader that has gone away is left to click, which ends the call."""
    try:
        click.echo(text)
    except OSError as failed:
        if failed.errno == errno.EPIPE:
            raise
        raise Unwritten(
            msg("answer.unwritten", reason=reason_of(failed)), msg("answer.unwritten.remedy")
        ) from failed
