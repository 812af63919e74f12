"""Keys, keyrings and machines for tests of the vault: quick to make, and never the real ones."""

from __future__ import annotations

import atexit
import random
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import text

from vendorrisk.store.keys.key_slots import ArgonCost
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.store.sqlite.backups import BackupNeeds
from vendorrisk.store.vault import Machine, open_vault
from vendorrisk.store.vault_making import Created, KeyWishes, Schema, create_vault
from vendorrisk.usecases.workspace.secret_keeper import KeeperAnswer, KeeperState

QUICK_COST = ArgonCost(memory_kib=32, passes=1, lanes=1)


def random_bytes_from(seed):
    """Gives the same bytes in every run."""
    return random.Random(seed).randbytes


@dataclass
class KeyringDouble:
    """A keyring in memory that can be put into every state a real one gets into."""

    state: KeeperState = KeeperState.FOUND
    entries: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def probe(self):
        return KeeperAnswer(state=self.state, backend="double")

    def put(self, name, secret):
        if self.state is not KeeperState.FOUND:
            return KeeperAnswer(state=self.state)
        self.entries[name] = secret
        return KeeperAnswer(state=KeeperState.STORED, backend="double")

    def get(self, name, *, backend=""):
        self.asked.append(name)
        if self.state is not KeeperState.FOUND:
            return KeeperAnswer(state=self.state)
        if name not in self.entries:
            return KeeperAnswer(state=KeeperState.MISSING)
        return KeeperAnswer(state=KeeperState.FOUND, secret=self.entries[name])

    def remove(self, name, *, backend=""):
        self.entries.pop(name, None)
        return KeeperAnswer(state=KeeperState.REMOVED)


CANARY = "CANARY-Đuro-Šarić"
LAYOUT = 2
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PASSPHRASE = "correct horse battery staple"
TRIAL = (sys.executable, "-m", "tests.support.trial_restore")


@dataclass
class SteadyClock:
    """A clock that stands still until told otherwise."""

    at: datetime = START

    def __call__(self):
        return self.at


def a_machine(seed=1, **changes):
    """A machine with a local drive, in front of which Ana sits."""
    facts = {
        "random_bytes": random_bytes_from(seed),
        "now": SteadyClock(),
        "user": "ana",
        "host": "desk-1",
        "pid": 4711,
        "file_system": lambda folder: "ext4",
    }
    return Machine(**facts | changes)


def lay_out(connection):
    """The layout of test registers: two tables, the second referring to the first."""
    has_tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()
    if not has_tables:
        connection.exec_driver_sql("CREATE TABLE vendor (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    connection.exec_driver_sql(
        "CREATE TABLE contact (id INTEGER PRIMARY KEY, vendor INTEGER NOT NULL REFERENCES vendor, mail TEXT)"
    )


def lay_out_first_version(connection):
    """The older layout: without contacts."""
    connection.exec_driver_sql("CREATE TABLE vendor (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")


SCHEMA = Schema(newest=LAYOUT, raise_to_newest=lay_out)
FIRST_SCHEMA = Schema(newest=1, raise_to_newest=lay_out_first_version)


def wishes(**changes):
    """A passphrase that is quick to try, and no keyring."""
    return KeyWishes(**{"passphrase": PASSPHRASE, "cost": QUICK_COST} | changes)


def a_vault(root, *, schema=SCHEMA, seed=1, **changes):
    """A new workspace at `root`, open, with its recovery code; the usual kind is copied from a template.

    Another `seed` makes another workspace, with another key.
    """
    return _made(root, schema, seed, **changes) if changes else _copied(root, schema, seed)


def _made(root, schema, seed, **changes):
    options = {"readme": "What is what.\n", "wishes": wishes(**changes), "schema": schema}
    made = create_vault(root, machine=a_machine(seed), **options)
    assert isinstance(made, Created), made
    return made


def _copied(root, schema, seed):
    template, recovery_code = _template(schema, seed)
    shutil.copytree(template, root)
    workspace = reopened(root, newest=schema.newest, machine=a_machine()).workspace
    return Created(workspace=workspace, recovery_code=recovery_code, keyring=None)


@cache
def _template(schema, seed):
    """Made once for all tests: creating forces the disk a dozen times, copying does not."""
    place = tempfile.mkdtemp(prefix="vendorrisk-template-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    made = _made(Path(place) / "acme", schema, seed)
    made.workspace.lock()
    return Path(place) / "acme", made.recovery_code


def reopened(root, source=None, **changes):
    """What opening `root` gives, with the usual passphrase unless another source is named."""
    options = {"newest": LAYOUT, "machine": a_machine(2)} | changes
    return open_vault(root, source or Typed(PASSPHRASE), **options)


def add_vendors(vault, *names):
    """Stores vendors by name."""
    with vault.engines.writer.begin() as connection:
        for name in names:
            connection.execute(text("INSERT INTO vendor (name) VALUES (:name)"), {"name": name})


def vendors(vault):
    """Lists the vendors' names in order of arrival."""
    with vault.engines.reader.connect() as connection:
        return list(connection.execute(text("SELECT name FROM vendor ORDER BY id")).scalars())


def journal_head(connection):
    """Stands for the journal's head: the number of the last vendor."""
    return [connection.execute(text("SELECT max(id) FROM vendor")).scalar() or 0, "hash"]


def needs(seed=3, at=START):
    """What a backup takes from the program."""
    return BackupNeeds(
        app_version="1.2.3", now=at, random_bytes=random_bytes_from(seed), journal_head=journal_head
    )
