"""Writes the next migration from the difference between the newest schema and `store/tables.py`.

Use: python packaging/new_migration.py NUMBER "what it adds", where NUMBER is the next one, in four digits.
Read the file, add its up-caster, commit both.
"""

from __future__ import annotations

import sys
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

sys.path.insert(0, str(Path(__file__).parents[1]))
from vendorrisk.store import schema


def main(revision: str, message: str) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection, connection.begin():
        config = schema._config(connection)  # noqa: SLF001
        command.upgrade(config, "head")
        command.revision(config, message=message, rev_id=revision, autogenerate=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
