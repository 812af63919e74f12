"""Walks over all verbs of the command line."""

from __future__ import annotations

import click

from vendorrisk.app.cli import ROOT


def command_at(path):
    command = ROOT
    for name in path:
        command = command.get_command(click.Context(command), name)
    return command


def paths_below(*path):
    """The words that lead to every verb that people see, groups included."""
    yield path
    for name in getattr(command_at(path), "verbs", ()):
        if not name.startswith("_"):
            yield from paths_below(*path, name)
