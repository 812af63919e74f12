"""Write statements stand in one module; the newest migration makes the schema that the code expects."""

from __future__ import annotations

import re
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from tests.support.books import make_register, memory_engine
from vendorrisk.store import upcasting
from vendorrisk.store.tables import metadata

ROOT = Path(__file__).parents[2] / "vendorrisk"
WRITING = re.compile(
    r"sqlalchemy[^\n]*\b(insert|update|delete)\b|\.(insert|update|delete)\(\)|"
    r"[\"'](INSERT |UPDATE |DELETE |REPLACE )|bulk_(insert|save|update)"
)


def test_nothing_writes_beside_the_write_door():
    found = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if WRITING.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"store/write_door.py"}


def test_the_newest_schema_is_what_the_code_expects():
    engine = memory_engine()
    make_register(engine)
    with engine.connect() as connection, connection.begin():
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_every_migration_brings_its_up_caster():
    versions = sorted(path.name[:4] for path in (ROOT / "store/migrations/versions").glob("0*.py"))
    assert tuple(versions) == upcasting.REVISIONS
    assert set(upcasting.STEPS) == set(upcasting.REVISIONS[1:])
