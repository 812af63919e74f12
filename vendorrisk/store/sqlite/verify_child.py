"""The trial restore, run in a process of its own: unpack, unlock, and read every byte of a backup.

The request comes on standard input, since a secret must stand neither in arguments nor in the environment.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.store.evidence import EvidenceShelf
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_file import read_key_file
from vendorrisk.store.keys.unlocking import Typed, unlock
from vendorrisk.store.sqlite.backup_manifest import Facts, Manifest, open_facts
from vendorrisk.store.sqlite.backups import count_rows, unpack_backup
from vendorrisk.store.sqlite.engines import open_engines
from vendorrisk.store.sqlite.health import check_evidence, check_register
from vendorrisk.store.sqlite.opener import RegisterFile
from vendorrisk.store.workspace_folder import WorkspaceFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from vendorrisk.store.keys.unlocking import Unlocked

    JournalHead = Callable[[Connection], Any]


def verify_here(request: bytes, *, journal_head: JournalHead) -> bytes:
    """Answers one request with `through`, `rows`, `evidence` and `problems` as JSON.

    The request is JSON with `backup` (the file), `scratch` (a folder that does not exist yet), `newest` (the
    layout this program knows) and either `typed` (passphrase or recovery code) or `raw` (the key in hex).
    """
    asked = json.loads(request)
    try:
        answer = _verified(asked, journal_head)
    except UserError as problem:
        answer = {"problems": [_as_json(problem.what)]}
    return json.dumps(answer).encode()


def _verified(asked: dict[str, Any], journal_head: JournalHead) -> dict[str, Any]:
    folder = WorkspaceFolder(Path(asked["scratch"]))
    manifest = unpack_backup(Path(asked["backup"]), folder.root)
    key_file = read_key_file(folder.keys)
    unlocked = unlock(key_file, _secret_in(asked))
    register = RegisterFile(
        path=folder.register, db_uuid=key_file.db_uuid, key=unlocked.key, newest=asked["newest"]
    )
    problems = [problem.what for problem in check_register(register)]
    shelf = EvidenceShelf(folder.files, unlocked.key, random_bytes=_nothing_is_written)
    stored = shelf.stored_ids()
    problems += [problem.what for problem in check_evidence(shelf, stored)]
    if not problems:
        problems += _differences(
            open_facts(manifest, unlocked.key), _facts(register, journal_head), manifest, register
        )
    return _answer(manifest, unlocked, len(stored), problems)


def _differences(
    said: Facts | None, found: Facts, manifest: Manifest, register: RegisterFile
) -> list[Message]:
    if said is None:
        return [msg("backup.altered")]
    return [
        *(msg("backup.rows_differ", table=table) for table in _tables_that_differ(said.rows, found.rows)),
        *([] if said.journal_head == found.journal_head else [msg("backup.journal_differs")]),
        *([] if manifest.user_version == register.stored_version() else [msg("backup.layout_differs")]),
    ]


def _tables_that_differ(said: dict[str, int], found: dict[str, int]) -> Iterator[str]:
    for table in sorted(said.keys() | found.keys()):
        if said.get(table) != found.get(table):
            yield table


def _facts(register: RegisterFile, journal_head: JournalHead) -> Facts:
    engines = open_engines(register)
    try:
        with engines.reader.connect() as connection:
            head = json.loads(json.dumps(journal_head(connection)))
            return Facts(rows=count_rows(connection), journal_head=head)
    finally:
        engines.dispose()


def _secret_in(asked: dict[str, Any]) -> Typed | DataKey:
    return DataKey(bytes.fromhex(asked["raw"])) if "raw" in asked else Typed(asked["typed"])


def _answer(manifest: Manifest, unlocked: Unlocked, evidence: int, problems: list[Message]) -> dict[str, Any]:
    facts = open_facts(manifest, unlocked.key)
    return {
        "through": unlocked.through,
        "rows": sum(facts.rows.values()) if facts else 0,
        "evidence": evidence,
        "problems": [_as_json(problem) for problem in problems],
    }


def _as_json(message: Any) -> Any:
    """Flattens a message with everything inside it, for the way back to the parent."""
    if isinstance(message, Message):
        return {
            "key": message.key,
            "params": {name: _as_json(value) for name, value in message.params.items()},
        }
    if isinstance(message, list | tuple):
        return [_as_json(each) for each in message]
    return message if isinstance(message, int | float | str | None) else str(message)


def _nothing_is_written(count: int) -> bytes:
    raise AssertionError(f"a trial restore asked for {count} random bytes")
