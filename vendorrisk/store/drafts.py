"""Half-typed texts: kept in the encrypted file, outside the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from vendorrisk.store.mapping import instant_text
from vendorrisk.store.tables import draft
from vendorrisk.store.write_door import delete_rows, insert_rows, update_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class SqlDrafts:
    """Drafts behind the port `Drafts`. A key ends in the id of what it belongs to."""

    writer: Engine
    reader: Engine
    now: Callable[[], datetime]

    def read(self, key: str) -> str | None:
        """The draft under this key."""
        with self.reader.connect() as connection, connection.begin():
            return connection.execute(select(draft.c.text).where(draft.c.key == key)).scalar()

    def write(self, key: str, text: str) -> None:
        """Keeps a draft."""
        row = {"key": key, "text": text, "at": instant_text(self.now())}
        with self.writer.connect() as connection, connection.begin():
            known = connection.execute(select(draft.c.key).where(draft.c.key == key)).first()
            (update_rows if known else insert_rows)(connection, draft, [row])

    def drop(self, key: str) -> None:
        """Forgets a draft."""
        with self.writer.connect() as connection, connection.begin():
            delete_rows(connection, draft, [{"key": key}])
