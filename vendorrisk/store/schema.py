"""Which schema a register has, and raising it to the newest, one revision after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.store.upcasting import CURRENT, REVISIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

SCHEMA_VERSION = len(REVISIONS)
"""The number that an SQLite file carries as its user version; a file with a larger one is refused."""


def revision_of(connection: Connection) -> str | None:
    """The revision of the open register; None when it has no schema yet."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def raise_to_newest(connection: Connection) -> None:
    """Runs the missing migrations inside the caller's transaction."""
    if revision_of(connection) != CURRENT:
        raise_to(connection, CURRENT)


def raise_to(connection: Connection, revision: str) -> None:
    """Runs the migrations that are missing up to a revision, inside the caller's transaction."""
    from alembic import command

    command.upgrade(_config(connection), revision)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
