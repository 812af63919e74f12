"""Instants as they are typed: in UTC, with a Z at the end; nothing is guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import click

from vendorrisk.app.cli.session import parse_iso

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z", re.ASCII)


class Instant(click.ParamType[datetime]):
    """An instant in UTC, written with a Z at its end."""

    name = "INSTANT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The instant, or a usage error that says how to write it."""
        if isinstance(value, datetime):
            return value
        try:
            if _INSTANT.fullmatch(value):
                parse_iso(value[:10])
                return datetime.fromisoformat(value[:-1]).replace(tzinfo=UTC)
        except ValueError:
            pass
        return self.fail(f"{value!r} is not a date and time{_how_to_mend(value)}.", param, ctx)


def _how_to_mend(typed: str) -> str:
    """For a day alone, that very day with the hour that it lacks."""
    try:
        day = parse_iso(typed)
    except ValueError:
        return " such as 2026-12-01T23:30Z"
    return f"; add a time and Z, such as {day}T09:00Z"
