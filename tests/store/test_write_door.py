"""Write statements stand in one module; the newest migration makes the schema that the code expects."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select

from tests.support.books import register_in_memory
from vendorrisk.domain.register.records import Service
from vendorrisk.store import upcasting, write_door
from vendorrisk.store.tables import TABLES, VERSION, metadata

ROOT = Path(__file__).parents[2] / "vendorrisk"
DATABASES = {"sqlalchemy", "sqlcipher3", "sqlite3", "alembic"}
MAY_REACH_A_DATABASE = ("store/", "app/")
MAY_WRITE = {"store/write_door.py"}
CONSTRUCTS = {"insert", "update", "delete"}
RAW_SQL = re.compile(
    r"\b(INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+[\"\w.{}]+\s+SET|DELETE\s+FROM|REPLACE\s+INTO|MERGE\s+INTO)\b",
    re.IGNORECASE,
)


@cache
def sources() -> dict[str, ast.Module]:
    """The modules that may reach a database, and all others that so much as name one."""
    paths = (path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    return {
        name: ast.parse(text)
        for name, text in texts.items()
        if name.startswith(MAY_REACH_A_DATABASE) or any(one in text for one in DATABASES)
    }


def imported_from(tree: ast.Module) -> set[tuple[str, str]]:
    """Each import as (package, name)."""
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {(node.module, one.name) for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {(one.name, "") for one in node.names}
    return found


def writes_in(tree: ast.Module) -> list[str]:
    """Everything in a module that could change a database."""
    imported = [
        f"imports {name or package}"
        for package, name in imported_from(tree)
        if package.split(".")[0] == "sqlalchemy"
        and (name.lower() in CONSTRUCTS or "orm" in {*package.split("."), name})
    ]
    return sorted(imported + _calls(tree) + _statements(tree))


def _calls(tree: ast.Module) -> list[str]:
    """`table.insert()` and the like; a list's or a set's method of that name takes an argument."""
    return [
        f"calls {node.func.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CONSTRUCTS
        and not (node.args or node.keywords)
    ]


def _statements(tree: ast.Module) -> list[str]:
    docstrings = _docstrings(tree)
    texts = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    texts += [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    return [f"says {found.group().split()[0].upper()}" for text in texts if (found := RAW_SQL.search(text))]


def _docstrings(tree: ast.Module) -> set[int]:
    holders = ast.Module | ast.ClassDef | ast.FunctionDef
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def test_nothing_writes_beside_the_write_door():
    near = {name: tree for name, tree in sources().items() if name.startswith(MAY_REACH_A_DATABASE)}
    assert {name for name, tree in near.items() if writes_in(tree)} == MAY_WRITE


def test_only_the_store_and_the_wiring_can_reach_a_database():
    reaching = {
        name
        for name, tree in sources().items()
        if any(package.split(".")[0] in DATABASES for package, _ in imported_from(tree))
    }
    assert [name for name in sorted(reaching) if not name.startswith(MAY_REACH_A_DATABASE)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "from sqlalchemy import select, update",
        "from sqlalchemy.dialects.sqlite import insert as upsert",
        "from sqlalchemy.sql.expression import Delete",
        "from sqlalchemy.orm import Session",
        "import sqlalchemy.orm",
        "connection.execute(vendor.insert(), rows)",
        "connection.execute(table.delete().where(one))",
        "connection.exec_driver_sql('insert or ignore into vendor values (1)')",
        "connection.execute(text(f'UPDATE {table} SET name = 1'))",
        "connection.executescript('BEGIN; DELETE FROM vendor; COMMIT')",
    ],
)
def test_a_planted_write_is_found(planted):
    assert len(writes_in(ast.parse(planted))) == 1


@pytest.mark.parametrize(
    "innocent",
    [
        "from sqlalchemy import select, Insertable",
        "digest.update(data); found.update({}); lines.insert(0, 'x'); self.widget.update(rect)",
        "title = 'Update the program and open the workspace again'",
        "def f():\n    '''INSERT INTO is what this never says.'''",
        "say('Delete it from the list')",
    ],
)
def test_an_innocent_line_is_not(innocent):
    assert writes_in(ast.parse(innocent)) == []


def test_the_newest_schema_is_what_the_code_expects():
    engine = register_in_memory()
    with engine.connect() as connection, connection.begin():
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_row_counts_how_often_it_was_written():
    table, row = TABLES[Service], {"id": "s", "code": "SMS", "name": "{}", "region_locked": False}
    with register_in_memory().connect() as connection, connection.begin():
        write_door.insert_rows(connection, table, [row])
        write_door.update_rows(connection, table, [row])
        assert connection.execute(select(table.c[VERSION])).scalar_one() == 2


def test_every_migration_brings_its_up_caster():
    versions = sorted(path.name[:4] for path in (ROOT / "store/migrations/versions").glob("0*.py"))
    assert tuple(versions) == upcasting.REVISIONS
    assert set(upcasting.STEPS) == set(upcasting.REVISIONS[1:])
