"""The hidden verb: what this program does in a process of its own, so that it works when frozen too."""

from __future__ import annotations

import sys

import click


@click.command("_verify", hidden=True)
def verify() -> None:
    """Restores a backup as a trial; request on stdin, answer on stdout."""
    from vendorrisk.app.wiring import journal_head  # noqa: PLC0415  (the child loads only what it needs)
    from vendorrisk.store.sqlite.verify_child import verify_here  # noqa: PLC0415  (likewise)

    sys.stdout.buffer.write(verify_here(sys.stdin.buffer.read(), journal_head=journal_head))
